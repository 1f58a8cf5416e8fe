import { fault } from '../page/finding.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';
import { compareText } from './key-order.ts';

/**
 * Puts tables behind the tables that their foreign keys point at, by name where that leaves a choice. A
 * reference of a table to itself does not count.
 */
export function loadOrder<T extends { readonly schema: TableSchema }>(tables: readonly T[]): readonly T[] {
  const byName = new Map(tables.map((table) => [table.schema.name, table]));
  const ordered: T[] = [];
  const placed = new Set<string>();
  let waiting = [...tables].sort((a, b) => compareText(a.schema.name, b.schema.name));
  for (const { schema } of waiting) checkReferences(schema, byName);
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

function checkReferences(
  schema: TableSchema,
  byName: ReadonlyMap<string, { readonly schema: TableSchema }>,
): void {
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
