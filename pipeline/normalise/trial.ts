import type { Instance } from '../identities/instance.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import type { ReadCell } from './cell.ts';
import type { Ink } from './ink.ts';
import { cutsOf, mendsOf, rivalsOf } from './rivals.ts';
import { arithmeticOf, contentsOf, type SolvedRow, sameContent } from './solve.ts';

/** Another reading of a row. */
export interface Rival {
  readonly cells: readonly ReadCell[];
  /** It satisfies all that the chosen reading breaks; else nothing tells the two apart. */
  readonly isBetter: boolean;
}

/** What a row is held against. */
export interface Court {
  readonly ink: Ink;
  readonly values: readonly (SlotValue | undefined)[];
  /** The identities that reach each slot. */
  readonly reaching: ReadonlyMap<number, readonly Instance[]>;
}

/**
 * Another reading of a row that no identity tells from the chosen one: none that the chosen one satisfies is
 * broken by it. Where the chosen one breaks some, readings with a cut more are tried as well, and those that mend all.
 */
export function rivalTo(row: SolvedRow, court: Court): Rival | undefined {
  const { item } = row.row;
  const instances = [...new Set(item.slots.flatMap(({ index }) => court.reaching.get(index) ?? []))];
  const isBroken = (instance: Instance, values: Court['values']): boolean | undefined => {
    const outcome = evaluate(instance, values);
    return outcome && outcome.verdict === 'broken';
  };
  const sound = instances.filter((instance) => isBroken(instance, court.values) === false);
  const broken = instances.filter(
    (instance) => instance.relation === '=' && isBroken(instance, court.values),
  );
  const chosen = contentsOf(row.cells);
  const trial = [...court.values];
  const tries = (rival: readonly ReadCell[]): readonly number[] => {
    const contents = contentsOf(rival);
    for (const [index, slot] of item.slots.entries()) {
      const content = contents[index];
      trial[slot.index] = content && arithmeticOf(content, slot);
    }
    return item.slots.flatMap((slot, index) => {
      const content = contents[index];
      return content === undefined || sameContent(chosen[index], content) ? [] : [slot.index];
    });
  };
  const isRefuted = (): boolean => sound.some((instance) => isBroken(instance, trial));
  for (const rival of rivalsOf(court.ink, row)) {
    if (tries(rival).length > 0 && !isRefuted()) return { cells: rival, isBetter: false };
  }
  if (broken.length === 0) return undefined;
  const isBetter = (): boolean => instances.every((instance) => isBroken(instance, trial) !== true);
  for (const rival of cutsOf(court.ink, row)) {
    const moved = tries(rival);
    const isAtFault = broken.some(({ slots }) => moved.some((slot) => slots.includes(slot)));
    if (isAtFault && !isRefuted()) return { cells: rival, isBetter: isBetter() };
  }
  for (const rival of mendsOf(court.ink, row)) {
    tries(rival);
    if (isBetter()) return { cells: rival, isBetter: true };
  }
  return undefined;
}
