import { Worker } from 'node:worker_threads';
import type { Stage } from '../build.ts';
import { type Finding, fault, type Place, SourceFault } from '../page/finding.ts';
import type { Definition } from '../publish/duckdb/definition.ts';
import type { ReadingLimits } from './limits.ts';
import type { Answer, Task, TaskHearing } from './reading.ts';
import type { Making, StageText } from './stage-values.ts';

/** What the thread tells while it reads, and at its end. */
export type Told =
  | { readonly kind: 'started'; readonly stage: Stage }
  | { readonly kind: 'reached'; readonly place: Place }
  | { readonly kind: 'defined'; readonly definition: Definition }
  | { readonly kind: 'made'; readonly stage: Stage; readonly making: Making; readonly value: StageText }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] };

/** Does a task of reading, and tells of it meanwhile. */
export type TaskReader = (task: Task, hear: TaskHearing) => Promise<Answer>;

/** Beside this file, which is TypeScript in tests and compiled otherwise. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './reading-thread.mjs' : './reading-worker.mjs',
  import.meta.url,
);

const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 100;

/**
 * A reader that ends: all that is pure in a command, from the declarations to what is published, is done in a thread of
 * its own, which can be stopped in the midst of anything. What would take all time or memory (a PDF whose stream
 * unpacks to gigabytes, a text or a declaration made to be read in endless ways) is a finding once it has taken
 * `limits`, which says how far it had come; and who aborts `signal` need not wait. What a thread keeps outside its
 * heap is seen in the whole program's memory.
 */
export function readerWithin(limits: ReadingLimits, signal?: AbortSignal, thread = THREAD): TaskReader {
  return (task, hear) =>
    new Promise((resolve, reject) => {
      const before = process.memoryUsage.rss();
      const begun = performance.now();
      let at: Progress = {};
      const worker = new Worker(thread, {
        workerData: task,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: limits.mebibytes },
      });
      const settle = (end: () => void): void => {
        clearInterval(watch);
        signal?.removeEventListener('abort', abort);
        worker.removeAllListeners('message');
        void worker.terminate();
        end();
      };
      const abort = (): void => settle(() => reject(signal?.reason));
      const refuse = (within: string, found: string): void =>
        settle(() => reject(exhausting(task, at, within, found)));
      const tooMuch = (): void => refuse(`with ${limits.mebibytes} MiB of memory`, 'one that takes more');
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.mebibytes * MIB) tooMuch();
        else if (performance.now() - begun > limits.seconds * 1000)
          refuse(`in ${limits.seconds} s`, 'one that takes longer');
      }, WATCH_EVERY_MS);
      const hears = (told: Told): void => {
        if (told.kind === 'started') {
          at = { stage: told.stage };
          hear.started(told.stage);
        } else if (told.kind === 'reached') {
          at = { ...at, place: told.place };
          hear.reached?.(told.place);
        } else if (told.kind === 'defined') {
          // Whoever prepares for it awaits it; a failure is told there.
          void Promise.resolve(hear.defined?.(told.definition)).catch(() => undefined);
        } else if (told.kind === 'made') hear.made?.(told.stage, told.making, told.value);
        else if (told.kind === 'findings') settle(() => reject(new SourceFault(told.findings)));
        else settle(() => resolve(told.answer));
      };
      worker.on('message', (told: Told) => {
        try {
          hears(told);
        } catch (error) {
          settle(() => reject(error));
        }
      });
      worker.once('error', (error) =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuch()
          : settle(() => reject(error)),
      );
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
}

/** How far a reading has come. */
export interface Progress {
  readonly stage?: Stage;
  readonly place?: Place;
}

/** Says of a task that it took more than it may, and how far it had come. */
export function exhausting(
  task: Task,
  { stage, place }: Progress,
  within: string,
  found: string,
): SourceFault {
  if (stage === undefined) {
    const file =
      task.kind === 'look' || task.kind === 'text'
        ? task.source.file
        : ['sources', task.document ?? ''].join('/');
    return tooExhausting({ file, ...place }, 'declarations', within, found, DECLARATIONS_ADVICE);
  }
  const named = typeof task.source === 'object' ? task.source.file : task.source;
  const where = { ...(named !== undefined && { file: named }), ...place };
  if (stage === 'extract' && /\.pdf$/i.test(named ?? '')) {
    return tooExhausting(where, 'a PDF', within, found, 'print it to a new PDF, or export its text');
  }
  if (stage === 'extract' && /\.(?:x?html?|docx)$/i.test(named ?? '')) {
    return tooExhausting(where, 'a page', within, found, 'save it anew, or print it to a PDF');
  }
  const action = 'look at what stands there: a printed text needs a hundredth of it';
  return tooExhausting(where, 'a text', within, `${found} (stage ${stage})`, action);
}

const DECLARATIONS_ADVICE = 'look at what was declared last: a document needs a hundredth of it';

function tooExhausting(
  place: Place,
  what: string,
  within: string,
  found: string,
  action: string,
): SourceFault {
  const kind = what === 'a PDF' ? 'pdf' : 'file';
  return fault({ kind, place, expected: `${what} that can be read ${within}`, found, action });
}
