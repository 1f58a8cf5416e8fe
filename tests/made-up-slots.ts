import { type Vocabulary, vocabularyOf } from '../pipeline/identities/binding.ts';
import { type Instance, instancesOf } from '../pipeline/identities/instance.ts';
import type { SlotValue } from '../pipeline/identities/verdict.ts';
import type { Slot } from '../pipeline/template/plan.ts';

/** A made-up table: the codes of each key, and the columns that hold values. */
interface MadeUpTable {
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly columns?: readonly string[];
}

/** A slot for each choice of codes and each column, by the table's name. */
export function slotsFor(tables: Readonly<Record<string, MadeUpTable>>): readonly Slot[] {
  const places = Object.entries(tables).flatMap(([table, { keys, columns = ['value'] }]) =>
    choices(Object.entries(keys)).flatMap((codes) => columns.map((column) => ({ table, column, codes }))),
  );
  return places.map((place, index) => {
    const cellId = `${place.table}:${Object.values(place.codes).join('.')}`;
    return { ...place, index, cellId, unit: null, counted: false, paragraph: null };
  });
}

function choices(
  keys: readonly (readonly [string, readonly string[]])[],
): Readonly<Record<string, string>>[] {
  const [first, ...rest] = keys;
  if (first === undefined) return [{}];
  const [key, codes] = first;
  return codes.flatMap((code) => choices(rest).map((others) => ({ [key]: code, ...others })));
}

/** The instances of a statement over slots; bare codes stand for what `codes` says. */
export function bind(
  says: string,
  slots: readonly Slot[],
  codes: Vocabulary['codes'] = new Map(),
): readonly Instance[] {
  return instancesOf(
    { id: 'check', kind: 'sum', says, because: 'It is made up.' },
    vocabularyOf(slots, codes),
  );
}

/** Values as they are printed: `12,50` is known to two decimals, `-` nil, `·` none, `…` missing. */
export function valuesOf(printed: readonly string[]): readonly (SlotValue | undefined)[] {
  return printed.map((text): SlotValue => {
    if (text === '-') return { kind: 'nil' };
    if (text === '·') return { kind: 'none' };
    if (text === '…') return { kind: 'unknown' };
    return {
      kind: 'number',
      value: Number(text.replace(',', '.')),
      decimals: text.split(',')[1]?.length ?? 0,
    };
  });
}
