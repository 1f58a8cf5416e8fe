import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, fault } from '../../page/finding.ts';
import { compareText } from '../../publish/key-order.ts';
import { bytesOf } from '../folders.ts';

/** The files of a copy of the output, in the order of their paths: path with `/` between its parts -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What a folder may hold at most. */
export interface FolderLimits {
  readonly files: number;
  readonly bytes: number;
}

/** More than any output will have; a folder that was named by mistake is not read to its end. */
export const LIMITS: FolderLimits = { files: 10_000, bytes: 1024 ** 3 };

/**
 * Reads all files below a folder. Links, pipes and devices are refused: they are no part of any output, and they
 * lead out of the folder. Throws a SourceFault for them, and when there is more than `limits`.
 */
export function folderFiles(folder: string, limits: FolderLimits = LIMITS): Files {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const path of [...filesBelow(folder, limits)].sort(compareText)) {
    const content = bytesOf(join(folder, path));
    bytes += content.length;
    if (bytes > limits.bytes) throw tooMuch(folder, limits);
    files.set(path, content);
  }
  return files;
}

/** Whether something is a folder; false when nothing is there. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function filesBelow(folder: string, limits: FolderLimits): readonly string[] {
  const found: string[] = [];
  const walk = (within: string): void => {
    for (const entry of entriesOf(join(folder, within))) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
      else throw notAFile(join(folder, path), entry.isSymbolicLink() ? 'a link' : 'a pipe or a device');
      if (found.length > limits.files) throw tooMuch(folder, limits);
    }
  };
  walk('');
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

function tooMuch(folder: string, limits: FolderLimits): Error {
  const finding: Finding = {
    kind: 'file',
    place: { file: folder },
    expected: `a copy of the output: at most ${limits.files} files and ${limits.bytes / 1024 ** 2} MiB`,
    found: 'more',
    action: 'name the folder that holds SHA256SUMS',
  };
  return fault(finding);
}
