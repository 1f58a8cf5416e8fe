import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type Files, LIMITS } from '../../pipeline/command-line/copy/files.ts';
import { type Finding, fault, SourceFault } from '../../pipeline/page/finding.ts';
import { compareText } from '../../pipeline/publish/key-order.ts';

/** No file of an output shrinks further; what does is made to fill the memory of whoever opens it. */
const MOST_RATIO = 500;
const SMALL = 1024 ** 2;

/** File types of Unix in the upper half of the attributes; a zip made elsewhere has none. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * Reads an archive into memory, trusting nothing that it says: names that lead out of the folder or stand twice,
 * links, encrypted entries, and entries that are bigger than they say or than any output, are all refused with a
 * SourceFault. Nothing is written anywhere. `place` is what a person calls the archive.
 */
export async function readZip(bytes: Uint8Array, place: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes), { strictFileNames: true });
    const seen = new Set<string>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      const wrong = entryFault(entry, seen, total);
      if (wrong !== undefined) throw refused(`${place}: ${printable(entry.fileName)}`, wrong);
      seen.add(entry.fileName.toLowerCase());
      if (!entry.fileName.endsWith('/')) files.set(entry.fileName, await contentOf(zip, entry, place));
    }
    const within = [...files.keys()].find((path) => foldersOf(path).some((folder) => files.has(folder)));
    if (within !== undefined)
      throw refused(`${place}: ${within}`, { expected: 'a file in a folder', found: 'one in a file' });
  } catch (error) {
    if (error instanceof SourceFault || !(error instanceof Error)) throw error;
    throw refused(place, { expected: 'a whole zip archive', found: printable(error.message) });
  } finally {
    zip?.close();
  }
  return new Map([...files].sort(([a], [b]) => compareText(a, b)));
}

type Wrong = Pick<Finding, 'expected' | 'found'>;

/** What makes an entry unfit to be read; the library itself refuses absolute names, `..` and backslashes. */
function entryFault(entry: Entry, seen: ReadonlySet<string>, total: number): Wrong | undefined {
  const { fileName, uncompressedSize, compressedSize, externalFileAttributes } = entry;
  const type = (externalFileAttributes >>> 16) & FILE_TYPE;
  if (/(^|\/)\.?(\/|$)/.test(fileName.replace(/\/$/, '')) || /\p{Cc}/u.test(fileName))
    return { expected: 'a plain path', found: 'one with empty parts or control characters' };
  if (seen.has(fileName.toLowerCase())) return { expected: 'every name once', found: 'it twice' };
  if (!fileName.endsWith('/') && type !== 0 && type !== REGULAR)
    return { expected: 'a file', found: 'a link or a device' };
  if (entry.isEncrypted()) return { expected: 'a file that can be read', found: 'an encrypted one' };
  if (seen.size >= LIMITS.files) return { expected: `at most ${LIMITS.files} files`, found: 'more' };
  if (total > LIMITS.bytes)
    return { expected: `at most ${LIMITS.bytes / 1024 ** 2} MiB when unpacked`, found: 'more' };
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_RATIO)
    return { expected: `a file that packing makes at most ${MOST_RATIO} times smaller`, found: 'a zip bomb' };
  return undefined;
}

/** The stream fails as soon as there is more than the entry says, or less; its checksum is not looked at there. */
async function contentOf(zip: ZipFile, entry: Entry, place: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
  const content = Buffer.concat(parts);
  if (crc32(content) === entry.crc32) return content;
  const wrong = { expected: 'its checksum in the archive', found: 'another one' };
  throw refused(`${place}: ${printable(entry.fileName)}`, wrong);
}

/** `a/b/c` is in the folders `a` and `a/b`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function refused(file: string, wrong: Wrong): SourceFault {
  return fault({ kind: 'archive', place: { file }, ...wrong, action: 'download it again' });
}

function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
