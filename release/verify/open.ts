import { type Files, folderFiles, isFolder } from '../../pipeline/command-line/copy/files.ts';
import { bytesOf } from '../../pipeline/command-line/folders.ts';
import { CHECKSUMS } from '../../pipeline/publish/folder/checksums.ts';
import { requirePlainZip } from '../archive/plain-zip.ts';
import { readZip } from '../archive/read-zip.ts';

/** Reads a copy of the output: a folder, or a zip archive, which may hold it in a folder of its own. */
export async function openCopy(copy: string): Promise<Files> {
  if (isFolder(copy)) return folderFiles(copy);
  const bytes = bytesOf(copy);
  const files = await readZip(bytes, copy);
  requirePlainZip(bytes, copy);
  return withoutFolder(files);
}

function withoutFolder(files: Files): Files {
  const [first = ''] = files.keys();
  const folder = `${first.split('/')[0]}/`;
  if (files.has(CHECKSUMS) || ![...files.keys()].every((path) => path.startsWith(folder))) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes]));
}
