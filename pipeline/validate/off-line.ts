import { SETTINGS } from './settings.ts';
import {
  type Departure,
  departuresByRow,
  isShared,
  movesInSteps,
  type YearlySeries,
} from './yearly-series.ts';

interface LinePoint extends Departure {
  /** Whether it is off by far more than the other years are. */
  readonly isFar: boolean;
}

/**
 * Values far from the straight line through the other years of their series, unless the series moves in steps, or most of
 * the values beside them in one key of their table depart alike in that year: a ratio that falls with both measures of the
 * same inequality has fallen.
 */
export function offTheirLine(series: Iterable<YearlySeries>): readonly Departure[] {
  const points = [...series].flatMap((own) => pointsOf(own.filter(({ isNil }) => !isNil)));
  const rows = departuresByRow(points);
  return points.filter((point) => point.isFar && !isShared(point, rows, SETTINGS.departsAlike.value));
}

function pointsOf(series: YearlySeries): readonly LinePoint[] {
  const { fewestYears, spreads, unsteadiness } = SETTINGS;
  if (series.length < fewestYears.value) return [];
  const mean = series.reduce((sum, { value }) => sum + Math.abs(value), 0) / series.length;
  return series.map((point): LinePoint => {
    const others = series.filter((other) => other !== point);
    const line = lineThrough(others);
    const expected = line.at(point.year);
    const off = point.value - expected;
    const isFar =
      Math.abs(off) > spreads.value * line.spread + unsteadiness.value * mean && !movesInSteps(others);
    return { ...point, expected, departure: mean === 0 ? 0 : off / mean, isFar };
  });
}

/** Least squares line through points, with the mean distance of the points from it. */
function lineThrough(points: readonly { readonly year: number; readonly value: number }[]): {
  readonly at: (year: number) => number;
  readonly spread: number;
} {
  const year = points.reduce((sum, point) => sum + point.year, 0) / points.length;
  const value = points.reduce((sum, point) => sum + point.value, 0) / points.length;
  const rise = points.reduce((sum, point) => sum + (point.year - year) * (point.value - value), 0);
  const run = points.reduce((sum, point) => sum + (point.year - year) ** 2, 0);
  const at = (when: number): number => value + (run === 0 ? 0 : rise / run) * (when - year);
  const spread =
    points.reduce((sum, point) => sum + Math.abs(point.value - at(point.year)), 0) / points.length;
  return { at, spread };
}
