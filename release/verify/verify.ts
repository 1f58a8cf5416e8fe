import { readCsvRows } from '../../pipeline/command-line/copy/csv-rows.ts';
import { DESCRIPTOR, type Descriptor, readDescriptor } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { checksumFindings, describedFindings, foreignFindings } from './checksums.ts';
import { contentFindings } from './contents.ts';
import type { StartReader } from './database.ts';
import { evidenceFindings } from './evidence.ts';
import { jsonFindings } from './json-files.ts';
import { linkFindings } from './links.ts';
import { madeAgainFindings } from './made-again.ts';
import { withoutEndless } from './patterns.ts';
import { type PrintedTable, schemaFindings } from './schemas.ts';

/** What was looked at in a copy of the output, and everything that is wrong with it. */
export interface Verification {
  readonly name: string;
  readonly version: string;
  readonly files: number;
  readonly tables: number;
  readonly rows: number;
  /** Identities that were run again, each for one choice of its keys. */
  readonly checks: number;
  readonly findings: readonly Finding[];
}

/** What a copy is checked against and with, besides itself. */
export interface Against {
  /** The same publication as this program makes it. */
  readonly made?: Files | undefined;
  /** How DuckDB is started that reads the copy: in a process of its own where it is not named. */
  readonly start?: StartReader | undefined;
}

/**
 * Checks a copy of the output as somebody who downloaded it: checksums and sizes, no file missing or foreign, rows
 * against their schemas, keys, values against the cells and the text that they were read from, all formats against
 * each other, and the identities run again. With `made`, the same publication as this program makes it of its source,
 * every file of the copy is held against that too. All that is wrong is collected.
 *
 * `scratch` is an empty folder for what only DuckDB can read, and only from a disk.
 */
export async function verifyCopy(
  files: Files,
  place: string,
  scratch: string,
  { made, start }: Against = {},
): Promise<Verification> {
  const sums = checksumFindings(files);
  const descriptor = descriptorOf(files, place, sums);
  const hashes = [
    ...sums,
    ...describedFindings(descriptor, files),
    ...foreignFindings(descriptor, files),
    ...jsonFindings(files),
    ...linkFindings(descriptor),
  ];
  const damaged = new Set(hashes.map((finding) => finding.place.file));
  const sound = new Set([...files.keys()].filter((path) => !damaged.has(path)));
  const read = descriptor.tables.map((schema) => ({ schema, ...readCsvRows(schema, files) }));
  // What cannot be read is one finding, and not one more for each row that is not found in it.
  const tried = read.filter(({ findings }) => findings.length === 0).map((table) => withoutEndless(table));
  const tables: readonly PrintedTable[] = tried.map(({ table }) => table);
  const contents = await contentFindings(tables, {
    descriptor,
    files,
    sound,
    scratch,
    made,
    ...(start !== undefined && { start }),
  });
  return {
    name: descriptor.name,
    version: descriptor.version,
    files: files.size,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    checks: contents.checks,
    findings: [
      ...hashes,
      ...read.flatMap(({ findings }) => findings),
      ...tried.flatMap(({ findings }) => findings),
      ...schemaFindings(tables, descriptor.tables),
      ...evidenceFindings(tables, files),
      ...contents.findings,
      ...(made === undefined ? [] : madeAgainFindings(files, made, descriptor)),
    ],
  };
}

/** Without a descriptor nothing more can be checked: what is known by then is told with what is wrong in it. */
function descriptorOf(files: Files, place: string, sums: readonly Finding[]): Descriptor {
  try {
    return readDescriptor(files, place);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    throw new SourceFault([
      ...sums.filter((finding) => finding.place.file !== DESCRIPTOR),
      ...error.findings,
    ]);
  }
}

/** What was looked at in a copy that has no findings. */
export function verificationText({ name, version, files, tables, rows, checks }: Verification): string {
  return [
    `${name} ${version}`,
    `${files} files, none missing or foreign, all with their checksums`,
    `${tables} tables with ${rows} rows, all as their schemas want them, the same in every format`,
    checks === 0
      ? 'no check to run again: none is published'
      : `${checks} checks run again, all with their published verdicts`,
  ].join('\n');
}
