import fc from 'fast-check';
import { keyOf, type Output, type OutputTable } from '../../../pipeline/command-line/compare/output.ts';
import type { PrintedRow } from '../../../pipeline/command-line/copy/csv-rows.ts';
import type { Field } from '../../../pipeline/template/schema/table-schema.ts';

export function field(name: string, rest: Partial<Field> = {}): Field {
  return { name, type: 'string', title: `The ${name}`, description: `What ${name} says.`, ...rest };
}

export function table(name: string, key: readonly string[], rows: readonly PrintedRow[]): OutputTable {
  const columns = Object.keys(rows[0] ?? Object.fromEntries(key.map((column) => [column, null])));
  return {
    name,
    title: `Table ${name}`,
    description: `Rows of ${name}.`,
    fields: columns.map((column) => field(column)),
    primaryKey: key,
    foreignKeys: [],
    rows,
  };
}

export function output(tables: readonly OutputTable[], rest: Partial<Output> = {}): Output {
  const byName = new Map(tables.map((each) => [each.name, each]));
  return {
    place: 'made up',
    version: '1.2.3',
    about: {},
    tables: byName,
    documents: new Map(),
    otherFiles: [],
    ...rest,
  };
}

/** Few names and few values, so that two outputs that know nothing of each other share many. */
const NAMES = ['a', 'b', 'c', 'd'];
const value = fc.constantFrom(null, '1', '2', '3', 'x,"y"\n');

const anyField = fc
  .record({
    type: fc.constantFrom<Field['type'][]>('string', 'integer'),
    title: fc.constantFrom('One', 'Two'),
  })
  .map((rest) => rest);

const anyTable = (name: string): fc.Arbitrary<OutputTable> =>
  fc
    .shuffledSubarray(NAMES, { minLength: 1 })
    .chain((columns) =>
      fc.record({
        columns: fc.constant(columns),
        fields: fc.tuple(...columns.map((column) => anyField.map((rest) => field(column, rest)))),
        primaryKey: fc.shuffledSubarray(columns, { minLength: 1, maxLength: Math.min(2, columns.length) }),
        rows: fc.array(fc.tuple(...columns.map(() => value)), { maxLength: 8 }),
      }),
    )
    .map(({ columns, fields, primaryKey, rows }) => {
      const all = rows.map(
        (row): PrintedRow => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])),
      );
      const unique = new Map(all.map((row) => [keyOf(row, primaryKey), row]));
      return { ...table(name, primaryKey, []), fields, rows: [...unique.values()] };
    });

export const anyOutput: fc.Arbitrary<Output> = fc
  .subarray(['stations', 'rain', 'wind'])
  .chain((names) => fc.tuple(...names.map(anyTable)))
  .map((tables) => output(tables));

/** An output and the same after some edits of a person: names, rows, values. */
export const edited: fc.Arbitrary<readonly [Output, Output]> = fc
  .tuple(anyTable('rain'), fc.constantFrom(...NAMES), fc.constantFrom('z', ...NAMES), fc.nat(8), value)
  .map(([old, from, to, at, changed]) => {
    const renamed = old.fields.some(({ name }) => name === to) ? old : renameColumn(old, from, to);
    const edit = (row: PrintedRow, index: number): PrintedRow => {
      const column = renamed.fields.find(({ name }) => !renamed.primaryKey.includes(name))?.name;
      return column === undefined || index !== at ? row : { ...row, [column]: changed };
    };
    const rows = renamed.rows.filter((_, index) => index !== at + 1).map(edit);
    return [output([old]), output([{ ...renamed, rows }])] as const;
  });

export function renameColumn(old: OutputTable, from: string, to: string): OutputTable {
  const named = (name: string): string => (name === from ? to : name);
  return {
    ...old,
    fields: old.fields.map((each) => ({ ...each, name: named(each.name) })),
    primaryKey: old.primaryKey.map(named),
    rows: old.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, each]) => [named(column), each])),
    ),
  };
}
