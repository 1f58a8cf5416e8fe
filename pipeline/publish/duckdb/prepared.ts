import { fault } from '../../page/finding.ts';
import { closeDatabase, type Database, DEFINED, openDatabase } from './database.ts';
import type { Definition } from './definition.ts';
import { viewOf } from './sql.ts';

/** A DuckDB in memory to which all is being told that the file holds besides rows. */
export interface PreparedDatabase extends Database {
  readonly definition: Definition;
  /** Settles when DuckDB has defined it all; rejects with what it says otherwise. */
  readonly running: Promise<unknown>;
}

/**
 * Begins to define tables, views and comments in memory. All is one call, which DuckDB works off in a thread of
 * its own: it takes its time over the views, while this thread reads the source.
 */
export async function prepareDatabase(definition: Definition): Promise<PreparedDatabase> {
  const database = await openDatabase();
  const { tables, views, comments } = definition;
  const statements = [
    `attach ':memory:' as ${DEFINED}`,
    `use ${DEFINED}`,
    ...tables,
    ...views.map(({ name, query }) => viewOf(name, query)),
    // Together, for behind each that is alone DuckDB looks whether there is something to write.
    'begin',
    ...comments,
    'commit',
  ];
  const running = database.connection.run(statements.join(';\n'));
  // Whoever does not come to await it has another error to tell.
  running.catch(() => undefined);
  return { ...database, definition, running };
}

/** Settles when all is defined; rejects with a fault that names the view which DuckDB does not understand. */
export async function defined({ running, definition }: PreparedDatabase): Promise<void> {
  await running.catch((error: unknown) => findView(definition, error));
}

/** Gives the database up, whatever it is at. */
export async function discardDatabase(database: PreparedDatabase): Promise<void> {
  database.connection.interrupt();
  await database.running.catch(() => undefined);
  closeDatabase(database);
}

/** Works with the prepared database, or with one of its own when other tables are published than was expected. */
export async function withDatabase<T>(
  definition: Definition,
  prepared: PreparedDatabase | undefined,
  work: (database: PreparedDatabase) => Promise<T>,
): Promise<T> {
  if (prepared !== undefined && JSON.stringify(prepared.definition) === JSON.stringify(definition)) {
    return work(prepared);
  }
  const own = await prepareDatabase(definition);
  try {
    return await work(own);
  } finally {
    await discardDatabase(own);
  }
}

/**
 * A view is written by people, so what DuckDB says of its query is for them. A text that it cannot parse keeps it
 * from running any of the call, so the views are tried again, one by one.
 */
async function findView({ tables, views }: Definition, cause: unknown): Promise<void> {
  const database = await openDatabase();
  try {
    await database.connection.run(tables.join(';\n'));
    for (const { name, query } of views) {
      await database.connection.run(viewOf(name, query)).catch((error: unknown) => {
        throw fault({
          kind: 'schema',
          place: { table: name },
          expected: 'a view whose query DuckDB understands',
          found: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        });
      });
    }
  } finally {
    closeDatabase(database);
  }
  throw cause;
}
