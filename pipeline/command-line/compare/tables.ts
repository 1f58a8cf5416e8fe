import type { PrintedRow } from '../copy/csv-rows.ts';
import type { ColumnChange, Renames, TableDifference, ValueChange } from './difference.ts';
import { keyOf, type OutputTable } from './output.ts';
import { contractChanges, type RowPair, renamedColumns, renamedKeyColumns } from './renames.ts';

/** Compares a table with its old self, row by row by their keys. Undefined when nothing differs. */
export function compareTables(old: OutputTable, next: OutputTable): TableDifference | undefined {
  const keyNames = renamedKeyColumns(old, next);
  const knownBy = old.primaryKey.map((column) => keyNames.get(column) ?? column);
  const { pairs, added, removed } = matchRows(old, next, knownBy);
  const renames: Renames = new Map([...keyNames, ...renamedColumns(old, next, pairs, keyNames)]);
  const difference: TableDifference = {
    table: next.name,
    knownBy,
    primaryKey: next.primaryKey,
    columns: columnChanges(old, next, pairs, renames, knownBy),
    contract: contractChanges(old, next, renames),
    addedRows: added,
    removedRows: removed,
    values: valueChanges(old, next, pairs, renames, knownBy),
  };
  const { columns, contract, addedRows, removedRows, values } = difference;
  const isEmpty = [columns, contract, addedRows, removedRows, values].every(({ length }) => length === 0);
  return isEmpty ? undefined : difference;
}

interface Match {
  readonly pairs: readonly RowPair[];
  readonly added: readonly PrintedRow[];
  readonly removed: readonly PrintedRow[];
}

/** Rows are the same when their old key is; where the new table has not that key, none is the same. */
function matchRows(old: OutputTable, next: OutputTable, knownBy: readonly string[]): Match {
  const byKey = new Map(next.rows.map((row) => [keyOf(row, knownBy), row]));
  const isKey =
    knownBy.every((column) => next.fields.some(({ name }) => name === column)) &&
    byKey.size === next.rows.length;
  if (!isKey) return { pairs: [], added: next.rows, removed: old.rows };
  const known = new Set(old.rows.map((row) => keyOf(row, old.primaryKey)));
  const pairs: RowPair[] = [];
  const removed: PrintedRow[] = [];
  for (const row of old.rows) {
    const now = byKey.get(keyOf(row, old.primaryKey));
    if (now === undefined) removed.push(row);
    else pairs.push([row, now]);
  }
  return { pairs, removed, added: next.rows.filter((row) => !known.has(keyOf(row, knownBy))) };
}

function columnChanges(
  old: OutputTable,
  next: OutputTable,
  pairs: readonly RowPair[],
  renames: Renames,
  knownBy: readonly string[],
): readonly ColumnChange[] {
  const before = new Set(old.fields.map(({ name }) => renames.get(name) ?? name));
  const now = new Set(next.fields.map(({ name }) => name));
  const gone = old.fields.filter(({ name }) => !now.has(renames.get(name) ?? name));
  const fresh = next.fields.filter(({ name }) => !before.has(name));
  return [
    ...gone.map(({ name }): ColumnChange => ({ kind: 'removed', column: name })),
    ...[...renames].map(([column, to]): ColumnChange => ({ kind: 'renamed', column, to })),
    ...fresh.map((field): ColumnChange => {
      const values = pairs.flatMap(([, row]) => {
        const value = row[field.name] ?? null;
        return value === null ? [] : [{ key: partOf(row, knownBy), value }];
      });
      return { kind: 'added', column: field.name, field, values };
    }),
  ];
}

function valueChanges(
  old: OutputTable,
  next: OutputTable,
  pairs: readonly RowPair[],
  renames: Renames,
  knownBy: readonly string[],
): readonly ValueChange[] {
  const now = new Set(next.fields.map(({ name }) => name));
  const kept = old.fields
    .map(({ name }): [string, string] => [name, renames.get(name) ?? name])
    .filter(([, name]) => now.has(name));
  return pairs.flatMap(([before, after]) =>
    kept.flatMap(([name, column]): ValueChange[] => {
      const change = { old: before[name] ?? null, next: after[column] ?? null };
      return change.old === change.next ? [] : [{ key: partOf(after, knownBy), column, ...change }];
    }),
  );
}

function partOf(row: PrintedRow, columns: readonly string[]): PrintedRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
