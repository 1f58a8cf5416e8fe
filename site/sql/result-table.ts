import { type Answer, type Cell, isNumeric } from './answer.ts';
import { filled, type SqlWords } from './words.ts';

/** Rows that are in the document at a time: a long answer is turned page by page and does not lag. */
export const ROWS_A_PAGE = 100;

/** What the table needs of its surroundings. */
export interface TableSetting {
  readonly words: SqlWords;
  /** A count as the person's language writes it. */
  readonly written: (value: number) => string;
  /** A number that marks an axis. */
  readonly short: (value: number) => string;
}

/** Fills `place` with the answer as a table, one page at a time; text from the data is only ever text. */
export function showTable(place: Element, answer: Answer, setting: TableSetting): void {
  const { words } = setting;
  const table = made('table', {});
  const caption = made('caption', { class: 'visually-hidden' }, words.result);
  const body = document.createElement('tbody');
  table.append(caption, headOf(answer), body);
  const frame = made('div', {
    class: 'sql-frame',
    tabindex: '0',
    role: 'region',
    'aria-label': words.result,
  });
  frame.append(table);
  const turn = (page: number): void => {
    const from = page * ROWS_A_PAGE;
    body.replaceChildren(...answer.rows.slice(from, from + ROWS_A_PAGE).map((row) => rowOf(row, answer)));
    frame.scrollTop = 0;
  };
  turn(0);
  const isLong = answer.rows.length > ROWS_A_PAGE;
  place.replaceChildren(frame, ...(isLong ? [pagerOf(answer.rows.length, turn, setting)] : []));
}

function headOf({ columns }: Answer): HTMLElement {
  const row = document.createElement('tr');
  for (const column of columns) {
    const cell = made(
      'th',
      { scope: 'col', ...(isNumeric(column) ? { class: 'sql-number' } : {}) },
      column.name,
    );
    cell.append(' ', made('span', { class: 'sql-type' }, column.type));
    row.append(cell);
  }
  const head = document.createElement('thead');
  head.append(row);
  return head;
}

function rowOf(cells: readonly Cell[], { columns }: Answer): HTMLElement {
  const row = document.createElement('tr');
  for (const [at, cell] of cells.entries()) {
    const column = columns[at];
    const kind = column !== undefined && isNumeric(column) ? 'sql-number' : 'sql-text';
    row.append(
      cell === null ? made('td', { class: `${kind} sql-null` }, 'NULL') : made('td', { class: kind }, cell),
    );
  }
  return row;
}

function pagerOf(rows: number, turn: (page: number) => void, { words, written }: TableSetting): HTMLElement {
  const last = Math.ceil(rows / ROWS_A_PAGE) - 1;
  const pager = made('nav', { class: 'sql-pager', 'aria-label': words.pages });
  const [previous, next] = [
    made('button', { type: 'button' }, words.previous),
    made('button', { type: 'button' }, words.next),
  ];
  const place = made('span', { role: 'status' });
  const state = { page: 0 };
  const go = (page: number): void => {
    state.page = Math.min(Math.max(page, 0), last);
    turn(state.page);
    // Not `disabled`: a button that is disabled under the finger throws the focus away.
    previous.setAttribute('aria-disabled', String(state.page === 0));
    next.setAttribute('aria-disabled', String(state.page === last));
    const [from, to] = [state.page * ROWS_A_PAGE + 1, Math.min((state.page + 1) * ROWS_A_PAGE, rows)];
    place.textContent = filled(words.rowsOf, { from: written(from), to: written(to), rows: written(rows) });
  };
  previous.addEventListener('click', () => go(state.page - 1));
  next.addEventListener('click', () => go(state.page + 1));
  go(0);
  pager.append(previous, place, next);
  return pager;
}

/** An element with its attributes and its text. */
export function made(tag: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
