import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** SHA-256 of a file, 64 hexadecimal digits, read piece by piece: what stands in an output may be of any size. */
export async function fileChecksum(file: string): Promise<string> {
  const handle = await open(file, 'r');
  const hash = createHash('sha256');
  for await (const piece of handle.createReadStream({ highWaterMark: 1024 * 1024 })) hash.update(piece);
  return hash.digest('hex');
}
