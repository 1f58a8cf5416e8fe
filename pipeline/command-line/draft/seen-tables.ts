import { inWesternDigits } from '../../locale/look-alikes.ts';
import type { Page, Source } from '../../page/source.ts';
import { type Cell, rowsOf, type Table, type ToldBy } from '../../page/table.ts';
import { UNKNOWN } from '../../page/token.ts';
import { printedNumber } from './printed-number.ts';
import { coveredCell, EMPTY_CELL, type SeenCell, seenCell } from './seen-cells.ts';
import { DRAFT_SETTINGS } from './settings.ts';
import { type Captioned, captionsAbove, captionsIn, isSameTable, titleOf } from './titles.ts';

/** A row of a table's body: a cell a column; a place that another cell covers is empty. */
export interface SeenRow {
  /** 1-based page. */
  readonly page: number;
  readonly cells: readonly SeenCell[];
}

/** A table as it is printed, over all the pages that it goes on on. */
export interface SeenTable extends Captioned {
  readonly pages: readonly number[];
  /** Which table of its first page it is, from 1. */
  readonly place: number;
  /** Its title on each further page, where it is another. */
  readonly continued: readonly string[];
  /** For each column the cells of the boxhead over it, from the top. */
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly SeenRow[];
  readonly rowsToldBy: ToldBy;
  readonly columnsToldBy: ToldBy;
  /** How often it is printed beside itself, where that is more than once; heads and rows are those of one part. */
  readonly parts?: number;
}

/** The tables of a source in printed order. One that goes on on the next page under the same boxhead is one table. */
export function seenTables({ pages }: Pick<Source, 'pages'>): readonly SeenTable[] {
  const tables: SeenTable[] = [];
  let follows = false;
  for (const page of pages) {
    for (const [index, block] of page.blocks.entries()) {
      if (block.kind === 'paragraph') follows = false;
      if (block.kind !== 'table') continue;
      const table = seenTable(block, page, index);
      const before = tables.at(-1);
      if (before !== undefined && goesOn(before, table, follows))
        tables.splice(-1, 1, together(before, table));
      else tables.push(table);
      follows = true;
    }
  }
  return tables;
}

function seenTable(table: Table, { number, blocks }: Page, index: number): SeenTable {
  const rows = rowsOf(table);
  const headRows = wholeHead(table, table.headRows > 0 ? table.headRows : namingRows(rows));
  const titles = rows.slice(0, headRows).map((cells) => runningTitle(cells, table));
  const captionRows = titles.findLastIndex((title) => title !== undefined) + 1;
  return {
    pages: [number],
    place: blocks.slice(0, index + 1).filter(({ kind }) => kind === 'table').length,
    captions: [
      ...captionsAbove(blocks.slice(0, index)),
      ...titles.flatMap((title) => (title?.lines ?? []).flatMap((line) => captionsIn(line, blocks.length))),
    ],
    continued: [],
    heads: Array.from({ length: table.columns }, (_, column) => {
      const head = headOver(table.cells, headRows, column, captionRows).filter((text) => text !== '');
      // No declaration can name a character that nobody knows.
      return head.some((text) => text.includes(UNKNOWN)) ? [] : head;
    }),
    rows: placesOf(table)
      .slice(headRows)
      .map((cells) => ({ page: number, cells })),
    rowsToldBy: table.rowsToldBy,
    columnsToldBy: table.columnsToldBy,
  };
}

const YEAR = /^(?:1[89]|20)\p{Nd}{2}(?:[-\u2013/]\p{Nd}{2,4})?$/u;

/** Whether a text is a year, or two at the ends of a school or financial one, in digits of any script. */
export function isYear(text: string): boolean {
  return YEAR.test(inWesternDigits(text));
}

/**
 * The rows of the boxhead with those that it reaches into: a cell of it goes further down, or one that spans columns is
 * parted by names in the row below.
 *
 *     |          | Exports     |
 *     |          | 2010 | 2011 |
 */
function wholeHead({ cells, rows, columns }: Table, headRows: number): number {
  let end = headRows;
  for (;;) {
    const above = cells.filter(({ row }) => row < end);
    const heads = above.filter(({ lines }) => lines.length > 0);
    const deepest = Math.max(end, ...above.map(({ row, rowSpan }) => row + rowSpan));
    const isParted = heads.some(
      (cell) => cell.row + cell.rowSpan === end && cell.columnSpan > 1 && cell.columnSpan < columns - 1,
    );
    const below = cells.filter(({ row }) => row === end);
    const isNext = (isParted && areNames(below)) || (headRows > 0 && areMissing(heads, below, columns));
    const next = deepest > end ? deepest : isNext ? end + 1 : end;
    if (next === end || next >= rows) return end;
    end = next;
  }
}

/** Whether half of the columns or more are named by nothing yet, and all of these by a row below: that is their head. */
function areMissing(heads: readonly Cell[], below: readonly Cell[], columns: number): boolean {
  const isOver =
    (column: number) =>
    (cell: Cell): boolean =>
      cell.column <= column && column < cell.column + cell.columnSpan && cell.lines.length > 0;
  const open = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => !heads.some(isOver(column)),
  );
  return open.length >= columns / 2 && open.every((column) => below.some(isOver(column)));
}

/** Whether nothing stands in a row but the names of columns, and none in the first. */
function areNames(cells: readonly Cell[]): boolean {
  const isFirst = cells.some(({ column, lines }) => column === 0 && lines.length > 0);
  return !isFirst && isNaming(cells);
}

/** Whether the cells of a row, the first aside, hold words or years. */
function isNaming(cells: readonly Cell[]): boolean {
  const texts = cells.filter(({ column }) => column > 0).map((cell) => seenCell(cell).text);
  const filled = texts.filter((text) => text !== '');
  const named = filled.filter(
    (text) =>
      isYear(text.replace(/[*†‡§]+$/u, '')) ||
      (/[\p{L}\p{Nd}]/u.test(text) && printedNumber(text) === undefined),
  );
  return filled.length > 0 && named.length === filled.length;
}

/**
 * How many rows at the top name the columns though the layout tells no boxhead: they hold words and years, in a table of
 * numbers below. A boxhead of years looks like a row of values.
 */
function namingRows(rows: readonly (readonly Cell[])[]): number {
  const first = rows.findIndex((cells) => !isNaming(cells));
  return first < 0 ? 0 : first;
}

/**
 * The cell of a row of the boxhead that is a title that runs over the table: it stands over at least half of its columns, and
 * nothing beside it but blanks and a page's number. A head that spans its columns stands beside others.
 */
function runningTitle(cells: readonly Cell[], { columns }: Table): Cell | undefined {
  const filled = cells.filter(({ lines }) => lines.length > 0);
  const [wide] = filled.filter(({ columnSpan }) => columnSpan >= DRAFT_SETTINGS.captionWidth.value * columns);
  // What stands over all columns but that of the labels heads them: `Year`.
  const isHead = wide?.column === 1 && wide.columnSpan === columns - 1;
  if (wide === undefined || wide.rowSpan > 1 || isHead) return undefined;
  const isAlone = filled.every((cell) => cell === wide || /\p{Nd}\W*$/u.test(seenCell(cell).text));
  return isAlone ? wide : undefined;
}

function headOver(cells: readonly Cell[], headRows: number, column: number, from: number): string[] {
  return cells
    .filter(
      (cell) =>
        cell.row >= from &&
        cell.row < headRows &&
        column >= cell.column &&
        column < cell.column + cell.columnSpan,
    )
    .map((cell) => seenCell(cell).text);
}

/** The places of a table, row by row; a cell that spans has its text in its first place. */
function placesOf({ cells, rows, columns }: Table): readonly (readonly SeenCell[])[] {
  const places = Array.from({ length: rows }, () => new Array<SeenCell>(columns).fill(EMPTY_CELL));
  for (const cell of cells) {
    for (let row = 0; row < cell.rowSpan; row += 1) {
      for (let column = 0; column < cell.columnSpan; column += 1) {
        const isFirst = row === 0 && column === 0;
        const place = isFirst ? seenCell(cell) : coveredCell(row > 0 ? 'above' : 'beside');
        places[cell.row + row]?.splice(cell.column + column, 1, place);
      }
    }
  }
  return places;
}

/**
 * Whether a table is the rest of the one before it: on the next page, as many columns, and the same boxhead. Tables of a
 * series have the same boxhead too: `Table 3.1` does not go on in `Table 3.2`. One that follows without a boxhead goes on.
 */
function goesOn(before: SeenTable, rest: SeenTable, follows: boolean): boolean {
  const {
    pages: [page = 0],
    heads,
  } = rest;
  if (before.pages.at(-1) !== page - 1 || before.heads.length !== heads.length) return false;
  const isHeaded = heads.some((head) => head.length > 0);
  // Without a boxhead it is the rest of the table that nothing parts it from.
  if (!isHeaded) return follows;
  return JSON.stringify(heads) === JSON.stringify(before.heads) && isSameTable(before, rest);
}

function together(before: SeenTable, rest: SeenTable): SeenTable {
  const { text } = titleOf(rest, [rest]);
  const isOther = text !== undefined && text !== titleOf(before, [before]).text;
  return {
    ...before,
    pages: [...before.pages, ...rest.pages],
    continued: [...before.continued, ...(isOther ? [text] : [])],
    rows: [...before.rows, ...rest.rows],
    rowsToldBy: lessCertain(before.rowsToldBy, rest.rowsToldBy),
    columnsToldBy: lessCertain(before.columnsToldBy, rest.columnsToldBy),
  };
}

const CERTAINTY: readonly ToldBy[] = ['marked up', 'tagged', 'ruled', 'aligned', 'none'];

function lessCertain(one: ToldBy, other: ToldBy): ToldBy {
  return CERTAINTY.indexOf(one) > CERTAINTY.indexOf(other) ? one : other;
}
