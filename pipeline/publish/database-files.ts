import { join } from 'node:path';
import { fault } from '../finding.ts';
import { attach, closeDatabase, type Database, detach, load, openDatabase } from './database.ts';
import { type Definition, defineBareTable } from './definition.ts';
import type { Effects } from './effects.ts';
import { copyToParquet } from './parquet.ts';
import type { Description, View } from './publication.ts';
import { identifier } from './sql.ts';
import type { Table } from './table.ts';
import { readBack, type WrittenFile } from './written-file.ts';

/** What DuckDB is to write. */
export interface DatabaseTask {
  readonly definition: Definition;
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
  task: DatabaseTask,
  { step, signal }: Effects,
): Promise<readonly WrittenFile[]> {
  const { definition, tables, description, next, file, kept } = task;
  step?.('database');
  const database = await openDatabase();
  const interrupt = (): void => database.connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    if (kept) await loadBare(database, tables);
    else await createFile(database, join(next, file), definition, tables);
    step?.('parquet');
    for (const table of tables) {
      signal?.throwIfAborted();
      await database.connection.run(copyToParquet(table, join(next, parquetPath(table)), description));
    }
    if (!kept) await detach(database);
  } catch (error) {
    // An interrupted statement fails in DuckDB's words; the user is told why it was interrupted.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    closeDatabase(database);
  }
  return Promise.all([file, ...tables.map(parquetPath)].map((path) => readBack(next, path)));
}

/** One transaction for all, so that the file is written once and not table by table. */
async function createFile(
  database: Database,
  path: string,
  definition: Definition,
  tables: readonly Table[],
): Promise<void> {
  const { connection } = database;
  await attach(database, path);
  await connection.run(['begin', ...definition.tables].join(';\n'));
  for (const table of tables) await load(database, table);
  for (const view of definition.views) await createView(database, view);
  await connection.run([...definition.comments, 'commit'].join(';\n'));
}

async function loadBare(database: Database, tables: readonly Table[]): Promise<void> {
  await database.connection.run(tables.map(({ schema }) => defineBareTable(schema)).join(';\n'));
  for (const table of tables) await load(database, table);
}

/** A view is written by people, so what DuckDB says of its query is for them. */
async function createView({ connection }: Database, { name, query }: View): Promise<void> {
  try {
    await connection.run(`create view ${identifier(name)} as ${query}`);
  } catch (error) {
    throw fault({
      kind: 'schema',
      place: { table: name },
      expected: 'a view whose query DuckDB understands',
      found: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    });
  }
}

function parquetPath({ schema }: Table): string {
  return `parquet/${schema.name}.parquet`;
}
