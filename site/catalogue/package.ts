import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { fault, type SourceFault } from '../../pipeline/finding.ts';

/** A row as the CSV file has it; an empty text is null. */
export type Row = Readonly<Record<string, string>>;

/** A column of a published table. `title_kk` and the like stand beside `title`; see `told`. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly unit?: string;
}

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
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** The table that each column points at. */
  readonly references: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
  readonly downloads: readonly Download[];
}

/** The published folder: what the package says of itself, its tables, and its other files. */
export interface Package {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly keywords: readonly string[];
  readonly licence: { readonly name: string; readonly path: string; readonly title: string };
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly database: Download;
  /** Files that belong to no table: the report, the checksums, the descriptions for machines. */
  readonly others: readonly Download[];
  readonly textLayer: string;
}

interface Descriptor {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly keywords?: readonly string[];
  readonly licenses: readonly { readonly name: string; readonly path: string; readonly title: string }[];
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly database: { readonly path: string };
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly format: string;
    readonly title: string;
    readonly description: string;
    readonly schema: {
      readonly fields: readonly Field[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[];
        readonly reference: { readonly resource?: string };
      }[];
    };
  }[];
}

const text = { type: 'string' } as const;
const object = (properties: object): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const list = (items: object): object => ({ type: 'array', items });
const isDescriptor = new Ajv().compile<Descriptor>(
  object({
    name: text,
    title: text,
    description: text,
    version: text,
    created: text,
    licenses: { ...list(object({ name: text, path: text, title: text })), minItems: 1 },
    sources: list(object({ title: text, path: text })),
    database: object({ path: text }),
    resources: list(
      object({
        name: text,
        path: text,
        format: text,
        title: text,
        description: text,
        schema: object({
          fields: list(object({ name: text, type: text, title: text, description: text })),
          primaryKey: list(text),
        }),
      }),
    ),
  }),
);

/** Formats that the output holds a table in, in the order in which they are offered. */
const FORMATS = ['csv', 'json', 'parquet', 'arrow'] as const;

/** Reads the published folder; a `SourceFault` when it is none. */
export function readPackage(folder: string): Package {
  const path = join(folder, 'datapackage.json');
  if (!existsSync(path)) throw notThePackage(path, 'a built output', 'no such file');
  const descriptor: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isDescriptor(descriptor))
    throw notThePackage(path, 'a data package', isDescriptor.errors?.[0]?.instancePath ?? '');
  const { resources, database, licenses, keywords = [], sources } = descriptor;
  const tables = resources.filter(({ format }) => format === 'csv').map((each) => readTable(folder, each));
  const [licence = { name: '', path: '', title: '' }] = licenses;
  return {
    name: descriptor.name,
    title: descriptor.title,
    description: descriptor.description,
    version: descriptor.version,
    created: descriptor.created,
    keywords,
    licence,
    sources,
    tables: new Map(tables.map((table) => [table.name, table])),
    database: download(folder, database.path),
    others: OTHERS.filter((each) => existsSync(join(folder, each))).map((each) => download(folder, each)),
    textLayer: readTextLayer(folder),
  };
}

const TEXT_LAYER = 'text-layer.txt';

/** Files of the output that belong to no table, where there are any. */
const OTHERS = [
  'report.md',
  TEXT_LAYER,
  'datapackage.json',
  'dataset.jsonld',
  'dcat.ttl',
  'croissant.json',
  'csv-metadata.json',
  'ro-crate-metadata.json',
  'README.md',
  'SHA256SUMS',
];

/** The text that the values were read from. */
function readTextLayer(folder: string): string {
  const path = join(folder, TEXT_LAYER);
  if (!existsSync(path)) throw notThePackage(path, 'the text that the values were read from', 'no such file');
  return readFileSync(path, 'utf8');
}

function readTable(folder: string, resource: Descriptor['resources'][number]): Table {
  const { name, title, schema } = resource;
  const rows: Row[] = parse(readFileSync(join(folder, resource.path)), { columns: true });
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

function download(folder: string, path: string): Download {
  const file = join(folder, path);
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { path, format: path.split('.').at(-1) ?? '', bytes: statSync(file).size, sha256 };
}

function notThePackage(file: string, expected: string, found: string): SourceFault {
  return fault({ kind: 'file', place: { file }, expected, found, action: 'run make' });
}
