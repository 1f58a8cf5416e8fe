// Stands for what builds documents, and does with each what its name says.
import { setTimeout as after } from 'node:timers/promises';

const tell = (told) => process.send(told);

export default async function work({ task }) {
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
  if (document === 'endless') for (;;);
  if (document === 'greedy') {
    const held = [];
    for (let at = 0; at < 400; at += 1) {
      held.push(Buffer.alloc(1024 * 1024, at));
      await after(1);
    }
  }
  if (document === 'dying') process.kill(process.pid, 'SIGKILL');
  if (document === 'disk')
    return { kind: 'failed', findings: [{ kind: 'output', place: {}, expected: 'room', found: 'none' }] };
  if (document === 'wrong') throw new TypeError('it is undefined');
  return { kind: 'done', done };
}
