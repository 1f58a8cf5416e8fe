import type { Finding, Place } from '../../page/finding.ts';
import { remembered } from '../../page/remembered.ts';
import type { Field, RowSchema, TableSchema } from './table-schema.ts';

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

/**
 * A declared code as the value of a field. A code that would be another one as a number, such as `01`, stays text, for
 * the schema check: a table of such codes needs a field of texts.
 */
export function typedCode(text: string, field: Field): Value {
  return field.type === 'integer' && !/^(0|-?[1-9]\d*)$/.test(text) && text !== ''
    ? text
    : typed(text, field);
}

/** A printed or declared text as the value of a field; what does not fit stays text, for the schema check. */
export function typed(text: string, { type }: Field): Value {
  if (text === '') return null;
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** Tells where a row comes from, so that a finding can name its source line. */
type PlaceOf = (row: Row) => Place;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Holds rows against their schema: fields, types, required values, bounds, enumerations, patterns, keys. */
export function rowFindings(schema: RowSchema, rows: readonly Row[], placeOf: PlaceOf): readonly Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const place = (): Place => ({ ...placeOf(row), table: schema.name, row: rowName(schema, row) });
    for (const field of schema.fields) {
      const fault = fieldFault(field, row[field.name]);
      if (fault !== undefined)
        findings.push({ kind: 'value', place: { ...place(), column: field.name }, ...fault });
    }
    const key = keyOf(row, schema.primaryKey);
    const expected = `one row for each ${schema.primaryKey.join(', ')}`;
    if (seen.has(key)) findings.push({ kind: 'key', place: place(), expected, found: 'another one' });
    seen.add(key);
  }
  return findings;
}

/** The values of some fields as one text, distinct for distinct values. */
function keyOf(row: Row, fields: readonly string[]): string {
  const [only] = fields;
  return fields.length === 1 && only !== undefined
    ? String(row[only])
    : fields.map((name) => String(row[name])).join('\u0000');
}

/** Names a row by its key: `KZ-AKM.U.2010`. */
export function rowName({ primaryKey }: RowSchema, row: Row): string {
  return primaryKey.map((name) => String(row[name])).join('.');
}

type Fault = Pick<Finding, 'expected' | 'found'>;

function fieldFault(field: Field, value: Value | undefined): Fault | undefined {
  const expected = expectedOf(field, value);
  return expected === undefined
    ? undefined
    : {
        expected,
        found: value === undefined ? 'no such column' : value === null ? 'none' : JSON.stringify(value),
      };
}

/** What was expected in place of a value; undefined where nothing is wrong. */
function expectedOf(
  { type, constraints = {}, scale = 0 }: Field,
  value: Value | undefined,
): string | undefined {
  if (value === undefined) return 'a value or null';
  if (value === null) return constraints.required ? 'a value' : undefined;
  if (!isOfType(value, type)) return `a value of type ${type}`;
  if (type === 'number' && (String(value).split('.')[1] ?? '').length > scale) {
    return `at most ${scale} decimals`;
  }
  const { minimum, maximum, pattern } = constraints;
  if (
    constraints.enum !== undefined &&
    !constraints.enum.some((each) => each === (type === 'number' ? Number(value) : value))
  ) {
    return `one of ${constraints.enum.join(', ')}`;
  }
  if (minimum !== undefined && Number(value) < minimum) return `at least ${minimum}`;
  if (maximum !== undefined && Number(value) > maximum) return `at most ${maximum}`;
  if (pattern !== undefined && !patternOf(constraints).test(String(value))) {
    return `text like ${pattern}`;
  }
  return undefined;
}

/** A pattern holds for the whole of a text. */
const patternOf = remembered(
  ({ pattern = '' }: NonNullable<Field['constraints']>) => new RegExp(`^(?:${pattern})$`, 'u'),
);

function isOfType(value: Exclude<Value, null>, type: Field['type']): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'string' && DECIMAL.test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && value !== '';
  }
}

/** Holds foreign keys: every code that a row names must be a row of the table that explains it. */
export function keyFindings(
  datasets: readonly { readonly schema: RowSchema; readonly rows: readonly Row[] }[],
  placeOf: PlaceOf,
): readonly Finding[] {
  const tables = new Map(datasets.map((dataset) => [dataset.schema.name, dataset]));
  return datasets.flatMap(({ schema, rows }) =>
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const target = tables.get(reference.resource);
      const known = new Set(target?.rows.map((row) => keyOf(row, reference.fields)));
      const strange = rows.filter(
        (row) => !known.has(keyOf(row, fields)) && fields.every((name) => row[name] !== null),
      );
      return strange.map((row): Finding => {
        const key = fields.map((name) => row[name]);
        return {
          kind: 'key',
          place: {
            ...placeOf(row),
            table: schema.name,
            row: rowName(schema, row),
            column: fields.join(', '),
          },
          expected: `a row of ${reference.resource}`,
          found: JSON.stringify(key.length === 1 ? key[0] : key),
        };
      });
    }),
  );
}
