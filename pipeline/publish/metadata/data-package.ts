import type { Field, ForeignKey, TableSchema } from '../../template/schema/table-schema.ts';
import type { WrittenFile } from '../folder/written-file.ts';
import type { Description } from '../publication.ts';
import type { Facts } from './facts.ts';
import { jsonText, MEDIA_TYPES, mediaTypeOf } from './formats.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/**
 * `datapackage.json` (Data Package v2): what the package is, and each table twice as a resource, as CSV under
 * the table's name and as Parquet under `<table>-parquet`; then the files beside the tables.
 *
 * `partial`, `database`, `spatial`, `temporal`, `headline`, `caution`, `identifiers`, a `note` to a source, a `notice` to the
 * licence, and the titles and descriptions in other languages, such as `title_kk`, are no properties of the standard,
 * which allows others. The DuckDB file is no resource because a resource has the checksum of its bytes, and those are
 * the same on Linux alone; `database.content` is a checksum of what it says.
 */
export function dataPackage({ description, tables, database, workbook, texts, years }: Facts): string {
  const { id, version, created, isPartial, keywords, licence, sources, identifiers, spatial } = description;
  return jsonText({
    $schema: `${PROFILES}/datapackage.json`,
    name: id,
    title: description.title.en,
    ...inOtherLanguages(description.title),
    description: description.description.en,
    version,
    ...(created !== undefined && { created }),
    ...(isPartial && { partial: true }),
    ...(keywords.en.length > 0 && { keywords: keywords.en }),
    ...(spatial !== undefined && {
      spatial: { code: spatial.code, title: spatial.title.en, path: spatial.path },
    }),
    ...(years !== undefined && { temporal: { start: String(years[0]), end: String(years[1]) } }),
    licenses: [
      {
        name: licence.name,
        path: licence.path,
        title: licence.title,
        ...(licence.notice !== undefined && { notice: licence.notice }),
      },
    ],
    sources: sources.map(({ title, path, sha256, note }) => ({
      title,
      path,
      ...(sha256 !== undefined && { hash: `sha256:${sha256}` }),
      ...(note !== undefined && { note }),
    })),
    ...(identifiers.length > 0 && { identifiers }),
    contributors: contributorsOf(description),
    database: { path: database.path, format: 'duckdb', content: `sha256:${database.content}` },
    resources: [
      ...tables.map(({ schema, files }) => csvResource(schema, files.csv)),
      ...tables.map(({ schema, files }) => parquetResource(schema, files.parquet)),
      ...texts.map(textResource),
      workbookResource(workbook),
    ],
  });
}

/** Titles in the other languages, as the tables have them. */
function inOtherLanguages({ en: _, ...others }: Description['title']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(others).map(([language, title]) => [`title_${language}`, title]));
}

/** Everybody once, with all their roles. */
function contributorsOf({ creators, publisher, contributors }: Description): readonly object[] {
  const roles = new Map<string, readonly string[]>();
  for (const { title, roles: own } of [
    ...creators.map((title) => ({ title, roles: ['creator'] })),
    { title: publisher, roles: ['publisher'] },
    ...contributors,
  ])
    roles.set(title, [...new Set([...(roles.get(title) ?? []), ...own])]);
  return [...roles].map(([title, own]) => ({ title, roles: own }));
}

function csvResource(schema: TableSchema, file: WrittenFile): object {
  const { headline } = schema;
  return {
    ...tableResource(schema, file, ''),
    ...(headline !== undefined && { headline }),
    format: 'csv',
    mediatype: MEDIA_TYPES.csv,
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
    schema: tableSchema(schema, '', schema.fields.map(listField)),
  };
}

function parquetResource(schema: TableSchema, file: WrittenFile): object {
  return {
    ...tableResource(schema, file, PARQUET),
    format: 'parquet',
    mediatype: MEDIA_TYPES.parquet,
    schema: tableSchema(schema, PARQUET, schema.fields),
  };
}

/** A file beside the tables: `report.md` under the name `report-md`; no table's name holds a hyphen. */
function textResource({ path, bytes, sha256 }: WrittenFile): object {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: path.replaceAll('.', '-'),
    path,
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: mediaTypeOf(path),
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
  };
}

/** The tables again, as sheets of one file. */
function workbookResource({ path, bytes, sha256 }: WrittenFile): object {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: 'workbook',
    path,
    description:
      'All tables as sheets of one spreadsheet file, with a sheet that explains and one of all codes.',
    format: 'xlsx',
    mediatype: mediaTypeOf(path),
    bytes,
    hash: `sha256:${sha256}`,
  };
}

/** What sets the name of a Parquet resource apart from its CSV sibling; no table's name holds a hyphen. */
const PARQUET = '-parquet';

function tableResource(schema: TableSchema, { path, bytes, sha256 }: WrittenFile, suffix: string): object {
  const { title, title_kk, title_ru, description, description_kk, description_ru } = schema;
  const { caution, caution_kk, caution_ru } = schema;
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: `${schema.name}${suffix}`,
    type: 'table',
    path,
    title,
    ...(title_kk !== undefined && { title_kk }),
    ...(title_ru !== undefined && { title_ru }),
    description,
    ...(description_kk !== undefined && { description_kk }),
    ...(description_ru !== undefined && { description_ru }),
    ...(caution !== undefined && { caution }),
    ...(caution_kk !== undefined && { caution_kk }),
    ...(caution_ru !== undefined && { caution_ru }),
    bytes,
    hash: `sha256:${sha256}`,
  };
}

/**
 * A text that is a list: `c1 c2` is two items. It has the words of the standard for a list but stays a text: the
 * official profile of the standard's own version knows no type `list` and refuses the whole package that has one.
 */
function listField({ separator, ...field }: Field): object {
  if (separator === undefined) return field;
  return { ...field, delimiter: separator, itemType: 'string' };
}

function tableSchema(
  { name, primaryKey, foreignKeys = [] }: TableSchema,
  suffix: string,
  fields: readonly object[],
): object {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields,
    primaryKey,
    ...(foreignKeys.length > 0 && { foreignKeys: foreignKeys.map((key) => foreignKey(name, key, suffix)) }),
    missingValues: [''],
  };
}

/** A table that points at itself leaves the resource out, as version 2 of the standard wants it. */
function foreignKey(table: string, { fields, reference }: ForeignKey, suffix: string): object {
  const { resource: target, fields: targets } = reference;
  const self = target === table;
  return { fields, reference: { ...(self ? {} : { resource: `${target}${suffix}` }), fields: targets } };
}
