import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { compareText } from '../key-order.ts';
import type { WrittenFile } from './written-file.ts';

/** Name of the file that lists the checksums of all others; a folder that has one was written here. */
export const CHECKSUMS = 'SHA256SUMS';

/** The checksums in the form that `sha256sum -c SHA256SUMS` reads, by path. */
export function writeChecksums(files: readonly WrittenFile[]): string {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  return sorted.map((file) => `${file.sha256}  ${file.path}\n`).join('');
}

/** Path to checksum; a line in any other form is passed over, as if its file were not listed. */
export function readChecksums(text: string): ReadonlyMap<string, string> {
  const entries = text.split('\n').flatMap((line): [string, string][] => {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    return sum === undefined || path === undefined ? [] : [[path, sum]];
  });
  return new Map(entries);
}

/** SHA-256 of a file, 64 hexadecimal digits, read piece by piece: what stands in an output may be of any size. */
export async function fileChecksum(file: string): Promise<string> {
  const handle = await open(file, 'r');
  const hash = createHash('sha256');
  for await (const piece of handle.createReadStream({ highWaterMark: 1024 * 1024 })) hash.update(piece);
  return hash.digest('hex');
}
