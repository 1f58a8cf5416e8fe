import { type Finding, fault, SourceFault } from '../page/finding.ts';
import type { ForeignKey, TableSchema } from '../template/schema/table-schema.ts';
import { compareText } from './key-order.ts';
import type { Table } from './table.ts';

/** Findings that are shown when many rows are at fault. */
const SHOWN = 20;

/**
 * Refuses foreign keys that point at nothing. DuckDB refuses them too, but it names a wrong key when a table
 * has many rows, and knows nothing of a table that points at itself; see `defineTable`.
 */
export function checkReferences(tables: readonly Table[]): void {
  const byName = new Map(tables.map((table) => [table.schema.name, table]));
  const findings = tables.flatMap((table) =>
    (table.schema.foreignKeys ?? []).flatMap((key) =>
      brokenReferences(table, key, byName.get(key.reference.resource)),
    ),
  );
  if (findings.length > 0) throw new SourceFault(findings.slice(0, SHOWN));
}

function brokenReferences(
  table: Table,
  { fields, reference }: ForeignKey,
  target?: Table,
): readonly Finding[] {
  const known = new Set(target === undefined ? [] : keysOf(target, reference.fields));
  const rows = keysOf(table, table.schema.primaryKey);
  return keysOf(table, fields).flatMap((key, at): Finding[] =>
    key === null || known.has(key)
      ? []
      : [
          {
            kind: 'key',
            place: { table: table.schema.name, row: rows[at] ?? '', column: fields.join(', ') },
            expected: `a key of ${reference.resource}`,
            found: key,
          },
        ],
  );
}

/** The values of some fields, row by row; null where one of them is, because such a key points nowhere. */
function keysOf(table: Table, fields: readonly string[]): readonly (string | null)[] {
  const columns = fields.map((name) => table.columns.find(({ field }) => field.name === name)?.values ?? []);
  return Array.from({ length: table.rowCount }, (_, at) => {
    const values = columns.map((column) => column[at] ?? null);
    return values.includes(null) ? null : values.join(', ');
  });
}

/**
 * Puts tables behind the tables that their foreign keys point at, by name where that leaves a choice. A
 * reference of a table to itself does not count.
 */
export function loadOrder<T extends { readonly schema: TableSchema }>(tables: readonly T[]): readonly T[] {
  const byName = new Map(tables.map((table) => [table.schema.name, table]));
  const ordered: T[] = [];
  const placed = new Set<string>();
  let waiting = [...tables].sort((a, b) => compareText(a.schema.name, b.schema.name));
  for (const { schema } of waiting) checkKeys(schema, byName);
  while (waiting.length > 0) {
    const ready = waiting.find(({ schema }) => referencesOf(schema).every((name) => placed.has(name)));
    if (ready === undefined) throw cycle(waiting);
    ordered.push(ready);
    placed.add(ready.schema.name);
    waiting = waiting.filter((table) => table !== ready);
  }
  return ordered;
}

function referencesOf(schema: TableSchema): readonly string[] {
  const names = (schema.foreignKeys ?? []).map(({ reference }) => reference.resource);
  return names.filter((name) => name !== schema.name);
}

function checkKeys(schema: TableSchema, byName: ReadonlyMap<string, { readonly schema: TableSchema }>): void {
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const target = byName.get(reference.resource)?.schema;
    if (target !== undefined && reference.fields.join() === target.primaryKey.join()) continue;
    throw fault({
      kind: 'schema',
      place: { table: schema.name, column: fields.join(', ') },
      expected: 'a foreign key to the primary key of a published table',
      found: `${reference.resource}(${reference.fields.join(', ')})`,
    });
  }
}

function cycle(tables: readonly { readonly schema: TableSchema }[]): Error {
  return fault({
    kind: 'schema',
    place: {},
    expected: 'tables whose foreign keys form no circle',
    found: tables.map(({ schema }) => schema.name).join(', '),
  });
}
