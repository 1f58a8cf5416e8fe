import { stringify } from 'csv-stringify/sync';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import type { Content, Contents } from './contents.ts';

/** What a published value must be: null where nothing is known, with the status that says why. */
interface True {
  readonly value: string | null;
  readonly status: string;
  readonly notes: string | null;
}

function truthOf(content: Content): True {
  if (content.kind === 'number')
    return { value: content.value, status: 'A', notes: content.marks.join(' ') || null };
  switch (content.says.kind) {
    case 'nil':
      return { value: '0', status: 'Z', notes: null };
    case 'missing':
      return { value: null, status: 'O', notes: null };
    case 'not_in_force':
      return { value: null, status: 'X', notes: null };
    default:
      return { value: null, status: 'M', notes: null };
  }
}

/**
 * What each table of a synthetic document says, by table: a row a value, with its codes, the column it is published
 * in, its value, status and footnote marks. The rows are in the order of the document's slots.
 */
function truthTables(
  { plan }: Pick<DocumentDescription, 'plan'>,
  { slots }: Contents,
): ReadonlyMap<string, readonly Readonly<Record<string, string>>[]> {
  const tables = new Map<string, Readonly<Record<string, string>>[]>();
  for (const { index, table, column, codes } of plan.slots) {
    const content = slots.get(index);
    if (content === undefined) continue;
    const { value, status, notes } = truthOf(content);
    const rows = tables.get(table) ?? [];
    rows.push({ ...codes, column, value: value ?? '', status, notes: notes ?? '' });
    tables.set(table, rows);
  }
  return tables;
}

/** The same as CSV files. */
export function truthFiles(
  document: Pick<DocumentDescription, 'plan'>,
  contents: Contents,
): ReadonlyMap<string, string> {
  return new Map(
    [...truthTables(document, contents)].map(([table, rows]) => [
      `${table}.csv`,
      stringify([...rows], { header: true }),
    ]),
  );
}

/**
 * How what was read of a synthetic document differs from what it says; nothing where it is the same. Slots that are
 * not read at all differ too.
 */
export function differences(
  { plan }: Pick<DocumentDescription, 'plan'>,
  said: Contents,
  read: Contents,
): readonly string[] {
  return plan.slots.flatMap(({ index, cellId, column }) => {
    const [one, other] = [said.slots.get(index), read.slots.get(index)].map(
      (content) => content && JSON.stringify(comparable(truthOf(content))),
    );
    return one === other ? [] : [`${cellId} ${column}: expected ${one}, found ${other}`];
  });
}

/** A number is the same however it is written. */
function comparable({ value, status, notes }: True): readonly unknown[] {
  return [value === null ? null : Number(value), status, notes];
}
