import { chosenSeries } from '../../site/charts/choice.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

const named = (test: (dataset: (typeof CATALOGUE.datasets)[number]) => boolean): string =>
  CATALOGUE.datasets.find(test)?.table.name ?? '';

/** A page of each kind, in a language's folder: one with a map, one with pairs, one without charts, ... */
export const PAGE_KINDS: readonly string[] = [
  'index.html',
  'report.html',
  'errata.html',
  'downloads.html',
  'search.html',
  'sql.html',
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
];

/** Every page of a language. */
export const ALL_PAGES: readonly string[] = [
  ...['index.html', 'report.html', 'errata.html', 'downloads.html', 'search.html', 'sql.html'],
  ...CATALOGUE.datasets.flatMap(({ table }) => [`data/${table.name}.html`, `source/${table.name}.html`]),
];
