import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { LANGUAGES, told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import { indicatorsOf, isWhole, placeProfiles } from '../catalogue/profiles.ts';
import type { Concept, Phrase, SearchEntry, SearchIndex } from '../search/entry.ts';
import { annexName, descriptionOf, seriesLabels, titleOf } from './labels.ts';
import { type Place, paragraphUrl, pathOf, placeOf, type Site } from './page.ts';
import { documentEntries } from './search-document.ts';
import { textsOf } from './search-texts.ts';

/** Everything that can be found, in all languages, and the words that mean the same. */
export function searchIndex(site: Site): SearchIndex {
  const places = LANGUAGES.map((language) => placeOf(site, language, 'index.html'));
  const entries: SearchEntry[] = [];
  for (const dataset of site.catalogue.datasets) {
    const of = entries.length;
    entries.push(datasetEntry(places, dataset), ...seriesEntries(places, site, dataset, of));
  }
  return {
    entries: [...entries, ...placeEntries(places, site), ...documentEntries(places)],
    concepts: [...site.vocabulary.concepts, ...placeConcepts(site)],
  };
}

function datasetEntry(places: readonly Place[], dataset: Dataset): SearchEntry {
  const { table, years } = dataset;
  const span = years.length === 0 ? '' : ` ${years.join(' ')}`;
  return {
    kind: 'dataset',
    title: textsOf(places, (place) => titleOf(table, place)),
    place: textsOf(places, (place) => annexName(dataset, place)),
    url: pathOf.dataset(table.name),
    // Its own name is a word too: `poverty_rate` is how people look for "the share of the population below …".
    key: table.name.replaceAll('_', ' '),
    text: textsOf(places, (place) => {
      const { text, language } = descriptionOf(table, place);
      return { text: `${text}${span}`, language };
    }),
  };
}

/** The series of a dataset; each leads to its dataset, filtered, those of the running text to their paragraph. */
function seriesEntries(
  places: readonly Place[],
  site: Site,
  dataset: Dataset,
  of: number,
): readonly SearchEntry[] {
  const { table, dimensions } = dataset;
  if (!dataset.isYearly) return proseEntries(places, site, dataset);
  if (dimensions.length === 0) return [];
  const place = textsOf(places, (each) => titleOf(table, each));
  const indicators = indicatorsOf(dataset);
  return dataset.series.map(({ codes, measure }): SearchEntry => {
    const filter = new URLSearchParams(
      dimensions.map(({ name }): [string, string] => [name, codes[name] ?? '']),
    );
    const single = indicators === undefined ? undefined : codes[indicators.name];
    const hasPage = single !== undefined && indicators !== undefined && !isWhole(indicators, single);
    return {
      kind: 'indicator',
      title: textsOf(places, (each) => seriesLabels(dataset, { codes, measure }, each).join(' · ')),
      place,
      url: hasPage ? pathOf.indicator(table.name, single) : `${pathOf.dataset(table.name)}?${filter}`,
      of,
    };
  });
}

function proseEntries(
  places: readonly Place[],
  { catalogue }: Site,
  { table, dimensions }: Dataset,
): readonly SearchEntry[] {
  const series = dimensions.find(
    ({ name, codes }) => table.references.get(name) === name && codes[0]?.row?.title_kk !== undefined,
  );
  if (series === undefined) return [];
  const place = textsOf(places, (each) => titleOf(table, each));
  return series.codes.map(({ code, row = {} }): SearchEntry => {
    const first = table.rows.find((each) => each[series.name] === code);
    return {
      kind: 'indicator',
      isOfText: true,
      title: textsOf(places, (each) => told(row, 'title', each.language)),
      place,
      url: paragraphUrl(catalogue, first?.paragraph ?? ''),
      text: textsOf(places, (each) => told(row, 'description', each.language)),
    };
  });
}

function placeEntries(places: readonly Place[], { catalogue, vocabulary }: Site): readonly SearchEntry[] {
  return placeProfiles(catalogue.datasets).map(
    ({ code: { code, row = {} } }): SearchEntry => ({
      kind: 'place',
      title: textsOf(places, ({ language }) => told(row, 'name', language)),
      place: textsOf(places, ({ words }) => words.placeProfile),
      url: pathOf.place(code),
      key: [code, ...(vocabulary.places.get(row.iso_3166_2 ?? code) ?? [])].join(' '),
    }),
  );
}

/** What places are also called leads to their names: ЮКО to South Kazakhstan Region. */
function placeConcepts({ catalogue, vocabulary }: Site): readonly Concept[] {
  const rows = new Map(
    catalogue.datasets
      .flatMap(({ dimensions }) => dimensions.filter(({ isPlaces }) => isPlaces))
      .flatMap(({ codes }: Dimension) => codes)
      .flatMap(({ code, row }): [string, Row][] => (row === undefined ? [] : [[code, row]])),
  );
  return [...rows].map(([code, row]) => {
    const names = LANGUAGES.flatMap((language): Phrase[] => {
      const text = row[`name_${language}`] ?? '';
      return text === '' ? [] : [[language, text]];
    });
    const others = (vocabulary.places.get(row.iso_3166_2 ?? code) ?? []).flatMap((text) =>
      LANGUAGES.map((language): Phrase => [language, text]),
    );
    return { asked: [...names, ...others], meant: names };
  });
}
