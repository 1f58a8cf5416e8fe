import { mkdir, readdir, readFile, realpath, rename } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fault } from '../finding.ts';
import { CHECKSUMS, readChecksums } from './checksums.ts';
import { recover, type Scratch } from './scratch.ts';
import { flush } from './written-file.ts';

/** The output folder as a build finds it. */
export interface OutputFolder {
  /** Absolute, links resolved: what is renamed is the folder and not a link to it. */
  readonly path: string;
  /** Checksums of the output that stands there, by path; empty when none does. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** Files that a desktop leaves in every folder it shows; they may go with the old output. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Whether a file is a desktop's and nobody's. */
export function isLitter(file: string): boolean {
  return LITTER.has(file.slice(file.lastIndexOf('/') + 1));
}

/**
 * Finds the output folder, after cleaning up behind builds that died. Refuses a folder that holds files this
 * pipeline did not write, because the swap would take them away.
 */
export async function openOutputFolder(out: string): Promise<OutputFolder> {
  const wanted = resolve(out);
  const path = await realpath(wanted).catch(() => wanted);
  await makeFolder(dirname(path));
  await recover(path);
  const checksums = readChecksums(await readFile(join(path, CHECKSUMS), 'utf8').catch(ifMissing('')));
  const found = await filesBelow(path);
  const foreign = found.find((file) => file !== CHECKSUMS && !checksums.has(file) && !isLitter(file));
  if (foreign !== undefined) {
    throw fault({
      kind: 'output',
      place: { file: out },
      expected: `a folder that holds nothing but files of an earlier build, as its ${CHECKSUMS} lists them`,
      found: foreign,
      action: 'move it away or choose another output folder',
    });
  }
  return { path, checksums };
}

/**
 * Puts the new output in the place of the old one.
 *
 * rename(2) cannot replace a folder that is not empty, and the exchange of renameat2 is out of Node's reach, so
 * the old output steps aside into the scratch folder and the new one takes its name: two renames. Between them,
 * for some microseconds, no output has its name; a process that dies exactly there leaves the old one whole
 * in the scratch folder, and the next build puts it back (`recover`). A first output takes a single rename.
 */
export async function swap({ path }: OutputFolder, scratch: Scratch): Promise<void> {
  const aside = await rename(path, scratch.previous).then(() => true, ifMissing(false));
  try {
    await rename(scratch.next, path);
  } catch (error) {
    // Most likely another build has put its output there meanwhile; that one is whole as well, and stays.
    if (aside) await rename(scratch.previous, path).catch(() => undefined);
    throw error;
  }
  await flush(dirname(path));
}

/** Every file below a folder, as paths with `/`; none when the folder is not there. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function ifMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  };
}

/** Makes a folder and those above it, level by level: a recursive `mkdir` never ends in folders such as /proc. */
async function makeFolder(path: string): Promise<void> {
  const above = dirname(path);
  try {
    await mkdir(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || above === path || (await isThere(above))) throw error;
    await makeFolder(above);
    await mkdir(path);
  }
}

function isThere(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}
