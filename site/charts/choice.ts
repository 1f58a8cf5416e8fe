import { MOST_LINES } from './number-line.ts';

/** What a choice needs to know of a series: its code in each dimension, and its unit. */
export interface Choosable {
  readonly codes: readonly string[];
  readonly unit: string;
}

/**
 * The series that one chart shows: all that the filter leaves when they are few; otherwise only totals where the
 * filter says nothing, the biggest dimension first. None when that leaves too many. A chart has one unit, so the unit
 * of most of them is kept.
 *
 *     chosenSeries(rows, [undefined, 'R'], ['KZ', '_T'])   // the rural series of the whole country
 */
export function chosenSeries<Series extends Choosable>(
  all: readonly Series[],
  filter: readonly (string | readonly string[] | undefined)[],
  totals: readonly (string | undefined)[],
): readonly Series[] {
  let left = all.filter(({ codes }) =>
    codes.every((code, at) => {
      const wanted = filter[at];
      return wanted === undefined || (typeof wanted === 'string' ? wanted === code : wanted.includes(code));
    }),
  );
  const sizes = totals.map((_, at) => new Set(left.map(({ codes }) => codes[at])).size);
  const open = totals
    .map((total, at) => ({ total, at }))
    .filter(({ total, at }) => total !== undefined && filter[at] === undefined)
    .sort((a, b) => (sizes[b.at] ?? 0) - (sizes[a.at] ?? 0));
  for (const { total, at } of open) {
    if (left.length <= MOST_LINES) break;
    left = left.filter(({ codes }) => codes[at] === total);
  }
  const byUnit = countsOf(left);
  const [unit] = [...byUnit].sort((a, b) => b[1] - a[1])[0] ?? [''];
  const same = left.filter((series) => series.unit === unit);
  return same.length > MOST_LINES ? [] : same;
}

function countsOf(series: readonly Choosable[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unit } of series) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
