import { nearest } from '../../page/nearest.ts';
import { LayoutFault } from '../dimension.ts';
import { NO_KEYS, type SpeltColumns, type SpeltValue, speltColumns, valuesOf } from './columns.ts';
import type { TableLayout } from './declared.ts';
import { type Declared, membersOf } from './members.ts';
import { type SpeltStep, speltRows } from './rows.ts';
import type { Printed } from './table-plan.ts';

/** What a file of `tables/` declares, spelt out: which keys it has, every row and every column. */
export interface SpeltTable {
  readonly name: string;
  readonly file: string;
  readonly layout: TableLayout;
  /** The published table, and its column of values. */
  readonly dataset: string;
  readonly value: string;
  /** One for each printed table: the codes that all of its values have, and the member of its family. */
  readonly family: readonly (Printed & { readonly codes: Readonly<Record<string, string>> })[];
  readonly rowKeys: readonly string[];
  readonly steps: readonly SpeltStep[];
  readonly columns: readonly SpeltColumns[];
  readonly values: readonly SpeltValue[];
  /** Every key with its codes, in the order in which they are published. */
  readonly keys: ReadonlyMap<string, readonly Printed[]>;
}

/** Spells out a file of `tables/`. Throws a `LayoutFault` where it contradicts itself. */
export function speltTable(file: string, layout: TableLayout, declared: Declared): SpeltTable {
  const name = tableName(file);
  const [family] = [...(layout.for ?? [])];
  const members = family === undefined ? [] : membersOf(family[0], family[1], declared);
  const { keys: rowKeys, steps, members: rowMembers } = speltRows(layout.rows, declared);
  const first = speltColumns(layout.columns, rowKeys, declared);
  const again = layout.continued?.columns && speltColumns(layout.continued.columns, rowKeys, declared);
  const columns = again === undefined ? [first] : [first, again];
  const values = valuesOf(columns);
  const keys = keysOf(layout, family && [family[0], members], rowMembers, values);
  for (const { codes } of values) {
    const missing = [...keys.keys()].find((key) => isOfColumns(key, values) && codes[key] === undefined);
    if (missing !== undefined)
      throw new LayoutFault(
        `a code of "${missing}" in every column of values`,
        'one without it',
        // A misspelt word of the format looks like a key.
        nearKey(
          missing,
          [...NO_KEYS, ...keys.keys()].filter((key) => key !== missing),
        ),
      );
  }
  return {
    name,
    file,
    layout,
    dataset: layout.dataset ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
    value: layout.value ?? 'value',
    family:
      family === undefined
        ? [{ code: '', texts: [], codes: {} }]
        : members.map((member) => ({ ...member, codes: { [family[0]]: member.code } })),
    rowKeys,
    steps,
    columns,
    values,
    keys,
  };
}

/** What a table is called by its file. */
export function tableName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.yaml$/, '');
}

/** What a key that only some columns have was meant to be. */
function nearKey(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined
    ? `where a column has none, write a code that says so (${word}: _Z); beside its codes a column has ${[...NO_KEYS].join(', ')}`
    : `did you mean "${near}"?`;
}

function isOfColumns(key: string, values: readonly SpeltValue[]): boolean {
  return values.some(({ codes }) => codes[key] !== undefined);
}

function keysOf(
  { codes = {} }: TableLayout,
  family: readonly [string, readonly Printed[]] | undefined,
  rows: ReadonlyMap<string, readonly Printed[]>,
  values: readonly SpeltValue[],
): ReadonlyMap<string, readonly Printed[]> {
  const keys = new Map<string, readonly Printed[]>();
  const add = (key: string, members: readonly Printed[]): void => {
    const before = keys.get(key);
    if (before !== undefined)
      throw new LayoutFault('each key in one place: codes, for, rows or columns', `"${key}" in two`);
    keys.set(key, members);
  };
  for (const [key, code] of Object.entries(codes)) add(key, [{ code, texts: [] }]);
  if (family !== undefined) add(...family);
  for (const [key, members] of rows) add(key, members);
  const ofColumns = new Map<string, Map<string, Printed>>();
  for (const { codes: own, labels } of values) {
    for (const [key, code] of Object.entries(own)) {
      const members = ofColumns.get(key) ?? new Map<string, Printed>();
      ofColumns.set(key, members);
      if (!members.has(code)) members.set(code, { code, texts: labels[key] ?? [] });
    }
  }
  for (const [key, members] of ofColumns) add(key, [...members.values()]);
  return keys;
}
