// A thread in the place of the reading one: it tells how far it has come and then does what `workerData.source` says.
import { parentPort, workerData } from 'node:worker_threads';

const place = { file: 'report.txt', line: 12, table: 'harvest' };
parentPort.postMessage({ kind: 'started', stage: workerData.kind });
parentPort.postMessage({ kind: 'reached', place });
const kept = [];
switch (workerData.source) {
  case 'stuck':
    for (;;);
  // Steps back without end: an expression that is not linear.
  case 'stuck in an expression':
    /^(\w+\s?)*$/.test(`${'word '.repeat(40)}!`);
    break;
  case 'hungry':
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  case 'hungry for bytes':
    for (;;) kept.push(new Uint8Array(1 << 22).fill(1));
}
