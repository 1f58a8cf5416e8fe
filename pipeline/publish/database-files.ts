import { join } from 'node:path';
import { attach, type Database, detach, load, stayInMemory } from './database.ts';
import { defineBareTable } from './definition.ts';
import type { Effects } from './effects.ts';
import { copyToParquet } from './parquet.ts';
import { defined, type PreparedDatabase } from './prepared-database.ts';
import type { Description } from './publication.ts';
import type { Table } from './table.ts';
import { readBack, type WrittenFile } from './written-file.ts';

/** What DuckDB is to write. */
export interface DatabaseTask {
  readonly database: PreparedDatabase;
  /** In load order. */
  readonly tables: readonly Table[];
  readonly description: Description;
  /** The folder to write into. */
  readonly next: string;
  /** Name of the DuckDB file. */
  readonly file: string;
  /** Whether that file stands there already, taken over from the old output. */
  readonly kept: boolean;
}

/** Writes the DuckDB file, unless it is kept, and from the same rows a Parquet file for each table. */
export async function writeDatabaseFiles(
  { database, tables, description, next, file, kept }: DatabaseTask,
  { step, signal }: Effects,
): Promise<readonly WrittenFile[]> {
  step?.('database');
  const { connection } = database;
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    await defined(database);
    if (kept) await createBareTables(database, tables);
    else await attach(database, join(next, file));
    for (const table of tables) await load(database, table);
    if (!kept) await connection.run('commit');
    step?.('parquet');
    for (const table of tables) {
      signal?.throwIfAborted();
      await connection.run(copyToParquet(table, join(next, parquetPath(table)), description));
    }
    if (!kept) await detach(database);
  } catch (error) {
    // An interrupted statement fails in DuckDB's words; the user is told why it was interrupted.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
  return Promise.all([file, ...tables.map(parquetPath)].map((path) => readBack(next, path)));
}

/** Tables for rows that pass through to Parquet only. */
async function createBareTables(database: Database, tables: readonly Table[]): Promise<void> {
  await stayInMemory(database);
  await database.connection.run(tables.map(({ schema }) => defineBareTable(schema)).join(';\n'));
}

function parquetPath({ schema }: Table): string {
  return `parquet/${schema.name}.parquet`;
}
