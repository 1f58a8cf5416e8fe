import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../../page/sha256.ts';
import { removeListed } from '../folder/removal.ts';
import { announce, createScratch, type Scratch } from '../folder/scratch.ts';
import type { Table } from '../table.ts';
import { documentPath, partitionPath, schemaPath, WORK } from './layout.ts';
import { type PartitionWriter, partitionWriter } from './partitions.ts';
import {
  type DocumentRecord,
  documentRecord,
  type ListedFile,
  type ListedTable,
  recordText,
} from './records.ts';

/** What is to stand in a corpus of a document: its tables, and what is said of it. */
export interface DocumentContent {
  readonly record: Omit<DocumentRecord, 'tables' | 'files'>;
  readonly tables: readonly Table[];
  /** What each file says of itself. */
  readonly about: Readonly<Record<string, string>>;
}

/** A folder of a corpus, and where a process works in it. */
export interface Store extends Workplace {
  readonly writer: PartitionWriter;
}

/** Where a process writes what is to stand in a corpus. */
export interface Workplace {
  readonly folder: string;
  readonly scratch: Scratch;
  /** The files in `scratch` that were announced, each once: a process writes the same names for every document. */
  readonly announced: Set<string>;
}

/** A place to work in for this process, and what it writes Parquet with. */
export async function openStore(folder: string): Promise<Store> {
  return { ...(await openWorkplace(folder)), writer: await partitionWriter() };
}

export async function openWorkplace(folder: string): Promise<Workplace> {
  return { folder, scratch: await createScratch(join(folder, WORK, 'process')), announced: new Set() };
}

/**
 * Puts a document into a corpus, in the place of what stands there of it.
 *
 * Each file is written aside and takes its place in one step; before the first does, the record says what may stand
 * there now, and the record that says what stands there is the last. So whoever is stopped, and wherever, leaves
 * nothing that no record lists; and any number of processes may write the same document at once, because all write the
 * same. Tables without rows are listed and have no file.
 */
export async function storeDocument(
  store: Store,
  { record, tables, about }: DocumentContent,
): Promise<DocumentRecord> {
  const { folder, writer } = store;
  const before = await storedDocument(folder, record.document);
  const written: (ListedFile & { readonly from: string })[] = [];
  const listed: ListedTable[] = [];
  for (const table of tables) {
    const { schema, rowCount } = table;
    const text = `${JSON.stringify(declared(table), null, 1)}\n`;
    const digest = sha256(Buffer.from(text));
    listed.push({ name: schema.name, rows: rowCount, schema: digest });
    await keepSchema(store, digest, text);
    if (rowCount === 0) continue;
    const from = await announced(store, `${schema.name}.parquet`);
    await writer.write(table, from, { ...about, table: schema.name, schema: digest });
    const bytes = await readFile(from);
    const path = partitionPath(schema.name, record.document);
    written.push({ from, path, bytes: bytes.length, sha256: sha256(bytes) });
  }
  const files = written.map(({ path, bytes, sha256: sum }) => ({ path, bytes, sha256: sum }));
  const next: DocumentRecord = { ...record, tables: listed, files };
  await writeRecord(store, { ...next, state: 'writing', files: [...files, ...(before?.files ?? [])] });
  for (const { from, path } of written) await moveInto(from, join(folder, path));
  const stale = (before?.files ?? []).filter(({ path }) => !files.some((file) => file.path === path));
  await removeListed(folder, stale);
  await writeRecord(store, next);
  return next;
}

/** The columns of a table as they are declared; how wide its rows are is of no account. */
function declared({ schema }: Table): object {
  return { ...schema, fields: schema.fields.map(({ wide: _, ...field }) => field) };
}

/** What a corpus says of a document; undefined where it knows none. */
export async function storedDocument(folder: string, document: string): Promise<DocumentRecord | undefined> {
  const text = await readFile(join(folder, documentPath(document)), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : documentRecord(text);
}

/** Whether every file that a record lists stands there as it was written. */
export async function isWhole(folder: string, { files }: Pick<DocumentRecord, 'files'>): Promise<boolean> {
  for (const { path, bytes, sha256: sum } of files) {
    const file = join(folder, path);
    const size = await stat(file).then(
      (stats) => (stats.isFile() ? stats.size : -1),
      () => -1,
    );
    if (size !== bytes || sha256(await readFile(file)) !== sum) return false;
  }
  return true;
}

async function writeRecord(store: Store, record: DocumentRecord): Promise<void> {
  await writeInto(store, documentPath(record.document), recordText(record));
}

/** Writes a file of a corpus so that it is there whole or not at all. */
export async function writeInto(place: Workplace, path: string, text: string): Promise<void> {
  const from = await announced(place, 'record.json');
  await writeFile(from, text);
  await moveInto(from, join(place.folder, path));
}

/** Says once what the columns of a table are: under the checksum of what it says. */
async function keepSchema(store: Store, digest: string, text: string): Promise<void> {
  const path = schemaPath(digest);
  const there = await readFile(join(store.folder, path), 'utf8').catch(() => undefined);
  if (there !== text) await writeInto(store, path, text);
}

/** Where a file of this name is written before it takes its place. */
async function announced({ scratch, announced: known }: Workplace, name: string): Promise<string> {
  if (!known.has(name)) await announce(scratch, [name]);
  known.add(name);
  return join(scratch.next, name);
}

/** Another process may take an empty folder away between the two steps, and then again. */
const MOST_TRIES = 5;

async function moveInto(from: string, to: string): Promise<void> {
  for (let left = MOST_TRIES; ; left -= 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (left === 0 || !(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      await mkdir(dirname(to), { recursive: true });
    }
  }
}
