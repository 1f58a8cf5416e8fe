import { availableParallelism } from 'node:os';
import packageFile from '../../../package.json' with { type: 'json' };
import { type Finding, fault } from '../../page/finding.ts';
import { inCorpus } from '../../publish/corpus/corpus-folder.ts';
import { type Shard, shardPath } from '../../publish/corpus/layout.ts';
import { recordText, type ShardDocument } from '../../publish/corpus/records.ts';
import { writeInto } from '../../publish/corpus/store.ts';
import { compareText } from '../../publish/key-order.ts';
import { sharedSchemas } from '../folders.ts';
import { READING_LIMITS } from '../limits.ts';
import { digestBelow, engineDigest } from '../up-to-date.ts';
import type { ManyCommand } from './arguments.ts';
import type { DocumentDone } from './build-document.ts';
import { documentsOf, listDigest, listDocuments } from './documents.ts';
import { buildAll } from './pool.ts';

/** What a build of many documents did. */
export interface ManyOutcome {
  readonly out: string;
  readonly shard: Shard;
  readonly documents: number;
  /** Those that stood there already, made of the same. */
  readonly kept: number;
  readonly refused: number;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  /** What is wrong with those that were refused in this run; of those refused before their findings stand in the result. */
  readonly findings: readonly Finding[];
}

/** Told before the first document, and after each. */
export type Progressed = (done: number, of: number, refused: number) => void;

/** The program as a record names it: any change of its code, or of a package that it uses, is another one. */
export function programDigest(): string {
  return engineDigest();
}

/** Builds the documents of a shard into the folder of a corpus. */
export async function buildMany(
  { pattern, shard, out, workers, seconds, mebibytes }: ManyCommand,
  progressed: Progressed,
  signal?: AbortSignal,
): Promise<ManyOutcome> {
  const list = await listDocuments(pattern);
  const own = documentsOf(list, shard);
  if (own.length === 0) throw emptyShard(pattern, list.length, shard);
  const [program, schemas] = [programDigest(), digestBelow(sharedSchemas())];
  const all: ShardDocument[] = [];
  const counts = { kept: 0, refused: 0, rows: 0, files: 0, bytes: 0 };
  const findings: Finding[] = [];
  const note = (done: DocumentDone): void => {
    const { document, folder, state, record, rows, files, bytes, isKept } = done;
    all.push({ document, folder, state, record });
    counts.rows += rows;
    counts.files += files;
    counts.bytes += bytes;
    if (isKept) counts.kept += 1;
    if (state !== 'published') counts.refused += 1;
    if (findings.length < MOST_FINDINGS) findings.push(...done.findings);
    progressed(all.length, own.length, counts.refused);
  };
  await inCorpus(out, async (place) => {
    progressed(0, own.length, 0);
    await buildAll(
      own.map((document) => ({ ...document, program, schemas })),
      {
        out: place.folder,
        workers: workers ?? availableParallelism(),
        limits: {
          seconds: seconds ?? READING_LIMITS.seconds,
          mebibytes: mebibytes ?? READING_LIMITS.mebibytes,
        },
        signal,
      },
      note,
    );
    const record = recordText({
      shard,
      pattern,
      list: listDigest(list),
      documentsOfAll: list.length,
      program,
      programName: `${packageFile.name} ${packageFile.version}`,
      documents: all.sort((a, b) => compareText(a.document, b.document)),
    });
    await writeInto(place, shardPath(shard), record);
  });
  return { out, shard, documents: own.length, ...counts, findings };
}

/** All of them stand in the result; a person is shown the first few. */
const MOST_FINDINGS = 1000;

function emptyShard(pattern: string, documents: number, { index, of }: Shard): Error {
  return fault({
    kind: 'file',
    place: { file: pattern },
    expected: `documents for shard ${index}/${of}`,
    found: `${documents} documents, so that it has none`,
    action: 'use fewer shards',
  });
}
