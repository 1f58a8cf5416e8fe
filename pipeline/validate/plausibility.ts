import type { DocumentDescription } from '../document/document.ts';
import type { Slot } from '../document/plan.ts';
import type { SlotValue } from '../identities/verdict.ts';
import { plainNumber } from './check-results.ts';
import type { Dataset } from './dataset.ts';
import type { TableSchema } from './table-schema.ts';

/** A value that nothing contradicts and that is hard to believe beside its neighbours. */
export interface Warning {
  /** The cell. */
  readonly id: string;
  readonly slot: Slot;
  readonly value: number;
  /** What the other years of its series let expect. */
  readonly expected: number;
}

/** Kinds of identity that fix a value; a bound leaves it room. */
const WEAK: ReadonlySet<string> = new Set(['bound']);
const FEWEST_YEARS = 5;
/** How many times further from the line through the other years than they are, before a value is doubted. */
const SPREADS = 8;
/** Beside it, the share of the series' mean that any value may be off. */
const SHARE = 0.12;

/**
 * Doubts values by their own series, where no identity fixes them: each value is held against the straight
 * line through the other years. A value is doubted if it is off by far more than those years are.
 */
export function warningsOf(
  { plan, instances }: DocumentDescription,
  values: readonly (SlotValue | undefined)[],
): readonly Warning[] {
  const fixed = new Set(instances.flatMap(({ identity, slots }) => (WEAK.has(identity.kind) ? [] : slots)));
  const series = new Map<string, { readonly slot: Slot; readonly year: number; readonly value: number }[]>();
  for (const slot of plan.slots) {
    const value = values[slot.index];
    const year = Number(slot.codes.year);
    if (value?.kind !== 'number' || !Number.isFinite(year)) continue;
    const key = seriesKey(slot);
    const points = series.get(key) ?? [];
    points.push({ slot, year, value: value.value });
    series.set(key, points);
  }
  return [...series.values()].flatMap((points) => {
    if (points.length < FEWEST_YEARS || points.every(({ slot }) => fixed.has(slot.index))) return [];
    const mean = points.reduce((sum, { value }) => sum + Math.abs(value), 0) / points.length;
    return points.flatMap((point): Warning[] => {
      if (fixed.has(point.slot.index)) return [];
      const line = lineThrough(points.filter((other) => other !== point));
      const expected = line.at(point.year);
      if (Math.abs(point.value - expected) <= SPREADS * line.spread + SHARE * mean) return [];
      return [{ id: point.slot.cellId, slot: point.slot, value: point.value, expected }];
    });
  });
}

function seriesKey({ table, column, codes }: Slot): string {
  return `${table}.${column}.${Object.entries(codes)
    .map(([key, code]) => (key === 'year' ? '' : code))
    .join('.')}`;
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
  const rows = warnings.map(({ id, slot, value, expected }) => ({
    cell_id: id,
    dataset: slot.table,
    column: slot.column,
    value: plainNumber(value),
    expected: plainNumber(expected),
  }));
  return { schema, rows };
}
