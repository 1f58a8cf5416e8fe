import { basename, dirname } from 'node:path';
import { glob } from 'tinyglobby';
import { fault } from '../../page/finding.ts';
import { sha256 } from '../../page/sha256.ts';
import type { Shard } from '../../publish/corpus/layout.ts';
import { compareText } from '../../publish/key-order.ts';

/** A document of a corpus: the folder that declares it, and its name, which is that of the folder. */
export interface CorpusDocument {
  readonly document: string;
  readonly folder: string;
}

const HEAD = 'document.yaml';

/**
 * The documents that a pattern names by their `document.yaml`, in the order of their names. Throws a SourceFault where
 * there is none, where the pattern names other files, and where two documents have one name: what is published of them
 * stands under it.
 *
 *     sources/rain/document.yaml, old/brooks/document.yaml -> rain in sources/rain, brooks in old/brooks
 */
export async function listDocuments(pattern: string): Promise<readonly CorpusDocument[]> {
  const place = { file: pattern };
  const example = `write it in quotes, such as 'sources/**/${HEAD}'`;
  const files = await filesOf(pattern);
  const other = files.find((file) => basename(file) !== HEAD);
  if (other !== undefined || files.length === 0) {
    const found = other ?? 'no file';
    throw fault({ kind: 'file', place, expected: `files ${HEAD}`, found, action: example });
  }
  const documents = documentsIn(files);
  for (const [at, { document, folder }] of documents.entries()) {
    const next = documents[at + 1];
    if (next?.document !== document) continue;
    const expected = 'a name of its own for each document';
    const found = `${document} in ${folder} and in ${next.folder}`;
    throw fault({ kind: 'file', place, expected, found, action: 'give one of the folders another name' });
  }
  return documents;
}

/** The same of whatever the pattern names, for who only asks whether it is as it was. */
export async function namedDocuments(pattern: string): Promise<readonly CorpusDocument[]> {
  return documentsIn(await filesOf(pattern));
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  return (await glob(pattern, { expandDirectories: false })).sort(compareText);
}

function documentsIn(files: readonly string[]): readonly CorpusDocument[] {
  return files
    .map((file): CorpusDocument => ({ document: basename(dirname(file)), folder: dirname(file) }))
    .sort((a, b) => compareText(a.document, b.document));
}

/** The documents of a shard: every so many-th of the list, so that shards are alike in size. */
export function documentsOf(
  list: readonly CorpusDocument[],
  { index, of }: Shard,
): readonly CorpusDocument[] {
  return list.filter((_, at) => at % of === index - 1);
}

/** Changes whenever a document comes, goes or moves. */
export function listDigest(list: readonly CorpusDocument[]): string {
  return sha256(Buffer.from(JSON.stringify(list.map(({ document, folder }) => [document, folder]))));
}
