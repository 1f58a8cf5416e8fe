import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import { addressesOf, type Facts, type TableFacts } from './facts.ts';
import { jsonText } from './formats.ts';

/**
 * `csv-metadata.json` (CSV on the Web): every CSV file with its columns, types, bounds and keys.
 *
 * Titles are the names in the header, because readers hold the header against them; what people call a column
 * stands in `rdfs:label`.
 */
export function csvw(facts: Facts): string {
  const { description, day, tables } = facts;
  const { title, licence, version, creators, publisher, identifiers } = description;
  return jsonText({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': title.en,
    'dc:description': description.description.en,
    'dc:creator': creators,
    'dc:publisher': publisher,
    ...(day !== undefined && { 'dc:issued': { '@value': day, '@type': 'xsd:date' } }),
    'dc:license': { '@id': licence.path },
    'dc:source': addressesOf(facts).map((address) => ({ '@id': address })),
    ...(identifiers.length > 0 && {
      'dc:relation': identifiers.map(({ title, code }) => `${title}: ${code}`),
    }),
    'schema:version': version,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\n'],
    },
    tables: tables.map((table) => tableOf(table, Object.keys(title))),
  });
}

function tableOf({ schema, files }: TableFacts, languages: readonly string[]): object {
  const { title, description, caution, fields, primaryKey, foreignKeys = [] } = schema;
  return {
    url: files.csv.path,
    'dc:title': title,
    'dc:description': description,
    ...(caution !== undefined && { 'skos:scopeNote': caution }),
    tableSchema: {
      columns: fields.map((field) => columnOf(schema, field, languages)),
      primaryKey,
      ...(foreignKeys.length > 0 && {
        foreignKeys: foreignKeys.map(({ fields: own, reference }) => ({
          columnReference: own,
          reference: { resource: `csv/${reference.resource}.csv`, columnReference: reference.fields },
        })),
      }),
    },
  };
}

function columnOf({ primaryKey }: TableSchema, field: Field, languages: readonly string[]): object {
  const { name, title, description, constraints, separator } = field;
  const language = /_([a-z]{2})$/.exec(name)?.[1];
  return {
    name,
    titles: name,
    'rdfs:label': title,
    'dc:description': description,
    datatype: datatypeOf(field),
    ...(separator !== undefined && { separator }),
    ...(language !== undefined && languages.includes(language) && { lang: language }),
    ...((constraints?.required === true || primaryKey.includes(name)) && { required: true }),
  };
}

function datatypeOf({ type, constraints = {} }: Field): string | object {
  const { minimum, maximum, pattern, enum: codes } = constraints;
  const base = type === 'number' ? 'decimal' : type;
  if (type === 'string') {
    const format = pattern ?? (codes && `^(${codes.map(quoted).join('|')})$`);
    return format === undefined ? base : { base, format };
  }
  if (minimum === undefined && maximum === undefined) return base;
  return { base, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

/** A code as a pattern that only this code matches. */
function quoted(code: string | number): string {
  return String(code).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
