import type { Field } from '../../template/schema/table-schema.ts';
import { bibliography } from './citation.ts';
import type { Facts, TableFacts } from './facts.ts';
import { jsonText, MEDIA_TYPES } from './formats.ts';
import { organisation } from './schema-org.ts';

/** The context that the specification recommends, its names within the vocabularies of Croissant. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'http://schema.org/',
  sc: 'http://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  annotation: 'cr:annotation',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  excludes: 'cr:excludes',
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  readLines: 'cr:readLines',
  sdVersion: 'cr:sdVersion',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
  unArchive: 'cr:unArchive',
  value: 'cr:value',
};

const DATA_TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'sc:Text',
  boolean: 'sc:Boolean',
  integer: 'sc:Integer',
  number: 'sc:Float',
};

/**
 * `croissant.json` (Croissant 1.1): each CSV file, and its rows as a record set whose fields point at columns and,
 * where a foreign key does, at fields of other record sets.
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
    citeAs: bibliography(facts),
    distribution: tables.map(fileObject),
    recordSet: tables.map(recordSet),
  });
}

function fileObject({ files: { csv } }: TableFacts): object {
  return {
    '@type': 'cr:FileObject',
    '@id': csv.path,
    name: csv.path.slice(csv.path.lastIndexOf('/') + 1),
    contentUrl: csv.path,
    contentSize: `${csv.bytes} B`,
    encodingFormat: MEDIA_TYPES.csv,
    sha256: csv.sha256,
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
      source: { fileObject: { '@id': files.csv.path }, extract: { column: field.name } },
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
  return target === undefined ? {} : { references: { '@id': target } };
}
