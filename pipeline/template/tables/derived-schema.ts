import { LayoutFault } from '../dimension.ts';
import type { Notation } from '../notation.ts';
import type { Dataset, Row } from '../schema/rows.ts';
import { type Field, fieldOf, type TableSchema } from '../schema/table-schema.ts';
import { textsOf } from './members.ts';
import type { SpeltTable } from './spelt-table.ts';
import type { Printed } from './table-plan.ts';

const WHOLE = /^(0|-?[1-9]\d{0,8})$/;
/** Decimals that a value may have where none are declared: no printed table that is known has more. */
const MOST_DECIMALS = 6;

/**
 * The schema of a published table as its layouts tell it: the keys, the value, its status, the marks at it, and its cell.
 * All files that fill the table must have the same keys.
 */
export function derivedSchema(
  tables: readonly SpeltTable[],
  notation: (table: SpeltTable) => Notation,
): TableSchema {
  const [first, ...others] = tables;
  if (first === undefined) throw new Error('a table that no file declares');
  const names = [...first.keys.keys()];
  for (const other of others) {
    const strange =
      [...other.keys.keys()].find((key) => !names.includes(key)) ?? names.find((key) => !other.keys.has(key));
    if (strange !== undefined || other.value !== first.value)
      throw new LayoutFault(
        `the keys and the value of ${first.dataset} as in ${first.file}`,
        strange === undefined ? `"${other.value}"` : `a difference in "${strange}"`,
      );
  }
  if (names.length === 0) throw new LayoutFault('a key of rows or columns', 'none');
  const title = textsOf(first.layout.title)[0] ?? first.name;
  const hasUnit = tables.some(
    ({ layout, steps, values }) =>
      layout.unit !== undefined ||
      [...steps, ...values].some((each) => 'unit' in each && each.unit !== undefined),
  );
  const fields: readonly Field[] = [
    ...names.map((key) =>
      keyField(
        key,
        tables.flatMap((table) => table.keys.get(key) ?? []),
      ),
    ),
    valueField(tables, notation),
    ...(hasUnit ? [fieldOf('unit', 'string', 'Unit', 'What the value counts in.', false)] : []),
    fieldOf(
      'obs_status',
      'string',
      'Status',
      'How to read the value: as printed (A), a printed nil, which is zero (Z), no value possible (M), or not known (O). The value is empty exactly where it is M or O.',
      true,
    ),
    {
      ...fieldOf(
        'notes',
        'string',
        'Footnote marks',
        'Marks of the footnotes printed at the value, separated by spaces. Empty when there is none.',
        false,
      ),
      separator: ' ',
    },
    fieldOf('cell_id', 'string', 'Cell', 'The printed cell that the value was read from.', true),
  ];
  return {
    name: first.dataset,
    title,
    description: textsOf(first.layout.description)[0] ?? `${title}, as printed.`,
    kind: 'observations',
    fields,
    primaryKey: names,
    foreignKeys: [{ fields: ['cell_id'], reference: { resource: 'cell', fields: ['cell_id'] } }],
  };
}

function keyField(name: string, members: readonly Printed[]): Field {
  const isWhole = members.every(({ code }) => WHOLE.test(code));
  return fieldOf(name, isWhole ? 'integer' : 'string', name, `The code of ${name}.`, true);
}

function valueField(tables: readonly SpeltTable[], notation: (table: SpeltTable) => Notation): Field {
  const [first] = tables;
  const scale = Math.max(...tables.map((table) => scaleOf(table, notation(table))));
  const least = tables.map(({ layout }) => layout.minimum);
  const most = tables.map(({ layout }) => layout.maximum);
  const [minimum] = least.every((each) => each === least[0]) ? least : [];
  const [maximum] = most.every((each) => each === most[0]) ? most : [];
  return {
    name: first?.value ?? 'value',
    type: scale === 0 ? 'integer' : 'number',
    title: 'Value',
    description: 'The value as printed.',
    ...(scale > 0 && { scale }),
    ...((minimum !== undefined || maximum !== undefined) && {
      constraints: { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) },
    }),
  };
}

/** The most decimals that a value may have. */
function scaleOf({ layout, steps, values }: SpeltTable, { decimal }: Notation): number {
  if (decimal.length === 0) return 0;
  const own = [
    ...steps.flatMap((step) => ('decimals' in step ? (step.decimals ?? []) : [])),
    ...values.flatMap(({ decimals = [] }) => decimals),
  ];
  const declared = [...(layout.decimals ?? []), ...own];
  return declared.length === 0 || layout.decimals === undefined
    ? Math.max(MOST_DECIMALS, ...declared)
    : Math.max(...declared);
}

/** The schema of the labels that are printed for codes, where no code list tells them. */
const schema: TableSchema = {
  name: 'printed_label',
  title: 'Printed labels',
  description: 'What is printed for each code of each key, and the notes that the marks of values stand for.',
  kind: 'document',
  fields: [
    fieldOf('dataset', 'string', 'Table', 'The table whose codes they are.', true),
    fieldOf('key', 'string', 'Key', 'The key of the table; notes for the marks of footnotes.', true),
    fieldOf('code', 'string', 'Code', 'The code, or the mark.', true),
    fieldOf('label', 'string', 'Label', 'What is printed for it; one row for each language.', true),
  ],
  primaryKey: ['dataset', 'key', 'code', 'label'],
};

/** The labels of all codes as a table that is published beside those of the values. */
export function printedLabels(tables: readonly SpeltTable[]): Dataset {
  const rows = new Map<string, Row>();
  const add = (dataset: string, key: string, code: string, label: string): void => {
    const name = JSON.stringify([dataset, key, code, label]);
    if (label !== '') rows.set(name, { dataset, key, code, label });
  };
  for (const { dataset, keys, layout } of tables) {
    for (const [key, members] of keys)
      for (const { code, texts } of members) for (const label of texts) add(dataset, key, code, label);
    if (layout.notes instanceof Map)
      for (const [mark, note] of layout.notes) add(dataset, 'notes', String(mark), String(note));
  }
  return { schema, rows: [...rows.values()] };
}
