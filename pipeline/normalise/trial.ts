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
  readonly sign: ',' | '.';
  readonly values: readonly (SlotValue | undefined)[];
  /** The identities that reach each slot. */
  readonly reaching: ReadonlyMap<number, readonly Instance[]>;
}

/**
 * Another reading of a row that no identity tells from the chosen one: none that the chosen one satisfies is
 * broken by it. Or one with a cut more, if that mends every identity that the chosen one breaks.
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
  for (const rival of rivalsOf(court.ink, row)) {
    if (contentsOf(rival).every((content, index) => sameContent(chosen[index], content))) continue;
    const trial = withReading(court.values, item, rival);
    if (!sound.some((instance) => isBroken(instance, trial))) return { cells: rival, isBetter: false };
  }
  if (broken.length === 0) return undefined;
  for (const rival of cutsOf(court.ink, row)) {
    const trial = withReading(court.values, item, rival);
    const moved = contentsOf(rival).flatMap((content, index) =>
      sameContent(chosen[index], content) ? [] : (item.slots[index]?.index ?? []),
    );
    const isAtFault = broken.some(({ slots }) => moved.some((slot) => slots.includes(slot)));
    if (isAtFault && !sound.some((instance) => isBroken(instance, trial)))
      return { cells: rival, isBetter: false };
  }
  for (const rival of mendsOf(court.ink, row)) {
    const trial = withReading(court.values, item, rival);
    if (instances.every((instance) => isBroken(instance, trial) !== true))
      return { cells: rival, isBetter: true };
  }
  return undefined;
}

function withReading(
  values: Court['values'],
  { slots }: SolvedRow['row']['item'],
  reading: readonly ReadCell[],
): Court['values'] {
  const trial = [...values];
  for (const [index, content] of contentsOf(reading).entries()) {
    const slot = slots[index];
    if (slot !== undefined) trial[slot.index] = arithmeticOf(content, slot);
  }
  return trial;
}
