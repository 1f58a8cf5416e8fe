import { type Block, linesOf, type Page, type Source } from '../../page/source.ts';
import { type Cell, rowsOf, type Table, type ToldBy } from '../../page/table.ts';
import type { Line, Token } from '../../page/token.ts';
import { isSymbol, printedNumber } from './printed-number.ts';
import { EMPTY_CELL, levelText, type SeenCell, seenCell } from './seen-cells.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** A row of a table's body: a cell a column; a place that another cell covers is empty. */
export interface SeenRow {
  /** 1-based page. */
  readonly page: number;
  readonly cells: readonly SeenCell[];
}

/** A text above a table that may be its title, and how large it is printed. */
export interface Caption {
  readonly text: string;
  readonly size: number;
}

/** A table as it is printed, over all the pages that it goes on on. */
export interface SeenTable {
  readonly pages: readonly number[];
  /** Which table of its first page it is, from 1. */
  readonly place: number;
  /** The lines above it that may be its title, from the top; of its first page. */
  readonly captions: readonly Caption[];
  /** Those above it on each further page, where they are others. */
  readonly continued: readonly string[];
  /** For each column the cells of the boxhead over it, from the top. */
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly SeenRow[];
  readonly rowsToldBy: ToldBy;
  readonly columnsToldBy: ToldBy;
}

/** The tables of a source in printed order. One that goes on on the next page under the same boxhead is one table. */
export function seenTables({ pages }: Pick<Source, 'pages'>): readonly SeenTable[] {
  const tables: SeenTable[] = [];
  for (const page of pages) {
    for (const [index, block] of page.blocks.entries()) {
      if (block.kind !== 'table') continue;
      const table = seenTable(block, page, index);
      const before = tables.at(-1);
      if (before !== undefined && goesOn(before, table)) tables.splice(-1, 1, together(before, table));
      else tables.push(table);
    }
  }
  return tables;
}

function seenTable(table: Table, { number, blocks }: Page, index: number): SeenTable {
  const rows = rowsOf(table);
  const headRows = table.headRows > 0 ? table.headRows : namingRows(rows);
  const titles = rows.slice(0, headRows).map((cells) => runningTitle(cells, table));
  const captionRows = titles.findLastIndex((title) => title !== undefined) + 1;
  return {
    pages: [number],
    place: blocks.slice(0, index + 1).filter(({ kind }) => kind === 'table').length,
    captions: [
      ...linesAbove(blocks.slice(0, index)),
      ...titles.flatMap((title) => (title === undefined ? [] : captionsIn(title.lines))),
    ],
    continued: [],
    heads: Array.from({ length: table.columns }, (_, column) =>
      headOver(table.cells, headRows, column, captionRows).filter((text) => text !== ''),
    ),
    rows: rows.slice(headRows).map((cells) => ({ page: number, cells: placesOf(cells, table.columns) })),
    rowsToldBy: table.rowsToldBy,
    columnsToldBy: table.columnsToldBy,
  };
}

const YEAR = /^(?:1[89]|20)\p{Nd}{2}(?:[-\u2013/]\p{Nd}{2,4})?$/u;

/**
 * How many rows at the top name the columns though the layout tells no boxhead: they hold words and years, in a table of
 * numbers below. A boxhead of years looks like a row of values.
 */
function namingRows(rows: readonly (readonly Cell[])[]): number {
  const isNaming = (cells: readonly Cell[]): boolean => {
    const texts = cells.filter(({ column }) => column > 0).map((cell) => seenCell(cell).text);
    const filled = texts.filter((text) => text !== '');
    const named = filled.filter(
      (text) => YEAR.test(text) || (!isSymbol(text) && printedNumber(text) === undefined),
    );
    return filled.length > 0 && named.length === filled.length;
  };
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
  if (wide === undefined || wide.rowSpan > 1) return undefined;
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

function placesOf(cells: readonly Cell[], columns: number): readonly SeenCell[] {
  const places = new Array<SeenCell>(columns).fill(EMPTY_CELL);
  for (const cell of cells) places[cell.column] = seenCell(cell);
  return places;
}

/** The last lines above a table, up to the table before it: furniture too, a title often runs on every page. */
function linesAbove(blocks: readonly Block[]): readonly Caption[] {
  const before = blocks.findLastIndex(({ kind }) => kind === 'table');
  const lines = blocks
    .slice(before + 1)
    .filter(({ kind }) => kind !== 'unseen')
    .flatMap(linesOf);
  return captionsIn(lines.slice(-DRAFT_SETTINGS.captionLines.value));
}

/** The texts of lines; what stands far from the words before it, such as a date at the margin, is a text of its own. */
function captionsIn(lines: readonly Line[]): readonly Caption[] {
  return lines.flatMap((line) =>
    segmentsOf(line).flatMap((tokens) => {
      const text = levelText({ ...line, tokens });
      const size = Math.max(...tokens.map(({ print }) => print.size));
      return /\p{L}/u.test(text) ? [{ text, size }] : [];
    }),
  );
}

function segmentsOf({ tokens }: Line): readonly (readonly Token[])[] {
  const segments: Token[][] = [];
  for (const token of tokens) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = token.box === undefined || before?.box === undefined ? 0 : token.box.left - before.box.right;
    if (last === undefined || gap > DRAFT_SETTINGS.captionGap.value * token.print.size)
      segments.push([token]);
    else last.push(token);
  }
  return segments;
}

/** Whether a table is the rest of the one before it: on the next page, as many columns, and the same boxhead. */
function goesOn(before: SeenTable, { pages: [page = 0], heads }: SeenTable): boolean {
  if (before.pages.at(-1) !== page - 1 || before.heads.length !== heads.length) return false;
  const isHeaded = heads.some((head) => head.length > 0);
  return isHeaded && JSON.stringify(heads) === JSON.stringify(before.heads);
}

function together(before: SeenTable, rest: SeenTable): SeenTable {
  const texts = rest.captions.map(({ text }) => text);
  const isOther = rest.captions.length > 0 && before.captions[0]?.text !== texts[0];
  return {
    ...before,
    pages: [...before.pages, ...rest.pages],
    continued: [...before.continued, ...(isOther ? [texts.join(' ')] : [])],
    rows: [...before.rows, ...rest.rows],
    rowsToldBy: lessCertain(before.rowsToldBy, rest.rowsToldBy),
    columnsToldBy: lessCertain(before.columnsToldBy, rest.columnsToldBy),
  };
}

const CERTAINTY: readonly ToldBy[] = ['marked up', 'tagged', 'ruled', 'aligned', 'none'];

function lessCertain(one: ToldBy, other: ToldBy): ToldBy {
  return CERTAINTY.indexOf(one) > CERTAINTY.indexOf(other) ? one : other;
}
