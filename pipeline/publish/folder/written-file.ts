import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../page/sha256.ts';

/** A file of the output: its path below the output folder with `/` between the parts. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Writes a file so that it survives a power cut. */
export async function write(
  folder: string,
  path: string,
  content: Uint8Array | string,
): Promise<WrittenFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await writeFile(join(folder, path), bytes, { flush: true });
  return written(path, bytes);
}

/** A file by its content. */
export function written(path: string, bytes: Uint8Array): WrittenFile {
  return { path, bytes: bytes.length, sha256: sha256(bytes) };
}

/** As `write` for a file that DuckDB wrote by itself: it is read back to know its checksum. */
export async function readBack(folder: string, path: string): Promise<WrittenFile> {
  const bytes = await readFile(join(folder, path));
  await flush(join(folder, path));
  return written(path, bytes);
}

/** Makes a file, or the names in a folder, survive a power cut. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits for all, even when one fails: nobody may still write into a folder that is about to be removed. */
export async function settled<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => {
    if (result.status === 'fulfilled') return result.value;
    throw result.reason;
  });
}
