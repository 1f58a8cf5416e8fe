import { fault } from '../page/finding.ts';
import type { Dataset, Row, Value } from '../template/schema/rows.ts';
import type { Field, TableSchema } from '../template/schema/table-schema.ts';
import { sortByKey } from './key-order.ts';

/** The values of one field, row by row, in the form the binary formats need. */
export type Column =
  | { readonly type: 'string'; readonly field: Field; readonly values: readonly (string | null)[] }
  | { readonly type: 'integer'; readonly field: Field; readonly values: readonly (number | null)[] }
  | { readonly type: 'boolean'; readonly field: Field; readonly values: readonly (boolean | null)[] }
  | {
      readonly type: 'number';
      readonly field: Field;
      readonly scale: number;
      /** The decimals as printed, for the text formats. */
      readonly values: readonly (string | null)[];
      /** The same as integers, `scale` decimals each. */
      readonly unscaled: readonly (bigint | null)[];
    };

/** A dataset as the writers see it: rows in key order, every value checked against the type of its column. */
export interface Table {
  readonly schema: TableSchema;
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

const INT32 = 2 ** 31 - 1;

/** Every value must fit into the one column that the table of all observations has for them. */
const LEAST_DECIMALS = 6;

/** Digits of a decimal column. */
export function precisionOf({ wide }: Field): number {
  return wide === true ? MOST_PRECISION : PRECISION;
}

/** Width of an integer column: 32 bits unless the bounds in its schema or a value of its rows reach beyond them. */
export function integerBits({ constraints, wide }: Field): 32 | 64 {
  if (wide === true) return 64;
  const bounds = [constraints?.minimum ?? 0, constraints?.maximum ?? 0];
  return bounds.some((bound) => Math.abs(bound) > INT32) ? 64 : 32;
}

/** Scale of a decimal column. */
export function scaleOf(schema: Pick<TableSchema, 'name'>, field: Field): number {
  const { scale } = field;
  if (scale !== undefined && Number.isInteger(scale) && scale >= 0 && scale <= PRECISION) return scale;
  throw fault({
    kind: 'schema',
    place: { table: schema.name, column: field.name },
    expected: `a scale of 0 to ${PRECISION} for a decimal`,
    found: scale === undefined ? 'none' : String(scale),
  });
}

/**
 * Turns a dataset into a table, whose columns are as wide as its rows need. Refuses what the formats could not hold alike: a value of another type, a
 * decimal with more digits than its column, an empty text (CSV cannot tell it from null), a key that stands twice.
 */
export function tabulate({ schema, rows }: Dataset): Table {
  checkNames(schema);
  const sorted = sortByKey(rows, schema.primaryKey);
  checkKeys(schema, sorted);
  const columns = schema.fields.map((field) => columnOf(schema, field, sorted));
  const isWider = columns.some(({ field }, at) => field !== schema.fields[at]);
  return {
    schema: isWider ? { ...schema, fields: columns.map(({ field }) => field) } : schema,
    rowCount: sorted.length,
    columns,
  };
}

function columnOf(schema: TableSchema, field: Field, rows: readonly Row[]): Column {
  const read = <T>(expected: string, check: (value: Value) => T | undefined): (T | null)[] =>
    rows.map((row) => {
      const value = row[field.name];
      if (value === null && field.constraints?.required !== true) return null;
      const checked = value === undefined || value === null ? undefined : check(value);
      if (checked !== undefined) return checked;
      throw fault({
        kind: 'value',
        place: { table: schema.name, row: keyOf(schema, row), column: field.name },
        expected,
        found: value === undefined ? 'no such field' : value === null ? 'nothing' : JSON.stringify(value),
      });
    });
  switch (field.type) {
    case 'string':
      return { type: 'string', field, values: read('a text of at least one character', nonEmptyText) };
    case 'boolean':
      return {
        type: 'boolean',
        field,
        values: read('true or false', (v) => (typeof v === 'boolean' ? v : undefined)),
      };
    case 'integer': {
      const values = read('an integer of at most 15 digits', integer);
      const isWide = values.some((value) => Math.abs(value ?? 0) > INT32);
      return { type: 'integer', field: isWide ? widened(field) : field, values };
    }
    case 'number': {
      const scale = scaleOf(schema, field);
      const most = MOST_PRECISION - Math.max(scale, LEAST_DECIMALS);
      const expected = `a decimal of at most ${most} digits before and ${scale} after the point`;
      const exact = read(expected, (v) => {
        const stored = typeof v === 'string' ? unscaled(v, scale, most + scale) : undefined;
        return stored === undefined || typeof v !== 'string' ? undefined : { printed: v, stored };
      });
      const isWide = exact.some(
        (value) => value !== null && `${value.stored}`.replace('-', '').length > PRECISION,
      );
      return {
        type: 'number',
        field: isWide ? widened(field) : field,
        scale,
        values: exact.map((value) => value?.printed ?? null),
        unscaled: exact.map((value) => value?.stored ?? null),
      };
    }
  }
}

/** Half a character is none that UTF-8 can write. */
function nonEmptyText(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' && value.isWellFormed() ? value : undefined;
}

function integer(value: Value): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** A field whose bounds leave room for what its rows hold already needs nothing more. */
function widened(field: Field): Field {
  return field.type === 'integer' && integerBits(field) === 64 ? field : { ...field, wide: true };
}

function keyOf(schema: TableSchema, row: Row): string {
  return schema.primaryKey.map((field) => String(row[field] ?? '')).join(', ');
}

/** Names become file names and SQL, so they are plain. */
function checkNames(schema: TableSchema): void {
  for (const name of [schema.name, ...schema.fields.map((field) => field.name)]) {
    if (/^[a-z][a-z0-9_]*$/.test(name)) continue;
    throw fault({
      kind: 'schema',
      place: { table: schema.name },
      expected: 'names of lower-case letters, digits and underscores',
      found: JSON.stringify(name),
    });
  }
}

function checkKeys(schema: TableSchema, sorted: readonly Row[]): void {
  const { name: table, primaryKey } = schema;
  const sortable = (field: string): boolean =>
    schema.fields.some(({ name, type }) => name === field && (type === 'string' || type === 'integer'));
  if (primaryKey.length === 0 || !primaryKey.every(sortable)) {
    const found = primaryKey.length === 0 ? 'none' : primaryKey.join(', ');
    throw fault({ kind: 'schema', place: { table }, expected: 'a primary key of texts and integers', found });
  }
  const twice = sorted.find((row, at) => {
    const next = sorted[at + 1];
    return next !== undefined && primaryKey.every((field) => row[field] === next[field]);
  });
  if (twice === undefined) return;
  const row = keyOf(schema, twice);
  throw fault({ kind: 'key', place: { table, row }, expected: 'every key once', found: 'it twice' });
}

/** DECIMAL(18, scale): the widest decimal that DuckDB, Parquet and Arrow hold in one 64-bit integer. */
const PRECISION = 18;

/** The widest decimal that all three hold at all; a column has it where one of its values needs it. */
export const MOST_PRECISION = 38;

/**
 * The integer that a decimal is stored as: `12.50` at scale 4 is 125000n.
 *
 * Undefined when `text` is no decimal in the form JSON also accepts (`-0.5`; not `.5`, `+1`, `007`, `1e3`) or
 * has more than `precision` digits: a digit that were rounded away would be a number nobody printed.
 */
export function unscaled(text: string, scale: number, precision: number): bigint | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', integer = '', fraction = ''] = parts;
  if (fraction.length > scale || integer.length + scale > precision) return undefined;
  return BigInt(`${sign}${integer}${fraction.padEnd(scale, '0')}`);
}
