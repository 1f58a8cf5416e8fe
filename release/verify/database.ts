import type { PrintedRow } from '../../pipeline/command-line/copy/csv-rows.ts';
import { identifier, literal } from '../../pipeline/publish/duckdb/sql.ts';
import type { Answer } from './answer.ts';
import type { FormatRows } from './formats.ts';
import { type ReaderLimits, type ReaderProcess, startReader } from './reader-process.ts';

/** Many times what the largest output takes; what does not end by then does not come from us. */
export const LIMITS: ReaderLimits = { milliseconds: 60_000, total: 300_000, mebibytes: 1536 };

/** The name under which a DuckDB file of a copy is attached. */
export const PUBLISHED = 'published';

/** How the process is started that runs the statements. */
export type StartReader = (limits: ReaderLimits) => Promise<ReaderProcess>;

/** An answer that is no refusal. */
type Answered = Exclude<Answer, { readonly error: string }>;

/** A DuckDB that reads one folder and nothing else, in a process of its own. */
export interface Reader {
  /** The rows of a statement, each value as text. Throws what DuckDB says, or the limit that was broken. */
  readonly rowsOf: (statement: string) => Promise<readonly PrintedRow[]>;
  /** A table as DuckDB has it: `from` is its full name, or a Parquet file as `'path'`. Throws as `rowsOf`. */
  readonly tableOf: (from: string) => Promise<FormatRows>;
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
  const run = async (statement: string): Promise<Answered> => {
    if (running === undefined) {
      running = await start(limits);
      for (const each of prepared) await ask(running, each);
    }
    return ask(running, statement);
  };
  const ask = async (process: ReaderProcess, statement: string): Promise<Answered> => {
    const left = limits.total - spent;
    if (left <= 0) throw new Error(`statements that take more than ${limits.total / 1000} s together`);
    const begun = performance.now();
    const answer = await process.ask(statement, Math.min(left, limits.milliseconds));
    spent += performance.now() - begun;
    if (answer.gone) running = undefined;
    if ('error' in answer)
      throw new Error(answer.gone ? `${answer.error}: ${shortened(statement)}` : answer.error);
    return answer;
  };
  return {
    rowsOf: async (statement) => rowsOf(await run(statement)),
    tableOf: async (from) => {
      const answer = await run(`select * from ${from}`);
      return {
        columns: answer.names.map((name, at) => `${name} ${answer.types[at]}`),
        rows: rowsOf(answer),
      };
    },
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

function rowsOf({ names, rows }: Answered): readonly PrintedRow[] {
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])));
}

/** A statement as far as a person needs it to know which one it is. */
function shortened(statement: string): string {
  const line = statement.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
