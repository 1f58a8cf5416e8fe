import { inWesternDigits } from '../../locale/look-alikes.ts';
import { textOf } from '../../page/token.ts';
import { areValues } from '../layout/values.ts';
import type { UnwrittenLine } from '../source-text.ts';
import type { GridCell } from './grid.ts';

/** Years and the like name columns and are no values. */
const NAME = /^(?:1[89]|20)\p{Nd}{2}(?:[-–/]\p{Nd}{2,4})?\p{L}{0,4}\.?$/u;

/** A cell of a table with what stands in it. */
type HeadCell = GridCell & { readonly lines: readonly UnwrittenLine[] };

/** How many rows are the head of a table whose markup has no `<thead>`. */
export function headRowsOf(cells: readonly HeadCell[]): number {
  return withoutHeading(namedRowsOf(cells), cells);
}

/**
 * How many rows are the head where the markup has no `<thead>`: the first of nothing but `<th>`, else those above the
 * first row of values. A row in which a head ends that began in a row above is one of them.
 */
function namedRowsOf(cells: readonly HeadCell[]): number {
  const rowsOfData = cells.filter(({ element }) => element.name === 'td').map(({ row }) => row);
  const data = rowsOfData.includes(0) ? firstRowOfValues(cells) : Math.min(...rowsOfData);
  const above = cells.filter(({ row }) => row < data);
  return Math.max(0, ...above.map(({ row, rowSpan }) => row + rowSpan));
}

/**
 * The rows of a head without the heading of the first rows of values, which looks as those of the others below: the only
 * text of its row, in the first column, and no other head ends there.
 *
 *     Month | Index
 *     2022          // of January and February below, as 2023 is further down
 */
function withoutHeading(headRows: number, cells: readonly HeadCell[]): number {
  const isHeading = (row: number): boolean => {
    const own = cells.filter(
      (cell) => cell.row <= row && cell.row + cell.rowSpan > row && cell.lines.length > 0,
    );
    return own.length === 1 && own[0]?.row === row && own[0].column === 0;
  };
  const isAgain = cells.some(({ row }) => row > headRows && isHeading(row));
  return headRows > 1 && isAgain && isHeading(headRows - 1) ? headRows - 1 : headRows;
}

function firstRowOfValues(cells: readonly HeadCell[]): number {
  const values = cells.filter(({ column, lines }) => {
    const texts = lines.flatMap(({ tokens }) => textOf(tokens).split(' '));
    return column > 0 && areValues(texts) && !texts.every((text) => NAME.test(inWesternDigits(text)));
  });
  return values.length === 0 ? 1 : Math.min(...values.map(({ row }) => row));
}
