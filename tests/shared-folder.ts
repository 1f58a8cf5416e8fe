import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run, for what its processes make once and share. */
    readonly sharedFolder: string;
  }
}

const FOLDERS = resolve(import.meta.dirname, '../build/tests');

/** Gives a run its shared folder, empty, and takes it away at the end. */
export default function sharedFolder({ provide }: TestProject): () => void {
  mkdirSync(FOLDERS, { recursive: true });
  const folder = mkdtempSync(join(FOLDERS, 'shared-'));
  provide('sharedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
