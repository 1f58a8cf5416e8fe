import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  getPlatformFeatures,
  VoidLogger,
} from '@duckdb/duckdb-wasm';
import { type Answer, type Cell, type Column, DONE, MOST_ROWS } from './answer.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { describing, reading, type Statement, statementsOf } from './statements.ts';

/** A file that the engine is made of, by its address, with its size for the progress. */
export interface EngineFile {
  readonly url: string;
  readonly bytes: number;
}

/** What the engine is made of; all from the site's own host. */
export interface EngineFiles {
  readonly worker: string;
  readonly module: EngineFile;
  readonly database: EngineFile;
}

/** How a query ended. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** DuckDB in this browser with the published file open. */
export interface Engine {
  /** Runs all statements of a text; the outcome is that of the last, or of the first that is refused. */
  readonly run: (sql: string) => Promise<Outcome>;
  /** Makes the running text end with a refusal of the kind `stopped`; done when it has ended. */
  readonly stop: () => Promise<void>;
}

/** The browser is too old for the engine. */
export class OldBrowser extends Error {}

/**
 * The file is attached read-only, and then all that reaches outside is locked: no extension is fetched, no file or
 * address opened, whatever a query says. Each is a statement of its own, because DuckDB-WASM runs only the first of
 * several.
 */
const OPENING = [
  "attach 'published.duckdb' as published (read_only)",
  'use published',
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  'set enable_external_access = false',
  'set lock_configuration = true',
];

/**
 * Loads DuckDB-WASM and the published file. `progress` is told the bytes that have come, of both together.
 * Throws `OldBrowser` where WebAssembly has no exceptions, and the browser's error when a file does not come.
 */
export async function startEngine(
  { worker, module, database }: EngineFiles,
  progress: (loaded: number, total: number) => void,
): Promise<Engine> {
  if (!(await getPlatformFeatures()).wasmExceptions) throw new OldBrowser();
  const loaded = { module: 0, database: 0 };
  const tell = (part: keyof typeof loaded) => (bytes: number) => {
    loaded[part] = bytes;
    progress(loaded.module + loaded.database, module.bytes + database.bytes);
  };
  const duckdb = new AsyncDuckDB(new VoidLogger(), new Worker(worker));
  const [bytes] = await Promise.all([
    fetchBytes(database, tell('database')),
    duckdb.instantiate(module.url, null, ({ bytesLoaded }) => tell('module')(bytesLoaded)),
  ]);
  await duckdb.registerFileBuffer('published.duckdb', bytes);
  await duckdb.open({});
  const connection = await duckdb.connect();
  for (const statement of OPENING) await connection.query(statement);
  return engineOf(duckdb, connection);
}

/** One text runs at a time: `run` is called when the last has ended, as `stop` waits for. */
function engineOf(duckdb: AsyncDuckDB, connection: AsyncDuckDBConnection): Engine {
  const state: { stops: number; ended: Promise<unknown> } = { stops: 0, ended: Promise.resolve() };
  return {
    run: (sql) => {
      const { stops } = state;
      const send: Send = async (statement) => {
        // A stop that came between two statements finds nothing to cancel.
        if (stops !== state.stops) throw new Error('query was canceled');
        return await sent(connection, statement);
      };
      const outcome = run(duckdb, send, sql);
      state.ended = outcome;
      return outcome;
    },
    stop: async () => {
      state.stops += 1;
      await connection.cancelSent();
      await state.ended;
    },
  };
}

/** Runs one statement and takes its rows as texts. */
type Send = (statement: string) => Promise<Answer>;

async function fetchBytes({ url, bytes }: EngineFile, tell: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (value === undefined) continue;
    parts.push(value);
    loaded += value.length;
    tell(Math.min(loaded, bytes));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function run(duckdb: AsyncDuckDB, send: Send, sql: string): Promise<Outcome> {
  const statements = statementsOf(sql, await duckdb.tokenize(sql));
  let answer = DONE;
  for (const [at, statement] of statements.entries()) {
    const outcome = await answerOf(send, statement, at === statements.length - 1);
    if (outcome.kind === 'refusal') return outcome;
    answer = outcome.answer;
  }
  return { kind: 'answer', answer };
}

async function answerOf(send: Send, statement: Statement, isShown: boolean): Promise<Outcome> {
  const { kind, text, linesBefore } = statement;
  const isRead = isShown && (kind === 'query' || kind === 'relation');
  try {
    if (isRead) return { kind: 'answer', answer: await read(send, statement) };
    const table = await send(text);
    return { kind: 'answer', answer: kind === 'listing' ? table : DONE };
  } catch (error) {
    return { kind: 'refusal', refusal: refusalOf(error, (isRead ? 1 : 0) - linesBefore) };
  }
}

async function read(send: Send, statement: Statement): Promise<Answer> {
  const described = await send(describing(statement));
  const columns = described.rows.map(([name, type]): Column => ({ name: name ?? '', type: type ?? '' }));
  const { rows } = await send(reading(statement, columns.length, MOST_ROWS + 1));
  return { columns, rows: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS };
}

/** Runs a statement so that it can be stopped, and takes its rows as texts. */
async function sent(connection: AsyncDuckDBConnection, sql: string): Promise<Answer> {
  const batches = await (await connection.send(sql)).open();
  const columns = batches.schema.fields.map(({ name }): Column => ({ name, type: 'VARCHAR' }));
  const rows: (readonly Cell[])[] = [];
  for await (const batch of batches) {
    const values = columns.map((_, at) => batch.getChildAt(at));
    for (let row = 0; row < batch.numRows; row += 1)
      rows.push(values.map((column) => textOf(column?.get(row))));
  }
  return { columns, rows, isCut: false };
}

function textOf(value: unknown): Cell {
  return value === null || value === undefined ? null : String(value);
}
