import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, fault, SourceFault } from '../../page/finding.ts';
import { sha256 } from '../../page/sha256.ts';
import type { TableSchema } from '../../template/schema/table-schema.ts';
import { compareText } from '../key-order.ts';
import { documentPath, SHARDS, schemaPath, tableOf } from './layout.ts';
import { type DocumentRecord, documentRecord, readShardRecord, type ShardRecord } from './records.ts';
import { isWhole } from './store.ts';
import { MOST_FINDINGS, strangers } from './strangers.ts';

/** What today's program would build, to which all that stands in a corpus is held. */
export interface Today {
  readonly program: string;
  readonly programName: string;
  /** Digest of the list of the documents that a pattern names; undefined where they are not at hand. */
  readonly listOf: (pattern: string) => Promise<string | undefined>;
  /** Digest of all that is read of a document; undefined where it is not at hand. */
  readonly inputsOf: (folder: string) => string | undefined;
}

/** A table of a corpus: the ways in which its columns are declared, and how much of it there is. */
export interface CorpusTable {
  readonly name: string;
  /** One where every document declares the table alike. */
  readonly schemas: readonly TableSchema[];
  readonly rows: number;
  /** How many partitions it has. */
  readonly files: number;
  /** Their paths in the order of the documents; undefined where they are too many to be named in one file. */
  readonly paths: readonly string[] | undefined;
}

/** A corpus whose every file was held against the records, and they against the shards. */
export interface CorpusFacts {
  /** By name, ascending. */
  readonly tables: readonly CorpusTable[];
  readonly documents: number;
  readonly published: number;
  readonly refused: number;
  readonly findings: number;
  readonly identities: number;
  /** Whether the documents were at hand, and what stands here was made of what they are today. */
  readonly isOfToday: boolean;
  readonly names: ReadonlySet<string>;
}

/** A description that names each file of a table would be larger than the data of some with more files than this. */
const MOST_PATHS = 10_000;

/**
 * Holds a corpus against itself and against today: every shard is there, of one list of documents and of this program;
 * every record is what its shard says, every file what its record says, and nothing else is in `data/`; and where the
 * documents are at hand, they are as they were when they were built. Throws a SourceFault with what to do.
 */
export async function verifiedCorpus(folder: string, today: Today): Promise<CorpusFacts> {
  const shards = await shardsOf(folder);
  const isAtHand = await agreeing(folder, shards, today);
  const findings: Finding[] = [];
  const names = new Map<string, readonly SaidRecord[]>();
  for (const { path: shard, record } of shards)
    for (const { document, record: sum } of record.documents)
      names.set(document, [...(names.get(document) ?? []), { shard, sum }]);
  const tables = new Map<string, { schemas: Set<string>; rows: number; files: number; paths: string[] }>();
  const counts = { published: 0, refused: 0, findings: 0, identities: 0 };
  for (const document of [...names.keys()].sort(compareText)) {
    if (findings.length >= MOST_FINDINGS) break;
    const said = names.get(document) ?? [];
    const { record, finding } = await verifiedDocument(folder, document, said, isAtHand ? today : undefined);
    if (finding !== undefined) findings.push(finding);
    if (record === undefined) continue;
    counts.findings += record.findings;
    counts.identities += record.identities;
    if (record.state === 'published') counts.published += 1;
    else counts.refused += 1;
    for (const { name, rows, schema } of record.tables) {
      const table = tables.get(name) ?? { schemas: new Set(), rows: 0, files: 0, paths: [] };
      table.schemas.add(schema);
      table.rows += rows;
      tables.set(name, table);
    }
    for (const { path } of record.files) {
      const table = tables.get(tableOf(path));
      if (table === undefined) continue;
      table.files += 1;
      if (table.files <= MOST_PATHS) table.paths.push(path);
    }
  }
  if (findings.length === 0) findings.push(...(await strangers(folder, names, tables)));
  if (findings.length > 0) throw new SourceFault(findings);
  return {
    tables: await Promise.all(
      [...tables]
        .sort(([a], [b]) => compareText(a, b))
        .map(async ([name, { schemas, rows, files, paths }]) => ({
          name,
          schemas: await Promise.all([...schemas].sort().map((digest) => readSchema(folder, digest))),
          rows,
          files,
          paths: files > MOST_PATHS ? undefined : paths,
        })),
    ),
    documents: names.size,
    ...counts,
    isOfToday: isAtHand,
    names: new Set(names.keys()),
  };
}

interface ReadShard {
  readonly path: string;
  readonly record: ShardRecord;
}

/** What the shards of a corpus say of themselves. */
export async function shardsOf(folder: string): Promise<readonly ReadShard[]> {
  const found = await readdir(join(folder, SHARDS)).catch(() => []);
  const paths = found.filter((name) => name.endsWith('.json')).map((name) => `${SHARDS}/${name}`);
  if (paths.length === 0) {
    const action = "build one: etl build --documents 'GLOB' --out DIR";
    throw fault({
      kind: 'output',
      place: { file: folder },
      expected: 'a corpus of which at least one shard is built',
      found: 'none',
      action,
    });
  }
  return Promise.all(
    paths.sort(compareText).map(async (path) => ({ path, record: await readShardRecord(folder, path) })),
  );
}

/** Refuses shards of another program or another list of documents; says whether the documents are at hand. */
async function agreeing(folder: string, shards: readonly ReadShard[], today: Today): Promise<boolean> {
  const findings: Finding[] = [];
  const refuse = (path: string, record: ShardRecord, expected: string, found: string): void => {
    const { shard, pattern } = record;
    const again = `etl build --documents '${pattern}' --shard ${shard.index}/${shard.of} --out ${folder}`;
    const action = `build it again (${again}), or have it taken away with etl merge --prune`;
    findings.push({ kind: 'output', place: { file: join(folder, path) }, expected, found, action });
  };
  const lists = new Map<string, string | undefined>();
  for (const { path, record } of shards) {
    const { pattern, program, programName, list } = record;
    if (!lists.has(pattern)) lists.set(pattern, await today.listOf(pattern));
    const now = lists.get(pattern);
    const [first] = shards;
    if (program !== today.program)
      refuse(
        path,
        record,
        `a shard that this program built (${today.programName})`,
        otherProgram(programName, today),
      );
    else if (now !== undefined && list !== now)
      refuse(path, record, `a shard of the documents that ${pattern} names today`, 'one of other documents');
    else if (now === undefined && first !== undefined && list !== first.record.list)
      refuse(path, record, `a shard of the same documents as ${first.path}`, 'one of other documents');
  }
  if (findings.length > 0) throw new SourceFault(findings);
  const documents = new Set(shards.flatMap(({ record }) => record.documents.map((each) => each.document)));
  const all = Math.max(...shards.map(({ record }) => record.documentsOfAll));
  if (documents.size < all) throw missingShards(folder, shards, documents.size, all);
  return [...lists.values()].every((list) => list !== undefined);
}

function otherProgram(name: string, { programName }: Today): string {
  return name === programName ? 'one of another state of it' : `one of ${name}`;
}

function missingShards(folder: string, shards: readonly ReadShard[], documents: number, all: number): Error {
  const of = Math.max(...shards.map(({ record }) => record.shard.of));
  const there = new Set(
    shards.filter(({ record }) => record.shard.of === of).map(({ record }) => record.shard.index),
  );
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !there.has(index));
  const pattern = shards[0]?.record.pattern ?? 'GLOB';
  const next = missing[0] ?? 1;
  return fault({
    kind: 'output',
    place: { file: folder },
    expected: `shards of all ${all} documents`,
    found: `${documents} of them; ${missing.length} of ${of} shards are missing, the first is ${next}/${of}`,
    action: `build it: etl build --documents '${pattern}' --shard ${next}/${of} --out ${folder}`,
  });
}

/** The checksum that a shard lists of the record of a document. */
interface SaidRecord {
  readonly shard: string;
  readonly sum: string;
}

async function verifiedDocument(
  folder: string,
  document: string,
  shards: readonly SaidRecord[],
  today: Today | undefined,
): Promise<{ readonly record?: DocumentRecord; readonly finding?: Finding }> {
  const path = documentPath(document);
  const wrong = (expected: string, found: string): { readonly finding: Finding } => {
    const action = 'build its shard again: only what is not as it should be is built';
    return { finding: { kind: 'output', place: { file: join(folder, path) }, expected, found, action } };
  };
  const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
  const record = text === undefined ? undefined : documentRecord(text);
  if (text === undefined || record === undefined) return wrong('a record of the document', 'none');
  if (record.state === 'writing')
    return wrong('a document that is built', 'one that was left while it was written');
  const sum = sha256(Buffer.from(text));
  const other = shards.find((said) => said.sum !== sum);
  if (other !== undefined)
    return wrong(
      `the record that ${other.shard} lists`,
      'another: it was built again since, of other inputs',
    );
  const inputs = today?.inputsOf(record.folder);
  if (today !== undefined && inputs !== record.inputs)
    return wrong(`what ${record.folder} is today`, 'a document that was built before it was changed');
  if (!(await isWhole(folder, record)))
    return wrong('the files that it lists', 'one that is not there or is another');
  return { record };
}

/** What the columns of a table are. The name of the file is the checksum of what it says. */
async function readSchema(folder: string, digest: string): Promise<TableSchema> {
  const file = join(folder, schemaPath(digest));
  const text = await readFile(file, 'utf8').catch(() => '');
  if (sha256(Buffer.from(text)) === digest) return JSON.parse(text) as TableSchema;
  const action = 'build a document that has the table again: its schema is written anew';
  throw fault({
    kind: 'output',
    place: { file },
    expected: 'a schema as it was written',
    found: 'another text',
    action,
  });
}
