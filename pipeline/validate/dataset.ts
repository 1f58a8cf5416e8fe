import type { TableSchema } from './table-schema.ts';

/**
 * A value of a published cell. Text and decimals are strings (a decimal as `-?\d+(\.\d+)?` with exactly the
 * decimals that are printed, `12.50`); integers are numbers; null is an empty cell.
 */
export type Value = string | number | boolean | null;

/** One row, keyed by field name; every field of the schema is present. */
export type Row = Readonly<Record<string, Value>>;

/** A table ready to be published: rows sorted by primary key. */
export interface Dataset {
  readonly schema: TableSchema;
  readonly rows: readonly Row[];
}
