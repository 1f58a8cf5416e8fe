import type { Instance } from '../identities/instance.ts';
import type { SlotValue } from '../identities/verdict.ts';
import type { Plan, Slot } from '../template/plan.ts';
import type { Dataset } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';
import { plainNumber } from './check-results.ts';
import { equalRows } from './equal-rows.ts';
import { seriesOf } from './neighbours.ts';
import { SETTINGS } from './settings.ts';

/** A value that nothing contradicts and that is hard to believe beside its neighbours. */
interface Warning {
  /** The cell. */
  readonly id: string;
  readonly slot: Slot;
  readonly value: number;
  readonly kind: 'line' | 'equal_rows';
  /** What the other years of its series let expect; null where it is doubted for another reason. */
  readonly expected: number | null;
  /** The cell that prints the same in the other row. */
  readonly twin: string | null;
}

/** Kinds of identity that fix a value; a bound leaves it room. */
const WEAK: ReadonlySet<string> = new Set(['bound']);

interface Point {
  readonly slot: Slot;
  readonly year: number;
  readonly value: number;
  /** What the other years let expect. */
  readonly expected: number;
  /** How far it is from that, as a share of the series' mean. */
  readonly departure: number;
  /** Whether that is far more than the other years are off. */
  readonly isFar: boolean;
}

/**
 * Doubts values by their own series, where no identity fixes them: each value is held against the straight
 * line through the other years. A value is doubted if it is off by far more than those years are, unless
 *
 * - the series keeps to few values, as a shortest term of 12 or 24 months does: it moves in steps, not along a line;
 * - most of the values beside it in one key of its table depart alike in that year: a ratio that falls with both
 *   measures of the same inequality has fallen.
 *
 * Two rows that print the same are doubted too, both of them.
 */
export function warningsOf(
  { plan, instances }: { readonly plan: Pick<Plan, 'slots'>; readonly instances: readonly Instance[] },
  values: readonly (SlotValue | undefined)[],
): readonly Warning[] {
  const fixed = new Set(instances.flatMap(({ identity, slots }) => (WEAK.has(identity.kind) ? [] : slots)));
  const points = [...seriesIn(plan.slots, values).values()].flatMap(pointsOf);
  const beside = rowsOf(points);
  const far = points.flatMap((point): Warning[] => {
    const { slot, value, expected, isFar } = point;
    if (!isFar || fixed.has(slot.index) || isShared(point, beside)) return [];
    return [{ id: slot.cellId, slot, value, kind: 'line', expected, twin: null }];
  });
  const seen = new Set(far.map(({ id, slot: { column } }) => `${id} ${column}`));
  // Rows that are declared to be the same, as a paragraph that repeats another, are no wonder.
  const declared = new Set(instances.flatMap(({ slots }) => (slots.length === 2 ? slots.join(' ') : [])));
  const twins = equalRows(plan.slots, values).flatMap(({ slot, twin }): Warning[] => {
    const value = values[slot.index];
    const both = [slot.index, twin.index].sort((a, b) => a - b).join(' ');
    if (value?.kind !== 'number' || declared.has(both) || seen.has(`${slot.cellId} ${slot.column}`))
      return [];
    return [
      { id: slot.cellId, slot, value: value.value, kind: 'equal_rows', expected: null, twin: twin.cellId },
    ];
  });
  return [...far, ...twins];
}

type Series = readonly { readonly slot: Slot; readonly year: number; readonly value: number }[];

function seriesIn(
  slots: readonly Slot[],
  values: readonly (SlotValue | undefined)[],
): ReadonlyMap<string, Series> {
  const series = new Map<string, Series[number][]>();
  for (const slot of slots) {
    const value = values[slot.index];
    const year = Number(slot.codes.year);
    if (value?.kind !== 'number' || !Number.isFinite(year)) continue;
    const own = series.get(seriesOf(slot)) ?? [];
    own.push({ slot, year, value: value.value });
    series.set(seriesOf(slot), own);
  }
  return series;
}

function pointsOf(series: Series): readonly Point[] {
  const { fewestYears, spreads, unsteadiness } = SETTINGS;
  if (series.length < fewestYears.value) return [];
  const mean = series.reduce((sum, { value }) => sum + Math.abs(value), 0) / series.length;
  return series.map((point): Point => {
    const others = series.filter((other) => other !== point);
    const line = lineThrough(others);
    const expected = line.at(point.year);
    const off = point.value - expected;
    const isFar =
      Math.abs(off) > spreads.value * line.spread + unsteadiness.value * mean && !movesInSteps(others);
    return { ...point, expected, departure: mean === 0 ? 0 : off / mean, isFar };
  });
}

/** Whether years share their values so much that no line is to be drawn through them. */
function movesInSteps(series: Series): boolean {
  return new Set(series.map(({ value }) => value)).size * 2 <= series.length;
}

/** The points of a year that differ in one key alone, under a name for each such row of them. */
function rowsOf(points: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
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

function rowsWith({ table, column, codes }: Slot): readonly string[] {
  const keys = Object.keys(codes).filter((key) => key !== 'year');
  return keys.map((free) => {
    const others = Object.entries(codes).map(([key, code]) => (key === free ? '*' : code));
    return [table, column, free, ...others].join('\u0000');
  });
}

function isShared(point: Point, rows: ReadonlyMap<string, readonly Point[]>): boolean {
  return rowsWith(point.slot).some((name) => {
    const others = (rows.get(name) ?? []).filter((other) => other !== point);
    const alike = others.filter(
      ({ departure }) => departure / point.departure >= SETTINGS.departsAlike.value,
    );
    return alike.length > 0 && alike.length * 2 > others.length;
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

/** The published table of doubtful values. */
export function warningDataset(warnings: readonly Warning[], schema: TableSchema): Dataset {
  const rows = warnings.map(({ id, slot, value, expected, kind, twin }) => ({
    cell_id: id,
    dataset: slot.table,
    column: slot.column,
    value: plainNumber(value),
    expected: expected === null ? null : plainNumber(expected),
    kind,
    twin,
  }));
  return { schema, rows };
}
