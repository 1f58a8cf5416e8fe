import { fault } from '../../page/finding.ts';

/** What a table or a field is called and means, in English, and where it is said in Kazakh and in Russian. */
export interface Titles {
  readonly title: string;
  readonly title_kk?: string;
  readonly title_ru?: string;
  readonly description: string;
  readonly description_kk?: string;
  readonly description_ru?: string;
}

/** A field of a published table: the subset of Data Package v2 Table Schema that this pipeline uses. */
export interface Field extends Titles {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly (string | number)[];
    readonly pattern?: string;
  };
  /** Code of the code list `unit`, for a field that holds a quantity of one unit. */
  readonly unit?: string;
  /** For `number`: the scale of the exact decimal that holds every printed value; precision is 18, or 38 where `wide`. */
  readonly scale?: number;
  /** For a text that is a list, such as `c1 c2`: what stands between its items. */
  readonly separator?: string;
  /** Set by the rows: one of them holds a value of more than 18 digits, or an integer of more than 32 bits. */
  readonly wide?: boolean;
}

/** A field of a table that the engine itself makes. */
export function fieldOf(
  name: string,
  type: Field['type'],
  title: string,
  description: string,
  isRequired = false,
): Field {
  return { name, type, title, description, ...(isRequired && { constraints: { required: true } }) };
}

/** A foreign key as Data Package v2 writes it. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/**
 * What a table is about, in one drawing: the column of its values, which codes of each key other than the year, and
 * how they are drawn. Of the codes of a key the first stands for all where only one can be shown, as on a map; "all"
 * are those of the code list in their order. A table without a headline is drawn whole or not at all.
 */
export interface Headline {
  readonly measure: string;
  readonly members: Readonly<Record<string, 'all' | readonly string[]>>;
  /** One chart with a line for each series, or a small chart for each. */
  readonly chart: 'lines' | 'multiples';
}

/** What is not to be done with a table, in English, and where it is said in Kazakh and in Russian. */
export interface Cautions {
  readonly caution?: string;
  readonly caution_kk?: string;
  readonly caution_ru?: string;
}

/** `schemas/<table>.json`: the one declaration of a published table. */
export interface TableSchema extends Titles, Cautions {
  readonly name: string;
  /** What the table is to users: printed observations, all of them together, a code list, evidence, or the document itself. */
  readonly kind: 'observations' | 'together' | 'codelist' | 'evidence' | 'document';
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /**
   * Columns of which one at least must be filled for the key to name the same thing in another document: a law of which
   * a date alone is cited may be one of several of that day. Every key does where nothing is said.
   */
  readonly namedBy?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  readonly headline?: Headline;
}

/** The schema of a table that is to be published; without one nothing says what its columns are. */
export function required(table: string, schemas: ReadonlyMap<string, TableSchema>): TableSchema {
  const schema = schemas.get(table);
  if (schema !== undefined) return schema;
  throw fault({
    kind: 'schema',
    place: { table },
    expected: `a schema schemas/${table}.json`,
    found: 'none',
  });
}

/** As much of a table's schema as tells its rows apart and what they hold. */
export type RowSchema = Pick<TableSchema, 'name' | 'fields' | 'primaryKey' | 'foreignKeys'>;
