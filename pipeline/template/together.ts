import { TOGETHER_WORDS } from '../locale/together-words.ts';
import type { Codelist } from './codelist.ts';
import type { Field, ForeignKey, TableSchema } from './schema/table-schema.ts';
import { type Dimension, keyField, labelFields, text, YEAR, yearField, yearOf } from './together-fields.ts';

/** A column that holds values, in a table of observations. */
export interface ValueColumn {
  readonly schema: TableSchema;
  readonly field: Field;
  /** Whether a row of the table has other values too. */
  readonly isOneOfSeveral: boolean;
}

/** How all observations of a document stand in one table. */
export interface Together {
  readonly dimensions: readonly Dimension[];
  readonly values: readonly ValueColumn[];
  /** Languages in which the code list of units names them. */
  readonly unitLanguages: readonly string[];
  /** All values, and those that are no totals. */
  readonly all: TableSchema;
  readonly leaf: TableSchema;
}

/** The codes that stand for the whole of a key where nothing is declared. */
const WHOLE = '_T';
/** What every table of observations ends with. */
const STATUS = ['obs_status', 'notes', 'cell_id'];
const OWN = ['dataset', 'series', YEAR, 'value', 'unit', ...STATUS, 'is_total', 'observation_id'];
const NAME = /^name_([a-z]{2,3})$/;
/** The names of the tables. */
export const TOGETHER = { all: 'observations', leaf: 'observations_leaf' } as const;

/** Whether a column holds values: numbers that are neither of the key nor of the status. */
export function isValue(schema: TableSchema, { name, type }: Field): boolean {
  return (type === 'integer' || type === 'number') && ![...schema.primaryKey, ...STATUS].includes(name);
}

/**
 * The tables that hold all observations together, as they follow from the schemas of the others: every key is a column.
 * Undefined where a document has no observations, or a table of its own of that name.
 *
 * `wholes` are declared: keys in the order of their columns, with the code of the whole (`region: KZ`). Others follow in
 * the order in which tables name them, with `_T`.
 */
export function togetherOf(
  schemas: ReadonlyMap<string, TableSchema>,
  codelists: ReadonlyMap<string, Codelist>,
  wholes: ReadonlyMap<string, string> = new Map(),
): Together | undefined {
  const tables = [...schemas.values()].filter(({ kind }) => kind === 'observations');
  if (tables.length === 0 || schemas.has(TOGETHER.all) || schemas.has(TOGETHER.leaf)) return undefined;
  const found = tables.flatMap(({ primaryKey }) => primaryKey).filter((key) => key !== YEAR);
  const keys = [...new Set([...[...wholes.keys()].filter((key) => found.includes(key)), ...found])];
  const dimensions = keys.map((key) => dimensionOf(key, wholes.get(key) ?? WHOLE, tables, codelists));
  const values = tables.flatMap((schema) => {
    const own = schema.fields.filter((field) => isValue(schema, field));
    return own.map((field): ValueColumn => ({ schema, field, isOneOfSeveral: own.length > 1 }));
  });
  const unitLanguages = languagesOf(codelists.get('unit'));
  const all = schemaOfAll(tables, dimensions, values, unitLanguages, codelists);
  return { dimensions, values, unitLanguages, all, leaf: { ...all, ...LEAF } };
}

/** Declared dimensions that no table has for a key. */
export function strangeDimensions(
  schemas: ReadonlyMap<string, TableSchema>,
  wholes: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const tables = [...schemas.values()].filter(({ kind }) => kind === 'observations');
  const keys = new Set(tables.flatMap(({ primaryKey }) => primaryKey));
  return [...wholes.keys()].filter((key) => !keys.has(key));
}

const LEAF = {
  name: TOGETHER.leaf,
  title: 'All values without totals',
  description:
    'All observations but the totals: counted values of one table and one year can be added up, each stands in it once. Shares, rates and ratios cannot be added. A table that breaks its values down by one key at a time has no row here.',
  caution:
    'Add up counted values of one dataset and one year alone: shares, rates and coefficients have no sum, and several tables count the same persons.',
  ...TOGETHER_WORDS[TOGETHER.leaf],
};

function dimensionOf(
  key: string,
  whole: string,
  tables: readonly TableSchema[],
  codelists: ReadonlyMap<string, Codelist>,
): Dimension {
  const name = tables
    .flatMap(({ foreignKeys = [] }) => foreignKeys)
    .find(({ fields }) => fields.length === 1 && fields[0] === key)?.reference.resource;
  const list = name === undefined ? undefined : codelists.get(name);
  const column = OWN.includes(key) ? `${key}_code` : key;
  return {
    key,
    whole,
    column,
    ...(list !== undefined && { list: { name: list.name, languages: languagesOf(list) } }),
  };
}

function languagesOf(list: Codelist | undefined): readonly string[] {
  return (list?.columns ?? []).flatMap((column) => NAME.exec(column)?.[1] ?? []);
}

function schemaOfAll(
  tables: readonly TableSchema[],
  dimensions: readonly Dimension[],
  values: readonly ValueColumn[],
  unitLanguages: readonly string[],
  codelists: ReadonlyMap<string, Codelist>,
): TableSchema {
  const known = (name: string): Field | undefined =>
    tables.flatMap(({ fields }) => fields).find((field) => field.name === name);
  const as = (name: string): Field =>
    known(name) ?? text(name, name === 'notes' ? 'Footnote marks' : name, `The ${name} of the value.`, true);
  const isYearly = tables.every(({ primaryKey }) => primaryKey.includes(YEAR));
  const scale = Math.max(0, ...values.map(({ field }) => (field.type === 'number' ? (field.scale ?? 0) : 0)));
  const fields: readonly Field[] = [
    text('dataset', 'Table', 'Name of the table that the value is taken from.', true),
    text(
      'series',
      'Series',
      'The codes of the key without the year, joined by full stops; with the name of the column behind them where a row has several values.',
      false,
    ),
    ...dimensions.map(({ key, column }) => keyField(as(key), column)),
    yearField(yearOf(tables), isYearly),
    {
      name: 'value',
      type: 'number',
      title: 'Value',
      description: 'The printed value, in its unit and with its printed decimals.',
      scale,
      ...TOGETHER_WORDS.value,
    },
    text('unit', 'Unit', 'Code of the unit of the value.', false),
    ...STATUS.map(as),
    {
      ...text(
        'is_total',
        'Is a total',
        'True where the value stands for the whole of a key of its table.',
        true,
      ),
      type: 'boolean',
    },
    ...labelFields(tables, dimensions, unitLanguages),
    text(
      'observation_id',
      'Observation',
      'The table and the codes of its key: unique among all values.',
      true,
    ),
  ];
  return {
    name: TOGETHER.all,
    title: 'All values in one table',
    description:
      'All tables of observations in one, one value a row, with every key as a column, its unit, its status, and the names of its codes. A key that a table does not have holds the code of the whole. Totals are in it, see is_total.',
    caution:
      'Totals stand among their parts, and one thing may stand in several tables: choose one dataset and, to add up, take observations_leaf. Units differ from row to row.',
    ...TOGETHER_WORDS[TOGETHER.all],
    kind: 'together',
    fields,
    primaryKey: ['observation_id'],
    foreignKeys: keysOf(tables, dimensions, codelists),
  };
}

/** What the columns point at, as far as the code of the whole is a code of the list too. */
function keysOf(
  tables: readonly TableSchema[],
  dimensions: readonly Dimension[],
  codelists: ReadonlyMap<string, Codelist>,
): readonly ForeignKey[] {
  const to = (field: string, resource: string, key: string): ForeignKey => ({
    fields: [field],
    reference: { resource, fields: [key] },
  });
  const listed = dimensions.flatMap(({ column, whole, list }) => {
    const own = codelists.get(list?.name ?? '');
    return own?.entries.some(({ code }) => code === whole) ? [to(column, own.name, own.key)] : [];
  });
  const shared = ['unit', ...STATUS].flatMap((name) => {
    const key = tables
      .flatMap(({ foreignKeys = [] }) => foreignKeys)
      .find(({ fields }) => fields.length === 1 && fields[0] === name);
    const list = codelists.get(name);
    if (key !== undefined) return [key];
    return list === undefined ? [] : [to(name, name, list.key)];
  });
  return [...listed, ...shared];
}
