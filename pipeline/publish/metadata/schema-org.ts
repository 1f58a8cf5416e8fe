import type { Facts, TableFacts, Variable } from './facts.ts';
import { DATABASE_MEDIA_TYPE, FORMAT_NAMES, FORMATS, jsonText, MEDIA_TYPES, mediaTypeOf } from './formats.ts';

/**
 * `dataset.jsonld`: the data as a schema.org Dataset, as search engines for data read it. Addresses are relative
 * to the place where the file stands, so that they hold in every copy.
 */
export function schemaOrg({ description, day, tables, database, workbook, origins, years }: Facts): string {
  const { title, licence, keywords, spatial, creators, publisher, version } = description;
  const { en, ...others } = title;
  return jsonText({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': './',
    url: './',
    name: en,
    alternateName: inOtherLanguages(others),
    description: description.description.en,
    identifier: description.id,
    version,
    ...(day !== undefined && { datePublished: day, dateModified: day }),
    inLanguage: Object.keys(title).sort(),
    isAccessibleForFree: true,
    license: licence.path,
    keywords: Object.values(keywords).flat(),
    creator: creators.map(organisation),
    publisher: organisation(publisher),
    ...(spatial !== undefined && {
      spatialCoverage: {
        '@type': 'Place',
        name: spatial.title.en,
        alternateName: inOtherLanguages(withoutEnglish(spatial.title)),
        identifier: spatial.code,
        sameAs: spatial.path,
      },
    }),
    ...(years !== undefined && { temporalCoverage: years.join('/') }),
    isBasedOn: basis({ description, origins }),
    usageInfo: tables.flatMap(usageInfo),
    variableMeasured: tables.flatMap(({ variables }) => variables.map(variableMeasured)),
    distribution: [
      {
        '@type': 'DataDownload',
        name: `${en}: all tables (DuckDB)`,
        contentUrl: database.path,
        encodingFormat: DATABASE_MEDIA_TYPE,
        contentSize: `${database.bytes} B`,
        sha256: database.sha256,
      },
      {
        '@type': 'DataDownload',
        name: `${en}: all tables (spreadsheet)`,
        contentUrl: workbook.path,
        encodingFormat: mediaTypeOf(workbook.path),
        contentSize: `${workbook.bytes} B`,
        sha256: workbook.sha256,
      },
      ...tables.flatMap(downloads),
    ],
  });
}

/** What is not to be done with a table. */
function usageInfo({ schema: { name, caution } }: TableFacts): readonly object[] {
  return caution === undefined ? [] : [{ '@type': 'CreativeWork', name, text: caution }];
}

/** What the data were made from, and the document under the names that others gave it. */
export function basis({ description, origins }: Pick<Facts, 'description' | 'origins'>): readonly object[] {
  return [
    ...origins.map(({ title: name, path, address, sha256, note }) => ({
      '@type': sha256 === undefined ? 'CreativeWork' : 'MediaObject',
      name,
      ...(address === undefined ? { alternateName: path } : { url: address }),
      ...(sha256 !== undefined && { sha256 }),
      ...(note !== undefined && { description: note }),
    })),
    ...description.identifiers.map(({ code, title, path: url }) => ({
      '@type': 'Report',
      name: description.title.en,
      reportNumber: code,
      description: `${title}: ${code}`,
      url,
    })),
  ];
}

export function organisation(name: string): object {
  return { '@type': 'Organization', name };
}

/** A unit is one text, and an observation's meaning stands in the description of its column. */
function variableMeasured({ table, field, unit }: Variable): object {
  return {
    '@type': 'PropertyValue',
    name: `${table.title}: ${field.title}`,
    propertyID: `${table.name}.${field.name}`,
    description: field.description,
    ...(unit !== undefined && { unitText: unit }),
  };
}

function downloads({ schema, files }: TableFacts): readonly object[] {
  return FORMATS.map((format) => ({
    '@type': 'DataDownload',
    name: `${schema.title} (${FORMAT_NAMES[format]})`,
    contentUrl: files[format].path,
    encodingFormat: MEDIA_TYPES[format],
    contentSize: `${files[format].bytes} B`,
    sha256: files[format].sha256,
  }));
}

function withoutEnglish({
  en: _,
  ...others
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return others;
}

function inOtherLanguages(labels: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(labels).map(([language, value]) => ({ '@language': language, '@value': value }));
}
