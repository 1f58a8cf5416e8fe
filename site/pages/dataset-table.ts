import { ALL, type Dimension } from '../catalogue/codes.ts';
import type { Dataset, Observation, Series } from '../catalogue/dataset.ts';
import type { TableField } from '../catalogue/descriptor.ts';
import { type Told, told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal } from '../words/numbers.ts';
import { fill } from '../words/words.ts';
import { inLanguage, titleOf, unitName } from './labels.ts';
import { type Place, paragraphAddress } from './page.ts';
import { labelMarks, marksIn, valueLink } from './values.ts';

/** The values of a dataset: the years side by side where it has years, otherwise its rows as they are published. */
export function valuesTable(place: Place, dataset: Dataset): Markup {
  return dataset.isYearly ? yearlyTable(place, dataset) : plainTable(place, dataset);
}

/** True when the series of a dataset are in several units, so that each row has to say its own. */
export function hasSeveralUnits({ series }: Dataset): boolean {
  return new Set(series.map(({ unit }) => unit)).size > 1;
}

function yearlyTable(place: Place, dataset: Dataset): Markup {
  const { words } = place;
  const { dimensions, measures, years, series, table } = dataset;
  const showsMeasure = measures.length > 1 || dimensions.length === 0;
  const heads = [
    ...dimensions.map(({ title }) => title(place.language)),
    ...(showsMeasure ? [words.column] : []),
    ...(hasSeveralUnits(dataset) ? [words.unit] : []),
  ];
  return html`<table class="values" id="values" data-name="${table.name}">
<caption class="visually-hidden">${titleOf(table, place).text}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}${years.map((year) => html`<th scope="col" class="n">${year}</th>`)}</tr></thead>
<tbody>${series.map((each) => yearlyRow(place, dataset, each, showsMeasure))}</tbody>
</table>`;
}

function yearlyRow(place: Place, dataset: Dataset, series: Series, showsMeasure: boolean): Markup {
  const labels = [
    ...dataset.dimensions.map(({ name, label }) => {
      const code = series.codes[name] ?? '';
      return html`${inLanguage(label(code, place.language), place)}${marksOf(labelMarks(dataset, name, code))}`;
    }),
    ...(showsMeasure ? [inLanguage(titleOf(series.measure.field, place), place)] : []),
  ];
  const codes = [...Object.values(series.codes), ...(showsMeasure ? [series.measure.field.name] : [])];
  const unit = hasSeveralUnits(dataset) && html`<td class="unit">${unitName(series.unit, place)}</td>`;
  return html`<tr data-codes="${JSON.stringify(codes)}" data-unit="${series.unit}">${labels.map(
    (label, at) => (at === 0 ? html`<th scope="row">${label}</th>` : html`<td>${label}</td>`),
  )}${unit}${dataset.years.map((year) => valueCell(place, series.byYear.get(year)))}</tr>
`;
}

function valueCell(place: Place, observation: Observation | undefined): Markup {
  if (observation === undefined) return html`<td class="n"></td>`;
  return html`<td class="n" data-v="${observation.value ?? ''}">${valueLink(place, observation)}${marksOf(observation.notes)}</td>`;
}

function marksOf(marks: readonly string[]): Markup | false {
  return marks.length > 0 && html`<sup class="marks">${marks.join(' ')}</sup>`;
}

/** Columns that say nothing beside the others: the value links to its cell, and shows its status and its marks. */
const HIDDEN: ReadonlySet<string> = new Set(['cell_id', 'obs_status', 'notes']);

function plainTable(place: Place, dataset: Dataset): Markup {
  const { table } = dataset;
  const fields = table.fields.filter(({ name }) => !HIDDEN.has(name));
  const isNumber = ({ type }: TableField): boolean => type !== 'string';
  return html`<table class="values plain" id="values" data-name="${table.name}">
<caption class="visually-hidden">${titleOf(table, place).text}</caption>
<thead><tr>${fields.map((field) => html`<th scope="col"${isNumber(field) && html` class="n"`}>${inLanguage(titleOf(field, place), place)}</th>`)}</tr></thead>
<tbody>${rowsInOrder(dataset).map(
    (row) => html`<tr>${fields.map((field) => plainCell(place, dataset, row, field))}</tr>
`,
  )}</tbody>
</table>`;
}

/** The rows in the order of their codes; those of the running text as they come. */
function rowsInOrder({ table, dimensions }: Dataset): readonly Row[] {
  if (table.fields.some(({ name }) => name === 'paragraph')) return table.rows;
  const ranks = dimensions.map(({ name, codes }) => ({
    name,
    ranks: new Map(codes.map(({ code }, at) => [code, at])),
  }));
  const apart = (a: Row, b: Row): number =>
    ranks
      .map(({ name, ranks: own }) => (own.get(a[name] ?? '') ?? 0) - (own.get(b[name] ?? '') ?? 0))
      .find((each) => each !== 0) ?? 0;
  return [...table.rows].sort(apart);
}

function plainCell(place: Place, dataset: Dataset, row: Row, field: TableField): Markup {
  const { table, measures, dimensions } = dataset;
  const value = row[field.name] ?? '';
  if (measures.some((measure) => measure.field.name === field.name)) {
    const status = row.obs_status ?? 'A';
    const observation = {
      year: 0,
      value: value === '' ? null : value,
      unit: row.unit ?? '',
      status,
      notes: marksIn(row.notes),
      cellId: row.cell_id ?? '',
    };
    return html`<td class="n" data-v="${value}">${valueLink(place, observation)}${marksOf(observation.notes)}</td>`;
  }
  if (field.name === 'paragraph' && value !== '')
    return html`<td class="n" data-v="${value}"><a href="${paragraphAddress(place, value)}">${value}</a></td>`;
  if (field.name === 'unit') return html`<td class="unit">${unitName(value, place)}</td>`;
  const dimension = dimensions.find(({ name }) => name === field.name);
  if (dimension !== undefined && field.type === 'string')
    return html`<td>${codeOf(place, dimension, value)}</td>`;
  const named = codeName(place, table.references.get(field.name), value);
  if (named !== undefined) return html`<td>${inLanguage(named, place)}</td>`;
  return field.type === 'string'
    ? html`<td${field.name === 'quote' && html` lang="kk"`}>${value}</td>`
    : html`<td class="n" data-v="${value}">${value}</td>`;
}

/** The name of a code; that of all together where no code list names it. */
function codeOf(place: Place, { label }: Dimension, code: string): Markup {
  const name = label(code, place.language);
  return name.text === '' && code === ALL ? html`${place.words.allTogether}` : inLanguage(name, place);
}

/** The name of a code of another list that a column points at; none where it points at no code list. */
function codeName({ site, language }: Place, list: string | undefined, code: string): Told | undefined {
  const table = site.catalogue.package.tables.get(list ?? '');
  const [key] = table?.primaryKey ?? [];
  const row = table?.rows.find((each) => key !== undefined && each[key] === code);
  const name = row === undefined ? undefined : told(row, 'name', language);
  return name === undefined || name.text === '' ? undefined : name;
}

/** The rows in which the table is shown, said for the line above it. */
export function rowCount(place: Place, { series, table, isYearly }: Dataset): string {
  const all = isYearly ? series.length : table.rows.length;
  return fill(place.words.rowsShown, {
    n: formatDecimal(String(all), place.language),
    all: formatDecimal(String(all), place.language),
  });
}
