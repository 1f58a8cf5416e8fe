import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, fault } from '../../page/finding.ts';
import { compareText } from '../../publish/key-order.ts';
import { bytesOf } from '../folders.ts';

/** The files of a copy of the output, in the order of their paths: path with `/` between its parts -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** More than any output will have; a folder that was named by mistake is not read to its end. */
export const LIMITS = { files: 10_000, bytes: 1024 ** 3 } as const;

/**
 * Reads all files below a folder. Links, pipes and devices are refused: they are no part of any output, and they
 * lead out of the folder. Throws a SourceFault for them, and when there is more than `LIMITS`.
 */
export function folderFiles(folder: string): Files {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const path of [...filesBelow(folder, '')].sort(compareText)) {
    const content = bytesOf(join(folder, path));
    bytes += content.length;
    if (bytes > LIMITS.bytes) throw tooMuch(folder);
    files.set(path, content);
  }
  return files;
}

/** Whether something is a folder; false when nothing is there. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function filesBelow(folder: string, under: string): readonly string[] {
  const found: string[] = [];
  const walk = (within: string): void => {
    for (const entry of entriesOf(join(folder, within))) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
      else throw notAFile(join(folder, path), entry.isSymbolicLink() ? 'a link' : 'a pipe or a device');
      if (found.length > LIMITS.files) throw tooMuch(folder);
    }
  };
  walk(under);
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const found = error.code === 'ENOENT' ? 'nothing there' : error.message;
    throw fault({ kind: 'file', place: { file: folder }, expected: 'a folder that can be read', found });
  }
}

function notAFile(file: string, found: string): Error {
  return fault({ kind: 'file', place: { file }, expected: 'a file of the output', found });
}

function tooMuch(folder: string): Error {
  const finding: Finding = {
    kind: 'file',
    place: { file: folder },
    expected: `a copy of the output: at most ${LIMITS.files} files and ${LIMITS.bytes / 1024 ** 2} MiB`,
    found: 'more',
    action: 'name the folder that holds SHA256SUMS',
  };
  return fault(finding);
}
