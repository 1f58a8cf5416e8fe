import type { ForeignKey, TableSchema, Titles } from '../validate/table-schema.ts';
import type { Description } from './publication.ts';
import type { Table } from './table.ts';
import type { WrittenFile } from './written-file.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/** The DuckDB file, which is no resource of the standard. */
export interface DatabaseEntry {
  readonly path: string;
  /** Checksum of what the file says; its bytes may differ where another machine wrote it. */
  readonly content: string;
}

/**
 * `datapackage.json` (Data Package v2): what the package is, and each table twice as a resource, as CSV under
 * the table's name and as Parquet under `<table>-parquet`.
 */
export function writeDataPackage(
  description: Description,
  tables: readonly Table[],
  files: ReadonlyMap<string, WrittenFile>,
  database: DatabaseEntry,
): string {
  const { id, title, version, created, keywords, licence, sources, contributors } = description;
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: id,
    title,
    description: description.description,
    version,
    created,
    ...(keywords.length === 0 ? {} : { keywords }),
    licenses: [{ name: licence.name, path: licence.path, title: licence.title }],
    sources: sources.map(({ title: name, path, sha256 }) => ({
      title: name,
      path,
      ...(sha256 === undefined ? {} : { hash: `sha256:${sha256}` }),
    })),
    ...(contributors.length === 0 ? {} : { contributors }),
    database: { path: database.path, format: 'duckdb', content: `sha256:${database.content}` },
    resources: [
      ...tables.map(({ schema }) => csvResource(schema, fileOf(files, `csv/${schema.name}.csv`))),
      ...tables.map(({ schema }) => parquetResource(schema, fileOf(files, `parquet/${schema.name}.parquet`))),
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function csvResource(schema: TableSchema, file: WrittenFile): object {
  return {
    ...resource(schema, file, ''),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: `${PROFILES}/tabledialect.json`,
      header: true,
      delimiter: ',',
      lineTerminator: '\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
    },
    schema: tableSchema(schema, ''),
  };
}

function parquetResource(schema: TableSchema, file: WrittenFile): object {
  return {
    ...resource(schema, file, PARQUET),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    schema: tableSchema(schema, PARQUET),
  };
}

/** What sets the name of a Parquet resource apart from its CSV sibling; no table's name holds a hyphen. */
const PARQUET = '-parquet';

function resource(schema: TableSchema, { path, bytes, sha256 }: WrittenFile, suffix: string): object {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: `${schema.name}${suffix}`,
    type: 'table',
    path,
    ...titlesOf(schema),
    bytes,
    hash: `sha256:${sha256}`,
  };
}

function titlesOf({
  title,
  title_kk,
  title_ru,
  description,
  description_kk,
  description_ru,
}: Titles): Titles {
  return {
    title,
    ...(title_kk === undefined ? {} : { title_kk }),
    ...(title_ru === undefined ? {} : { title_ru }),
    description,
    ...(description_kk === undefined ? {} : { description_kk }),
    ...(description_ru === undefined ? {} : { description_ru }),
  };
}

function tableSchema({ name, fields, primaryKey, foreignKeys = [] }: TableSchema, suffix: string): object {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields,
    primaryKey,
    ...(foreignKeys.length === 0
      ? {}
      : { foreignKeys: foreignKeys.map((key) => foreignKey(name, key, suffix)) }),
    missingValues: [''],
  };
}

/** A table that points at itself leaves the resource out, as version 2 of the standard wants it. */
function foreignKey(table: string, { fields, reference }: ForeignKey, suffix: string): object {
  const { resource: target, fields: targets } = reference;
  const self = target === table;
  return { fields, reference: { ...(self ? {} : { resource: `${target}${suffix}` }), fields: targets } };
}

function fileOf(files: ReadonlyMap<string, WrittenFile>, path: string): WrittenFile {
  const file = files.get(path);
  if (file === undefined) throw new Error(`datapackage: ${path} was not written`);
  return file;
}
