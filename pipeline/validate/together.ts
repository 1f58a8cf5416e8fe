import type { Codelist } from '../template/codelist.ts';
import type { Dataset, Row, Value } from '../template/schema/rows.ts';
import type { Dimension, Together, ValueColumn } from '../template/together.ts';
import type { Totals } from '../template/totals.ts';

/** What the rows are made with. */
interface TogetherSources {
  readonly together: Together;
  readonly codelists: ReadonlyMap<string, Codelist>;
  /** The codes that stand for a whole beside those of the dimensions. */
  readonly totals: Totals;
}

/**
 * All observations in one table, and again without totals: who sums the second adds no value to its own parts.
 *
 *     poverty_rate  KZ.U  region KZ  area U  sex _T  2010  3.7  percent  A  is_total
 */
export function togetherDatasets(
  tables: readonly Dataset[],
  { together, codelists, totals }: TogetherSources,
): readonly Dataset[] {
  const labels = new Map(
    [...codelists].map(([name, { entries }]) => [
      name,
      new Map(entries.map((each) => [each.code, each.fields])),
    ]),
  );
  const labelOf: LabelOf = (list, code, language) =>
    labels.get(list)?.get(code)?.[`name_${language}`] || null;
  const byName = new Map(tables.map((table) => [table.schema.name, table]));
  const rows = together.values.flatMap((value) =>
    (byName.get(value.schema.name)?.rows ?? []).map((row) => rowOf(row, value, together, totals, labelOf)),
  );
  return [
    { schema: together.all, rows },
    { schema: together.leaf, rows: rows.filter((row) => row.is_total === false) },
  ];
}

type LabelOf = (list: string, code: string, language: string) => string | null;

function rowOf(
  row: Row,
  { schema, field, isOneOfSeveral }: ValueColumn,
  { dimensions, unitLanguages, all }: Together,
  totals: Totals,
  labelOf: LabelOf,
): Row {
  const { name: dataset, primaryKey } = schema;
  const hasTextYears = all.fields.some(({ name, type }) => name === 'year' && type === 'string');
  const more = isOneOfSeveral ? [field.name] : [];
  const codesOf = (keys: readonly string[]): readonly string[] => keys.map((key) => String(row[key]));
  const series = [...codesOf(primaryKey.filter((key) => key !== 'year')), ...more].join('.');
  const value = row[field.name] ?? null;
  const year = row.year ?? null;
  const unit = field.unit ?? row.unit ?? null;
  const own = dimensions.filter(({ key }) => primaryKey.includes(key));
  const isTotal = own.some(
    ({ key, whole }) =>
      String(row[key]) === whole || totals.get(dataset)?.get(key)?.has(String(row[key])) === true,
  );
  return {
    dataset,
    series: series === '' ? null : series,
    ...codes(row, dimensions, own),
    year: year === null || !hasTextYears ? year : String(year),
    value: value === null ? null : String(value),
    unit,
    obs_status: row.obs_status ?? null,
    notes: row.notes ?? null,
    cell_id: row.cell_id ?? null,
    is_total: isTotal,
    ...titles(schema),
    ...labels(row, dimensions, own, labelOf),
    ...Object.fromEntries(
      unitLanguages.map((language) => [`unit_${language}`, labelOf('unit', String(unit), language)]),
    ),
    observation_id: `${dataset}:${[...codesOf(primaryKey), ...more].join('.')}`,
  };
}

function codes(row: Row, dimensions: readonly Dimension[], own: readonly Dimension[]): Row {
  return Object.fromEntries(
    dimensions.map((each) => [each.column, own.includes(each) ? String(row[each.key]) : each.whole]),
  );
}

function titles({ title, title_kk, title_ru }: Dataset['schema']): Row {
  return { dataset_kk: title_kk ?? null, dataset_ru: title_ru ?? null, dataset_en: title };
}

function labels(
  row: Row,
  dimensions: readonly Dimension[],
  own: readonly Dimension[],
  labelOf: LabelOf,
): Row {
  const made: Record<string, Value> = {};
  for (const each of dimensions) {
    const { key, column, list } = each;
    for (const language of list?.languages ?? [])
      made[`${column}_${language}`] = own.includes(each)
        ? labelOf(list?.name ?? '', String(row[key]), language)
        : null;
  }
  return made;
}
