import { readFile } from 'node:fs/promises';
import { Tinypool } from 'tinypool';
import type { Stage } from '../../build.ts';
import { SourceFault } from '../../page/finding.ts';
import { exhausting, type Progress } from '../limited-reading.ts';
import type { ReadingLimits } from '../limits.ts';
import type { DocumentDone, DocumentTask } from './build-document.ts';
import type { Told, WorkerAnswer, WorkerTask } from './messages.ts';

/** How documents are built. */
export interface PoolOptions {
  /** The folder of the corpus. */
  readonly out: string;
  /** How many are built at the same time, each by a process of its own. */
  readonly workers: number;
  /** What each may take. */
  readonly limits: ReadingLimits;
  readonly signal: AbortSignal | undefined;
  /** What the processes run: the module that builds documents. */
  readonly program?: URL;
}

/** Beside this file, which is TypeScript in tests and compiled otherwise. */
const PROCESS = new URL(
  import.meta.url.endsWith('.ts') ? './document-process.mjs' : './document-worker.mjs',
  import.meta.url,
);

const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 100;
/**
 * What a process begins with: once its parent is gone it ends, whatever it does. Only the parent knows what it may take,
 * and one that was killed has told nobody.
 */
const WITH_PARENT = `import { Worker } from 'node:worker_threads';
  const watch = 'setInterval(() => process.ppid === ${process.pid} || process.kill(process.pid, 9), 1000)';
  new Worker(watch, { eval: true, execArgv: [] }).unref();`;

/** A process may have been ended by somebody; at the second time it is the document that ends it. */
const MOST_DEATHS = 2;

/**
 * Builds documents, as many at a time as there are workers, and tells of each when it is done. A worker is a process, so
 * that memory is counted for each document and whatever takes one down takes no other. A document that takes more time or
 * memory than it may is ended and refused; the others go on. Throws what is wrong with the folder of the corpus, and
 * the signal's reason once all has stopped.
 */
export async function buildAll(
  tasks: readonly DocumentTask[],
  { out, workers, limits, signal, program = PROCESS }: PoolOptions,
  done: (done: DocumentDone) => void,
): Promise<void> {
  const count = Math.max(1, Math.min(workers, tasks.length));
  const pool = new Tinypool({
    filename: program.href,
    runtime: 'child_process',
    minThreads: count,
    maxThreads: count,
    execArgv: [
      // More than the watch allows, which then comes first and can say what it was.
      `--max-old-space-size=${limits.mebibytes + 512}`,
      `--import=data:text/javascript,${encodeURIComponent(WITH_PARENT)}`,
    ],
    env: ownEnvironment(),
  });
  const failed = new AbortController();
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  // A process that dies before it takes a document: the next would too.
  pool.on('error', (error) => failed.abort(error));
  const rest = tasks.values();
  const work = async (): Promise<void> => {
    for (const task of rest) {
      stop.throwIfAborted();
      done(await built(pool, { out, task }, limits, stop));
    }
  };
  try {
    await Promise.all(
      Array.from({ length: count }, () =>
        work().catch((error: unknown) => {
          failed.abort(error);
          throw error;
        }),
      ),
    );
  } catch (error) {
    stop.throwIfAborted();
    throw error;
  } finally {
    await pool.destroy();
  }
}

/** Builds a document within the limits; what is more than that is a finding of it. */
async function built(
  pool: Tinypool,
  work: WorkerTask,
  limits: ReadingLimits,
  stop: AbortSignal,
): Promise<DocumentDone> {
  const { task } = work;
  const exceeded = async (at: Progress, within: string, found: string): Promise<DocumentDone> => {
    const { findings } = exhausting(
      { kind: 'build', document: undefined, source: task.folder },
      { stage: at.stage ?? 'extract', ...at },
      within,
      found,
    );
    return attempt(pool, { ...work, task: { ...task, exhausted: findings } }, limits, stop).result;
  };
  const within = `with ${limits.mebibytes} MiB of memory`;
  for (let deaths = 1; ; deaths += 1) {
    const { result, ended, progress } = attempt(pool, work, limits, stop);
    try {
      return await result;
    } catch (error) {
      stop.throwIfAborted();
      const why = ended();
      if (why === 'time') return exceeded(progress(), `in ${limits.seconds} s`, 'one that takes longer');
      if (why === 'memory') return exceeded(progress(), within, 'one that takes more');
      if (!isDeath(error)) throw asError(error);
      if (deaths === MOST_DEATHS)
        return exceeded(progress(), within, 'one at which the process that reads it dies');
    }
  }
}

interface Attempt {
  readonly result: Promise<DocumentDone>;
  /** Which limit has ended it, if any. */
  readonly ended: () => 'time' | 'memory' | undefined;
  readonly progress: () => Progress;
}

/** One process takes one document; a watch ends it when it takes more than it may. */
function attempt(pool: Tinypool, work: WorkerTask, limits: ReadingLimits, stop: AbortSignal): Attempt {
  const end = new AbortController();
  const state: {
    began?: { readonly pid: number; readonly rss: number; readonly at: number };
    stage?: Stage;
    ended?: 'time' | 'memory';
  } = {};
  const exceed = (what: 'time' | 'memory'): void => {
    state.ended ??= what;
    end.abort();
  };
  const watch = setInterval(async () => {
    if (state.began === undefined) return;
    const { pid, rss, at } = state.began;
    if (performance.now() - at > limits.seconds * 1000) exceed('time');
    else if ((await residentBytes(pid)) - rss > limits.mebibytes * MIB) exceed('memory');
  }, WATCH_EVERY_MS);
  const channel = {
    postMessage: (told: Told): void => {
      if (told.kind === 'began') state.began = { pid: told.pid, rss: told.rss, at: performance.now() };
      else state.stage = told.stage;
    },
  };
  const answer: Promise<WorkerAnswer> = pool.run(work, {
    signal: AbortSignal.any([end.signal, stop]),
    channel,
  });
  const result = answer
    .finally(() => clearInterval(watch))
    .then((told) => {
      if (told.kind === 'failed') throw new SourceFault(told.findings);
      return told.done;
    });
  return {
    result,
    ended: () => state.ended,
    progress: () => (state.stage === undefined ? {} : { stage: state.stage }),
  };
}

/** What a process has in memory, where the system tells it; none where it does not, and then V8's own limit holds. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

function isDeath(error: unknown): boolean {
  return error instanceof Error && error.message === 'Worker exited unexpectedly';
}

/** An error of another process comes without its class. */
function asError(error: unknown): unknown {
  const isTold = typeof error === 'object' && error !== null && 'message' in error;
  return error instanceof Error || !isTold ? error : new Error(String(error.message), { cause: error });
}

/** All variables of this process: a process that is begun without them has no PATH and no temporary folder. */
function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
