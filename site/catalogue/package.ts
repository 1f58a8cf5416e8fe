import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fault, type SourceFault } from '../../pipeline/page/finding.ts';
import { readCell } from '../../pipeline/publish/formats/spreadsheet.ts';
import { PARTIAL_FILE } from '../../pipeline/publish/partial.ts';
import {
  descriptorFault,
  type Headline,
  isDescriptor,
  type TableField,
  type TableResource,
  tableResources,
} from './descriptor.ts';

/** A row as the CSV file has it; an empty text is null. */
export type Row = Readonly<Record<string, string>>;

/** A file to download. */
export interface Download {
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A published table: what it is, its rows, and its files. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly TableField[];
  readonly primaryKey: readonly string[];
  readonly headline?: Headline;
  /** The table that each column points at. */
  readonly references: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
  readonly downloads: readonly Download[];
}

/** The published folder: what the package says of itself, its tables, and its other files. */
export interface Package {
  readonly name: string;
  readonly title: string;
  readonly title_kk?: string;
  readonly title_ru?: string;
  readonly description: string;
  readonly version: string;
  /** Undefined where the document declares no date. */
  readonly created?: string;
  /** The place that the data are about, in English. */
  readonly place?: string;
  readonly keywords: readonly string[];
  readonly licence: { readonly name: string; readonly path: string; readonly title: string };
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly database: Download;
  /** What stands in `llms.txt`, for programs that read for people; empty where there is none. */
  readonly forPrograms: string;
  /** What `dataset.jsonld` says of the whole in the words of schema.org; its addresses are those of the output. */
  readonly described: Readonly<Record<string, unknown>>;
  /** Files that belong to no table: the report, the checksums, the descriptions for machines. */
  readonly others: readonly Download[];
  readonly textLayer: string;
}

/** Formats that the output holds a table in, in the order in which they are offered. */
const FORMATS = ['csv', 'json', 'parquet', 'arrow'] as const;

/** Reads the published folder; a `SourceFault` when it is none. */
export function readPackage(folder: string): Package {
  const path = join(folder, 'datapackage.json');
  if (!existsSync(path)) throw notThePackage(path, 'a built output', 'no such file');
  const descriptor: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isDescriptor(descriptor)) throw notThePackage(path, 'a data package', descriptorFault(descriptor));
  if (descriptor.partial !== undefined || existsSync(join(folder, PARTIAL_FILE)))
    throw notThePackage(path, 'a whole publication', 'a preview that is marked as partial');
  const { database, licenses, keywords = [], sources } = descriptor;
  const tables = tableResources(descriptor).map((each) => readTable(folder, each));
  const [licence = { name: '', path: '', title: '' }] = licenses;
  return {
    name: descriptor.name,
    title: descriptor.title,
    ...(descriptor.title_kk !== undefined && { title_kk: descriptor.title_kk }),
    ...(descriptor.title_ru !== undefined && { title_ru: descriptor.title_ru }),
    description: descriptor.description,
    version: descriptor.version,
    ...(descriptor.created !== undefined && { created: descriptor.created }),
    ...(descriptor.spatial !== undefined && { place: descriptor.spatial.title }),
    keywords,
    licence,
    sources,
    tables: new Map(tables.map((table) => [table.name, table])),
    database: download(folder, database.path),
    forPrograms: readIfThere(join(folder, 'llms.txt')),
    described: readDescribed(join(folder, 'dataset.jsonld')),
    others: otherFiles(folder, database.path),
    textLayer: readTextLayer(folder),
  };
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function readDescribed(path: string): Readonly<Record<string, unknown>> {
  const described: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return typeof described === 'object' && described !== null
    ? Object.fromEntries(Object.entries(described))
    : {};
}

const TEXT_LAYER = 'text-layer.txt';

/** Files that belong to no table, where they stand beside the folders of the formats. */
function otherFiles(folder: string, database: string): readonly Download[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== database && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
    .map((name) => download(folder, name));
}

/** The text that the values were read from. */
function readTextLayer(folder: string): string {
  const path = join(folder, TEXT_LAYER);
  if (!existsSync(path)) throw notThePackage(path, 'the text that the values were read from', 'no such file');
  return readFileSync(path, 'utf8');
}

function readTable(folder: string, resource: TableResource): Table {
  const { name, title, schema } = resource;
  // Not by the parser's own `cast`, which takes eight times as long.
  const written: Row[] = parse(readFileSync(join(folder, resource.path)), { columns: true });
  const rows = written.map(textsOf);
  const references = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) =>
    fields.map((field): [string, string] => [field, reference.resource ?? name]),
  );
  const files = FORMATS.map((format) => `${format}/${name}.${format}`);
  return {
    ...resource,
    title,
    fields: schema.fields,
    primaryKey: schema.primaryKey,
    references: new Map(references),
    rows,
    downloads: files.filter((file) => existsSync(join(folder, file))).map((file) => download(folder, file)),
  };
}

/** The texts of a row as they were before they were made fit for spreadsheets. */
function textsOf(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, readCell(cell)]));
}

function download(folder: string, path: string): Download {
  const file = join(folder, path);
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { path, format: path.split('.').at(-1) ?? '', bytes: statSync(file).size, sha256 };
}

function notThePackage(file: string, expected: string, found: string): SourceFault {
  return fault({ kind: 'file', place: { file }, expected, found, action: 'run make' });
}
