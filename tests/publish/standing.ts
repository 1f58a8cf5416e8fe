import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import { published } from '../release/verify/copies.ts';
import { emptyFolder } from './folder.ts';
import { rainfall } from './rainfall.ts';

let files: Promise<Files> | undefined;

/** A folder in which the output of `rainfall` stands, as a build has left it; it is built once, and gone after the test. */
export async function standingRainfall(): Promise<string> {
  files ??= published(rainfall());
  const out = join(emptyFolder(), 'output');
  for (const [path, bytes] of await files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
  return out;
}
