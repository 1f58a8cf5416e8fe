import type { Stage } from '../../build.ts';
import type { Finding } from '../../page/finding.ts';
import type { DocumentDone, DocumentTask } from './build-document.ts';

/** A document, and the folder of the corpus that it goes to. */
export interface WorkerTask {
  readonly out: string;
  readonly task: DocumentTask;
}

/** What became of a document, or what is wrong with the folder of the corpus, which is no fault of the document. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly done: DocumentDone }
  | { readonly kind: 'failed'; readonly findings: readonly Finding[] };

/** What a process tells while it builds a document. */
export type Told =
  | { readonly kind: 'began'; readonly pid: number; readonly rss: number }
  | { readonly kind: 'started'; readonly stage: Stage };
