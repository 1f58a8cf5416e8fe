import type { View } from '../../identities/sql.ts';
import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import { compareText } from '../key-order.ts';
import { integerBits, MOST_PRECISION, PRECISION, scaleOf } from '../table.ts';
import { identifier, literal } from './sql.ts';

/** Decimals of the view's `value`; more when a table prints more. */
const SCALE = 4;

/** What every table of observations ends with. */
const STATUS = ['obs_status', 'notes', 'cell_id'];

/**
 * The view `observations` over every table of kind observations, one value a row: where it stands (dataset,
 * series, region, sex, year), the value, its unit, and where it was printed. A table with several values a
 * row gives one row for each and names the value in `series`.
 * Undefined when no table holds observations.
 */
export function observationsView(schemas: readonly TableSchema[]): View | undefined {
  const tables = schemas
    .filter(({ kind }) => kind === 'observations')
    .sort((a, b) => compareText(a.name, b.name))
    .map((schema) => ({ schema, values: schema.fields.filter((field) => isValue(schema, field)) }));
  const scales = tables.flatMap(({ schema, values }) =>
    values.map((field) => (field.type === 'number' ? scaleOf(schema, field) : 0)),
  );
  const scale = Math.max(SCALE, ...scales);
  const isWide = tables.some(({ values }) =>
    values.some((field) => field.wide === true || (field.type === 'integer' && integerBits(field) === 64)),
  );
  const decimal = `decimal(${isWide ? MOST_PRECISION : PRECISION}, ${scale})`;
  const selects = tables.flatMap(({ schema, values }) =>
    values.map((field) => select(schema, field, decimal, values.length > 1)),
  );
  if (selects.length === 0) return undefined;
  return {
    name: 'observations',
    comment:
      'All observations of all tables, one value a row. series: the codes of the key but the year, joined by a ' +
      'full stop, with the name of the column behind them where a table has several values a row.',
    query: selects.join('\nunion all\n'),
  };
}

/** Whether a column holds values: numbers that are neither of the key nor of the status. */
export function isValue(schema: TableSchema, { name, type }: Field): boolean {
  return (type === 'integer' || type === 'number') && ![...schema.primaryKey, ...STATUS].includes(name);
}

function select(schema: TableSchema, value: Field, decimal: string, named: boolean): string {
  const has = (name: string): boolean => schema.fields.some((field) => field.name === name);
  const column = (name: string, type: string): string =>
    `${has(name) ? identifier(name) : `null::${type}`} as ${name}`;
  const codes = schema.primaryKey.filter((name) => name !== 'year').map(identifier);
  const series = [...codes, ...(named ? [literal(value.name)] : [])];
  const unit = value.unit === undefined ? column('unit', 'varchar') : `${literal(value.unit)} as unit`;
  const columns = [
    `${literal(schema.name)} as dataset`,
    `${series.length === 0 ? 'null::varchar' : `concat_ws('.', ${series.join(', ')})`} as series`,
    column('region', 'varchar'),
    column('sex', 'varchar'),
    column('year', 'integer'),
    `${identifier(value.name)}::${decimal} as value`,
    unit,
    ...STATUS.map((name) => column(name, 'varchar')),
  ];
  return `select ${columns.join(', ')} from ${identifier(schema.name)}`;
}
