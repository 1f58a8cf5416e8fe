import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import type { WrittenFile } from '../../../pipeline/publish/folder/written-file.ts';
import { publish } from '../../../pipeline/publish/publish.ts';
import { documentOf, fixtureFile } from '../../made-up-document.ts';
import { reportIsThere } from '../../report.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { rainfall } from '../rainfall.ts';

/** An output folder in memory, so that a test can break a copy of it: its files by their paths. */
export type Files = ReadonlyMap<string, Buffer>;

/** What is published of three documents: the project's own, one with one of everything, and one on orchards. */
export interface Outputs {
  readonly own: Files;
  readonly rain: Files;
  readonly orchards: Files;
}

/** The files that describe an output as a whole. */
export const DESCRIPTIONS = [
  'CITATION.cff',
  'README.md',
  'croissant.json',
  'csv-metadata.json',
  'datapackage.json',
  'dataset.jsonld',
  'dcat.ttl',
  'ro-crate-metadata.json',
] as const;

const MADE_UP = ['rain', 'orchards'] as const;
/** Those that are at hand: without the report the two that are made up. */
export const NAMES: readonly (keyof Outputs)[] = reportIsThere ? ['own', ...MADE_UP] : MADE_UP;

let outputs: Promise<ReadonlyMap<string, Files>> | undefined;

/** Publishes the made-up documents before the tests that ask first, and reads the project's own output as committed. */
export function useOutputs(): { readonly files: (name: keyof Outputs) => Files } {
  let read: ReadonlyMap<string, Files> = new Map();
  beforeAll(async () => {
    outputs ??= readOutputs();
    read = await outputs;
  });
  return {
    files: (name) => read.get(name) ?? new Map(),
  };
}

async function readOutputs(): Promise<ReadonlyMap<string, Files>> {
  const folder = makeFolder();
  await publish(rainfall(), join(folder, 'rain'));
  await buildOrchards(join(folder, 'orchards'));
  const made = MADE_UP.map((name): [string, Files] => [name, readFiles(join(folder, name))]);
  await removeFolder(folder);
  return new Map([...made, ...(reportIsThere ? [['own', readFiles('output')] as const] : [])]);
}

/** A document that the engine knows nothing of, from its text to its files. */
async function buildOrchards(out: string): Promise<void> {
  const fixture = 'sum-that-does-not-add-up';
  const bytes = new TextEncoder().encode(fixtureFile(fixture, 'input.txt'));
  await build({ file: 'input.txt', bytes }, documentOf(fixture), out, () => undefined, {});
}

function readFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

export function textOf(files: Files, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`the output has no ${path}`);
  return bytes.toString();
}

/** The same files, one of them changed. */
export function changed(files: Files, path: string, change: (text: string) => string): Files {
  const before = textOf(files, path);
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  return new Map([...files, [path, Buffer.from(after)]]);
}

/** What a metadata file says of another file. */
export type Claim = Pick<WrittenFile, 'path'> & Partial<WrittenFile>;

/** Where what is said of files is not so. */
export function claimFaults(files: Files, claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ path, bytes, sha256: sum }) => {
    const file = files.get(path);
    if (file === undefined) return [`${path}: no such file`];
    return [
      ...(bytes === undefined || bytes === file.length
        ? []
        : [`${path}: ${file.length} bytes, not ${bytes}`]),
      ...(sum === undefined || sum === sha256(file) ? [] : [`${path}: another checksum`]),
    ];
  });
}
