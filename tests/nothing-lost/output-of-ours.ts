import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { emptyFolder } from '../publish/folder.ts';
import { quickSwap } from './quick-swap.ts';

/** Versions of an output, and what is said where one is not replaced. */
export const OLD = '1.0.0';
export const NEW = '2.0.0';
export const REFUSED = /^.*: output\n {2}expected .*, found .*; .*$/;

/** A folder with an output of ours in it. */
export async function published(): Promise<string> {
  const out = join(emptyFolder(), 'output');
  await quickSwap(out, OLD);
  expect(versionIn(out)).toBe(OLD);
  return out;
}

/** The version of the output in a folder. */
export function versionIn(out: string): string {
  return JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')).version;
}

/** What stands in the same folder as an output, itself too. */
export function beside(out: string): readonly string[] {
  return readdirSync(dirname(out)).sort();
}
