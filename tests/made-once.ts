import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/** Milliseconds between two looks at what another process makes. */
const OFTEN = 100;
const known = new Map<string, Promise<string>>();

/**
 * A folder that one process of a run makes and all of them read: who comes first makes it, the others wait for it. None
 * may change it. It goes with the run.
 *
 *     const site = await madeOnce('site', (folder) => buildSite({ output: 'output', dist: folder, url: '' }));
 */
export function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const made = known.get(name) ?? makeOrWait(join(inject('sharedFolder'), name), make);
  known.set(name, made);
  return made;
}

async function makeOrWait(place: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(place, 'made');
  const [done, failed] = [join(place, 'done'), join(place, 'failed')];
  if (isFirst(place)) {
    const [end, why] = await make(folder).then(
      () => [done, ''] as const,
      (error: unknown) => [failed, String(error)] as const,
    );
    writeFileSync(end, why);
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error(`${place}: ${readFileSync(failed, 'utf8')}`);
    await setTimeout(OFTEN);
  }
  return folder;
}

function isFirst(place: string): boolean {
  try {
    mkdirSync(place);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
