export { sqlText as literal } from '../../identities/sql-name.ts';

import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import { integerBits, precisionOf, scaleOf } from '../table.ts';

/** A name as SQL writes it, `"year"`. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The statement that makes a view. */
export function viewOf(name: string, query: string): string {
  return `create view ${identifier(name)} as ${query}`;
}

/** A list of names as SQL writes it, `"region", "year"`. */
export function identifiers(names: readonly string[]): string {
  return names.map(identifier).join(', ');
}

/** DuckDB's type for a field. */
export function sqlType(schema: Pick<TableSchema, 'name'>, field: Field): string {
  switch (field.type) {
    case 'string':
      return 'varchar';
    case 'boolean':
      return 'boolean';
    case 'integer':
      return integerBits(field) === 64 ? 'bigint' : 'integer';
    case 'number':
      return `decimal(${precisionOf(field)}, ${scaleOf(schema, field)})`;
  }
}
