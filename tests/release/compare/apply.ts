import type { Difference, TableDifference } from '../../../pipeline/command-line/compare/difference.ts';
import { keyOf, type Output, type OutputTable } from '../../../pipeline/command-line/compare/output.ts';
import type { PrintedRow } from '../../../pipeline/command-line/copy/csv-rows.ts';
import type { Field } from '../../../pipeline/template/schema/table-schema.ts';

/** The tables of the new output, made of the old one and the difference alone. */
export function applied(old: Output, difference: Difference): readonly OutputTable[] {
  const removed = new Set(difference.removedTables.map(({ name }) => name));
  const changed = new Map(difference.changedTables.map((each) => [each.table, each]));
  const kept = [...old.tables.values()].filter(({ name }) => !removed.has(name));
  return [
    ...kept.map((table) => {
      const change = changed.get(table.name);
      return change === undefined ? table : appliedTable(table, change);
    }),
    ...difference.addedTables,
  ];
}

/** A table without what a comparison by key does not see: the order of its rows. */
export function plain({ rows, ...rest }: OutputTable): object {
  const sorted = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  return { ...rest, rows: sorted };
}

function appliedTable(old: OutputTable, change: TableDifference): OutputTable {
  const { columns, contract, primaryKey, addedRows, removedRows, values } = change;
  const gone = new Set(columns.filter(({ kind }) => kind === 'removed').map(({ column }) => column));
  const names = new Map(columns.flatMap((each) => (each.kind === 'renamed' ? [[each.column, each.to]] : [])));
  const added = columns.flatMap((each) => (each.kind === 'added' ? [each] : []));
  const named = (column: string): string => names.get(column) ?? column;

  const promised = (each: Field): Field => {
    const own = contract.filter(({ column }) => column === each.name);
    const next = (aspect: string): string | undefined => own.find((item) => item.aspect === aspect)?.next;
    const type = (['string', 'integer'] as const).find((known) => known === next('type'));
    return {
      ...each,
      ...(type && { type }),
      title: next('title') ?? each.title,
      description: next('description') ?? each.description,
    };
  };
  const fields = [
    ...old.fields
      .filter(({ name }) => !gone.has(name))
      .map((each) => promised({ ...each, name: named(each.name) })),
    ...added.map(({ field }) => field),
  ];
  const order = contract.find(({ aspect }) => aspect === 'order of columns')?.next.split(', ');
  const removed = new Set(removedRows.map((row) => keyOf(row, Object.keys(row))));
  const rows = old.rows
    .filter((row) => !removed.has(keyOf(row, Object.keys(row))))
    .map((row) => {
      const kept = Object.entries(row).filter(([column]) => !gone.has(column));
      const next: Record<string, string | null> = Object.fromEntries(
        kept.map(([column, value]) => [named(column), value]),
      );
      for (const { column } of added) next[column] = null;
      return next;
    });
  const find = (key: PrintedRow): Record<string, string | null> | undefined =>
    rows.find((row) => Object.entries(key).every(([column, value]) => row[column] === value));
  for (const { key, column, next } of values) {
    const row = find(key);
    if (row !== undefined) row[column] = next;
  }
  for (const { column, values: filled } of added) {
    for (const { key, value } of filled) {
      const row = find(key);
      if (row !== undefined) row[column] = value;
    }
  }
  return {
    ...old,
    fields:
      order === undefined ? fields : order.flatMap((name) => fields.filter((each) => each.name === name)),
    primaryKey,
    rows: [...rows, ...addedRows],
  };
}
