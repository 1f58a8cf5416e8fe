import type { Check, SlotValue } from '../identities/verdict.ts';
import { remembered } from '../page/remembered.ts';
import type { Slot } from '../template/plan.ts';
import { SETTINGS } from './settings.ts';

/** The values of a series in the year before and in the year after. */
export type Neighbours = readonly [before: number, after: number];

/** Names the series of a slot: all its codes but the year, its column and its unit. */
export const seriesOf = remembered(({ table, column, unit, codes }: Slot): string => {
  const others = Object.entries(codes).map(([key, code]) => (key === 'year' ? '' : code));
  return [table, column, unit ?? '', ...others].join('\u0000');
});

/**
 * Finds the neighbours in time of a slot: the values of the years beside it, in the same unit, where both are printed
 * and no identity contradicts either.
 */
export function neighbourFinder(
  slots: readonly Slot[],
  values: readonly (SlotValue | undefined)[],
  checks: readonly Check[],
): (slot: number) => Neighbours | undefined {
  const contradicted = new Set(
    checks.flatMap(({ instance, outcome }) => (outcome.verdict === 'broken' ? instance.slots : [])),
  );
  const byYear = new Map(slots.map((slot) => [`${seriesOf(slot)}\u0000${slot.codes.year}`, slot.index]));
  const valueIn = (slot: Slot, year: number): number | undefined => {
    const index = byYear.get(`${seriesOf(slot)}\u0000${year}`);
    const value = index === undefined || contradicted.has(index) ? undefined : values[index];
    return value?.kind === 'number' ? value.value : undefined;
  };
  return (index) => {
    const slot = slots[index];
    const year = Number(slot?.codes.year);
    if (slot === undefined || !Number.isInteger(year)) return undefined;
    const [before, after] = [valueIn(slot, year - 1), valueIn(slot, year + 1)];
    return before === undefined || after === undefined ? undefined : [before, after];
  };
}

/** Whether the years beside a value go with what is printed, and not with what it is to be changed to. */
export function speakAgainst(neighbours: Neighbours, printed: number, changed: number): boolean {
  const all = [...neighbours, printed, changed];
  const onScale = all.every((value) => value > 0) ? Math.log : (value: number): number => value;
  const [before, after, asPrinted, asChanged] = all.map(onScale);
  if (before === undefined || after === undefined || asPrinted === undefined || asChanged === undefined)
    return false;
  const middle = (before + after) / 2;
  return Math.abs(asChanged - middle) > SETTINGS.timesFurther.value * Math.abs(asPrinted - middle);
}
