import type { Instance } from '../../../identities/instance.ts';
import { evaluate, type SlotValue } from '../../../identities/verdict.ts';
import { arithmeticOf } from '../../reading/cell-content.ts';
import { SETTINGS } from '../../settings.ts';
import type { LatticeNode, ReadRow } from '../lattice/lattice.ts';
import { linearOf } from './linear.ts';
import { saying, sayingsOf } from './sayings.ts';
import { type Share, supportedShares } from './shares.ts';

type Values = readonly (SlotValue | undefined)[];

/** A row with the readings that it may still have. */
export interface Candidate {
  readonly row: ReadRow;
  readonly lattice: LatticeNode;
}

/** What the readings of a row can say in the slots of an identity: for each way to say it, its values. */
interface Options {
  readonly candidate: Candidate;
  /** The columns of the row that take part, with their slots. */
  readonly columns: readonly number[];
  readonly slots: readonly number[];
  readonly values: ReadonlyMap<string, readonly SlotValue[]>;
}

/**
 * The rows that an identity leaves with fewer readings: a reading stays if the identity holds with it and some readings
 * of the other rows. Where it holds for none, it decides nothing. `too many`: the rows allow more combinations than can
 * be tried, so that nothing is known.
 *
 * Readings that say the same in the slots of the identity are tried as one, and a sum is not tried in every combination
 * but found from the sums of its parts.
 */
export function narrow(
  instance: Instance,
  open: readonly Candidate[],
  values: Values,
): readonly Candidate[] | 'too many' {
  const options: Options[] = [];
  for (const candidate of open) {
    const own = optionsOf(candidate, instance, values);
    if (own === undefined) return 'too many';
    options.push(own);
  }
  const combinations = options.reduce((count, own) => count * own.values.size, 1);
  const supported =
    combinations <= SETTINGS.mostCombinations.value
      ? supportedOneByOne(instance, options, values)
      : supportedBySums(instance, options, values);
  if (supported === undefined) return 'too many';
  return options.flatMap((own, index) => leftOf(own, supported[index] ?? new Set()));
}

function optionsOf(candidate: Candidate, instance: Instance, values: Values): Options | undefined {
  const taking = candidate.row.item.slots.flatMap((slot, column) =>
    instance.slots.includes(slot.index) && values[slot.index] === undefined ? [{ slot, column }] : [],
  );
  const columns = taking.map(({ column }) => column);
  const sayings = sayingsOf(candidate.lattice, columns, SETTINGS.mostSayings.value);
  if (sayings === undefined) return undefined;
  const said = [...sayings].map(([key, contents]): [string, readonly SlotValue[]] => [
    key,
    taking.map(({ slot }, index) => {
      const content = contents[index];
      return content === undefined ? { kind: 'unknown' } : arithmeticOf(content, slot);
    }),
  ]);
  return { candidate, columns, slots: taking.map(({ slot }) => slot.index), values: new Map(said) };
}

/** For each row what it may say so that the identity holds with something that the others may say. */
function supportedOneByOne(
  instance: Instance,
  options: readonly Options[],
  known: Values,
): readonly ReadonlySet<string>[] {
  const supported = options.map(() => new Set<string>());
  const attempt = [...known];
  const walk = (position: number, chosen: readonly string[]): void => {
    const own = options[position];
    if (own === undefined) {
      const outcome = evaluate(instance, attempt);
      if (outcome === undefined || outcome.verdict === 'broken') return;
      for (const [index, said] of chosen.entries()) supported[index]?.add(said);
      return;
    }
    for (const [said, values] of own.values) {
      for (const [index, slot] of own.slots.entries()) attempt[slot] = values[index];
      walk(position + 1, [...chosen, said]);
    }
  };
  walk(0, []);
  return supported;
}

/** The same of an identity that is a sum; undefined where it is none, or its parts have too many sums. */
function supportedBySums(
  instance: Instance,
  options: readonly Options[],
  values: Values,
): readonly ReadonlySet<string>[] | undefined {
  const linear = linearOf(instance);
  if (linear === undefined) return undefined;
  const open = new Set(options.flatMap(({ slots }) => slots));
  const rest = linear.shareOf(
    instance.slots.filter((slot) => !open.has(slot)),
    (slot) => values[slot],
  );
  // With a value that is not known the identity says nothing.
  if (rest === undefined) return options.map(() => new Set());
  const rows = options.map(({ slots, values: said }) =>
    [...said].flatMap(([key, own]): readonly (Share & { readonly said: string })[] => {
      const share = linear.shareOf(slots, (slot) => own[slots.indexOf(slot)]);
      return share === undefined ? [] : [{ ...share, said: key }];
    }),
  );
  return supportedShares(rest, rows)?.map(
    (indices, row) => new Set([...indices].flatMap((index) => rows[row]?.[index]?.said ?? [])),
  );
}

/** A row with what it may still say, if that is less than before and not nothing. */
function leftOf(
  { candidate, columns, values }: Options,
  supported: ReadonlySet<string>,
): readonly Candidate[] {
  if (supported.size === 0 || supported.size === values.size) return [];
  const { row, lattice } = candidate;
  return [{ row, lattice: saying(lattice, columns, supported) }];
}
