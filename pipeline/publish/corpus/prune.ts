import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../page/sha256.ts';
import { removeListed } from '../folder/removal.ts';
import { DOCUMENTS } from './layout.ts';
import { documentRecord } from './records.ts';
import { shardsOf, type Today } from './verify.ts';

/**
 * Takes away what is not of today: what shards of another program or another list of documents say of themselves, and the
 * documents that no other shard lists, each by the list of its own record. Gives what was taken away, and leaves
 * everything that no record lists.
 */
export async function pruneCorpus(folder: string, today: Today): Promise<readonly string[]> {
  const shards = await shardsOf(folder);
  const gone: string[] = [];
  const remove = async (path: string, text: string): Promise<void> => {
    const left = await removeListed(folder, [{ path, sha256: sha256(Buffer.from(text)) }]);
    if (left.length === 0) gone.push(path);
  };
  const kept = new Set<string>();
  const stale: string[] = [];
  for (const { path, record } of shards) {
    const list = await today.listOf(record.pattern);
    const isOfToday = record.program === today.program && (list === undefined || list === record.list);
    if (isOfToday) for (const { document } of record.documents) kept.add(document);
    else stale.push(path);
  }
  // Without one that is of today nothing tells what is still wanted.
  if (kept.size === 0) return [];
  for (const path of stale) await remove(path, await readFile(join(folder, path), 'utf8'));
  for (const name of await readdir(join(folder, DOCUMENTS))) {
    const path = `${DOCUMENTS}/${name}`;
    const text = await readFile(join(folder, path), 'utf8');
    const record = documentRecord(text);
    if (record === undefined || kept.has(record.document)) continue;
    // The record last: a removal that was cut off is finished by the next.
    const left = await removeListed(folder, record.files);
    if (left.length === 0) await remove(path, text);
  }
  return gone;
}
