import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is kept under a name in a folder of build/, else made and kept: the name says all that it is made from. A folder
 * that cannot be written costs time and nothing else.
 *
 *     kept('cards', `${sha256(svg)}.png`, () => painted(svg))
 */
export function kept(folder: string, name: string, make: () => Uint8Array): Uint8Array {
  const within = join('build', folder);
  const path = join(within, name);
  const found = readIfThere(path);
  if (found !== undefined) return found;
  const made = make();
  try {
    mkdirSync(within, { recursive: true });
    // Written beside and moved, so that no other build reads half of it.
    writeFileSync(`${path}.${process.pid}`, made);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    return made;
  }
  return made;
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
