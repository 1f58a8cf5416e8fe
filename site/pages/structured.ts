import type { Dataset } from '../catalogue/dataset.ts';
import { told } from '../catalogue/language.ts';
import { descriptionOf, titleOf } from './labels.ts';
import { type Place, pathOf } from './page.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
};

/** What search engines read of a dataset's page, in the words of schema.org. */
export function structuredDataset(place: Place, { table, measures, years }: Dataset): object {
  const { site, language } = place;
  const { licence, version, sources, name, place: covered } = site.catalogue.package;
  const [first, last] = [years[0], years.at(-1)];
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: titleOf(table, place).text,
    description: descriptionOf(table, place).text,
    inLanguage: language,
    identifier: `${name}/${table.name}`,
    version,
    license: licence.path,
    isAccessibleForFree: true,
    ...(sources[0] === undefined ? {} : { isBasedOn: { '@type': 'CreativeWork', name: sources[0].title } }),
    ...(first === undefined || last === undefined ? {} : { temporalCoverage: `${first}/${last}` }),
    ...(covered !== undefined && { spatialCoverage: { '@type': 'Place', name: covered } }),
    variableMeasured: measures.map(({ field }) => ({
      '@type': 'PropertyValue',
      name: field.name,
      description: titleOf(field, place).text,
    })),
    distribution: table.downloads.map(({ path, format, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      encodingFormat: MEDIA_TYPES[format] ?? 'application/octet-stream',
      contentUrl:
        site.url === '' ? place.toRoot(pathOf.download(path)) : `${site.url}${pathOf.download(path)}`,
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}

/** What search engines for data read of the home page: the catalogue, and the dataset as a whole. */
export function structuredHome(place: Place, datasets: readonly Dataset[]): object {
  const [{ '@context': context, ...catalogue }, whole] = [
    structuredCatalogue(place, datasets),
    structuredWhole(place, datasets),
  ];
  return { '@context': context, '@graph': [catalogue, whole] };
}

/** The dataset as a whole, as the output describes it; its tables are parts, and its file is the database. */
function structuredWhole(place: Place, datasets: readonly Dataset[]): object {
  const { site, language, words, toRoot } = place;
  const { described, database } = site.catalogue.package;
  const { '@context': _context, '@id': _id, distribution: _files, variableMeasured: _, ...rest } = described;
  const download = (path: string): string =>
    site.url === '' ? toRoot(pathOf.download(path)) : `${site.url}${pathOf.download(path)}`;
  const based = Array.isArray(rest.isBasedOn) ? rest.isBasedOn : [];
  return {
    ...rest,
    name: told({ ...site.catalogue.package }, 'title', language).text,
    description: `${words.siteSubtitle} ${rest.description ?? ''}`.trim(),
    url: `${site.url}${language}/index.html`,
    isBasedOn: based.map((each: Readonly<Record<string, unknown>>) =>
      typeof each.url === 'string' && !/^https?:/.test(each.url)
        ? { ...each, url: download(each.url) }
        : each,
    ),
    hasPart: datasets.map(({ table }) => ({
      '@type': 'Dataset',
      name: titleOf(table, place).text,
      description: descriptionOf(table, place).text,
      license: site.catalogue.package.licence.path,
      url: `${site.url}${language}/${pathOf.dataset(table.name)}`,
    })),
    distribution: [database].map(({ path, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: path,
      encodingFormat: MEDIA_TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      contentUrl: download(path),
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}

/** What search engines read of the home page. */
function structuredCatalogue(place: Place, datasets: readonly Dataset[]): Readonly<Record<string, unknown>> {
  const { site, words, language } = place;
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: words.siteName,
    description: words.siteSubtitle,
    inLanguage: language,
    license: site.catalogue.package.licence.path,
    dataset: datasets.map(({ table }) => ({
      '@type': 'Dataset',
      name: titleOf(table, place).text,
      description: descriptionOf(table, place).text,
      license: site.catalogue.package.licence.path,
      url: `${site.url}${language}/${pathOf.dataset(table.name)}`,
    })),
  };
}
