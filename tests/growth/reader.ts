// Reads texts with declarations as it is asked, in a thread that can be ended.
import { parentPort } from 'node:worker_threads';
import { extract } from '../../pipeline/extract/extract.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { madeUpDocument } from '../made-up-document.ts';

/** What is to be read: files of a made-up document, and a text. */
export interface Asked {
  readonly tables: readonly string[];
  readonly files: readonly (readonly [string, string])[];
  readonly text: string;
}

parentPort?.on('message', async ({ tables, files, text }: Asked) => {
  try {
    const document = madeUpDocument(tables, new Map(files));
    const layer = await extract(new TextEncoder().encode(text), 'text.txt');
    normalise(layer, document);
    parentPort?.postMessage('read');
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    parentPort?.postMessage('refused');
  }
});
