import { Worker } from 'node:worker_threads';
import type { PdfReader } from '../extract/extract.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import { type Finding, fault, SourceFault } from '../finding.ts';

/** What reading a PDF may take. */
export interface PdfLimits {
  readonly seconds: number;
  /** Memory beside that of the rest of the program. */
  readonly mebibytes: number;
}

/** What a PDF is read with: many times what the largest reports need, and no more than a small machine has. */
export const PDF_LIMITS: PdfLimits = { seconds: 180, mebibytes: 1536 };

/** What the thread is given. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** What it answers. */
export type PdfAnswer = { readonly layer: TextLayer } | { readonly findings: readonly Finding[] };

/** Beside this file, which is TypeScript in tests and compiled otherwise. */
const THREAD = import.meta.url.endsWith('.ts') ? './pdf-thread.mjs' : './pdf-worker.mjs';

const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 100;

/**
 * A reader of PDFs that ends: a file that is made to take all time or memory (a stream that unpacks to gigabytes,
 * a form that draws itself) is a finding once it has taken `limits`. The file is read in a thread of its own,
 * which can be stopped in the midst of anything; what a thread keeps outside its heap is seen in the whole
 * program's memory.
 */
export function pdfReaderWithin(limits: PdfLimits): PdfReader {
  return (bytes, file) =>
    new Promise((resolve, reject) => {
      const before = process.memoryUsage.rss();
      const begun = performance.now();
      const task: PdfTask = { bytes, file };
      const worker = new Worker(new URL(THREAD, import.meta.url), {
        workerData: task,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: limits.mebibytes },
      });
      const settle = (end: () => void): void => {
        clearInterval(watch);
        void worker.terminate();
        end();
      };
      const refuse = (expected: string, found: string): void =>
        settle(() => reject(exhausting(file, expected, found)));
      const tooMuch = (): void =>
        refuse(`a PDF that can be read with ${limits.mebibytes} MiB of memory`, 'one that takes more');
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.mebibytes * MIB) tooMuch();
        else if (performance.now() - begun > limits.seconds * 1000)
          refuse(`a PDF that can be read in ${limits.seconds} s`, 'one that takes longer');
      }, WATCH_EVERY_MS);
      worker.once('message', (answer: PdfAnswer) =>
        settle(() => ('layer' in answer ? resolve(answer.layer) : reject(new SourceFault(answer.findings)))),
      );
      worker.once('error', (error) =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuch()
          : settle(() => reject(error)),
      );
    });
}

function exhausting(file: string, expected: string, found: string): SourceFault {
  const action = 'print it to a new PDF, or export its text';
  return fault({ kind: 'pdf', place: { file }, expected, found, action });
}
