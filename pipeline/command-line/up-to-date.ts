import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { STAGES } from '../build.ts';
import { sha256 } from '../page/sha256.ts';
import { CHECKSUMS, readChecksums } from '../publish/folder/checksums.ts';
import { rootAbove } from '../publish/folder/forbidden.ts';
import { MOST_SOURCE_BYTES } from './limits.ts';
import { buildFault } from './stage-values.ts';

/** What an update was asked for: the source and the document when they are named, and the output folder. */
export interface Wanted {
  readonly source: string | undefined;
  readonly out: string;
  readonly document: string | undefined;
}

/** Where the last update left word of what it read and what it wrote. */
const BUILD = 'build';
const MARK = join(BUILD, 'up-to-date');
const DECLARATIONS = ['sources', 'schemas'];

/** Changes whenever a file of the program changes, or the version of a package that it uses. */
export function engineDigest(): string {
  const root = rootAbove(import.meta.dirname);
  // A package holds what the program was compiled to, with all that it uses.
  if (!existsSync(join(root, 'pipeline'))) return digestBelow(join(root, 'dist'));
  return `${digestBelow(join(root, 'pipeline'))} ${sha256(readFileSync(join(root, 'package-lock.json')))}`;
}

/**
 * Changes whenever anything changes that an update reads; undefined where something cannot be read, as the update
 * itself will tell. Contents count, dates do not.
 */
export function inputsDigest(wanted: Wanted): string | undefined {
  try {
    const named = wanted.source === undefined ? '' : sha256(read(wanted.source));
    const { source, out, document } = wanted;
    const declared = DECLARATIONS.map(digestBelow);
    return sha256(JSON.stringify([engineDigest(), declared, named, source, out, document]));
  } catch {
    return undefined;
  }
}

/**
 * Whether the output that stands there was made from these inputs, and not a byte was altered since: neither of
 * the output, nor of what the stages left in `build/` for the next update.
 */
export function isUpToDate(inputs: string | undefined, out: string): boolean {
  try {
    return inputs !== undefined && readFileSync(MARK, 'utf8') === markOf(inputs, out) && isWhole(out);
  } catch {
    // Nothing was built here yet, or something has vanished since.
    return false;
  }
}

/** Leaves word of what the output was made from. Should it be lost, the next update publishes again. */
export function markUpToDate(inputs: string | undefined, out: string): void {
  if (inputs === undefined) return;
  const part = `${MARK}.${process.pid}.part`;
  try {
    mkdirSync(dirname(MARK), { recursive: true });
    writeFileSync(part, markOf(inputs, out));
    renameSync(part, MARK);
  } catch (error) {
    throw buildFault(MARK, error);
  }
}

/** What a person is told when there is nothing to do. */
export function upToDateText(out: string): string {
  return `nothing to do: ${out} is up to date`;
}

function markOf(inputs: string, out: string): string {
  const stages = STAGES.slice(0, -1).map((stage) => sha256(read(join(BUILD, `${stage}.json`))));
  return `${[inputs, ...stages, sha256(readFileSync(join(out, CHECKSUMS)))].join('\n')}\n`;
}

/** Whether a folder holds the files that its checksums list, as they are listed, and no others. */
function isWhole(out: string): boolean {
  const listed = readChecksums(readFileSync(join(out, CHECKSUMS), 'utf8'));
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  const found = files.length;
  // A pipe in the place of a file would never end.
  return (
    files.every((entry) => entry.isFile()) &&
    found === listed.size + 1 &&
    [...listed].every(([path, sum]) => sha256(read(join(out, path))) === sum)
  );
}

/** A digest of every file below a folder with its path. */
function digestBelow(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of entries.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(`${relative(folder, path)}\n${sha256(read(path))}\n`);
  return hash.digest('hex');
}

function read(path: string): Uint8Array {
  if (statSync(path).size > MOST_SOURCE_BYTES) throw new Error(`${path} is too large to be read`);
  return readFileSync(path);
}
