import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { readBack, type WrittenFile } from '../folder/written-file.ts';
import { tableMetadata } from '../metadata/table-metadata.ts';
import type { Description } from '../publication.ts';
import type { Table } from '../table.ts';
import { attach, type Database, detach, load, stayInMemory } from './database.ts';
import { defineBareTable } from './definition.ts';
import { defined, type PreparedDatabase } from './prepared.ts';
import { identifier, literal } from './sql.ts';

/** What DuckDB is to write. */
interface DatabaseTask {
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

/**
 * The statement by which DuckDB writes a table as Parquet. The bytes depend on the rows, the metadata and the
 * version of DuckDB (`created_by`), which package.json pins; the one thread and the order in which the rows
 * were loaded see to the rest.
 */
function copyToParquet({ schema }: Table, path: string, description: Description): string {
  const metadata = tableMetadata(schema, description).map(
    ([name, text]) => `${identifier(name)}: ${literal(text)}`,
  );
  const options = `format parquet, compression zstd, kv_metadata {${metadata.join(', ')}}`;
  return `copy ${identifier(schema.name)} to ${literal(path)} (${options})`;
}
