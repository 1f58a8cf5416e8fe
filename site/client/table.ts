import { LANGUAGES, type Language } from '../catalogue/language.ts';
import { saveFile } from './saved-file.ts';
import { csvText, textTable } from './table-text.ts';

/** A row of the table of values with what the filter and the charts ask of it. */
export interface ValueRow {
  readonly element: HTMLTableRowElement;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly unit: string;
  /** With exactly the digits that are printed. */
  readonly printed: readonly (string | null)[];
}

/** The language of the page. */
export function pageLanguage(): Language {
  return LANGUAGES.find((each) => each === document.documentElement.lang) ?? 'en';
}

/** The table of values of a dataset's page. */
export interface ValuesTable {
  readonly element: HTMLTableElement;
  readonly rows: readonly ValueRow[];
  readonly years: readonly number[];
}

/** Makes the table of a page sortable and copyable; undefined on a page without one. */
export function startTable(): ValuesTable | undefined {
  const element = document.querySelector<HTMLTableElement>('#values');
  if (element === null) return undefined;
  const heads = [...element.querySelectorAll<HTMLTableCellElement>('thead th')];
  heads.forEach((head, at) => {
    makeSortable(element, heads, head, at);
  });
  startTools(element);
  const years = heads.map(({ textContent }) => Number(textContent)).filter((year) => year > 1000);
  return { element, rows: [...(element.tBodies[0]?.rows ?? [])].map(readRow), years };
}

function readRow(element: HTMLTableRowElement): ValueRow {
  const codes: unknown = JSON.parse(element.dataset.codes ?? '[]');
  const cells = [...element.cells];
  const named = Array.isArray(codes) ? codes.map(String) : [];
  return {
    element,
    codes: named,
    labels: cells.slice(0, named.length).map(({ textContent }) => textContent ?? ''),
    unit: element.dataset.unit ?? '',
    printed: valueCells(element).map(({ dataset: { v = '' } }) => (v === '' ? null : v)),
  };
}

/** The cells of a row that hold its values, in the order of the years. */
export function valueCells(row: HTMLTableRowElement): readonly HTMLTableCellElement[] {
  return [...row.cells].filter((cell) => cell.classList.contains('n'));
}

function makeSortable(
  table: HTMLTableElement,
  heads: readonly HTMLTableCellElement[],
  head: HTMLTableCellElement,
  at: number,
): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const isDown = head.getAttribute('aria-sort') === 'ascending';
    for (const each of heads) each.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    sortRows(table, at, isDown ? -1 : 1);
  });
}

/** Sorts by numbers where the column has them, else by text in the page's language; empty cells stay behind. */
function sortRows(table: HTMLTableElement, at: number, direction: 1 | -1): void {
  const [body] = table.tBodies;
  if (body === undefined) return;
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keyed = [...body.rows].map((row) => {
    const cell = row.cells[at];
    const number = cell?.dataset.v;
    return {
      row,
      number: number === undefined || number === '' ? Number.NaN : Number(number),
      text: cell?.textContent ?? '',
    };
  });
  const hasNumbers = keyed.some(({ number }) => !Number.isNaN(number));
  keyed.sort((a, b) => {
    if (!hasNumbers) return direction * compare(a.text, b.text);
    if (Number.isNaN(a.number) || Number.isNaN(b.number))
      return Number(Number.isNaN(a.number)) - Number(Number.isNaN(b.number));
    return direction * (a.number - b.number);
  });
  body.append(...keyed.map(({ row }) => row));
}

function startTools(table: HTMLTableElement): void {
  const copy = document.querySelector<HTMLButtonElement>('#copy-table');
  const save = document.querySelector<HTMLButtonElement>('#save-table');
  copy?.addEventListener('click', async () => {
    await navigator.clipboard.writeText(textTable(table, '\t'));
    const label = copy.textContent;
    copy.textContent = copy.dataset.copied ?? label;
    setTimeout(() => {
      copy.textContent = label;
    }, 2000);
  });
  save?.addEventListener('click', () => {
    const csv = new Blob([`\ufeff${csvText(table)}`], { type: 'text/csv;charset=utf-8' });
    saveFile(csv, `${table.dataset.name ?? 'table'}.csv`);
  });
  for (const tools of document.querySelectorAll<HTMLElement>('.actions')) tools.hidden = false;
}
