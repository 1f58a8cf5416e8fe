import { stroke, widthOf } from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedCell, type PrintedRows, valuesOf } from './printed-table.ts';

/** Rows whose sums hold with 12 in the first, which prints this in its place. */
export const withCell = (cell: PrintedCell): PrintedRows => [
  ['41', '70', cell],
  ['38', '44', '7'],
  ['3', '26', '5'],
];

/** Rows whose sums hold with 345 in the second, which prints this in its place. */
export const inSecondRow = (cell: PrintedCell): PrintedRows => [
  ['375', '20', '34'],
  [cell, '11', '17'],
  ['30', '9', '17'],
];
/** What is read of these rows where the cell says 345. */
export const WHOLE = '375 20 34 345 11 17 30 9 17';

/** What a table declares of its empty cells. */
export const BLANK = 'blank: missing\n';

/** What is read of the cell of the first row, in a ruled table and in one without rules. */
export async function bothOf(cell: PrintedCell, declared = BLANK): Promise<readonly string[]> {
  const rows = withCell(cell);
  return [await valuesOf({ rows, declared }), await valuesOf({ rows, declared, ruled: false })];
}

/** A number that ends at `right`, with a line through it. */
export const through =
  (text: string, up: number, shift = 0, thick = 0.6) =>
  (right: number, y: number): string => {
    const left = right - widthOf(text);
    return `${ending(right, y, text)}${stroke(left - 1 + shift, y + up, right + 1 + shift, y + up, thick)}`;
  };
