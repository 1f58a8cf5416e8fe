import { type Dimension, dimensionOf } from './codes.ts';
import type { TableField } from './descriptor.ts';
import type { Package, Row, Table } from './package.ts';

/** A column of a dataset that holds a quantity. */
export interface Measure {
  readonly field: TableField;
}

/** One printed value: what it is for, how it is printed, and the cell that it was read from. */
export interface Observation {
  readonly year: number;
  /** With exactly the digits that are printed; null when the status says why there is none. */
  readonly value: string | null;
  readonly unit: string;
  readonly status: string;
  readonly notes: readonly string[];
  readonly cellId: string;
}

/** The values of one choice of codes over the years. */
export interface Series {
  /** Code of each dimension, in their order, then the column: unique in the dataset. */
  readonly key: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly measure: Measure;
  readonly unit: string;
  readonly byYear: ReadonlyMap<number, Observation>;
}

/** A table whose rows hold printed values. */
export interface Dataset {
  readonly table: Table;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  readonly years: readonly number[];
  readonly series: readonly Series[];
  /** True when its keys are dimensions and a year, so that it can be shown with the years side by side. */
  readonly isYearly: boolean;
  /** Section of the annex that prints its first cell; undefined for the running text. */
  readonly annex: Row | undefined;
  /** Sections of all annexes that print cells of it. */
  readonly annexes: readonly Row[];
}

const YEAR = 'year';
const CELL = 'cell_id';
const STATUS = 'obs_status';

/** True when a table holds printed values of its own: its rows point at cells that do not name them, nor repeat others. */
export function holdsValues(table: Table): boolean {
  const isOwn = ![CELL, 'observation_id'].some((key) => table.primaryKey.includes(key));
  return table.references.get(CELL) === 'cell' && isOwn;
}

/** Reads what a table's keys and columns mean. `sections` print it: annexes, and undefined for the running text. */
export function datasetOf(
  table: Table,
  { tables }: Package,
  sections: readonly (Row | undefined)[],
): Dataset {
  const keys = table.primaryKey.filter((key) => key !== YEAR);
  const isYearly = table.primaryKey.includes(YEAR) && table.fields.some(({ name }) => name === STATUS);
  const lists = new Map([...tables].filter(([, each]) => each.primaryKey.length === 1));
  const dimensions = keys.map((key) => dimensionOf(table, key, lists, tables));
  const measures = table.fields
    .filter((field) => isMeasure(table, field))
    .map((field): Measure => ({ field }));
  const years = [...new Set(table.rows.map((row) => Number(row[YEAR])))]
    .filter(Boolean)
    .sort((a, b) => a - b);
  return {
    table,
    dimensions,
    measures,
    years,
    series: isYearly ? seriesOf(table, dimensions, measures) : [],
    isYearly,
    annex: sections[0],
    annexes: sections.filter((section) => section !== undefined),
  };
}

/** A column of values; neither a key, nor a reference, nor a year: `year`, `first_year`. */
function isMeasure({ primaryKey, references }: Table, { name, type }: TableField): boolean {
  return (
    (type === 'number' || type === 'integer') &&
    !primaryKey.includes(name) &&
    !/(?:^|_)year$/.test(name) &&
    !references.has(name)
  );
}

function seriesOf(
  table: Table,
  dimensions: readonly Dimension[],
  measures: readonly Measure[],
): readonly Series[] {
  const rank = new Map(
    dimensions.map(({ name, codes }) => [name, new Map(codes.map(({ code }, at) => [code, at]))]),
  );
  const order = (row: Row): readonly number[] =>
    dimensions.map(({ name }) => rank.get(name)?.get(row[name] ?? '') ?? 0);
  const rows = [...table.rows].sort((a, b) => compare(order(a), order(b)));
  const made = new Map<string, { series: Series; byYear: Map<number, Observation> }>();
  for (const measure of measures) {
    for (const row of rows) {
      const codes = Object.fromEntries(dimensions.map(({ name }) => [name, row[name] ?? '']));
      const key = [...Object.values(codes), measure.field.name].join('.');
      const observation = observationOf(row, measure);
      const found = made.get(key);
      if (found !== undefined) found.byYear.set(observation.year, observation);
      else {
        const byYear = new Map([[observation.year, observation]]);
        made.set(key, { series: { key, codes, measure, unit: observation.unit, byYear }, byYear });
      }
    }
  }
  return [...made.values()].map(({ series }) => series);
}

function observationOf(row: Row, { field }: Measure): Observation {
  const value = row[field.name] ?? '';
  return {
    year: Number(row[YEAR]),
    value: value === '' ? null : value,
    unit: field.unit ?? row.unit ?? '',
    status: row[STATUS] ?? 'A',
    notes: (row.notes ?? '').split(' ').filter((mark) => mark !== ''),
    cellId: row[CELL] ?? '',
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How many values a dataset publishes: a cell that says that there is none holds no value. */
export function valueCount({ table, measures }: Dataset): number {
  const columns = measures.map(({ field }) => field.name);
  return table.rows.reduce((sum, row) => sum + columns.filter((name) => (row[name] ?? '') !== '').length, 0);
}
