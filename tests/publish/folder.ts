import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { type MadeFolder, removeMade } from '../../pipeline/publish/folder/removal.ts';

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** Below the project, so that a test which removes too much takes nothing of anybody else. */
const FOLDERS = resolve(import.meta.dirname, '../../build/tests');
const made = new Map<string, MadeFolder>();

/** An empty folder for a whole file of tests, which removes it itself. */
export function makeFolder(): string {
  mkdirSync(FOLDERS, { recursive: true });
  const path = mkdtempSync(join(FOLDERS, 'folder-'));
  const { dev, ino } = lstatSync(path);
  made.set(path, { path, device: dev, inode: ino });
  return path;
}

/** Removes a folder that `makeFolder` has made, with all that tests have put into it. */
export async function removeFolder(folder: string): Promise<void> {
  const one = made.get(folder);
  if (one === undefined) throw new Error(`${folder} was not made for a test`);
  const left = await removeMade(one);
  if (left.length > 0) throw new Error(`${folder} still holds ${left.join(', ')}`);
  made.delete(folder);
}

/** The checksum of every file below a folder, by path. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), sha256(readFileSync(path))]));
}
