import type { Instance } from '../identities/instance.ts';
import type { SlotValue } from '../identities/verdict.ts';
import { remembered } from '../page/remembered.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Slot } from '../template/plan.ts';
import type { Dataset } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';
import { plainNumber } from './check-results.ts';
import { equalRows } from './equal-rows.ts';
import { growthPoints, jumps, outgrown } from './growth.ts';
import { offTheirLine } from './off-line.ts';
import { relatedSeries } from './related-series.ts';
import { wholesOf } from './wholes.ts';
import { type Departure, yearlySeries } from './yearly-series.ts';

/** What of a document tells how its series belong together. */
export type Doubtable = Pick<DocumentDescription, 'instances' | 'totals' | 'together'> & {
  readonly plan: Pick<DocumentDescription['plan'], 'slots'>;
};

/** A value that nothing contradicts and that is hard to believe beside its neighbours. */
interface Warning {
  /** The cell. */
  readonly id: string;
  readonly slot: Slot;
  readonly value: number;
  readonly kind: 'growth' | 'jump' | 'line' | 'equal_rows';
  /** What the other years of its series let expect; null where it is doubted for another reason. */
  readonly expected: number | null;
  /** The cell that prints the same in the other row. */
  readonly twin: string | null;
}

/** Kinds of identity that leave a value room: a bound says how far it can be, no more. */
const WEAK: ReadonlySet<string> = new Set(['bound']);
/** Kinds that say nothing of whether a value is true: a total was added up from its parts, whatever they are. */
const ADDED_UP: ReadonlySet<string> = new Set(['sum', 'total', 'difference', 'bound']);

/**
 * Doubts values, each for the first of these reasons that there is:
 *
 * - `growth`: it leaves its series, on a scale of logarithms, by far more than the other years do and than related series
 *   leave theirs, and its siblings do not go with it;
 * - `jump`: it is a whole that leaves its series by a factor, as all its parts may;
 * - `line`: no identity fixes it and it lies far from the straight line through the other years;
 * - `equal_rows`: its row prints the same as another one.
 *
 * What another number tells too (a growth index, a share, a conversion, a repetition) is not doubted for its growth; a sum
 * is no such witness, for the total was added up from what its parts are said to be.
 */
export function warningsOf(
  document: Doubtable,
  values: readonly (SlotValue | undefined)[],
): readonly Warning[] {
  const { slots, isWhole, related, fixed, witnessed } = structureOf(document);
  const series = yearlySeries(slots, values);
  const points = growthPoints(series);
  const free = ({ slot }: Departure): boolean => !witnessed.has(slot.index);
  const found = [
    ...outgrown(points, related).filter(free).map(warning('growth')),
    ...jumps(points, ({ slot }) => isWhole(slot))
      .filter(free)
      .map(warning('jump')),
    ...offTheirLine(series.values())
      .filter(({ slot }) => !fixed.has(slot.index))
      .map(warning('line')),
    ...twins(document, values),
  ];
  const seen = new Set<string>();
  return found.filter(({ id, slot: { column } }) => {
    const name = `${id} ${column}`;
    return !seen.has(name) && seen.add(name);
  });
}

const warning =
  (kind: Warning['kind']) =>
  ({ slot, value, expected }: Departure): Warning => ({
    id: slot.cellId,
    slot,
    value,
    kind,
    expected,
    twin: null,
  });

/** What does not change with the values: which series belong together, which values an identity tells too. */
const structureOf = remembered(({ plan: { slots }, instances, totals, together }: Doubtable) => {
  const isWholeCode = wholesOf({ totals, together });
  const told = (kinds: ReadonlySet<string>): ReadonlySet<number> =>
    new Set(instances.flatMap(({ identity, slots: own }) => (kinds.has(identity.kind) ? [] : own)));
  return {
    slots,
    isWhole: ({ table, codes }: Slot): boolean =>
      Object.entries(codes).some(([key, code]) => key !== 'year' && isWholeCode(table, key, code)),
    related: relatedSeries(slots, instances),
    fixed: told(WEAK),
    witnessed: told(ADDED_UP),
    // Rows that are declared to be the same, as a paragraph that repeats another, are no wonder.
    declaredSame: new Set(instances.flatMap(pairOf)),
  };
});

function pairOf({ slots }: Instance): readonly string[] {
  return slots.length === 2 ? [slots.join(' ')] : [];
}

function twins(document: Doubtable, values: readonly (SlotValue | undefined)[]): readonly Warning[] {
  const { slots, declaredSame } = structureOf(document);
  return equalRows(slots, values).flatMap(({ slot, twin }): Warning[] => {
    const value = values[slot.index];
    const both = [slot.index, twin.index].sort((a, b) => a - b).join(' ');
    if (value?.kind !== 'number' || declaredSame.has(both)) return [];
    return [
      { id: slot.cellId, slot, value: value.value, kind: 'equal_rows', expected: null, twin: twin.cellId },
    ];
  });
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
