import type { Instance } from '../../../identities/instance.ts';
import { evaluate, type SlotValue, type Verdict } from '../../../identities/verdict.ts';
import type { Slot } from '../../../template/plan.ts';
import type { ReadCell } from '../../reading/cell.ts';
import { contentsOf } from '../../reading/cell.ts';
import type { CellContent } from '../../reading/cell-content.ts';
import { arithmeticOf } from '../../reading/cell-content.ts';
import type { ReadRow } from '../lattice/lattice.ts';

type Values = readonly (SlotValue | undefined)[];

/** The values that were read, and the identities that reach each slot. */
export interface Surroundings {
  readonly values: Values;
  readonly reaching: ReadonlyMap<number, readonly Instance[]>;
  /** The same values, of which some are another while identities are tried with them. */
  readonly attempt: (SlotValue | undefined)[];
}

/** What surrounds some rows. */
export function surroundings(
  values: Values,
  rows: readonly ReadRow[],
  instances: readonly Instance[],
): Surroundings {
  const reaching = new Map<number, Instance[]>();
  for (const { item } of rows) for (const { index } of item.slots) reaching.set(index, []);
  for (const instance of instances) for (const slot of instance.slots) reaching.get(slot)?.push(instance);
  return { values, reaching, attempt: [...values] };
}

/** What the identities of a row say of readings of it, all other rows being as they were read. */
export interface RowIdentities {
  readonly all: readonly Instance[];
  /** Those that the chosen reading satisfies. */
  readonly sound: readonly Instance[];
  /** The equalities that it breaks. */
  readonly broken: readonly Instance[];
  /** What the row would break of some, read otherwise. */
  readonly brokenBy: (cells: readonly ReadCell[], instances: readonly Instance[]) => readonly Instance[];
  /**
   * How many of `sound` or of `all` a cell breaks in its columns: those alone which reach no other value of the row, so
   * that they decide of a cell whatever the others are.
   */
  readonly cost: (of: 'sound' | 'all') => (cell: ReadCell, column: number) => number;
}

/** What the identities of a row say. */
export function rowIdentities(
  { item: { slots } }: ReadRow,
  { values, reaching, attempt }: Surroundings,
): RowIdentities {
  const all = [...new Set(slots.flatMap(({ index }) => reaching.get(index) ?? []))];
  const verdicts = new Map(all.map((instance) => [instance, evaluate(instance, values)?.verdict]));
  const sound = all.filter((instance) => isSatisfied(verdicts.get(instance)));
  const brokenBy = (cells: readonly ReadCell[], instances: readonly Instance[]): readonly Instance[] => {
    const contents = contentsOf(cells);
    for (const [index, slot] of slots.entries()) {
      const content = contents[index];
      attempt[slot.index] = content && arithmeticOf(content, slot);
    }
    const broken = instances.filter((instance) => evaluate(instance, attempt)?.verdict === 'broken');
    for (const { index } of slots) attempt[index] = values[index];
    return broken;
  };
  const broken = all.filter((instance) => instance.relation === '=' && verdicts.get(instance) === 'broken');
  return {
    all,
    sound,
    broken,
    brokenBy,
    cost: (of) => costIn(slots, { values, attempt }, of === 'sound' ? sound : all),
  };
}

function isSatisfied(verdict: Verdict | undefined): boolean {
  return verdict === 'holds' || verdict === 'rounding';
}

function costIn(
  slots: readonly Slot[],
  { values, attempt }: Pick<Surroundings, 'values' | 'attempt'>,
  instances: readonly Instance[],
): (cell: ReadCell, column: number) => number {
  const own = new Set(slots.map(({ index }) => index));
  const alone = slots.map(({ index }) =>
    instances.filter(
      ({ slots: reached }) =>
        reached.includes(index) && reached.every((slot) => slot === index || !own.has(slot)),
    ),
  );
  const known = new Map<string, number>();
  const costAt = (column: number, content: CellContent): number => {
    const slot = slots[column];
    const deciding = alone[column] ?? [];
    if (slot === undefined || deciding.length === 0) return 0;
    const said = `${column} ${content.kind === 'number' ? content.value : content.kind}`;
    const before = known.get(said);
    if (before !== undefined) return before;
    attempt[slot.index] = arithmeticOf(content, slot);
    const cost = deciding.filter((instance) => evaluate(instance, attempt)?.verdict === 'broken').length;
    attempt[slot.index] = values[slot.index];
    known.set(said, cost);
    return cost;
  };
  return ({ content, columns }, column) => {
    let cost = 0;
    for (let at = column; at < column + columns; at += 1) cost += costAt(at, content);
    return cost;
  };
}
