import { MOST_LINES } from '../charts/number-line.ts';
import type { Dimension } from './codes.ts';
import type { Dataset, Series } from './dataset.ts';

/**
 * The series that a picture of a dataset shows before anything is chosen, in the order in which they are declared.
 * Where no headline is declared, all series when one chart can hold them, else none: a part never stands for all.
 */
export function headlineSeries({ table, dimensions, series }: Dataset): readonly Series[] {
  const { headline } = table;
  if (headline === undefined) {
    const units = new Set(series.map(({ unit }) => unit));
    return series.length <= MOST_LINES && units.size === 1 ? series : [];
  }
  const places = (dimension: Dimension): ReadonlyMap<string, number> =>
    new Map(membersOf(dimension, headline.members[dimension.name]).map((code, at) => [code, at]));
  const order = new Map(dimensions.map((dimension) => [dimension.name, places(dimension)]));
  const rank = ({ codes }: Series): readonly (number | undefined)[] =>
    dimensions.map(({ name }) => order.get(name)?.get(codes[name] ?? ''));
  return series
    .filter(({ measure }) => measure.field.name === headline.measure)
    .map((each) => ({ each, rank: rank(each) }))
    .filter((ranked) => ranked.rank.every((at) => at !== undefined))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ each }) => each);
}

/** The code of a dimension that is shown where only one can be: the first of the headline, else the total. */
export function shownCode({ table }: Dataset, dimension: Dimension): string | undefined {
  const members = table.headline?.members[dimension.name];
  return members === undefined ? dimension.total : membersOf(dimension, members)[0];
}

function membersOf({ codes }: Dimension, members: 'all' | readonly string[] | undefined): readonly string[] {
  return members === undefined || members === 'all' ? codes.map(({ code }) => code) : members;
}

function compare(a: readonly (number | undefined)[], b: readonly (number | undefined)[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
