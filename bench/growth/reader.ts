// Reads one shape at a time, as it is asked, and answers with the milliseconds that it took.
import { parentPort } from 'node:worker_threads';
import { extract } from '../../pipeline/extract/extract.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { SHAPES } from './shapes.ts';

parentPort?.on('message', async ({ shape, size }: { readonly shape: number; readonly size: number }) => {
  const asked = SHAPES[shape];
  if (asked === undefined) throw new Error(`no shape ${shape}`);
  const bytes = new TextEncoder().encode(asked.text(size));
  // The time of this program alone: what else the machine does is not counted, and nothing else runs here.
  const begun = process.cpuUsage();
  try {
    normalise(await extract(bytes, 'text.txt'), asked.document);
  } catch (error) {
    // What is refused has been read as well.
    if (!(error instanceof SourceFault)) throw error;
  }
  const { user, system } = process.cpuUsage(begun);
  parentPort?.postMessage((user + system) / 1000);
});
