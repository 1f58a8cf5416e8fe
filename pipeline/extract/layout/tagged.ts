import { type Box, boxAround, type Extent, sharedWidth } from '../../page/place.ts';
import { headLength, isNoValue } from './head-length.ts';
import { overRepeated } from './heads.ts';
import type { InkToken, TaggedTable } from './ink.ts';
import { type PrintedLine, printedLines, segmentOf } from './lines.ts';
import type { PlacedLine } from './placed-line.ts';
import type { Placed } from './placing.ts';
import type { DraftCell, DraftTable } from './table.ts';
import { isLeader } from './values.ts';

/** A cell of a row as its tags tell it, without its column; it holds no lines where it is empty. */
interface TaggedCell extends Extent {
  readonly lines: readonly PrintedLine[];
  /** The first and the last baseline. */
  readonly first: number;
  readonly last: number;
}

type Row = readonly TaggedCell[];

/**
 * Reads the tables of a page as its tags tell them. Tags are believed where the drawing bears them out: the cells of
 * a row stand side by side in their order, those of the next row below them. A table of which this is not true, or
 * of which a part is set sideways or stands in another table, is left to be read by its places; so is one in which text
 * stands that has no tag of it: what a style puts before a number, such as its minus, may have none.
 */
export function taggedDrafts(tables: readonly TaggedTable[], tokens: readonly InkToken[]): DraftTable[] {
  const byMark = new Map<number, InkToken[]>();
  for (const token of tokens) {
    const own = byMark.get(token.mark);
    if (own === undefined) byMark.set(token.mark, [token]);
    else own.push(token);
  }
  return tables.flatMap((table) => {
    const rows = table
      .map((cells): Row => cells.map((marks) => cellOf(marks.flatMap((mark) => byMark.get(mark) ?? []))))
      .filter((row) => filled(row).length > 0);
    const isSideways = rows.some((row) =>
      row.some(({ lines }) => lines.some((line) => line.tokens.some(({ print }) => print.turns !== 0))),
    );
    if (rows.length === 0 || isSideways) return [];
    if (!rows.every((row, index) => standsWell(row, rows[index + 1]))) return [];
    const draft = draftOf(rows);
    return draft === undefined || holdsOthers(draft, tokens) ? [] : draft;
  });
}

/** Whether text stands in the midst of a table that is none of its cells'. Dots that lead to a number are no text. */
function holdsOthers({ box, cells }: DraftTable, tokens: readonly InkToken[]): boolean {
  const own = new Set(cells.flatMap(({ lines }) => lines.flatMap((line) => line.tokens)));
  return tokens.some(
    (token) => !own.has(token) && token.print.turns === 0 && !isLeader(token.text) && isWithin(token, box),
  );
}

/** Whether a word stands on the lines of a table, in it or right beside it. */
function isWithin({ box, print: { size } }: InkToken, table: Box): boolean {
  const middle = (box.top + box.bottom) / 2;
  return (
    middle > table.top &&
    middle < table.bottom &&
    box.left < table.right + size &&
    box.right > table.left - size
  );
}

function cellOf(tokens: readonly InkToken[]): TaggedCell {
  const lines = printedLines(tokens);
  const baselines = lines.map(({ baseline }) => baseline);
  const extent = extentOf(lines.map(({ box }) => box));
  return { lines, ...extent, first: Math.min(...baselines), last: Math.max(...baselines) };
}

function extentOf(parts: readonly Extent[]): Extent {
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
  };
}

function filled(row: Row): Row {
  return row.filter(({ lines }) => lines.length > 0);
}

/** Do the cells of a row stand side by side, and above those of the next that they share a column with? */
function standsWell(row: Row, next: Row | undefined): boolean {
  const cells = filled(row);
  const below = filled(next ?? []);
  return (
    cells.every(({ left }, index) => (cells[index - 1]?.left ?? -Infinity) < left) &&
    cells.every((cell) => below.every((other) => sharedWidth(cell, other) <= 0 || cell.last < other.first))
  );
}

function draftOf(rows: readonly Row[]): DraftTable | undefined {
  const width = Math.max(...rows.map(({ length }) => length));
  const columns = columnsOf(rows);
  const counted = placedIn(rows, columns, width);
  if (counted !== undefined) return counted;
  const apart = columnsApart(rows);
  return apart.length > width ? placedIn(rows, apart, apart.length) : undefined;
}

/** Undefined where values stand over none of the columns, or two of them over one: some have no tag on this page. */
function placedIn(rows: readonly Row[], columns: readonly Extent[], width: number): DraftTable | undefined {
  const cells = rows.flatMap((row, at) =>
    placed(row, columns, width, rows[at + 1]).map((cell) => ({ ...cell, row: at })),
  );
  const box = boxAround(cells.flatMap((cell) => cell.box ?? []));
  if (box === undefined || width < 2) return undefined;
  const lines = rows.flatMap(
    (row, at) =>
      placedLine(
        row,
        cells.filter((cell) => cell.row === at),
      ) ?? [],
  );
  const bare = { box, lines: [], uprights: [], levels: [] };
  const headRows = headLength(lines, { extents: columns, borders: [] }, bare);
  const isDoubtful = (row: Row): boolean =>
    row.length > 1 && row.length < width && !isPlaced(placesOf(row, columns, undefined));
  if (columns.length === width && rows.slice(headRows).some(isDoubtful)) return undefined;
  if (!standApart(rows.filter(({ length }) => length === width))) return undefined;
  return {
    kind: 'table',
    rows: rows.length,
    columns: width,
    cells,
    headRows,
    rowsToldBy: 'tagged',
    columnsToldBy: 'tagged',
    box,
    ruledRows: rows.map(() => false),
    closedRows: rows.map(() => false),
    frame: { uprights: [], opensAbove: false, opensBelow: false },
  };
}

/** A row as a line of which each cell is a part. */
function placedLine(row: Row, cells: readonly DraftCell[]): PlacedLine | undefined {
  const line = row.flatMap(({ lines }) => lines)[0];
  const parts = cells.flatMap(({ column, columnSpan, lines }) => {
    const segment = segmentOf(lines.flatMap(({ tokens }) => tokens));
    return lines.length === 0 ? [] : [{ segment, column, lastColumn: column + columnSpan - 1 }];
  });
  return line === undefined ? undefined : { line, parts };
}

/** The extents that the cells of each column cover in the rows that have the most; none if these overlap. */
function columnsOf(rows: readonly Row[]): readonly Extent[] {
  const count = Math.max(...rows.map((row) => filled(row).length));
  const full = rows.filter((row) => row.length === count && filled(row).length === count);
  const columns = Array.from({ length: count }, (_, at) => extentOf(full.flatMap((row) => row[at] ?? [])));
  const isApart = columns.every(({ left }, at) => (columns[at - 1]?.right ?? -Infinity) < left);
  return isApart ? columns : [];
}

/**
 * The extents of the columns where no row has a cell in each of them: cells that stand over each other are of one, but for
 * a head over several that stand side by side in a row. None where a value does.
 */
function columnsApart(rows: readonly Row[]): readonly Extent[] {
  const width = Math.max(...rows.map(({ length }) => length));
  const whole = rows.filter((row) => row.length === width || (row.length > 1 && row.some(isValueCell)));
  const cells = whole.flatMap((row, at) => filled(row).map((cell) => ({ ...cell, at })));
  let columns: { readonly left: number; readonly right: number; readonly rows: ReadonlySet<number> }[] = [];
  for (const cell of cells.sort((one, other) => one.right - one.left - (other.right - other.left))) {
    const under = columns.filter((column) => sharedWidth(column, cell) > 0);
    const isOver = under.some((one) =>
      under.some((other) => one !== other && shareRows(one.rows, other.rows)),
    );
    if (isOver && isValueCell(cell)) return [];
    if (isOver) continue;
    const held = new Set([cell.at, ...under.flatMap((column) => [...column.rows])]);
    columns = [
      ...columns.filter((column) => !under.includes(column)),
      { ...extentOf([cell, ...under]), rows: held },
    ];
  }
  return columns.sort((one, other) => one.left - other.left);
}

function isValueCell({ lines }: TaggedCell): boolean {
  return !isNoValue(segmentOf(lines.flatMap(({ tokens }) => tokens)));
}

function shareRows(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return [...some].some((row) => others.has(row));
}

/** A cell that holds nothing may have no tag; where others stand in one or more of the columns each, it is put back. */
function placed(
  row: Row,
  columns: readonly Extent[],
  width: number,
  below: Row | undefined,
): Omit<DraftCell, 'row'>[] {
  const places = placesOf(row, columns, below);
  const isSure = columns.length === width && isPlaced(places);
  const isWhole = row.length === width || (row.length > 1 && !isSure);
  const cells: Omit<DraftCell, 'row'>[] = [];
  let next = 0;
  const fill = (to: number): void => {
    for (; next < to; next += 1)
      cells.push({ column: next, rowSpan: 1, columnSpan: 1, lines: [], box: undefined });
  };
  for (const [at, { lines }] of row.entries()) {
    const own = places[at] ?? [];
    const column = isWhole || row.length === 1 ? at : (own[0] ?? at);
    const columnSpan = row.length === 1 ? width : isWhole ? 1 : own.length;
    fill(column);
    cells.push({ column, rowSpan: 1, columnSpan, lines, box: boxAround(lines.map(({ box }) => box)) });
    next = column + columnSpan;
  }
  fill(width);
  return cells;
}

/** Whether no cell of a column reaches over one of the next, in rows that have a cell in each. */
function standApart(rows: readonly Row[]): boolean {
  const extents = (rows[0] ?? []).map((_, at) =>
    extentOf(rows.flatMap((row) => (row[at]?.lines.length === 0 ? [] : (row[at] ?? [])))),
  );
  return extents.every(({ left }, at) => extents.slice(0, at).every(({ right }) => right <= left));
}

/** Whether each cell of a row stands over columns of its own, behind those of the one before. */
function isPlaced(places: readonly (readonly number[])[]): boolean {
  return places.every((place, at) => (place[0] ?? -1) > (places[at - 1]?.at(-1) ?? -1));
}

/** The columns that each cell of a row stands over: it begins or ends over one of them at least. */
function placesOf(
  row: Row,
  columns: readonly Extent[],
  next: Row | undefined,
): readonly (readonly number[])[] {
  const parts = row.map((cell) => partOf(cell, columns));
  const below = { parts: (next ?? []).map((cell) => partOf(cell, columns)) };
  const spanned = row.length < columns.length ? overRepeated(parts, [below], columns) : undefined;
  return (spanned ?? parts).map(({ column, lastColumn }) =>
    columns.flatMap((_, at) => (at >= column && at <= lastColumn ? [at] : [])),
  );
}

function partOf({ left, right, lines }: TaggedCell, columns: readonly Extent[]): Placed {
  const own = columns.flatMap((column, at) => (sharedWidth({ left, right }, column) > 0 ? [at] : []));
  const tokens = lines.flatMap((line) => line.tokens);
  return { segment: { tokens, left, right }, column: own[0] ?? -1, lastColumn: own.at(-1) ?? -2 };
}
