import type { SlotValue } from '../identities/verdict.ts';
import { grouped } from '../page/grouped.ts';
import type { Slot } from '../template/plan.ts';
import { SETTINGS } from './settings.ts';

/** Two rows of a table that print the same, value by value: by chance, or because one was copied. */
interface EqualRows {
  readonly slot: Slot;
  /** The slot that stands in the other row in the same place. */
  readonly twin: Slot;
}

/** A value as it is printed: 0.21 and 0.210 are not the same. */
interface Printed {
  readonly slot: Slot;
  readonly place: string;
  readonly text: string;
}

/**
 * Finds rows that differ in one key alone and print the same in a year, in every column of another key. Few digits can
 * agree by chance, and one number that stands in every column says nothing: both are left alone.
 *
 *     Kyzylorda  3.7  0.210  0.200
 *     Mangystau  3.7  0.210  0.200
 */
export function equalRows(
  slots: readonly Slot[],
  values: readonly (SlotValue | undefined)[],
): readonly EqualRows[] {
  const tables = grouped(slots, ({ table, column, codes }) => [table, column, codes.year].join('\u0000'));
  return [...tables.values()].flatMap((own) => {
    const keys = Object.keys(own[0]?.codes ?? {}).filter((key) => key !== 'year');
    return keys.flatMap((key) => twinsBy(key, own, values));
  });
}

function twinsBy(
  key: string,
  slots: readonly Slot[],
  values: readonly (SlotValue | undefined)[],
): readonly EqualRows[] {
  const printed = slots.flatMap((slot): Printed[] => {
    const value = values[slot.index];
    if (value?.kind !== 'number') return [];
    const place = Object.entries(slot.codes).map(([name, code]) => (name === key ? '' : code));
    return [{ slot, place: place.join('\u0000'), text: value.value.toFixed(value.decimals) }];
  });
  const rows = [...grouped(printed, ({ slot }) => slot.codes[key] ?? '').values()].filter(saysEnough);
  const alike = grouped(rows, (row) =>
    row
      .map(({ place, text }) => `${place}=${text}`)
      .sort()
      .join(' '),
  );
  return [...alike.values()].flatMap((twins) =>
    twins.length < 2 ? [] : twins.flatMap((row, at) => pairs(row, twins[at === 0 ? 1 : 0] ?? [])),
  );
}

/** Whether a row prints so much that another one is hardly the same by chance. */
function saysEnough(row: readonly Printed[]): boolean {
  const texts = new Set(row.map(({ text }) => text));
  const digits = [...texts].reduce((sum, text) => sum + text.replace(/^[-0.]+|\./g, '').length, 0);
  return texts.size >= SETTINGS.equalValues.value && digits >= SETTINGS.equalDigits.value;
}

function pairs(row: readonly Printed[], other: readonly Printed[]): readonly EqualRows[] {
  return row.flatMap(({ slot, place }) => {
    const twin = other.find((each) => each.place === place);
    return twin === undefined ? [] : [{ slot, twin: twin.slot }];
  });
}
