// Reads in a thread of its own, so that limited-reading.ts can end it whatever it does.
import { parentPort, workerData } from 'node:worker_threads';
import { SourceFault } from '../page/finding.ts';
import type { Told } from './limited-reading.ts';
import { readTask, type Task } from './reading.ts';

const tell = (told: Told): void => parentPort?.postMessage(told);

try {
  const answer = await readTask(workerData as Task, {
    started: (stage) => tell({ kind: 'started', stage }),
    reached: (place) => tell({ kind: 'reached', place }),
    defined: (definition) => tell({ kind: 'defined', definition }),
    made: (stage, making, value) => tell({ kind: 'made', stage, making, value }),
  });
  tell({ kind: 'answer', answer });
} catch (error) {
  if (!(error instanceof SourceFault)) throw error;
  tell({ kind: 'findings', findings: error.findings });
}
