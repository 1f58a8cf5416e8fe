import type { Box } from './place.ts';
import { type Line, textOf } from './token.ts';

/**
 * By what the rows or the columns of a table are told apart, the most certain first:
 *
 * - `marked up`: the source names each cell (HTML, DOCX);
 * - `tagged`: the file's own structure names each cell, and the drawing bears it out;
 * - `ruled`: each is parted from the next by drawn lines or by its shading;
 * - `aligned`: by the places of the text alone, and these allow one reading only;
 * - `none`: by the places of the text alone, and they would allow another reading as well. Who reads such a table
 *   needs other evidence.
 */
export type ToldBy = 'marked up' | 'tagged' | 'ruled' | 'aligned' | 'none';

/** A cell of a table. An empty cell is a cell: it has no lines. */
export interface Cell {
  /** Row and column of its first place, both from 0. */
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it covers, 1 but for a cell that spans. */
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** What is printed in it, from top to bottom. */
  readonly lines: readonly Line[];
  /** The room of the cell where its borders are known, else the box of what is printed in it. */
  readonly box: Box | undefined;
}

/**
 * A table: its cells cover every place of `rows` by `columns` exactly once. Cells stand in the order of their rows, then
 * of their columns. Its boxhead is known; its stub, the column of its labels, is a column like the others.
 */
export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** How many rows at the top are the boxhead: the names of columns. */
  readonly headRows: number;
  readonly rowsToldBy: ToldBy;
  readonly columnsToldBy: ToldBy;
  readonly box: Box | undefined;
  /** Whether its first column stands at the right, where a source names its cells and not their places. */
  readonly isFromRight?: boolean;
}

/** What is printed in a cell as one text: its lines with a space between them. */
export function cellText({ lines }: Cell): string {
  return lines.map(({ tokens }) => textOf(tokens)).join(' ');
}

/**
 * The texts of a table, row by row, each row with as many as the table has columns: the text of a cell stands in its
 * first place, and its other places are empty.
 */
export function tableTexts({ rows, columns, cells }: Table): readonly (readonly string[])[] {
  const texts = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  for (const cell of cells) {
    const row = texts[cell.row];
    if (row !== undefined) row[cell.column] = cellText(cell);
  }
  return texts;
}

/** The cells of each row, in the order of their columns; one that spans rows stands in its first. */
export function rowsOf({ rows, cells }: Table): readonly (readonly Cell[])[] {
  const lists: Cell[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) lists[cell.row]?.push(cell);
  return lists;
}
