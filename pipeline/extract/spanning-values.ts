import { type Cell, cellText, type Table } from '../page/table.ts';
import type { PrintRemark } from '../page/token.ts';
import { areValues } from './layout/values.ts';

/**
 * What is to be said of a value that is printed over several rows which print values of their own, or over several
 * columns that the markup names: it is none of theirs alone.
 *
 *     North   345   11        345 stands in a cell of two rows: of the North, of both, or of neither?
 *     South          9
 */
export function overSeveral(cell: Cell, table: Table): PrintRemark | undefined {
  if (cell.row < table.headRows || cell.column === 0 || !isValue(cell)) return undefined;
  const { row, column, rowSpan, columnSpan } = cell;
  const below = table.cells.some(
    (other) =>
      other.row > row && other.row < row + rowSpan && other.column > 0 && other !== cell && isValue(other),
  );
  const heads = table.cells.filter(
    (other) => other.row < table.headRows && other.columnSpan === 1 && other.lines.length > 0,
  );
  const isOverColumns =
    table.columnsToldBy === 'marked up' &&
    columnSpan > 1 &&
    Array.from({ length: columnSpan }, (_, at) => column + at).every((at) =>
      heads.some((head) => head.column === at),
    );
  if (!below && !isOverColumns) return undefined;
  const over = below ? `${rowSpan} rows` : `${columnSpan} columns`;
  return {
    says: `"${cellText(cell)}" in a cell over ${over}: a value of one of them, of all, or of none`,
    stops: true,
  };
}

function isValue(cell: Cell): boolean {
  const text = cellText(cell);
  return text !== '' && areValues(text.split(' '));
}
