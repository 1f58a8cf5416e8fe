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
  const idOf = (row: Row, keys: readonly string[]): string =>
    [...keys.map((key) => String(row[key])), ...more].join('.');
  const unitOf = (row: Row): Value => field.unit ?? row.unit ?? null;
  const textOf = (value: Value): Value => (value === null ? null : String(value));
  const columns: Readonly<Record<string, (row: Row) => Value>> = {
    dataset: () => dataset,
    series: (row) => idOf(row, ofSeries) || null,
    ...Object.fromEntries(
      named.map(({ key, whole, column, isOwn }) => [
        column,
        (row: Row) => (isOwn ? String(row[key]) : whole),
      ]),
    ),
    year: ({ year = null }) => (hasTextYears ? textOf(year) : year),
    value: (row) => textOf(row[field.name] ?? null),
    unit: unitOf,
    obs_status: (row) => row.obs_status ?? null,
    notes: (row) => row.notes ?? null,
    cell_id: (row) => row.cell_id ?? null,
    is_total: (row) =>
      own.some(
        ({ key, whole }) => String(row[key]) === whole || total?.get(key)?.has(String(row[key])) === true,
      ),
    dataset_kk: () => title_kk,
    dataset_ru: () => title_ru,
    dataset_en: () => title,
    ...Object.fromEntries(
      named.flatMap(({ key, column, list, isOwn }) =>
        (list?.languages ?? []).map((language) => [
          `${column}_${language}`,
          (row: Row) => (isOwn ? labelOf(list?.name ?? '', String(row[key]), language) : null),
        ]),
      ),
    ),
    ...Object.fromEntries(
      unitLanguages.map((language) => [
        `unit_${language}`,
        (row: Row) => labelOf('unit', String(unitOf(row)), language),
      ]),
    ),
    observation_id: (row) => `${dataset}:${idOf(row, primaryKey)}`,
  };
  const makers = Object.entries(columns);
  // All rows begin as one: V8 keeps what grows column by column as a dictionary, which takes several times the room.
  const empty: Row = Object.fromEntries(makers.map(([name]) => [name, null]));
  return (row) => {
    const made = { ...empty };
    for (const [name, of] of makers) made[name] = of(row);
    return made;
  };
}
