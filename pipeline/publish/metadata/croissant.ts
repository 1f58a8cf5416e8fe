import type { Field } from '../../template/schema/table-schema.ts';
import type { WrittenFile } from '../folder/written-file.ts';
import { bibliography } from './citation.ts';
import type { Facts, TableFacts } from './facts.ts';
import { jsonText, MEDIA_TYPES } from './formats.ts';
import { basis, organisation } from './schema-org.ts';

/**
 * The context that the reference reader, mlcroissant, wants: that of the specification, but with https for schema.org,
 * without which it finds no dataset, and with the names of version 1.0 that it misses otherwise.
 */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  name: { '@container': '@language' },
  description: { '@container': '@language' },
  ...Object.fromEntries(
    [
      ...['annotation', 'arrayShape', 'citeAs', 'column', 'containedIn', 'equivalentProperty', 'excludes'],
      ...['extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes', 'isArray'],
      ...['isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'path', 'readLines', 'recordSet'],
      ...['references', 'regex', 'repeated', 'replace', 'samplingRate', 'sdVersion', 'separator', 'source'],
      ...['subField', 'transform', 'unArchive', 'value'],
    ].map((term) => [term, `cr:${term}`]),
  ),
};

const DATA_TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'sc:Text',
  boolean: 'sc:Boolean',
  integer: 'sc:Integer',
  number: 'sc:Float',
};

/** Parquet by its registered name, and by the one that readers of Croissant know. */
const PARQUET = [MEDIA_TYPES.parquet, 'application/x-parquet'];

/**
 * `croissant.json` (Croissant 1.1): each CSV and Parquet file, and the rows of each Parquet file as a record set whose
 * fields point at columns and, where a foreign key does, at fields of other record sets. From CSV the reference reader
 * guesses types: it would read the footnote mark `3` as the number 3.0.
 *
 * The address of the dataset, which the specification requires, is the place where the file stands.
 */
export function croissant(facts: Facts): string {
  const { description, day, tables } = facts;
  const { id, title, version, licence, keywords, creators, publisher } = description;
  return jsonText({
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: id,
    alternateName: title.en,
    description: description.description.en,
    url: './',
    version,
    ...(day !== undefined && { datePublished: day }),
    license: licence.path,
    creator: creators.map(organisation),
    publisher: organisation(publisher),
    ...(keywords.en.length > 0 && { keywords: keywords.en }),
    inLanguage: Object.keys(title).sort(),
    isLiveDataset: false,
    ...limitations(tables),
    isBasedOn: basis(facts),
    citeAs: bibliography(facts),
    distribution: tables.flatMap(({ files: { csv, parquet } }) => [
      fileObject(csv, MEDIA_TYPES.csv),
      fileObject(parquet, PARQUET),
    ]),
    recordSet: tables.map(recordSet),
  });
}

/** What is not to be done with the tables, in the words of the extension for responsible use. */
function limitations(tables: readonly TableFacts[]): object {
  const told = tables.flatMap(({ schema: { name, caution } }) =>
    caution === undefined ? [] : [`${name}: ${caution}`],
  );
  return told.length === 0 ? {} : { 'rai:dataLimitations': told };
}

function fileObject(
  { path, bytes, sha256 }: WrittenFile,
  encodingFormat: string | readonly string[],
): object {
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name: path.slice(path.lastIndexOf('/') + 1),
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat,
    sha256,
  };
}

function recordSet({ schema, files }: TableFacts): object {
  const { name, title, description, primaryKey, fields, foreignKeys = [] } = schema;
  const keys = foreignKeys.filter(({ reference }) => reference.resource !== name);
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description: `${title}. ${description}`,
    key: primaryKey.map((field) => ({ '@id': `${name}/${field}` })),
    field: fields.map((field) => ({
      '@type': 'cr:Field',
      '@id': `${name}/${field.name}`,
      name: field.name,
      description: `${field.title}. ${field.description}`,
      dataType: DATA_TYPES[field.type],
      ...(field.separator !== undefined && { isArray: true, arrayShape: '-1' }),
      source: {
        fileObject: { '@id': files.parquet.path },
        extract: { column: field.name },
        ...(field.separator !== undefined && { transform: { separator: field.separator } }),
      },
      ...references(
        keys.flatMap(({ fields: own, reference }) =>
          own.flatMap((each, at) =>
            each === field.name ? [`${reference.resource}/${reference.fields[at]}`] : [],
          ),
        ),
      ),
    })),
  };
}

/** A field of another record set; one that points at its own is left out, as the specification knows none. */
function references([target]: readonly string[]): object {
  return target === undefined ? {} : { references: { field: { '@id': target } } };
}
