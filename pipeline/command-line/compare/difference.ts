import type { Field } from '../../template/schema/table-schema.ts';
import type { PrintedRow } from '../copy/csv-rows.ts';
import type { OutputTable } from './output.ts';

/** The new name of each column that has one, by its old name. */
export type Renames = ReadonlyMap<string, string>;

/** All that sets a new output apart from an old one: applied to the old, it gives the new. */
export interface Difference {
  readonly old: { readonly place: string; readonly version: string };
  readonly next: { readonly place: string; readonly version: string };
  readonly addedTables: readonly OutputTable[];
  readonly removedTables: readonly OutputTable[];
  readonly changedTables: readonly TableDifference[];
  /** Members of `datapackage.json` that describe the whole, such as its licences. */
  readonly about: readonly MemberChange[];
  readonly addedFiles: readonly string[];
  readonly removedFiles: readonly string[];
  /** Described files that are no tables and say something else, such as the report. */
  readonly changedFiles: readonly string[];
}

/** What changed in a table that both outputs have. Rows and keys are told with the new names of their columns. */
export interface TableDifference {
  readonly table: string;
  /** The key of the old table, by which a row is known again. */
  readonly knownBy: readonly string[];
  readonly primaryKey: readonly string[];
  readonly columns: readonly ColumnChange[];
  readonly contract: readonly ContractChange[];
  readonly addedRows: readonly PrintedRow[];
  /** As they were, with the old names of their columns. */
  readonly removedRows: readonly PrintedRow[];
  readonly values: readonly ValueChange[];
}

/** A column that came, went, or has another name for the same content. */
export type ColumnChange =
  | {
      readonly kind: 'added';
      readonly column: string;
      readonly field: Field;
      /** Its values in the rows that the old table had too, by their key; rows where it is empty are left out. */
      readonly values: readonly { readonly key: PrintedRow; readonly value: string }[];
    }
  | { readonly kind: 'removed'; readonly column: string }
  | { readonly kind: 'renamed'; readonly column: string; readonly to: string };

/** Something that a table or a column promises: what it is called, what it holds, by what its rows are known. */
export interface ContractChange {
  /** Undefined for what the table as a whole promises. */
  readonly column?: string;
  readonly aspect: Aspect;
  readonly old: string;
  readonly next: string;
}

export type Aspect =
  | 'type'
  | 'unit'
  | 'constraints'
  | 'title'
  | 'description'
  | 'caution'
  | 'primary key'
  | 'foreign keys'
  | 'order of columns';

/** A value that is another than it was, in a row that both tables have. */
export interface ValueChange {
  readonly key: PrintedRow;
  readonly column: string;
  readonly old: string | null;
  readonly next: string | null;
}

export interface MemberChange {
  readonly member: string;
  readonly old: string;
  readonly next: string;
}
