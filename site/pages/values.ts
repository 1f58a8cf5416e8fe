import { type Cell, isSlight } from '../catalogue/catalogue.ts';
import type { Dataset, Observation } from '../catalogue/dataset.ts';
import { told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal, MOST_ROOMY } from '../words/numbers.ts';
import { evidenceAddress, type Place } from './page.ts';

/**
 * Signs for what is printed in a value's place, by its status; each is explained under the table. A zero that is printed
 * as a dash is shown as one.
 */
export const SIGNS: Readonly<Record<string, string>> = { Z: '–', M: '·', O: '…', X: '×' };

/** The status of a printed dash that counts nothing: zero. */
export const NIL = 'Z';

/** True for four digits that are no quantity of any unit and are printed without a gap, such as a year. */
export function isBareNumber({ site }: Place, cellId: string): boolean {
  const { cells, rowsOf, datasets } = site.catalogue;
  const cell = cells.get(cellId);
  if (cell === undefined || !/^\d{4}$/.test(cell.raw)) return false;
  const measures = datasets.find(({ table }) => table.name === cell.dataset)?.measures ?? [];
  const hasUnit = measures.some(({ field }) => field.unit !== undefined);
  return !hasUnit && (rowsOf.get(cellId) ?? []).every(({ unit = '' }) => unit === '');
}

/** A number of the data in the style of the language; one that is bare stays as it is printed. */
export function writeNumber(text: string, isBare: boolean, { language }: Place): string {
  return isBare && /^\d{4}$/.test(text) ? text : formatDecimal(text, language);
}

/**
 * A printed value as a link to its evidence, with a mark where the report contradicts itself or is hard to believe.
 */
export function valueLink(
  place: Place,
  { value, status, cellId }: Observation,
  write: (printed: string) => string = (printed) => formatDecimal(printed, place.language),
): Markup {
  const { catalogue } = place.site;
  const cell = catalogue.cells.get(cellId);
  const isBare = value !== null && isBareNumber(place, cellId);
  const whole = value === null ? '' : writeNumber(value, isBare, place);
  const isSign = value === null || status === NIL;
  const shown = isSign ? (SIGNS[status] ?? '') : isBare ? whole : write(value);
  const meaning = isSign ? statusName(place, status) : undefined;
  const text = meaning === undefined ? html`${shown}` : html`<abbr title="${meaning}">${shown}</abbr>`;
  if (cell === undefined) return text;
  const isContradicted = catalogue.errataOfCell.has(cellId);
  const isOfLittle = isSlight(catalogue, cellId);
  const flags = `${isContradicted ? ' contradicted' : ''}${isOfLittle ? ' slight' : ''}${catalogue.warnings.has(cellId) ? ' doubtful' : ''}`;
  const mark = isContradicted && html`<span class="flag" title="${place.words.ofErratum}">▲</span>`;
  const isShort = !isSign && shown !== whole;
  const isLong = shown.length > MOST_ROOMY && isShort;
  return html`<a class="v${flags}${isLong && ' long'}" href="${evidenceAddress(place, cell)}"${isShort && html` title="${whole}"`}>${text}${mark}</a>`;
}

/** What a status means, in the language of the page. */
export function statusName({ site, language, words }: Place, status: string): string | undefined {
  const row = site.catalogue.rows('obs_status').find((each) => each.obs_status === status);
  if (row !== undefined) return told(row, 'name', language).text;
  const known: Readonly<Record<string, string>> = words;
  return known[`status_${status}`];
}

/** What is printed in a cell: its values with their footnote marks raised, `34.6⁶`, or its words where it has none. */
export function cellNumber(place: Place, cell: Cell): Markup {
  const { rowsOf, datasets } = place.site.catalogue;
  const measures = datasets.find(({ table }) => table.name === cell.dataset)?.measures ?? [];
  const isBare = isBareNumber(place, cell.id);
  const numbers = (rowsOf.get(cell.id) ?? []).flatMap((row) =>
    measures.flatMap(({ field }) => {
      const value = row[field.name] ?? '';
      const marks = row.notes ?? '';
      return value === '' || row.obs_status === NIL
        ? []
        : [
            html`${writeNumber(value, isBare, place)}${marks !== '' && html`<sup class="marks">${marks}</sup>`}`,
          ];
    }),
  );
  return numbers.length === 0
    ? html`${cell.raw}`
    : html`${numbers.map((number, at) => html`${at > 0 && '; '}${number}`)}`;
}

/** Footnote marks that the report prints at the label of a code. */
export function labelMarks({ dimensions }: Dataset, name: string, code: string): readonly string[] {
  const row = dimensions
    .find((dimension) => dimension.name === name)
    ?.codes.find((each) => each.code === code)?.row;
  return marksIn(row?.notes);
}

/** The footnote marks of a value or a label, which stand with spaces between. */
export function marksIn(notes: string | undefined): readonly string[] {
  return (notes ?? '').split(' ').filter((mark) => mark !== '');
}

/** What footnote marks mean: by the list of the document, else as it prints them below the table. */
function notesOf(
  { site, language }: Place,
  dataset: string,
): readonly { readonly mark: string; readonly text: string }[] {
  const listed = site.catalogue.rows('note');
  if (listed.length > 0)
    return listed.map((row) => ({ mark: row.note ?? '', text: told(row, 'text', language).text }));
  return site.catalogue
    .rows('printed_label')
    .filter((row) => row.dataset === dataset && row.key === 'notes')
    .map(({ code = '', label = '' }) => ({ mark: code, text: label }));
}

/** The explanation of the signs and footnote marks that a dataset uses, at its values and at its labels. */
export function legend(place: Place, { table, dimensions }: Dataset): Markup | undefined {
  const { words, site } = place;
  const used = new Set(table.rows.map((row) => row.obs_status ?? ''));
  const signs = Object.entries(SIGNS).filter(
    ([status]) => used.has(status) && statusName(place, status) !== undefined,
  );
  const marks = new Set([
    ...table.rows.flatMap(({ notes }) => marksIn(notes)),
    ...dimensions.flatMap(({ codes }) => codes.flatMap(({ row }) => marksIn(row?.notes))),
  ]);
  const notes = notesOf(place, table.name).filter(({ mark }) => marks.has(mark));
  const flagged = table.rows.some(({ cell_id: id = '' }) => site.catalogue.errataOfCell.has(id));
  if (signs.length === 0 && notes.length === 0 && !flagged) return undefined;
  const heading = notes.length === 0 ? words.statuses : words.footnotes;
  return html`<dl class="legend" aria-label="${heading}">${flagged && html`<div><dt><span class="flag">▲</span></dt><dd>${words.flagLegend}</dd></div>`}${signs.map(
    ([status, sign]) => html`<div><dt>${sign}</dt><dd>${statusName(place, status)}</dd></div>`,
  )}${notes.map(({ mark, text }) => html`<div><dt><sup>${mark}</sup></dt><dd>${text}</dd></div>`)}</dl>`;
}
