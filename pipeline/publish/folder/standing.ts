import type { BigIntStats, Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKSUMS, fileChecksum, readChecksums } from './checksums.ts';
import type { FolderKind } from './kinds.ts';
import { mountsIn } from './mounts.ts';
import { foldersOf, regularText } from './removal.ts';

/** What stands in the place of a folder that is to be replaced. */
export type Standing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'empty'; readonly stats: Stats }
  | {
      readonly kind: 'ours';
      readonly stats: Stats;
      /** By path. */
      readonly checksums: ReadonlyMap<string, string>;
      /** What the disk says of each file: while it says the same, the file is the same. */
      readonly stamps: ReadonlyMap<string, string>;
    }
  /** Something that no build may take away; `found` names it. */
  | { readonly kind: 'foreign'; readonly found: string };

/** As many as a whole output may have. */
const MOST_BYTES = 1024 ** 3;

/**
 * Looks at a folder (links in its path resolved): it may be replaced only if it is not there, has no entry at all,
 * or holds nothing but what its own SHA256SUMS lists, with that content, and what makes it one of our kind. Whatever
 * goes wrong while it is looked at, also that something comes or goes in it, makes it foreign. Files that `known`
 * has seen already are not read again while the disk says the same of them.
 *
 * Throws what the disk says of the folder itself, and ENOTDIR for a file in its place.
 */
export async function lookAt(path: string, kind: FolderKind, known?: Standing): Promise<Standing> {
  const stats = await lstat(path).catch(unlessGone);
  if (stats === undefined) return { kind: 'nothing' };
  if (stats.isSymbolicLink()) return foreign('a link that leads nowhere');
  if (!stats.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  const [mounted] = await mountsIn(path);
  if (mounted !== undefined) return foreign(mounted === '.' ? 'a mount point' : `${mounted}, a mount point`);
  try {
    const names = (await readdir(path)).sort();
    if (names.length === 0) return { kind: 'empty', stats };
    if (!names.includes(CHECKSUMS)) return foreign(await firstEntry(path, names));
    return { ...(await readOurs(path, kind, known)), stats };
  } catch (error) {
    if (error instanceof Foreign) return foreign(error.message);
    return foreign(`one that cannot be looked into (${messageOf(error)})`);
  }
}

/** Thrown while a folder is looked at: it is not ours. */
class Foreign extends Error {}

const foreign = (found: string): Standing => ({ kind: 'foreign', found });

async function readOurs(
  folder: string,
  kind: FolderKind,
  known: Standing | undefined,
): Promise<Omit<Extract<Standing, { kind: 'ours' }>, 'stats'>> {
  const stamps = new Map<string, string>();
  const before = known?.kind === 'ours' ? known : undefined;
  const list = await regularText(join(folder, CHECKSUMS));
  if (list === undefined) throw new Foreign(`a ${CHECKSUMS} that is no list`);
  const checksums = readChecksums(list);
  const found = await kind.foreignBy(folder, checksums);
  if (found !== undefined) throw new Foreign(found);
  const folders = foldersOf(checksums.keys());
  const walk = async (under: string): Promise<void> => {
    for (const name of (await readdir(join(folder, under))).sort()) {
      const path = under === '' ? name : `${under}/${name}`;
      const file = join(folder, path);
      const stats = await lstat(file, { bigint: true });
      if (stats.isDirectory()) {
        if (!folders.has(path)) throw new Foreign(await firstEntry(folder, [path]));
        await walk(path);
        continue;
      }
      if (!stats.isFile()) throw new Foreign(`${path}, which is no file`);
      const listed = checksums.get(path);
      if (path !== CHECKSUMS && listed === undefined) throw new Foreign(path);
      if (stats.size > MOST_BYTES) throw new Foreign(`${path}, which is larger than any file of ours`);
      const stamp = stampOf(stats);
      const isKnown = before?.stamps.get(path) === stamp && before.checksums.get(path) === listed;
      if (listed !== undefined && !isKnown && (await fileChecksum(file)) !== listed)
        throw new Foreign(`${path}, which is not what ${CHECKSUMS} lists`);
      stamps.set(path, stamp);
    }
  };
  await walk('');
  return { kind: 'ours', checksums, stamps };
}

/** A file is the same while these are: nobody can set the time of its last change of any kind. */
function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** The first file of a folder, to be named; a folder where there is none. */
async function firstEntry(folder: string, names: readonly string[]): Promise<string> {
  const [first = ''] = names;
  const stats = await lstat(join(folder, first)).catch(() => undefined);
  if (stats?.isDirectory() !== true) return first;
  const below = await readdir(join(folder, first)).catch(() => []);
  return below.length === 0 ? `${first}/` : firstEntry(folder, [`${first}/${below.sort()[0]}`]);
}

/** Of what the system says, the path in the folder and the reason are for the user. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
