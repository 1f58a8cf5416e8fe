import type { Cell } from '../catalogue/catalogue.ts';
import { ALL } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import type { TableField } from '../catalogue/descriptor.ts';
import { type Told, told } from '../catalogue/language.ts';
import type { Row, Table } from '../catalogue/package.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { hasText, type Place } from './page.ts';

/** A text that says its language where it is not the page's. */
export function inLanguage({ text, language }: Told, place: Place): Markup {
  if (language === place.language) return html`${text}`;
  return html`<span lang="${language}"${language === 'en' && html` class="foreign" title="${place.words.inEnglish}"`}>${text}</span>`;
}

/** An explanation that there is in English alone: said before it on pages of the other languages. */
export function inEnglish(text: string, { language, words }: Place): Markup {
  if (language === 'en' || text === '') return html`${text}`;
  return html`<span class="in-english">${words.inEnglish}:</span> <span lang="en">${text}</span>`;
}

/** A sentence about the data: said to be in English where it is on a page of another language. */
export function prose({ text, language }: Told, place: Place): Markup {
  const held = text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0');
  if (language === 'en') return inEnglish(held, place);
  return language === place.language ? withForeign(held, place) : inLanguage({ text: held, language }, place);
}

/** A text of another script in which names in English are said to be so: the title of a book, `ILO NORMLEX C102`. */
function withForeign(text: string, place: Place): Markup {
  const parts = text.split(
    /((?<![\p{L}\p{N}])[A-Za-z]{2,}(?: [A-Za-z]+(?![\p{L}\p{N}]))+(?: [\w-]*\d)?(?!\p{L}))/u,
  );
  return html`${parts.map((part, at) => (at % 2 === 0 ? part : inLanguage({ text: part, language: 'en' }, place)))}`;
}

/** The title of a table or of a column. */
export function titleOf(thing: Table | TableField, { language }: Place): Told {
  return told({ ...thing }, 'title', language);
}

/** The title of a table without the years that it ends with: what it is about. */
export function titleStem(table: Table, place: Place): Told {
  const title = titleOf(table, place);
  return { ...title, text: title.text.replace(/,? \d{4}[-–]\d{4}$/, '') };
}

/** What series measure: the title of their column where the table has several, else that of the table. */
export function measureName(
  { measures, table }: Dataset,
  series: readonly Pick<Series, 'measure'>[],
  place: Place,
): string {
  const columns = new Set(series.map(({ measure }) => measure.field));
  const [column] = columns;
  return measures.length > 1 && columns.size === 1 && column !== undefined
    ? titleOf(column, place).text
    : titleStem(table, place).text;
}

/** What a table or a column means. */
export function descriptionOf(thing: Table | TableField, { language }: Place): Told {
  return told({ ...thing }, 'description', language);
}

/** False for a description that the engine gives a table of which none is written: it says the title again. */
export function saysMore(description: Told, title: Told): boolean {
  return description.text !== `${title.text}, as printed.`;
}

/** What is not to be done with a table; an empty text where nothing is said. */
export function cautionOf(table: Table, { language }: Place): Told {
  return told({ ...table }, 'caution', language);
}

/** The name of a unit in small letters; empty when the value has none. */
export function unitName(code: string, { site, language }: Place): string {
  const row = site.catalogue.units.get(code);
  return row === undefined
    ? ''
    : told(row, 'name', language).text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}

/** The name of a unit behind a number: in Russian a number with decimals takes another form, as in "2,5 процента". */
export function unitAfter(value: string, code: string, place: Place): string {
  const form = place.site.catalogue.units.get(code)?.[`name_${place.language}_decimal`] ?? '';
  return form !== '' && /\d[.]\d/.test(value) ? form : unitName(code, place);
}

/** Whether a unit counts in thousands, millions or more of another: its numbers are not shortened by such again. */
export function isMultiple(code: string, { site }: Pick<Place, 'site'>): boolean {
  return (site.catalogue.units.get(code)?.multiplier ?? '') !== '';
}

/** "Annex 5", "From the running text" (or "Tables" where that is not published), or both where a dataset was read from both. */
export function annexName(dataset: Dataset, { words, site }: Place): string {
  const annexes = dataset.annexes.flatMap((annex) => {
    const number = numberOf(annex);
    return number === undefined ? [] : [fill(words.annex, { n: number })];
  });
  return [
    ...(dataset.annex === undefined ? [hasText(site.catalogue) ? words.runningText : words.tables] : []),
    ...annexes,
  ].join(' · ');
}

/** The number of the annex that prints a dataset. */
export function annexNumber({ annex }: Dataset): string | undefined {
  return numberOf(annex);
}

function numberOf(annex: Row | undefined): string | undefined {
  return /\d+/.exec(annex?.title_kk ?? '')?.[0];
}

/** The labels of a series, those of `without` left out; its column's title where a dataset has several. */
export function seriesLabels(
  { dimensions, measures, table }: Dataset,
  { codes, measure }: Pick<Series, 'codes' | 'measure'>,
  place: Place,
  without: ReadonlySet<string> = new Set(),
): readonly string[] {
  const named = dimensions
    .filter(({ name }) => !without.has(name))
    .map(({ name, label }) => label(codes[name] ?? '', place.language).text)
    .filter((label) => label !== '');
  if (measures.length > 1 || named.length === 0) named.push(titleOf(measure.field, place).text);
  return named.length === 0 ? [titleOf(table, place).text] : named;
}

/** The year of a row, and what it rests on where the source does not print it for that very figure. */
function yearLabel({ year = '', year_basis: basis, first_year: first = '' }: Row, { words }: Place): string {
  if (basis === 'every_year') return words.everyYear;
  if (basis === 'period') return first === '' ? fill(words.yearsUpTo, { year }) : `${first}–${year}`;
  if (basis === 'since') return fill(words.yearSince, { year });
  return basis === 'inferred' ? fill(words.yearInferred, { year }) : year;
}

/**
 * What a cell is for away from its table: before its labels what the table is about, where its codes do not say what is
 * measured. "Republic of Kazakhstan · 2010" may be poverty or drugs; an indicator, a measure of the prose or a quote tells.
 */
export function fullLabels(cell: Cell, place: Place): readonly string[] {
  const dataset = place.site.catalogue.datasets.find(({ table }) => table.name === cell.dataset);
  const isTold = dataset === undefined || dataset.table.fields.some(({ name }) => name === 'unit');
  return [...(isTold ? [] : [titleStem(dataset.table, place).text]), ...cellLabels(cell, place)];
}

/** What a cell is for, part by part: its codes with their names, and its year. */
export function cellLabels(cell: Cell, place: Place): readonly string[] {
  const { catalogue } = place.site;
  const dataset = catalogue.datasets.find(({ table }) => table.name === cell.dataset);
  const [row] = catalogue.rowsOf.get(cell.id) ?? [];
  if (dataset === undefined || row === undefined) return [cell.name];
  const keys = dataset.dimensions.flatMap(({ name, label }) => {
    if (name === 'paragraph') return [fill(place.words.paragraphN, { n: row[name] ?? '' })];
    const code = row[name] ?? '';
    // In prose nearly nothing is broken down, and that it is not goes without saying.
    if (!dataset.isYearly && code === ALL) return [];
    const { text } = label(code, place.language);
    return text === '' || /^\d+$/.test(text) ? [] : [text];
  });
  const year = yearLabel(row, place);
  return [
    ...keys,
    ...(row.quote !== undefined && dataset.dimensions.every(({ name }) => name !== 'quote')
      ? [`«${row.quote}»`]
      : []),
    ...(year === '' ? [] : [year]),
  ];
}
