import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fault } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { readChecksums, writeChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { removeFile } from '../../pipeline/publish/folder/removal.ts';
import { written } from '../../pipeline/publish/folder/written-file.ts';
import { writeText } from '../write-text.ts';

/** What is written beside the new output for the people who review it. */
export interface Reviews {
  readonly md: string;
  readonly json: string;
}

const ENDINGS = ['md', 'json'] as const;

/**
 * Removes what an earlier run wrote beside the folder `out`, which would tell old news. What that was, its list
 * `out`.SHA256SUMS says: a file that it does not list, or that has other content, is somebody's. Throws a SourceFault
 * then, and nothing is removed.
 */
export async function removeReviews(out: string): Promise<void> {
  const own = await ownReviews(out);
  for (const file of own) await removeFile(file);
}

/** Writes the reviews, after the list that says they are ours: killed at any moment, the next run knows its files. */
export async function writeReviews(out: string, reviews: Reviews): Promise<void> {
  await ownReviews(out);
  const files = ENDINGS.map((ending) => ({ path: `${out}.${ending}`, text: reviews[ending] }));
  const sums = files.map(({ path, text }) => written(basename(path), Buffer.from(text)));
  writeText(listOf(out), writeChecksums(sums));
  for (const { path, text } of files) writeText(path, text);
}

/** The files beside `out` that an earlier run wrote, the list last. */
async function ownReviews(out: string): Promise<readonly string[]> {
  const list = await regularFile(listOf(out));
  const listed = readChecksums(list?.toString() ?? '');
  const names = ENDINGS.map((ending) => basename(`${out}.${ending}`));
  const isOurs = [...listed.keys()].every((name) => names.includes(name)) && listed.size > 0;
  if (list !== undefined && !isOurs) throw foreign(out, listOf(out));
  const own: string[] = [];
  for (const name of names) {
    const file = join(dirname(out), name);
    const bytes = await regularFile(file);
    if (bytes === undefined) continue;
    if (listed.get(name) !== sha256(bytes)) throw foreign(out, file);
    own.push(file);
  }
  return list === undefined ? own : [...own, listOf(out)];
}

const listOf = (out: string): string => `${out}.SHA256SUMS`;

/** The bytes of a file; undefined where nothing is. A link or a folder in its place is somebody's. */
async function regularFile(file: string): Promise<Uint8Array | undefined> {
  const stats = await lstat(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (stats === undefined) return undefined;
  return stats.isFile() ? readFile(file) : new Uint8Array();
}

function foreign(out: string, found: string): Error {
  const expected = `no file beside the folder but the review of an earlier run (${basename(out)}.md, ${basename(out)}.json)`;
  const action = 'move it away or choose another folder with --out';
  return fault({ kind: 'output', place: { file: out }, expected, found, action });
}
