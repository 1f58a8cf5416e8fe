import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../../pipeline/finding.ts';
import type { Descriptor } from '../copy/descriptor.ts';
import type { Files } from '../copy/files.ts';
import { attachFile, openReader, type Reader } from './database.ts';
import { formatFindings } from './formats.ts';
import { type IdentityFindings, identityFindings, RESULTS } from './identities.ts';
import type { PrintedTable } from './schemas.ts';

/** A copy whose files are read. */
export interface Copy {
  readonly descriptor: Descriptor;
  readonly files: Files;
  /** Files whose checksums are right. */
  readonly sound: ReadonlySet<string>;
  /** An empty folder for what only DuckDB can read, and only from a disk. */
  readonly scratch: string;
}

/** Holds all formats against each other, and runs the identities again. */
export async function contentFindings(
  tables: readonly PrintedTable[],
  copy: Copy,
): Promise<IdentityFindings> {
  const { descriptor, files, sound, scratch } = copy;
  unpack(tables, copy);
  const reader = await openReader(scratch);
  try {
    const { database: file } = descriptor;
    const refused = file !== undefined && sound.has(file) ? await attached(reader, scratch, file) : undefined;
    const database = file !== undefined && sound.has(file) && refused === undefined ? file : undefined;
    const findings: Finding[] = refused === undefined ? [] : [refused];
    for (const table of tables) {
      findings.push(...(await formatFindings(table, { files, sound, folder: scratch, reader, database })));
    }
    const hasResults = tables.some(({ schema }) => schema.name === RESULTS);
    const again =
      database === undefined || !hasResults
        ? { checks: 0, findings: [] }
        : await identityFindings(reader, database);
    return { checks: again.checks, findings: [...findings, ...again.findings] };
  } finally {
    reader.close();
  }
}

/** Puts what DuckDB is to read into the scratch folder: nothing but what is described, and is as it should be. */
function unpack(tables: readonly PrintedTable[], { descriptor, files, sound, scratch }: Copy): void {
  const paths = tables.map(({ schema }) => `parquet/${schema.name}.parquet`);
  for (const path of [...paths, descriptor.database ?? '']) {
    const bytes = files.get(path);
    if (bytes === undefined || !sound.has(path)) continue;
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), bytes);
  }
}

async function attached(reader: Reader, scratch: string, file: string): Promise<Finding | undefined> {
  try {
    await attachFile(reader, join(scratch, file));
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const found = `"${error.message.split('\n')[0]?.replaceAll(`${scratch}/`, '')}"`;
    return { kind: 'file', place: { file }, expected: 'a DuckDB file', found };
  }
}
