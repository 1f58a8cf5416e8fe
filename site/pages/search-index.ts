import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { told } from '../catalogue/language.ts';
import { annexName, descriptionOf, seriesLabels, titleOf } from './labels.ts';
import { type Place, pathOf } from './page.ts';

/** Something that the search finds: its title, where it stands, and further texts that lead to it. */
export interface SearchEntry {
  readonly title: string;
  /** Where it belongs, shown under the title. */
  readonly place: string;
  /** Relative to the language's folder. */
  readonly url: string;
  /** What it is also called. */
  readonly key: string;
  /** What is said about it. */
  readonly text: string;
  /** What is said about the dataset that it belongs to. */
  readonly context: string;
}

/** Datasets and all their series in one language; a series leads to its dataset, filtered. */
export function searchIndex(place: Place): readonly SearchEntry[] {
  return place.site.catalogue.datasets.flatMap((dataset) => [
    datasetEntry(place, dataset),
    ...seriesEntries(place, dataset),
  ]);
}

/** The paragraphs of the report, the same in every language of the catalogue. */
export function searchText({ rows }: Catalogue): readonly (readonly [paragraph: string, text: string])[] {
  return rows('paragraph').map((row): [string, string] => [row.paragraph ?? '', row.text ?? '']);
}

function datasetEntry(place: Place, dataset: Dataset): SearchEntry {
  const { table } = dataset;
  return {
    title: titleOf(table, place).text,
    place: annexName(dataset, place),
    url: pathOf.dataset(table.name),
    key: keyOf(dataset),
    text: textOf(place, dataset),
    context: '',
  };
}

function seriesEntries(place: Place, dataset: Dataset): readonly SearchEntry[] {
  const { table, dimensions } = dataset;
  if (!dataset.isYearly) return proseEntries(place, dataset);
  if (dimensions.length === 0) return [];
  const title = titleOf(table, place).text;
  return dataset.series.map(({ codes, measure }) => {
    const filter = new URLSearchParams(
      dimensions.map(({ name }): [string, string] => [name, codes[name] ?? '']),
    );
    return {
      title: seriesLabels(dataset, { codes, measure }, place).join(' · '),
      place: title,
      url: `${pathOf.dataset(table.name)}?${filter}`,
      key: '',
      text: '',
      context: [title, keyOf(dataset), textOf(place, dataset)].join(' '),
    };
  });
}

/** Series of the running text lead to the first of their values in the table. */
function proseEntries(place: Place, { table, dimensions }: Dataset): readonly SearchEntry[] {
  const series = dimensions.find(
    ({ name, codes }) => table.references.get(name) === name && codes[0]?.row?.title_kk !== undefined,
  );
  if (series === undefined) return [];
  return series.codes.map(({ code, row }) => {
    const first = table.rows.find((each) => each[series.name] === code);
    return {
      title: told(row ?? {}, 'title', place.language).text,
      place: titleOf(table, place).text,
      url: `report.html#p${first?.paragraph ?? ''}`,
      key: '',
      text: row?.description ?? '',
      context: titleOf(table, place).text,
    };
  });
}

/** The dataset's own name is a word too: `poverty_rate` is how people look for "the share of the population below …". */
function keyOf({ table }: Dataset): string {
  return table.name.replaceAll('_', ' ');
}

function textOf(place: Place, { table, years }: Dataset): string {
  const span = years.length === 0 ? '' : `${years[0]}-${years.at(-1)} ${years.join(' ')}`;
  return [descriptionOf(table, place).text, span].join(' ');
}
