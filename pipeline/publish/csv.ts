import { stringify } from 'csv-stringify/sync';
import { writeCell } from './spreadsheet.ts';
import type { Column, Table } from './table.ts';

/**
 * A table as CSV: RFC 4180 with LF for line ends, a header, decimals as printed, nothing between two commas
 * for null. A carriage return within a text is quoted too, as the RFC wants it. A text that a spreadsheet would
 * run as a formula is marked, see `writeCell`; numbers stay as they are.
 */
export function writeCsv({ columns, rowCount }: Table): Buffer {
  const cells = columns.map(cellsOf);
  const records: string[][] = [columns.map(({ field }) => field.name)];
  for (let row = 0; row < rowCount; row += 1) records.push(cells.map((column) => column[row] ?? ''));
  return Buffer.from(stringify(records, { record_delimiter: '\n', quote_record_delimiter: true }));
}

function cellsOf(column: Column): readonly string[] {
  if (column.type === 'string') return column.values.map((value) => (value === null ? '' : writeCell(value)));
  return column.values.map((value) => (value === null ? '' : String(value)));
}
