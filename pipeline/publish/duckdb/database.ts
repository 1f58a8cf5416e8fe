import type { DuckDBConnection, DuckDBInstance, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { type Column, integerBits, precisionOf, type Table } from '../table.ts';
import { type DuckDB, loadDuckdb } from './duckdb.ts';
import { literal } from './sql.ts';

/** A running DuckDB, in memory until a file is attached. */
export interface Database {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

/**
 * How the file is laid out. Blocks of 16 KiB, the smallest, because each index of each small table takes some:
 * with the usual 256 KiB forty tables make 33 MB of nearly nothing. Format v1.2.0 opens in every DuckDB from
 * 1.2 on, and unlike the latest it carries no random identifier.
 */
export const FILE_OPTIONS = "storage_version 'v1.2.0', block_size 16384";

/**
 * Packings that are not used, for they would give other bytes to the same rows: FSST builds its symbols from a random
 * sample, bitpacking packs whatever stands in memory where a value is null. Zstandard, for long texts,
 * is left out because nothing here needs it. A test holds the others (tests/nothing-lost/reproduce.test.ts).
 */
export const UNUSED_PACKINGS = 'fsst,bitpacking,zstd';

/** How DuckDB runs: without threads that would shuffle rows, and without extensions from the network. */
const SETTINGS = {
  threads: '1',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  // A commit writes the file at once and not a write-ahead log first, which would take the room twice.
  checkpoint_threshold: '1KB',
  // What was read of a file is not kept: it is 16 KiB of each, and files are many and read once or twice.
  enable_external_file_cache: 'false',
};

/** Where, in memory, the tables and views are defined; the attached file; and where rows only pass through. */
export const DEFINED = 'defined';
const FILE = 'published';
const MEMORY = 'memory';

/** Rows that DuckDB takes in one chunk. */
const CHUNK = 2048;

export async function openDatabase(): Promise<Database> {
  const duckdb = await loadDuckdb();
  const instance = await duckdb.DuckDBInstance.create(':memory:', SETTINGS);
  return { instance, connection: await instance.connect() };
}

/**
 * What gives the system back what statements have let go. Each runs in any of four threads, of which each keeps what it
 * was given for a list of files and their readers, 2 kB a file; DuckDB returns it when it is told how much it may take,
 * and it is told what holds anyway.
 */
export async function giverBack({ connection }: Database): Promise<() => Promise<void>> {
  const limits = await connection.runAndReadAll("select current_setting('memory_limit')");
  const [[limit] = []] = limits.getRowsJson();
  return async () => {
    await connection.run(`set memory_limit = ${literal(String(limit))}`);
  };
}

export function closeDatabase({ instance, connection }: Database): void {
  connection.closeSync();
  instance.closeSync();
}

/** Begins the file in a transaction, with all that was defined in memory. */
export async function attach({ connection }: Database, file: string): Promise<void> {
  // DuckDB takes that setting from a statement only.
  await connection.run(`set disabled_compression_methods = ${literal(UNUSED_PACKINGS)}`);
  await connection.run(`attach ${literal(file)} as ${FILE} (${FILE_OPTIONS}); use ${FILE}; begin`);
  await connection.run(`copy from database ${DEFINED} to ${FILE} (schema)`);
}

/** Completes the attached file: all in one file, nothing left in a write-ahead log. */
export async function detach({ connection }: Database): Promise<void> {
  await connection.run(`checkpoint ${FILE}; use ${MEMORY}; detach ${FILE}`);
}

/** Makes memory the place where tables are created from now on. */
export async function stayInMemory({ connection }: Database): Promise<void> {
  await connection.run(`use ${MEMORY}`);
}

/** Loads the rows of a table, in their order. */
export async function load({ connection }: Database, { schema, columns, rowCount }: Table): Promise<void> {
  const duckdb = await loadDuckdb();
  const appender = await connection.createAppender(schema.name);
  const types = columns.map((column) => typeOf(column, duckdb));
  const chunk = duckdb.DuckDBDataChunk.create(types, CHUNK);
  const values = columns.map((column) => valuesOf(column, duckdb));
  for (let from = 0; from < rowCount; from += CHUNK) {
    chunk.reset();
    chunk.rowCount = Math.min(CHUNK, rowCount - from);
    for (const [at, column] of values.entries()) chunk.setColumnValues(at, column.slice(from, from + CHUNK));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function typeOf(column: Column, duckdb: DuckDB): DuckDBType {
  switch (column.type) {
    case 'string':
      return duckdb.VARCHAR;
    case 'boolean':
      return duckdb.BOOLEAN;
    case 'integer':
      return integerBits(column.field) === 64 ? duckdb.BIGINT : duckdb.INTEGER;
    case 'number':
      return duckdb.DECIMAL(precisionOf(column.field), column.scale);
  }
}

function valuesOf(column: Column, duckdb: DuckDB): readonly DuckDBValue[] {
  if (column.type === 'number') {
    return column.unscaled.map((value) =>
      value === null ? null : new duckdb.DuckDBDecimalValue(value, precisionOf(column.field), column.scale),
    );
  }
  if (column.type === 'integer' && integerBits(column.field) === 64) {
    return column.values.map((value) => (value === null ? null : BigInt(value)));
  }
  return column.values;
}
