import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeFolder, removeMade } from './removal.ts';

/** Runs `work` in an empty folder among the temporary files, which goes when it is over. */
export async function inTemporaryFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const made = await madeFolder(await mkdtemp(join(tmpdir(), `${name}-`)));
  try {
    return await work(made.path);
  } finally {
    await removeMade(made);
  }
}
