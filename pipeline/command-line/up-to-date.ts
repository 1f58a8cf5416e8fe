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
import { join, relative } from 'node:path';
import { STAGES } from '../build.ts';
import { sha256 } from '../page/sha256.ts';
import { CHECKSUMS, readChecksums } from '../publish/folder/checksums.ts';
import { rootAbove } from '../publish/folder/forbidden.ts';
import { MOST_SOURCE_BYTES } from './limits.ts';
import type { Published } from './published.ts';
import { buildFault } from './stage-values.ts';

/** Where the last update of a document left word of what it read and what it wrote, beside the values of its stages. */
const MARK = 'up-to-date';
const SCHEMAS = 'schemas';

/** Changes whenever a file of the program changes, which stands in `root`, or the version of a package that it uses. */
export function engineDigest(root = rootAbove(import.meta.dirname)): string {
  // A package holds what the program was compiled to, with all that it uses.
  if (!existsSync(join(root, 'pipeline'))) return digestBelow(join(root, 'dist'));
  return `${digestBelow(join(root, 'pipeline'))} ${sha256(readFileSync(join(root, 'package-lock.json')))}`;
}

/**
 * Changes whenever anything changes that an update of a document reads, from a `source` where one is named; undefined where something cannot be read, as the update
 * itself will tell. Contents count, dates do not. `engine` gives the digest of the program.
 */
export function inputsDigest(
  source: string | undefined,
  { folder, out }: Published,
  engine = engineDigest,
): string | undefined {
  try {
    const named = source === undefined ? '' : sha256(read(source));
    const declared = [folder, SCHEMAS].filter(existsSync).map(digestBelow);
    return sha256(JSON.stringify([engine(), declared, named, source, out]));
  } catch {
    return undefined;
  }
}

/**
 * Whether the output that stands there was made from these inputs, and not a byte was altered since: neither of
 * the output, nor of what the stages left in `build/` for the next update.
 */
export function isUpToDate(inputs: string | undefined, published: Published): boolean {
  try {
    return (
      inputs !== undefined &&
      readFileSync(markIn(published), 'utf8') === markOf(inputs, published) &&
      isWhole(published.out)
    );
  } catch {
    // Nothing was built here yet, or something has vanished since.
    return false;
  }
}

/**
 * Leaves word of what the output was made from. Should it be lost, the next update publishes again; so it does where
 * another build is putting its own output there just now, and nothing can be read.
 */
export function markUpToDate(inputs: string | undefined, published: Published): void {
  const text = inputs === undefined ? undefined : readableMark(inputs, published);
  if (text === undefined) return;
  const mark = markIn(published);
  const part = `${mark}.${process.pid}.part`;
  try {
    mkdirSync(published.kept, { recursive: true });
    writeFileSync(part, text);
    renameSync(part, mark);
  } catch (error) {
    throw buildFault(mark, error);
  }
}

/** What a person is told when there is nothing to do. */
export function upToDateText(outs: readonly string[]): string {
  return `nothing to do: ${outs.join(', ')} ${outs.length === 1 ? 'is' : 'are'} up to date`;
}

const markIn = ({ kept }: Published): string => join(kept, MARK);

function readableMark(inputs: string, published: Published): string | undefined {
  try {
    return markOf(inputs, published);
  } catch {
    return undefined;
  }
}

function markOf(inputs: string, { out, kept }: Published): string {
  const stages = STAGES.slice(0, -1).map((stage) => sha256(read(join(kept, `${stage}.json`))));
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
export function digestBelow(folder: string): string {
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
