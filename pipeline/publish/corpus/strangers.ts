import { opendir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Finding } from '../../page/finding.ts';
import { compareText } from '../key-order.ts';
import { DATA, DOCUMENTS, documentPath, tableOf } from './layout.ts';
import { storedDocument } from './store.ts';

/** As many findings as a person reads; the next run tells of the others. */
export const MOST_FINDINGS = 50;

/** What stands in the corpus and is listed by nobody: views and engines would read it all the same. */
export async function strangers(
  folder: string,
  names: ReadonlyMap<string, unknown>,
  tables: ReadonlyMap<string, { readonly files: number }>,
): Promise<readonly Finding[]> {
  const known = new Set([...names.keys()].map((name) => documentPath(name)));
  const records = (await readdir(join(folder, DOCUMENTS))).map((name) => `${DOCUMENTS}/${name}`);
  const others = records.filter((path) => !known.has(path)).sort(compareText);
  const stranger = (file: string, expected: string, action: string): Finding => {
    return { kind: 'output', place: { file }, expected, found: 'another one', action };
  };
  if (others.length > 0) {
    const action = 'have it taken away with etl merge --prune';
    return others.map((path) => stranger(join(folder, path), 'a document that a shard lists', action));
  }
  const findings: Finding[] = [];
  for (const table of (await readdir(join(folder, DATA)).catch(() => [])).sort(compareText)) {
    // Each that is listed is there, so as many files are the same files, and no path of them need be kept.
    if ((await countOf(filesBelow(join(folder, DATA, table)))) === (tables.get(table)?.files ?? 0)) continue;
    const own = await listedOf(folder, names, table);
    for await (const file of filesBelow(join(folder, DATA, table))) {
      if (own.has(relative(folder, file))) continue;
      findings.push(stranger(file, 'files that a document of the corpus lists', 'move it away'));
      if (findings.length >= MOST_FINDINGS) return findings;
    }
  }
  return findings;
}

/** The files of a folder and of those in it, one after the other, however many there are. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

async function countOf(files: AsyncGenerator<string>): Promise<number> {
  let count = 0;
  for await (const _ of files) count += 1;
  return count;
}

/** The files of a table that documents list. */
async function listedOf(
  folder: string,
  names: ReadonlyMap<string, unknown>,
  table: string,
): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (const name of names.keys())
    for (const { path } of (await storedDocument(folder, name))?.files ?? [])
      if (tableOf(path) === table) listed.add(path);
  return listed;
}
