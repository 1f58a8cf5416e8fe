import type { SlotValue } from '../identities/verdict.ts';
import { remembered } from '../page/remembered.ts';
import type { Slot } from '../template/plan.ts';
import { seriesOf } from './neighbours.ts';

/** A printed number of a series by years. */
export interface YearlyValue {
  readonly slot: Slot;
  readonly year: number;
  readonly value: number;
  readonly decimals: number;
  /** Nothing was counted: a zero, printed as a sign. */
  readonly isNil: boolean;
}

/** The numbers of a series in the order of its years. */
export type YearlySeries = readonly YearlyValue[];

/** The series of years among slots, under the names of their series. */
export function yearlySeries(
  slots: readonly Slot[],
  values: readonly (SlotValue | undefined)[],
): ReadonlyMap<string, YearlySeries> {
  const series = new Map<string, YearlyValue[]>();
  for (const slot of slots) {
    const value = values[slot.index];
    const year = Number(slot.codes.year);
    if ((value?.kind !== 'number' && value?.kind !== 'nil') || !Number.isFinite(year)) continue;
    const own = series.get(seriesOf(slot)) ?? [];
    const printed = value.kind === 'nil' ? { value: 0, decimals: 0 } : value;
    const isNil = value.kind === 'nil';
    own.push({ slot, year, value: printed.value, decimals: printed.decimals, isNil });
    series.set(seriesOf(slot), own);
  }
  for (const own of series.values()) own.sort((a, b) => a.year - b.year);
  return series;
}

/** Whether years share their values so much that they move in steps, as a shortest term of 12 or 24 months does. */
export function movesInSteps(series: YearlySeries): boolean {
  return new Set(series.map(({ value }) => value)).size * 2 <= series.length;
}

/** How far a value is from what the other years of its series let expect. */
export interface Departure extends YearlyValue {
  readonly expected: number;
  /** Of the kind that its rule compares: a share of the mean, or a logarithm. */
  readonly departure: number;
}

/** Names for the rows of one year in which the slots differ in one key alone. */
const rowsWith = remembered(({ table, column, codes }: Slot): readonly string[] => {
  const keys = Object.keys(codes).filter((key) => key !== 'year');
  return keys.map((free) => {
    const others = Object.entries(codes).map(([key, code]) => (key === free ? '*' : code));
    return [table, column, free, ...others].join('\u0000');
  });
});

/** Departures by the rows that they stand in. */
export function departuresByRow<Point extends Departure>(
  points: readonly Point[],
): ReadonlyMap<string, readonly Point[]> {
  const rows = new Map<string, Point[]>();
  for (const point of points) {
    for (const name of rowsWith(point.slot)) {
      const row = rows.get(name) ?? [];
      row.push(point);
      rows.set(name, row);
    }
  }
  return rows;
}

/** Whether most of the values beside one in some key depart alike, by so much of its departure. */
export function isShared(
  point: Departure,
  rows: ReadonlyMap<string, readonly Departure[]>,
  alike: number,
): boolean {
  return rowsWith(point.slot).some((name) => {
    const others = (rows.get(name) ?? []).filter((other) => other !== point);
    const same = others.filter(({ departure }) => departure / point.departure >= alike);
    return same.length > 0 && same.length * 2 > others.length;
  });
}
