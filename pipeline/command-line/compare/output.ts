import { SourceFault } from '../../page/finding.ts';
import { type PrintedRow, readCsvRows } from '../copy/csv-rows.ts';
import { type DescribedTable, readDescriptor } from '../copy/descriptor.ts';
import { type Files, folderFiles } from '../copy/files.ts';

/** A table with its rows as they are printed. */
export interface OutputTable extends Omit<DescribedTable, 'path'> {
  readonly rows: readonly PrintedRow[];
}

/** An output as it is compared: its tables by name, and what else it holds. */
export interface Output {
  /** Where it was read from, for people: a folder or a revision. */
  readonly place: string;
  readonly version: string;
  /** What it says of itself as a whole, by member of `datapackage.json`: title, licences, sources. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly tables: ReadonlyMap<string, OutputTable>;
  /** Checksums of the described files that are no tables, by path. */
  readonly documents: ReadonlyMap<string, string>;
  /** Files that hold no single table, such as the report, by path. */
  readonly otherFiles: readonly string[];
}

/** Reads an output from a folder. Throws a SourceFault when it is none, or when it is damaged. */
export function readOutput(folder: string): Output {
  return outputOf(folderFiles(folder), folder);
}

/** Makes an output of its files; `place` is what a person calls it. */
export function outputOf(files: Files, place: string): Output {
  const { version, about, tables: described, documents } = readDescriptor(files, place);
  const tables = described.map((table) => tableOf(table, files, place));
  const names = new Set(tables.map(({ name }) => name));
  return {
    place,
    version,
    about,
    tables: new Map(tables.map((table) => [table.name, table])),
    documents: new Map(documents.map(({ path, hash }) => [path, hash])),
    otherFiles: [...files.keys()].filter((path) => !names.has(stemOf(path))),
  };
}

/** A table whose rows can be told apart by their key; anything else cannot be compared. */
function tableOf(described: DescribedTable, files: Files, place: string): OutputTable {
  const { path, ...table } = described;
  const { rows, findings } = readCsvRows(described, files);
  const inPlace = { file: `${place}/${path}`, table: table.name };
  if (findings.length > 0)
    throw new SourceFault(findings.map((each) => ({ ...each, place: { ...each.place, ...inPlace } })));
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row, table.primaryKey);
    if (!seen.has(key)) seen.add(key);
    else
      throw new SourceFault([
        {
          kind: 'key',
          place: { ...inPlace, row: nameOf(row, table.primaryKey) },
          expected: 'every key once',
          found: 'it twice',
        },
      ]);
  }
  return { ...table, rows };
}

/** The values of some columns as one text, distinct for distinct values. */
export function keyOf(row: PrintedRow, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column] ?? null));
}

/** A row's key for people: `KZ-AKM.U.2010`. */
export function nameOf(row: PrintedRow, columns: readonly string[]): string {
  return columns.map((column) => row[column] ?? '').join('.');
}

function stemOf(path: string): string {
  return path.includes('/') ? path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') : '';
}
