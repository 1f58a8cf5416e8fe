import { type Finding, SourceFault } from '../page/finding.ts';
import type { ForeignKey } from '../template/schema/table-schema.ts';
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
