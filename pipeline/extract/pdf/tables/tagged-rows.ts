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

/** From left to right. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

interface Cell extends Stretch {
  /** None in an empty cell. */
  readonly lines: readonly TextLine[];
  /** The first and the last baseline. */
  readonly first: number;
  readonly last: number;
}

type Row = readonly Cell[];

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
    else own.push(glyph);
  }
  return tables.flatMap((table) => {
    const marks = new Set(table.flat(2));
    if (turned.some(({ mark }) => marks.has(mark))) return [];
    const rows = table
      .map((cells): Row => cells.map((cell) => cellOf(cell.flatMap((mark) => byMark.get(mark) ?? []))))
      .filter((row) => filled(row).length > 0);
    if (rows.length === 0 || !rows.every((row, index) => standsWell(row, rows[index + 1]))) return [];
    const columns = columnsOf(rows);
    return [{ rows: rows.map((row) => rowOf(row, columns)), marks }];
  });
}

function cellOf(glyphs: readonly Glyph[]): Cell {
  const lines = linesOf(glyphs);
  const baselines = lines.map(({ baseline }) => baseline);
  return { lines, ...stretchOf(lines), first: Math.min(...baselines), last: Math.max(...baselines) };
}

function stretchOf(parts: readonly Stretch[]): Stretch {
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
    cells.every((cell) => below.every((other) => !overlap(cell, other) || cell.last < other.first))
  );
}

/** The stretches that the cells of each column cover in the rows that have the most; none if these overlap. */
function columnsOf(rows: readonly Row[]): readonly Stretch[] {
  const count = Math.max(...rows.map((row) => filled(row).length));
  const full = rows.filter((row) => row.length === count && filled(row).length === count);
  const columns = Array.from({ length: count }, (_, at) => stretchOf(full.flatMap((row) => row[at] ?? [])));
  const isApart = columns.every(({ left }, at) => (columns[at - 1]?.right ?? -Infinity) < left);
  return isApart ? columns : [];
}

/** A cell that holds nothing has no tag; where others stand in one or more of the columns each, it is put back. */
function rowOf(row: Row, columns: readonly Stretch[]): TableRow {
  const edges = {
    top: Math.min(...row.flatMap(({ lines }) => lines.map(({ baseline, size }) => baseline - size))),
    bottom: Math.max(...row.map(({ last }) => last)),
  };
  const places = row.map((cell) => columns.flatMap((column, at) => (overlap(cell, column) ? [at] : [])));
  const isPlaced = places.every((place, at) => (place[0] ?? -1) > (places[at - 1]?.at(-1) ?? -1));
  if (row.length < 2 || row.length === columns.length || !isPlaced)
    return { ...edges, cells: row.map(({ lines }) => cellText(lines)) };
  const cells = row.map(({ lines }, at) => ({
    column: places[at]?.[0] ?? 0,
    lastColumn: places[at]?.at(-1) ?? 0,
    text: cellText(lines),
  }));
  return tableRow({ ...edges, isCertain: true, cells }, columns.length - 1, true);
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.left < other.right && other.left < one.right;
}
