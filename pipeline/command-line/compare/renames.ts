import type { Field } from '../../template/schema/table-schema.ts';
import type { PrintedRow } from '../copy/csv-rows.ts';
import { inAllLanguages } from '../copy/descriptor.ts';
import type { Aspect, ContractChange, Renames } from './difference.ts';
import type { OutputTable } from './output.ts';

/** A row of the old table and the same row in the new one. */
export type RowPair = readonly [old: PrintedRow, next: PrintedRow];

/**
 * Columns of the key that have another name: the one that stands in the same place of the new key, when the old
 * table knows it not and it knows every value that the old one held.
 */
export function renamedKeyColumns(old: OutputTable, next: OutputTable): Renames {
  if (old.primaryKey.length !== next.primaryKey.length) return new Map();
  return new Map(
    old.primaryKey.flatMap((column, at): [string, string][] => {
      const to = next.primaryKey[at];
      if (to === undefined || !isGone(column, next) || !isGone(to, old)) return [];
      const known = new Set(next.rows.map((row) => row[to]));
      return old.rows.length > 0 && old.rows.every((row) => known.has(row[column])) ? [[column, to]] : [];
    }),
  );
}

/**
 * Other columns that have another name: one went, one of its type came, and their values are equal in every row
 * that both tables have. Where two could be meant, or no row says anything, nothing is guessed: the one is told
 * as removed and the other as added.
 */
export function renamedColumns(
  old: OutputTable,
  next: OutputTable,
  pairs: readonly RowPair[],
  known: Renames,
): Renames {
  const taken = new Set(known.values());
  const gone = old.fields.filter(({ name }) => isGone(name, next) && !known.has(name));
  const fresh = next.fields.filter(({ name }) => isGone(name, old) && !taken.has(name));
  const alike = gone.flatMap((from) =>
    fresh
      .filter((to) => typeOf(from) === typeOf(to) && isSame(from.name, to.name, pairs))
      .map((to): [string, string] => [from.name, to.name]),
  );
  const isClear = ([from, to]: readonly [string, string]): boolean =>
    alike.filter(([each]) => each === from).length === 1 &&
    alike.filter(([, each]) => each === to).length === 1;
  return new Map(alike.filter(isClear));
}

function isSame(from: string, to: string, pairs: readonly RowPair[]): boolean {
  return pairs.some(([old]) => old[from] !== null) && pairs.every(([old, next]) => old[from] === next[to]);
}

function isGone(column: string, { fields }: OutputTable): boolean {
  return !fields.some(({ name }) => name === column);
}

/** A type as a reader of the binary formats meets it: `decimal with 2 decimals`, `integer`, `string`. */
function typeOf({ type, scale }: Field): string {
  return type === 'number' ? `decimal with ${scale ?? 0} decimals` : type;
}

/** What two tables promise differently, of the columns that both have and of themselves. */
export function contractChanges(
  old: OutputTable,
  next: OutputTable,
  renames: Renames,
): readonly ContractChange[] {
  const nameOf = (column: string): string => renames.get(column) ?? column;
  const kept = old.fields.flatMap((field): [Field, Field][] => {
    const now = next.fields.find(({ name }) => name === nameOf(field.name));
    return now === undefined ? [] : [[field, now]];
  });
  const expectedOrder = [
    ...kept.map(([, { name }]) => name),
    ...next.fields.filter((field) => !kept.some(([, now]) => now === field)).map(({ name }) => name),
  ];
  return [
    ...changes([
      ['title', old.title, next.title],
      ['description', old.description, next.description],
      ['caution', old.caution || 'none', next.caution || 'none'],
      ['primary key', old.primaryKey.map(nameOf).join(', '), next.primaryKey.join(', ')],
      ['foreign keys', referencesOf(old, nameOf), referencesOf(next, (name) => name)],
      ['order of columns', expectedOrder.join(', '), next.fields.map(({ name }) => name).join(', ')],
    ]),
    ...kept.flatMap(([before, now]) =>
      changes([
        ['type', typeOf(before), typeOf(now)],
        ['unit', before.unit ?? 'none', now.unit ?? 'none'],
        ['constraints', constraintsOf(before), constraintsOf(now)],
        ['title', inAllLanguages(before, 'title'), inAllLanguages(now, 'title')],
        ['description', inAllLanguages(before, 'description'), inAllLanguages(now, 'description')],
      ]).map((change) => ({ ...change, column: now.name })),
    ),
  ];
}

function changes(aspects: readonly (readonly [Aspect, string, string])[]): readonly ContractChange[] {
  return aspects
    .filter(([, old, next]) => old !== next)
    .map(([aspect, old, next]) => ({ aspect, old, next }));
}

function constraintsOf({ constraints = {} }: Field): string {
  const sorted = Object.entries(constraints).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ') || 'none';
}

function referencesOf({ foreignKeys }: OutputTable, nameOf: (column: string) => string): string {
  const texts = foreignKeys.map(
    ({ fields, reference }) =>
      `${fields.map(nameOf).join(', ')} in ${reference.resource}(${reference.fields.join(', ')})`,
  );
  return texts.sort().join('; ') || 'none';
}
