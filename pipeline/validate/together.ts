import type { Codelist } from '../template/codelist.ts';
import type { Dataset, Row, Value } from '../template/schema/rows.ts';
import type { Together, ValueColumn } from '../template/together.ts';
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
  const rows = together.values.flatMap((value) => {
    const toRow = rowMaker(value, together, totals, labelOf);
    return (byName.get(value.schema.name)?.rows ?? []).map(toRow);
  });
  return [
    { schema: together.all, rows },
    { schema: together.leaf, rows: rows.filter((row) => row.is_total === false) },
  ];
}

type LabelOf = (list: string, code: string, language: string) => string | null;

/** Makes the rows of one column of values; what is the same for all of them is made once. */
function rowMaker(
  { schema, field, isOneOfSeveral }: ValueColumn,
  { dimensions, unitLanguages, all }: Together,
  totals: Totals,
  labelOf: LabelOf,
): (row: Row) => Row {
  const { name: dataset, primaryKey, title, title_kk = null, title_ru = null } = schema;
  const more = isOneOfSeveral ? [field.name] : [];
  const hasTextYears = all.fields.some((each) => each.name === 'year' && each.type === 'string');
  const ofSeries = primaryKey.filter((key) => key !== 'year');
  const named = dimensions.map((each) => ({ ...each, isOwn: primaryKey.includes(each.key) }));
  const own = named.filter(({ isOwn }) => isOwn);
  const total = totals.get(dataset);
  const labels = named.flatMap(({ key, column, list, isOwn }) =>
    (list?.languages ?? []).map((language) => ({
      column: `${column}_${language}`,
      of: (row: Row) => (isOwn ? labelOf(list?.name ?? '', String(row[key]), language) : null),
    })),
  );
  const units = unitLanguages.map((language) => ({ language, column: `unit_${language}` }));
  const idOf = (row: Row, keys: readonly string[]): string =>
    [...keys.map((key) => String(row[key])), ...more].join('.');
  return (row) => {
    const value = row[field.name] ?? null;
    const year = row.year ?? null;
    const unit = field.unit ?? row.unit ?? null;
    const made: Record<string, Value> = { dataset, series: idOf(row, ofSeries) || null };
    for (const each of named) made[each.column] = each.isOwn ? String(row[each.key]) : each.whole;
    made.year = year === null || !hasTextYears ? year : String(year);
    made.value = value === null ? null : String(value);
    made.unit = unit;
    made.obs_status = row.obs_status ?? null;
    made.notes = row.notes ?? null;
    made.cell_id = row.cell_id ?? null;
    made.is_total = own.some(
      ({ key, whole }) => String(row[key]) === whole || total?.get(key)?.has(String(row[key])) === true,
    );
    made.dataset_kk = title_kk;
    made.dataset_ru = title_ru;
    made.dataset_en = title;
    for (const { column, of } of labels) made[column] = of(row);
    for (const { language, column } of units) made[column] = labelOf('unit', String(unit), language);
    made.observation_id = `${dataset}:${idOf(row, primaryKey)}`;
    return made;
  };
}
