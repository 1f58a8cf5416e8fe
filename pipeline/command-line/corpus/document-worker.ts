// Builds documents in a process of its own, one after the other, so that pool.ts can end it whatever it does.

import { SourceFault } from '../../page/finding.ts';
import { once } from '../../page/remembered.ts';
import { openStore } from '../../publish/corpus/store.ts';
import { outputFault } from '../../publish/output-fault.ts';
import { buildDocument } from './build-document.ts';
import type { Told, WorkerAnswer, WorkerTask } from './messages.ts';

/** One process works for one corpus: what it works with is made at the first document and kept. */
const stores = new Map<string, () => ReturnType<typeof openStore>>();

const tell = (told: Told): void => {
  process.send?.(told);
};

export default async function work({ out, task }: WorkerTask): Promise<WorkerAnswer> {
  try {
    const open = stores.get(out) ?? once(() => openStore(out));
    stores.set(out, open);
    const store = await open();
    tell({ kind: 'began', pid: process.pid, rss: process.memoryUsage.rss() });
    const done = await buildDocument(store, task, { started: (stage) => tell({ kind: 'started', stage }) });
    return { kind: 'done', done };
  } catch (error) {
    const told = outputFault(out, error);
    if (!(told instanceof SourceFault)) throw error;
    return { kind: 'failed', findings: told.findings };
  }
}
