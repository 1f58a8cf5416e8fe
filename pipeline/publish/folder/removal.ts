import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CHECKSUMS, fileChecksum, readChecksums } from './checksums.ts';
import { mountsIn } from './mounts.ts';

/**
 * Every removal of this project: *delete by list, never by folder*. A file goes only when a list that we wrote
 * names it, and where the list has its checksum, only while it still has that content; a folder goes only when it is
 * empty. Links are never followed, and nothing is removed where a disk is mounted. What may not go stays, and
 * is told.
 */

/** Larger than any list or description that we write. */
const MOST_LIST_BYTES = 64 * 1024 * 1024;

/** Removes a file that this program has written; a link goes as a link. Nothing there is as good. */
export async function removeFile(file: string): Promise<void> {
  await unlink(file).catch(unlessGone);
}

/**
 * Removes what stands in `folder` by its own list of checksums, the list last, so that a removal that was cut off
 * can be finished by the next. Gives what is left: paths in the folder; nothing when the folder itself is gone.
 */
export async function removeByChecksums(folder: string): Promise<readonly string[]> {
  const list = join(folder, CHECKSUMS);
  const text = await regularText(list);
  const listed = readChecksums(text ?? '');
  const mayGo = async (path: string, file: string): Promise<boolean> =>
    path !== CHECKSUMS && listed.get(path) === (await fileChecksum(file));
  const left = await remove(folder, foldersOf(listed.keys()), mayGo);
  if (text === undefined || left.some((path) => listed.has(path))) return left;
  return remove(
    folder,
    new Set(['']),
    async (path) => path === CHECKSUMS && (await regularText(list)) === text,
  );
}

/**
 * Removes single files of `folder` by a list that we wrote, each only while it still has the content that the list says,
 * and the folders above it that are empty then, `folder` itself never. A list that a record of ours holds is such a
 * list: see publish/corpus/store.ts. Gives the paths of what is left.
 */
export async function removeListed(
  folder: string,
  files: readonly { readonly path: string; readonly sha256: string }[],
): Promise<readonly string[]> {
  const left: string[] = [];
  const root = resolve(folder);
  const mounted = files.length === 0 ? [] : await mountsIn(root);
  for (const { path, sha256 } of files) {
    const file = resolve(root, path);
    const isInside = file.startsWith(`${root}/`) && !(await isUnderLink(root, path));
    const isOnOther = mounted.some((point) => point !== '.' && `${path}/`.startsWith(`${point}/`));
    const stats = await lstat(file).catch(unlessGone);
    if (stats === undefined) continue;
    const mayGo = async (): Promise<boolean> => stats.isFile() && (await fileChecksum(file)) === sha256;
    if (!isInside || isOnOther || !(await removed(path, file, mayGo))) left.push(path);
    else await removeEmptyAbove(root, file);
  }
  return left;
}

/** Whether a path leads through a link, and so perhaps out of the folder. */
async function isUnderLink(root: string, path: string): Promise<boolean> {
  for (const above of foldersOf([path])) {
    if (above !== '' && (await lstat(join(root, above)).catch(unlessGone))?.isSymbolicLink() === true)
      return true;
  }
  return false;
}

async function removeEmptyAbove(root: string, file: string): Promise<void> {
  let above = dirname(file);
  while (above.startsWith(`${root}/`) && (await removeEmptyFolder(above))) above = dirname(above);
}

/**
 * Removes the files of `folder` that were announced by name before they were written, whatever they hold: a program
 * that was killed leaves half of one. Gives what is left.
 */
export function removeAnnounced(folder: string, names: ReadonlySet<string>): Promise<readonly string[]> {
  return remove(folder, foldersOf(names), async (path) => names.has(path));
}

/** A folder that this process has made, as it was then: another one in its place is not touched. */
export interface MadeFolder {
  readonly path: string;
  readonly device: number;
  readonly inode: number;
}

/** Notes which folder was made, to be removed by `removeMade`. */
export async function madeFolder(path: string): Promise<MadeFolder> {
  const { dev, ino } = await lstat(path);
  return { path, device: dev, inode: ino };
}

/** Removes a folder for temporary files that this process has made, file by file; nobody else knows its name. */
export async function removeMade({ path, device, inode }: MadeFolder): Promise<readonly string[]> {
  const now = await lstat(path).catch(() => undefined);
  if (now === undefined) return [];
  if (!now.isDirectory() || now.dev !== device || now.ino !== inode) return ['.'];
  return remove(path, 'all', async () => true);
}

/** Removes a folder if it is empty; says whether it is gone. */
export async function removeEmptyFolder(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    (error: unknown) => codeOf(error) === 'ENOENT',
  );
}

/**
 * Walks a folder, removes the files that may go and the folders that are empty then, itself last, and gives the
 * paths of what is left, also because the disk refused. `folders` are those that may go; '' is the folder itself.
 */
async function remove(
  folder: string,
  folders: ReadonlySet<string> | 'all',
  mayGo: (path: string, file: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const root = resolve(folder);
  const mounted = await mountsIn(root);
  if (mounted.length > 0) return mounted;
  const left: string[] = [];
  const walk = async (under: string): Promise<void> => {
    const own = join(root, under);
    for (const entry of await entriesOf(own)) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) {
        await walk(path);
        continue;
      }
      const isOurs = folders === 'all' || (entry.isFile() && folders.has(under));
      const isGone = isOurs && (await removed(path, join(own, entry.name), mayGo));
      if (!isGone) left.push(path);
    }
    const isOurs = folders === 'all' || folders.has(under);
    const isGone = isOurs && (await removeEmptyFolder(own));
    if (!isGone && !left.some((path) => under === '' || path.startsWith(`${under}/`)))
      left.push(under || '.');
  };
  await walk('');
  return left;
}

/** What cannot be looked into is seen to be left when its folder cannot be removed. */
function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function removed(
  path: string,
  file: string,
  mayGo: (path: string, file: string) => Promise<boolean>,
): Promise<boolean> {
  try {
    if (!(await mayGo(path, file))) return false;
    await removeFile(file);
    return true;
  } catch {
    return false;
  }
}

/** The folders of files, each with those above it, and '' for the one that holds them all. */
export function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const file of files) {
    for (let end = file.indexOf('/'); end !== -1; end = file.indexOf('/', end + 1))
      folders.add(file.slice(0, end));
  }
  return folders;
}

/** The text of a file that is no link and no pipe, which might never end; undefined where there is none. */
export async function regularText(file: string): Promise<string | undefined> {
  const stats = await lstat(file).catch(unlessGone);
  return stats?.isFile() === true && stats.size <= MOST_LIST_BYTES ? readFile(file, 'utf8') : undefined;
}

function unlessGone(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
