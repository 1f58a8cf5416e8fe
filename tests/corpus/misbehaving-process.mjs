// Stands for what builds documents, and does with each what its name says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

const tell = (told) => process.send(told);

export default async function work({ out, task }) {
  const { document, folder, exhausted } = task;
  const findings = exhausted ?? [];
  const state = exhausted === undefined ? 'published' : 'exhausted';
  const done = {
    document,
    folder,
    state,
    isKept: false,
    record: '',
    rows: process.pid,
    files: 0,
    bytes: 0,
    findings,
  };
  if (exhausted !== undefined) return { kind: 'done', done };
  tell({ kind: 'began', pid: process.pid, rss: process.memoryUsage.rss() });
  tell({ kind: 'started', stage: 'normalise' });
  if (document === 'endless') {
    writeFileSync(join(out, 'endless'), String(process.pid));
    for (;;);
  }
  if (document === 'greedy') {
    const held = Array.from({ length: 128 }, (_, at) => Buffer.alloc(1024 * 1024, at));
    // Until it is ended, however late somebody looks.
    for (;;) await after(1000, held);
  }
  if (document === 'dying') process.kill(process.pid, 'SIGKILL');
  if (document === 'disk')
    return { kind: 'failed', findings: [{ kind: 'output', place: {}, expected: 'room', found: 'none' }] };
  if (document === 'wrong') throw new TypeError('it is undefined');
  return { kind: 'done', done };
}
