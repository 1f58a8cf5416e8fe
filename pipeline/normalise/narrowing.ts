import type { Instance } from '../identities/instance.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import { type Candidate, withLattice, withReadings } from './candidate.ts';
import type { CellContent } from './cell.ts';
import { arithmeticOf } from './contents.ts';
import { changed, edgesOf } from './lattice.ts';
import { linearOf } from './linear.ts';
import { type Share, supportedShares } from './shares.ts';

type Values = readonly (SlotValue | undefined)[];

/** What the readings of a row can say in the slots of an identity: for each way to say it, its values. */
interface Options {
  readonly candidate: Candidate;
  /** The columns of the row that take part, with their slots. */
  readonly columns: readonly number[];
  readonly slots: readonly number[];
  /** By what is said, see `sayingOf`. */
  readonly values: ReadonlyMap<string, readonly SlotValue[]>;
}

/** Combinations of what rows may say that are tried one by one. */
const MOST_COMBINATIONS = 20_000;

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
    combinations <= MOST_COMBINATIONS
      ? supportedByTrial(instance, options, values)
      : supportedBySums(instance, options, values);
  if (supported === undefined) return 'too many';
  return options.flatMap((own, index) => leftOf(own, supported[index] ?? new Set()));
}

function optionsOf(candidate: Candidate, instance: Instance, values: Values): Options | undefined {
  const { row, readings, lattice } = candidate;
  const taking = row.item.slots.flatMap((slot, column) =>
    instance.slots.includes(slot.index) && values[slot.index] === undefined ? [{ slot, column }] : [],
  );
  const columns = taking.map(({ column }) => column);
  const said = new Map<string, readonly SlotValue[]>();
  const add = (contents: readonly (CellContent | undefined)[]): void => {
    const saying = sayingOf(contents);
    if (said.has(saying)) return;
    const own = taking.map(({ slot }, index) => {
      const content = contents[index];
      return content === undefined ? ({ kind: 'unknown' } as const) : arithmeticOf(content, slot);
    });
    said.set(saying, own);
  };
  if (readings !== undefined) {
    for (const { contents } of readings) add(columns.map((column) => contents[column]));
  } else if (columns.length > 1) return undefined;
  else {
    for (const { edge, column } of edgesOf(lattice)) {
      if (covers(column, edge.to.column, columns[0])) add([edge.cell.content]);
    }
  }
  return { candidate, columns, slots: taking.map(({ slot }) => slot.index), values: said };
}

function covers(from: number, to: number, column: number | undefined): boolean {
  return column !== undefined && from <= column && column < to;
}

/** Cells that say the same have the same; marks aside. */
function sayingOf(contents: readonly (CellContent | undefined)[]): string {
  return contents
    .map((content) => (content?.kind === 'number' ? content.value : (content?.kind ?? '')))
    .join(' ');
}

/** For each row what it may say so that the identity holds with something that the others may say. */
function supportedByTrial(
  instance: Instance,
  options: readonly Options[],
  values: Values,
): readonly ReadonlySet<string>[] {
  const supported = options.map(() => new Set<string>());
  const trial = [...values];
  const walk = (position: number, chosen: readonly string[]): void => {
    const own = options[position];
    if (own === undefined) {
      const outcome = evaluate(instance, trial);
      if (outcome === undefined || outcome.verdict === 'broken') return;
      for (const [index, saying] of chosen.entries()) supported[index]?.add(saying);
      return;
    }
    for (const [saying, said] of own.values) {
      for (const [index, slot] of own.slots.entries()) trial[slot] = said[index];
      walk(position + 1, [...chosen, saying]);
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
    [...said].flatMap(([saying, own]): readonly (Share & { readonly saying: string })[] => {
      const share = linear.shareOf(slots, (slot) => own[slots.indexOf(slot)]);
      return share === undefined ? [] : [{ ...share, saying }];
    }),
  );
  return supportedShares(rest, rows)?.map(
    (indices, row) => new Set([...indices].flatMap((index) => rows[row]?.[index]?.saying ?? [])),
  );
}

/** A row with what it may still say, if that is less than before and not nothing. */
function leftOf(
  { candidate, columns, values }: Options,
  supported: ReadonlySet<string>,
): readonly Candidate[] {
  if (supported.size === 0 || supported.size === values.size) return [];
  const { readings, lattice } = candidate;
  if (readings !== undefined) {
    const left = readings.filter(({ contents }) =>
      supported.has(sayingOf(columns.map((column) => contents[column]))),
    );
    return [withReadings(candidate, left)];
  }
  const left = changed(lattice, ({ cell, to }, column) =>
    covers(column, to.column, columns[0]) && !supported.has(sayingOf([cell.content])) ? undefined : cell,
  );
  return left.count === 0 ? [] : [withLattice(candidate, left)];
}
