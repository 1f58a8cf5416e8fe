import type { SlotValue } from '../identities/verdict.ts';
import type { Slot } from '../template/plan.ts';
import { seriesOf } from './neighbours.ts';
import { SETTINGS } from './settings.ts';
import type { IsWhole } from './wholes.ts';

/** What an error turns round: the sign of a number, the trend to the years beside it, its order in its year. */
export type Turn = 'sign' | 'trend' | 'order';

/** The two numbers of a contradiction. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  /** Left less right. */
  readonly difference: number;
}

/** How much an error misleads. */
type Severity = 'grave' | 'moderate' | 'slight';

/** The difference as a share of the larger side: which of the two is wrong is not known of every erratum. */
export function relativeErrorOf({ left, right, difference }: Sides): number | null {
  const larger = Math.max(Math.abs(left), Math.abs(right));
  return larger === 0 ? null : Math.abs(difference) / larger;
}

/** The rule that the dictionary prints beside the column. */
export function severityOf(of: {
  /** The greatest of all checks of the erratum, not of its two numbers alone; null where no size is measured. */
  readonly greatestError: number | null;
  readonly turns: Turn | null;
  /** Published values that stand under the error. */
  readonly values: number;
}): Severity {
  const { grave, moderate, manyValues } = SETTINGS;
  const relative = of.greatestError ?? 0;
  if (of.turns !== null || relative >= grave.value) return 'grave';
  return relative >= moderate.value || of.values >= manyValues.value ? 'moderate' : 'slight';
}

/**
 * Finds what would be turned round were another number printed in a slot. Values are in one order where they are of
 * one quantity: those of a series of years, and in one year those of a column of one unit that differ in one key.
 *
 *     3.8 after 4.5 is a fall; 4.8 would be a rise.
 */
export function turnFinder(
  slots: readonly Slot[],
  values: readonly (SlotValue | undefined)[],
  unitOfColumn: (slot: Slot) => string | undefined,
  isWhole: IsWhole = () => false,
): (slot: number, implied: number) => Turn | null {
  const printedIn = (index: number): number | undefined => {
    const value = values[index];
    return value?.kind === 'number' ? value.value : undefined;
  };
  return (index, implied) => {
    const own = slots[index];
    const printed = printedIn(index);
    if (own === undefined || printed === undefined) return null;
    const isTurned = (other: Slot): boolean => {
      const value = printedIn(other.index);
      return value !== undefined && Math.sign(printed - value) * Math.sign(implied - value) < 0;
    };
    if (printed * implied < 0) return 'sign';
    const beside = slots.filter((other) => seriesOf(other) === seriesOf(own) && yearsApart(own, other) === 1);
    if (beside.some(isTurned)) return 'trend';
    const isOneQuantity = unitOfColumn(own) !== undefined;
    const siblings = isOneQuantity ? slots.filter((other) => isSibling(own, other, isWhole)) : [];
    return siblings.some(isTurned) ? 'order' : null;
  };
}

function yearsApart(a: Slot, b: Slot): number {
  return Math.abs(Number(a.codes.year) - Number(b.codes.year));
}

/** Values of one column and year that differ in one key; a whole and its parts are in no order. */
function isSibling(a: Slot, b: Slot, isWhole: IsWhole): boolean {
  if (a.table !== b.table || a.column !== b.column || a.codes.year !== b.codes.year) return false;
  const [key, ...others] = Object.keys(a.codes).filter((each) => a.codes[each] !== b.codes[each]);
  if (key === undefined || others.length > 0) return false;
  return ![a, b].some(({ table, codes }) => isWhole(table, key, codes[key] ?? ''));
}
