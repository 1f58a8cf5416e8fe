import type { Dataset, Row } from '../schema/rows.ts';
import type { Field, TableSchema } from '../schema/table-schema.ts';
import type { SpeltTable } from './spelt-table.ts';

const text = (name: string, title: string, description: string): Field => ({
  name,
  type: 'string',
  title,
  description,
  constraints: { required: true },
});

/** The schema of the labels that are printed for codes, where no code list tells them. */
const schema: TableSchema = {
  name: 'printed_label',
  title: 'Printed labels',
  description: 'What is printed for each code of each key, and the notes that the marks of values stand for.',
  kind: 'document',
  fields: [
    text('dataset', 'Table', 'The table whose codes they are.'),
    text('key', 'Key', 'The key of the table; notes for the marks of footnotes.'),
    text('code', 'Code', 'The code, or the mark.'),
    text('label', 'Label', 'What is printed for it; one row for each language.'),
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
