import { readerWithin } from '../../pipeline/command-line/limited-reading.ts';
import type { ReadingLimits } from '../../pipeline/command-line/limits.ts';
import type { Task } from '../../pipeline/command-line/reading.ts';
import { bomb } from './hostile-pdfs.ts';

/**
 * Reads what takes all memory and prints what is said of it: `hungry-reading.ts pdf|WHAT MEBIBYTES`. It is a process of its
 * own because those of the tests have more room for new objects, by which a thread can pass its limit before V8 ends it;
 * then V8 ends the process.
 */
const [what = '', mebibytes] = process.argv.slice(2);
const limits: ReadingLimits = { seconds: 3000, mebibytes: Number(mebibytes) };
const task: Task =
  what === 'pdf'
    ? { kind: 'look', source: { bytes: bomb(256), file: 'report.pdf' }, pages: undefined }
    : { kind: 'normalise', document: undefined, source: what };
const thread = what === 'pdf' ? undefined : new URL('stuck-thread.mjs', import.meta.url);
try {
  await readerWithin(limits, undefined, thread)(task, { started: () => undefined });
  console.log('read');
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
