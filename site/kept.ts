import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Folders of build/ in which a build of the site keeps what takes long to make. */
export const KEPT_FOLDERS = ['cards', 'compressed'] as const;
type KeptFolder = (typeof KEPT_FOLDERS)[number];

/** The list in such a folder of all that was written into it, each named before it was written. */
const LIST = 'kept.txt';

/**
 * What is kept under a name in a folder of build/, else made and kept: the name says all that it is made from. A folder
 * that cannot be written costs time and nothing else.
 *
 *     kept('cards', `${sha256(svg)}.png`, () => painted(svg))
 */
export function kept(folder: KeptFolder, name: string, make: () => Uint8Array): Uint8Array {
  const within = join('build', folder);
  const path = join(within, name);
  const found = readIfThere(path);
  if (found !== undefined) return found;
  const made = make();
  const beside = `${name}.${process.pid}`;
  try {
    mkdirSync(within, { recursive: true });
    appendFileSync(join(within, LIST), `${beside}\n${name}\n`);
    // Written beside and moved, so that no other build reads half of it.
    writeFileSync(join(within, beside), made);
    renameSync(join(within, beside), path);
  } catch {
    return made;
  }
  return made;
}

/** All that stands in these folders by their lists, with the lists, as paths in build/. */
export function keptFiles(build: string): readonly string[] {
  return KEPT_FOLDERS.flatMap((folder) => {
    const list = readIfThere(join(build, folder, LIST));
    if (list === undefined) return [];
    const names = Buffer.from(list)
      .toString()
      .split('\n')
      .filter((name) => name !== '' && basename(name) === name);
    return [...new Set([...names, LIST])].map((name) => `${folder}/${name}`);
  });
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
