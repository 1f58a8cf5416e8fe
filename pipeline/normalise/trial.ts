import type { Instance } from '../identities/instance.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import type { CellContent, ReadCell } from './cell.ts';
import { arithmeticOf, contentsOf, sameContent } from './contents.ts';
import type { Ink } from './ink.ts';
import type { Allows } from './lattice.ts';
import { cutsOf, mendsOf, rivalsOf } from './rivals.ts';
import type { SolvedRow } from './solve.ts';

/** Another reading of a row, or that there are more ways to read it otherwise than are tried. */
export type Rival =
  | 'too many'
  | {
      readonly cells: readonly ReadCell[];
      /** It satisfies all that the chosen reading breaks; else nothing tells the two apart. */
      readonly isBetter: boolean;
    };

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
  const allows = allowedBy(sound, row, court, isBroken);
  for (const rival of rivalsOf(court.ink, row, allows)) {
    if (rival === 'too many') return rival;
    if (tries(rival).length > 0 && !isRefuted()) return { cells: rival, isBetter: false };
  }
  if (broken.length === 0) return undefined;
  const isBetter = (): boolean => instances.every((instance) => isBroken(instance, trial) !== true);
  for (const rival of cutsOf(court.ink, row, allows)) {
    if (rival === 'too many') return rival;
    const moved = tries(rival);
    const isAtFault = broken.some(({ slots }) => moved.some((slot) => slots.includes(slot)));
    if (isAtFault && !isRefuted()) return { cells: rival, isBetter: isBetter() };
  }
  for (const rival of mendsOf(court.ink, row, allowedBy(instances, row, court, isBroken))) {
    if (rival === 'too many') return rival;
    tries(rival);
    if (isBetter()) return { cells: rival, isBetter: true };
  }
  return undefined;
}

/**
 * What identities leave to each column: those that reach no other value of the row decide of a cell alone, so that a
 * search need not go on behind one that they refute.
 */
function allowedBy(
  instances: readonly Instance[],
  { row }: SolvedRow,
  { values }: Court,
  isBroken: (instance: Instance, values: Court['values']) => boolean | undefined,
): Allows {
  const { slots } = row.item;
  const own = new Set(slots.map(({ index }) => index));
  const alone = slots.map(({ index }) =>
    instances.filter(
      ({ slots: reached }) =>
        reached.includes(index) && reached.every((slot) => slot === index || !own.has(slot)),
    ),
  );
  const trial = [...values];
  const known = new Map<string, boolean>();
  const allowsIn = (column: number, content: CellContent): boolean => {
    const slot = slots[column];
    const deciding = alone[column] ?? [];
    if (slot === undefined || deciding.length === 0) return true;
    const said = `${column} ${content.kind === 'number' ? content.value : content.kind}`;
    const before = known.get(said);
    if (before !== undefined) return before;
    trial[slot.index] = arithmeticOf(content, slot);
    const isAllowed = deciding.every((instance) => isBroken(instance, trial) !== true);
    trial[slot.index] = values[slot.index];
    known.set(said, isAllowed);
    return isAllowed;
  };
  return (column, { content, columns }) =>
    Array.from({ length: columns }, (_, index) => column + index).every((at) => allowsIn(at, content));
}
