import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import { identifier, literal } from '../../pipeline/publish/duckdb/sql.ts';
import type { Field } from '../../pipeline/template/schema/table-schema.ts';
import type { FormatRows } from './formats.ts';
import { type ReaderLimits, type ReaderProcess, startReader } from './reader-process.ts';

/** Many times what the largest output takes; what does not end by then does not come from us. */
export const LIMITS: ReaderLimits = { milliseconds: 60_000, total: 300_000, mebibytes: 1536 };

/** The name under which a DuckDB file of a copy is attached. */
export const PUBLISHED = 'published';

/** How the process is started that runs the statements. */
export type StartReader = (limits: ReaderLimits) => Promise<ReaderProcess>;

/** A DuckDB that reads one folder and nothing else, in a process of its own. */
export interface Reader {
  /** The rows of a statement, each value as text. Throws what DuckDB says, or the limit that was broken. */
  readonly rowsOf: (statement: string) => Promise<readonly PrintedRow[]>;
  /** Runs a statement now, and again whenever the process had to be started anew. */
  readonly prepare: (statement: string) => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens a DuckDB for files that nobody vouches for: they may be read, in `folder` alone; a view in them that reads
 * another file or the network fails, and so does one that changes these settings. A statement that breaks `limits`
 * is told with the limit, its process is ended, and the next one gets another: one endless view hides nothing else.
 */
export async function openReader(
  folder: string,
  limits: ReaderLimits = LIMITS,
  start: StartReader = startReader,
): Promise<Reader> {
  const prepared = [
    `set allowed_directories = [${literal(`${folder}/`)}]`,
    `set temp_directory = ''`,
    'set autoinstall_known_extensions = false',
    'set autoload_known_extensions = false',
    'set enable_external_access = false',
    'set lock_configuration = true',
  ];
  let running: ReaderProcess | undefined;
  let spent = 0;
  const run = async (statement: string): Promise<readonly PrintedRow[]> => {
    if (running === undefined) {
      running = await start(limits);
      for (const each of prepared) await ask(running, each);
    }
    return ask(running, statement);
  };
  const ask = async (process: ReaderProcess, statement: string): Promise<readonly PrintedRow[]> => {
    const left = limits.total - spent;
    if (left <= 0) throw new Error(`statements that take more than ${limits.total / 1000} s together`);
    const begun = performance.now();
    const answer = await process.ask(statement, Math.min(left, limits.milliseconds));
    spent += performance.now() - begun;
    if (answer.gone) running = undefined;
    if ('error' in answer)
      throw new Error(answer.gone ? `${answer.error}: ${shortened(statement)}` : answer.error);
    return answer.rows.map((row) =>
      Object.fromEntries(answer.names.map((name, at) => [name, row[at] ?? null])),
    );
  };
  return {
    rowsOf: run,
    prepare: async (statement) => {
      await run(statement);
      prepared.push(statement);
    },
    close: () => running?.end(),
  };
}

/** Attaches a DuckDB file for reading. Nothing in it is run, and none of its names hides one of DuckDB's own. */
export async function attachFile(reader: Reader, file: string, name = PUBLISHED): Promise<void> {
  await reader.prepare(`attach ${literal(file)} as ${identifier(name)} (read_only)`);
}

/** Reads a table as DuckDB has it: `from` is its full name, or a Parquet file as `'path'`. */
export async function readDatabaseRows(
  { rowsOf }: Reader,
  from: string,
  fields: readonly Field[],
): Promise<FormatRows> {
  const described = await rowsOf(`describe select * from ${from}`);
  const columns = described.map((row) => `${row.column_name} ${row.column_type}`);
  const known = new Set(described.map((row) => row.column_name));
  const texts = fields
    .filter(({ name }) => known.has(name))
    .map(({ name }) => `${identifier(name)}::varchar as ${identifier(name)}`);
  return {
    columns,
    rows: texts.length === 0 ? [] : await rowsOf(`select ${texts.join(', ')} from ${from}`),
  };
}

/** A statement as far as a person needs it to know which one it is. */
function shortened(statement: string): string {
  const line = statement.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
