import type { Stats } from 'node:fs';
import { chmod, chown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../../page/finding.ts';

/** A folder that is replaced keeps its mode and its owner. */
export async function keepModeAndOwner(out: string, old: Stats, next: string): Promise<void> {
  const { uid, gid, mode } = old;
  const own = await lstat(next);
  if (own.uid !== uid || own.gid !== gid) {
    await chown(next, uid, gid).catch(() => {
      const expected = 'a folder whose owner can be kept';
      const found = `${uid}:${gid}, to whom this user may give nothing`;
      throw fault({ kind: 'output', place: { file: out }, expected, found, action: 'build as its owner' });
    });
  }
  await chmod(next, mode & 0o7777);
}

/** What is published is for everybody to read, whatever the umask: see docs/security.md. */
export async function openToReaders(folder: string): Promise<void> {
  const open = async (path: string, bits: number): Promise<void> => {
    const { mode } = await lstat(path);
    if ((mode & bits) !== bits) await chmod(path, (mode & 0o7777) | bits);
  };
  await open(folder, 0o555);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else await open(path, 0o444);
  }
}
