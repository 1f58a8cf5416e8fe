import type { Field } from '../../template/schema/table-schema.ts';
import { inAllLanguages } from '../copy/descriptor.ts';
import type { Aspect, ContractChange, Renames } from './difference.ts';
import type { OutputTable } from './output.ts';

/** A type as a reader of the binary formats meets it: `decimal with 2 decimals`, `integer`, `string`. */
export function typeOf({ type, scale }: Field): string {
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
