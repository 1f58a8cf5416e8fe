import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Descriptor } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { attachFile, LIMITS, openReader, type Reader, type StartReader } from './database.ts';
import { type FormatSource, formatFindings } from './formats.ts';
import { type IdentityFindings, identityFindings, RESULTS } from './identities.ts';
import { type Objects, objectDifferences, objectsOf, strangeObjects } from './objects.ts';
import type { PrintedTable } from './schemas.ts';

/** A copy whose files are read. */
export interface Copy {
  readonly descriptor: Descriptor;
  readonly files: Files;
  /** Files whose checksums are right. */
  readonly sound: ReadonlySet<string>;
  /** An empty folder for what only DuckDB can read, and only from a disk. */
  readonly scratch: string;
  /** The same publication as this program makes it, where it can. */
  readonly made: Files | undefined;
  /** How DuckDB is started; in a process of its own, but for tests that are not about that. */
  readonly start?: StartReader;
}

/** The DuckDB file as this program makes it: its name in the scratch folder, and in the reader. */
const MADE = 'made';

/**
 * Holds all formats against each other, the DuckDB file against what it may hold, and runs the identities again. A
 * view of the copy is run only if nothing in its file is other than it should be.
 */
export async function contentFindings(
  tables: readonly PrintedTable[],
  copy: Copy,
): Promise<IdentityFindings> {
  const { descriptor, files, sound, scratch, start } = copy;
  unpack(tables, copy);
  const reader = await openReader(scratch, LIMITS, start);
  try {
    const database = await databaseOf(reader, copy);
    const findings: Finding[] = [...database.findings];
    const source = { files, sound, folder: scratch, reader, database: database.source };
    for (const table of tables) findings.push(...(await formatFindings(table, source)));
    const hasResults = descriptor.tables.some(({ name }) => name === RESULTS);
    const again =
      database.source === undefined || database.findings.length > 0 || !hasResults
        ? { checks: 0, findings: [] }
        : await identityFindings(reader, database.source.file);
    return { checks: again.checks, findings: [...findings, ...again.findings] };
  } finally {
    reader.close();
  }
}

/** The DuckDB file of a copy, if it can be attached, and what in it is not as it should be. */
async function databaseOf(
  reader: Reader,
  { descriptor, sound, scratch, made }: Copy,
): Promise<{ readonly source: FormatSource['database']; readonly findings: readonly Finding[] }> {
  const { database: file, tables } = descriptor;
  if (file === undefined || !sound.has(file)) return { source: undefined, findings: [] };
  const objects = await attached(reader, scratch, file);
  if ('kind' in objects) return { source: undefined, findings: [objects] };
  const names = tables.map(({ name }) => name);
  const strange = strangeObjects(file, objects, names);
  const own = { file, tables: new Set(names.filter((name) => objects.has(`table ${name}`))) };
  if (made?.get(file) === undefined) return { source: own, findings: strange };
  await attachFile(reader, join(scratch, MADE, file), MADE);
  const others = objectDifferences(file, objects, await objectsOf(reader, MADE));
  return { source: own, findings: strange.length > 0 ? strange : others };
}

/** Puts what DuckDB is to read into the scratch folder: nothing but what is described, and is as it should be. */
function unpack(tables: readonly PrintedTable[], { descriptor, files, sound, scratch, made }: Copy): void {
  const { database = '' } = descriptor;
  const again = made?.get(database);
  if (again !== undefined) put(join(scratch, MADE, database), again);
  const paths = tables.map(({ schema }) => `parquet/${schema.name}.parquet`);
  for (const path of [...paths, database]) {
    const bytes = files.get(path);
    if (bytes !== undefined && sound.has(path)) put(join(scratch, path), bytes);
  }
}

function put(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** What a DuckDB file holds, or that it cannot be read. */
async function attached(reader: Reader, scratch: string, file: string): Promise<Objects | Finding> {
  try {
    await attachFile(reader, join(scratch, file));
    return await objectsOf(reader);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const found = `"${error.message.split('\n')[0]?.replaceAll(`${scratch}/`, '')}"`;
    return { kind: 'file', place: { file }, expected: 'a DuckDB file', found };
  }
}
