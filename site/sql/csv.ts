import type { Answer, Cell } from './answer.ts';

/**
 * An answer as CSV, written as the published files are: a header, LF for line ends, decimals as they are, nothing
 * between two commas for null (an empty text has its quotes).
 */
export function csvOf({ columns, rows }: Answer): string {
  const records = [columns.map(({ name }) => name), ...rows];
  return records.map((record) => `${record.map(field).join(',')}\n`).join('');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
