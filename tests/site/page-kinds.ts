import { indicatorsOf, placeProfiles } from '../../site/catalogue/profiles.ts';
import { chosenSeries } from '../../site/charts/choice.ts';
import { pathOf } from '../../site/pages/page.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

const named = (test: (dataset: (typeof CATALOGUE.datasets)[number]) => boolean): string =>
  CATALOGUE.datasets.find(test)?.table.name ?? '';

/** The page of a place, and of an indicator of each dataset that has some. */
const PLACE = pathOf.place(placeProfiles(CATALOGUE.datasets).at(-1)?.code.code ?? '');
const INDICATORS = CATALOGUE.datasets.flatMap((dataset) => {
  const code = indicatorsOf(dataset)?.codes.find((each) => each.code !== '_T')?.code;
  return code === undefined ? [] : [pathOf.indicator(dataset.table.name, code)];
});

/** A page of each kind, in a language's folder: one with a map, one with pairs, one without charts, ... */
export const PAGE_KINDS: readonly string[] = [
  'index.html',
  'report.html',
  'errata.html',
  'downloads.html',
  'search.html',
  'sql.html',
  'acts.html',
  // Of a thousand rows alike a few are looked at.
  'figures.html?unit=cases',
  `data/${named(({ dimensions }) => dimensions.length === 2 && dimensions.some(({ isPlaces }) => isPlaces))}.html`,
  `data/${named(({ dimensions, isYearly }) => isYearly && dimensions.some(({ isSexes }) => isSexes))}.html`,
  `data/${named(
    ({ series, dimensions }) =>
      series.length > 20 &&
      chosenSeries(
        series.map(({ codes, unit }) => ({ codes: Object.values(codes), unit })),
        [undefined],
        dimensions.map(({ total }) => total),
      ).length === 0,
  )}.html`,
  `data/${named(({ isYearly }) => !isYearly)}.html`,
  `source/${named(({ dimensions, isYearly }) => isYearly && dimensions.some(({ isSexes }) => isSexes))}.html`,
  PLACE,
  ...INDICATORS.slice(0, 1),
];

/** The dataset with the most values, and so the largest page of evidence. */
const LARGEST = [...CATALOGUE.datasets].sort((a, b) => b.table.rows.length - a.table.rows.length)[0];

/** Every page of a language; of places, of indicators and of evidence some, which all are made alike. */
export const ALL_PAGES: readonly string[] = [
  ...[
    'index.html',
    'report.html',
    'acts.html',
    'figures.html',
    'errata.html',
    'downloads.html',
    'search.html',
    'sql.html',
  ],
  PLACE,
  ...INDICATORS,
  ...CATALOGUE.datasets.map(({ table }) => pathOf.dataset(table.name)),
  ...CATALOGUE.datasets
    .filter((dataset) => dataset === LARGEST || !dataset.isYearly)
    .map(({ table }) => pathOf.evidence(table.name)),
];
