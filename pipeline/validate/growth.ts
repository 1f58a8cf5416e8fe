import type { Related } from './related-series.ts';
import { SETTINGS } from './settings.ts';
import {
  type Departure,
  departuresByRow,
  isShared,
  movesInSteps,
  type YearlySeries,
  type YearlyValue,
} from './yearly-series.ts';

/** A value of a series that grows by factors: what its own years and those of related series say against it. */
export interface GrowthPoint extends Departure {
  /** Name of its series. */
  readonly series: string;
  /** How far it is from what is expected, less what rounding and the chance of small counts explain; a logarithm. */
  readonly margin: number;
  /** Mean distance of the growth of the other years from their middle one; a logarithm a year. */
  readonly spread: number;
  /** Whether it is the first or the last year. */
  readonly isEnd: boolean;
}

/**
 * Holds each value of a series against its other years, on a scale of logarithms: between two years the value on the even
 * growth from one to the other; before the first and behind the last the neighbour, moved on by the middle growth of the
 * rest. Series with a zero or a negative value, too few years or few different values have no points.
 */
export function growthPoints(
  all: ReadonlyMap<string, YearlySeries>,
): ReadonlyMap<string, readonly GrowthPoint[]> {
  return new Map([...all].map(([name, series]) => [name, pointsOf(name, series)]));
}

function pointsOf(name: string, series: YearlySeries): readonly GrowthPoint[] {
  if (series.length < SETTINGS.fewestYears.value || series.some(({ value }) => value <= 0)) return [];
  if (movesInSteps(series)) return [];
  return series.map((point, index) => {
    const others = series.toSpliced(index, 1);
    const growth = others.slice(1).flatMap((later, at) => {
      const before = others[at];
      return before === undefined ? [] : [Math.log(later.value / before.value) / (later.year - before.year)];
    });
    const middle = middleOf(growth);
    const expected = Math.exp(expectedOf(series, index, middle));
    const departure = Math.log(point.value / expected);
    const spread = growth.reduce((sum, each) => sum + Math.abs(each - middle), 0) / growth.length;
    const margin = Math.max(0, Math.abs(departure) - chance(point, expected));
    const isEnd = index === 0 || index === series.length - 1;
    return { ...point, series: name, expected, departure, spread, margin, isEnd };
  });
}

function expectedOf(series: YearlySeries, index: number, growth: number): number {
  const point = series[index];
  const [before, after] = [series[index - 1], series[index + 1]];
  if (point === undefined) return Number.NaN;
  if (before === undefined)
    return after === undefined ? Number.NaN : Math.log(after.value) - growth * (after.year - point.year);
  if (after === undefined) return Math.log(before.value) + growth * (point.year - before.year);
  const share = (point.year - before.year) / (after.year - before.year);
  return Math.log(before.value) * (1 - share) + Math.log(after.value) * share;
}

/** What rounding in print can take two values apart, and of counts the spread that their number alone gives them. */
function chance({ value, decimals, slot }: YearlyValue, expected: number): number {
  const half = 0.5 * 10 ** -decimals;
  const rounding = half / value + half / expected;
  return slot.counted ? Math.max(rounding, 1 / Math.sqrt(Math.min(value, expected))) : rounding;
}

/**
 * Values that leave their series by far more than its other years do, and than related series ever leave theirs, unless
 * most of what takes them away is common to their siblings in that year. Of two years beside each other only the one that
 * stands out more is named: the other is held against it.
 */
export function outgrown(
  points: ReadonlyMap<string, readonly GrowthPoint[]>,
  relatedOf: ReadonlyMap<string, Related>,
): readonly GrowthPoint[] {
  const { relatedSpreads, relatedSpreadsAtEnds } = SETTINGS;
  const rows = departuresByRow([...points.values()].flat());
  const far = [...points].flatMap(([name, own]) => {
    const related = relatedOf.get(name);
    const candidates = own.filter(({ margin, spread }) => margin > SETTINGS.ownSpreads.value * spread);
    if (related === undefined || candidates.length === 0) return [];
    const others = [...related.siblings.flat(), ...related.tied].flatMap((other) => points.get(other) ?? []);
    if (others.length < SETTINGS.fewestRelated.value) return [];
    const usual = middleOf(others.map(({ departure }) => Math.abs(departure)));
    return candidates.filter(
      (point) =>
        point.margin > usual * (point.isEnd ? relatedSpreadsAtEnds : relatedSpreads).value &&
        !isCommon(point, related, points) &&
        !isShared(point, rows, SETTINGS.departsAlike.value),
    );
  });
  return standingOut(far);
}

/** Whether the siblings of a value depart so in its year that they explain most of its own departure. */
function isCommon(
  { year, departure }: GrowthPoint,
  { siblings }: Related,
  points: ReadonlyMap<string, readonly GrowthPoint[]>,
): boolean {
  const widest = [...siblings].sort((a, b) => b.length - a.length)[0] ?? [];
  const sameYear = widest.flatMap((name) => points.get(name)?.find((other) => other.year === year) ?? []);
  if (sameYear.length < SETTINGS.fewestSiblings.value) return false;
  const common = middleOf(sameYear.map((other) => other.departure));
  return common / departure > SETTINGS.departsAlike.value;
}

/** Wholes that leave their series by a jump: what happens to all parts alike is told once, of the whole. */
export function jumps(
  points: ReadonlyMap<string, readonly GrowthPoint[]>,
  isWhole: (point: GrowthPoint) => boolean,
): readonly GrowthPoint[] {
  const { jump, jumpSpreads } = SETTINGS;
  const far = [...points.values()]
    .flat()
    .filter(
      (point) =>
        Math.abs(point.departure) >= Math.log(jump.value) &&
        point.margin > jumpSpreads.value * point.spread &&
        isWhole(point),
    );
  return standingOut(far);
}

function standingOut(far: readonly GrowthPoint[]): readonly GrowthPoint[] {
  const weight = ({ margin, spread }: GrowthPoint): number => margin / spread;
  return far.filter(
    (point) =>
      !far.some(
        (other) =>
          other.series === point.series &&
          Math.abs(other.year - point.year) === 1 &&
          weight(other) > weight(point),
      ),
  );
}

/** The middle one of some numbers, or the mean of the two in the middle. */
function middleOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
