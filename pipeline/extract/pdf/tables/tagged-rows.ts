import type { Glyph, PageInk } from '../drawing/ink.ts';
import { linesOf, type TextLine } from '../lines/lines.ts';
import { cellText, type TableRow } from './cell-text.ts';
import { tableRow } from './open-table.ts';
import type { TaggedTable } from './tags.ts';

/** A table whose rows and cells the file itself tells, and the marks of all that is drawn in it. */
export interface TaggedRows {
  readonly rows: readonly TableRow[];
  readonly marks: ReadonlySet<number>;
}

/** The lines of each cell of a row; a cell may be empty. */
type Row = readonly (readonly TextLine[])[];

/**
 * Reads the tables of a page as its tags tell them. Tags are believed where the drawing bears them out: the cells of
 * a row stand side by side in their order, those of the next row below them. A table of which this is not true, or
 * of which a part is turned, is left to be read by its positions.
 */
export function taggedRows(tables: readonly TaggedTable[], { glyphs, turned }: PageInk): TaggedRows[] {
  const byMark = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const own = byMark.get(glyph.mark);
    if (own === undefined) byMark.set(glyph.mark, [glyph]);
    else own[own.length] = glyph;
  }
  return tables.flatMap((table) => {
    const marks = new Set(table.flat(2));
    if (turned.some(({ mark }) => marks.has(mark))) return [];
    const rows = table
      .map((cells): Row => cells.map((cell) => linesOf(cell.flatMap((mark) => byMark.get(mark) ?? []))))
      .filter((row) => row.some((lines) => lines.length > 0));
    if (rows.length === 0 || !rows.every((row, index) => standsWell(row, rows[index + 1]))) return [];
    const columns = columnsOf(rows);
    return [{ rows: rows.map((row) => rowOf(row, columns)), marks }];
  });
}

/** Do the cells of a row stand side by side, and above those of the next that they share a column with? */
function standsWell(row: Row, next: Row | undefined): boolean {
  const cells = row.filter((lines) => lines.length > 0);
  const below = next?.filter((lines) => lines.length > 0) ?? [];
  return (
    cells.every((lines, index) => index === 0 || left(cells[index - 1] ?? []) < left(lines)) &&
    cells.every((lines) => below.every((others) => !overlap(lines, others) || bottom(lines) < top(others)))
  );
}

/** The stretches that the cells of each column cover in the rows that have the most; none if these overlap. */
function columnsOf(rows: readonly Row[]): readonly Row[] {
  const count = Math.max(...rows.map(cellCount));
  const full = rows.filter((row) => row.length === count && cellCount(row) === count);
  const columns = Array.from({ length: count }, (_, at) => full.map((row) => row[at] ?? []));
  const isApart = columns.every((column, at) => {
    const before = columns[at - 1];
    return before === undefined || right(before.flat()) < left(column.flat());
  });
  return isApart ? columns : [];
}

function cellCount(row: Row): number {
  return row.filter((lines) => lines.length > 0).length;
}

/** A cell that holds nothing has no tag; where others stand in one or more of the columns each, it is put back. */
function rowOf(row: Row, columns: readonly Row[]): TableRow {
  const edges = {
    top: Math.min(...row.flatMap((lines) => lines.map(({ baseline, size }) => baseline - size))),
    bottom: Math.max(...row.map(bottom)),
  };
  const places = row.map((lines) =>
    columns.flatMap((column, at) => (overlap(lines, column.flat()) ? [at] : [])),
  );
  const isPlaced = places.every((place, at) => (place[0] ?? -1) > (places[at - 1]?.at(-1) ?? -1));
  if (row.length < 2 || row.length === columns.length || !isPlaced)
    return { ...edges, cells: row.map(cellText) };
  const cells = row.map((lines, at) => ({
    column: places[at]?.[0] ?? 0,
    lastColumn: places[at]?.at(-1) ?? 0,
    text: cellText(lines),
  }));
  return tableRow({ ...edges, isCertain: true, cells }, columns.length - 1, true);
}

function overlap(one: readonly TextLine[], other: readonly TextLine[]): boolean {
  return left(one) < right(other) && left(other) < right(one);
}

function left(lines: readonly TextLine[]): number {
  return Math.min(...lines.map((line) => line.left));
}

function right(lines: readonly TextLine[]): number {
  return Math.max(...lines.map((line) => line.right));
}

function top(lines: readonly TextLine[]): number {
  return Math.min(...lines.map(({ baseline }) => baseline));
}

function bottom(lines: readonly TextLine[]): number {
  return Math.max(...lines.map(({ baseline }) => baseline));
}
