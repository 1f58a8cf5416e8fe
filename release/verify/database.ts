import type { DuckDBConnection } from '@duckdb/node-api';
import { duckdb } from '../../pipeline/publish/duckdb.ts';
import { identifier, literal } from '../../pipeline/publish/sql.ts';
import type { Field } from '../../pipeline/validate/table-schema.ts';
import type { PrintedRow } from '../copy/csv-rows.ts';
import type { FormatRows } from './formats.ts';

/** A query that has not ended by then does not come from us. */
const MOST_MILLISECONDS = 60_000;

/** A DuckDB that reads one folder and nothing else. */
export interface Reader {
  readonly connection: DuckDBConnection;
  /** How long a query may take. */
  readonly milliseconds: number;
  readonly close: () => void;
}

/**
 * Opens a DuckDB for files that nobody vouches for: they may be read, in `folder` alone; a view in them that reads
 * another file or the network fails, and so does one that changes these settings.
 */
export async function openReader(folder: string, milliseconds = MOST_MILLISECONDS): Promise<Reader> {
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  const settings = [
    `allowed_directories = [${literal(`${folder}/`)}]`,
    `temp_directory = ''`,
    'autoinstall_known_extensions = false',
    'autoload_known_extensions = false',
    'enable_external_access = false',
    'lock_configuration = true',
  ];
  await connection.run(settings.map((setting) => `set ${setting}`).join(';\n'));
  return { connection, milliseconds, close };
}

/** Attaches a DuckDB file for reading, as the place where names without a catalogue are looked up. */
export async function attachFile(reader: Reader, file: string): Promise<void> {
  await rowsOf(reader, `attach ${literal(file)} as published (read_only)`);
  await rowsOf(reader, 'use published');
}

/** The rows of a query, each value as text. Throws what DuckDB says, or that it took too long. */
export async function rowsOf(
  { connection, milliseconds }: Reader,
  query: string,
): Promise<readonly PrintedRow[]> {
  const timer = setTimeout(() => connection.interrupt(), milliseconds);
  try {
    const rows = (await connection.runAndReadAll(query)).getRowObjects();
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
      ),
    );
  } finally {
    clearTimeout(timer);
  }
}

/** Reads a table as DuckDB has it: `from` is its name, or a Parquet file as `'path'`. */
export async function readDatabaseRows(
  reader: Reader,
  from: string,
  fields: readonly Field[],
): Promise<FormatRows> {
  const described = await rowsOf(reader, `describe select * from ${from}`);
  const columns = described.map((row) => `${row.column_name} ${row.column_type}`);
  const known = new Set(described.map((row) => row.column_name));
  const texts = fields
    .filter(({ name }) => known.has(name))
    .map(({ name }) => `${identifier(name)}::varchar as ${identifier(name)}`);
  return {
    columns,
    rows: texts.length === 0 ? [] : await rowsOf(reader, `select ${texts.join(', ')} from ${from}`),
  };
}
