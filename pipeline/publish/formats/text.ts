import { stringify } from 'csv-stringify/sync';
import type { Column, Table } from '../table.ts';
import { writeCell } from './spreadsheet.ts';

/**
 * A table as JSON: an array of objects, one row a line. A decimal is a JSON number with its printed decimals
 * (`12.50`), so the text is built here and not by JSON.stringify, which would drop the zero.
 */
export function writeJson({ columns, rowCount }: Table): Buffer {
  const names = columns.map(({ field }) => JSON.stringify(field.name));
  const cells = columns.map(jsonCells);
  const lines: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    lines.push(`{${cells.map((column, at) => `${names[at]}:${column[row]}`).join(',')}}`);
  }
  return Buffer.from(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
}

function jsonCells(column: Column): readonly string[] {
  if (column.type === 'number') return column.values.map((value) => value ?? 'null');
  return column.values.map((value) => JSON.stringify(value));
}

/**
 * A table as CSV: RFC 4180 with LF for line ends, a header, decimals as printed, nothing between two commas
 * for null. A carriage return within a text is quoted too, as the RFC wants it. A text that a spreadsheet would
 * run as a formula is marked, see `writeCell`; numbers stay as they are.
 */
export function writeCsv({ columns, rowCount }: Table): Buffer {
  const cells = columns.map(csvCells);
  const records: string[][] = [columns.map(({ field }) => field.name)];
  for (let row = 0; row < rowCount; row += 1) records.push(cells.map((column) => column[row] ?? ''));
  return Buffer.from(stringify(records, { record_delimiter: '\n', quote_record_delimiter: true }));
}

function csvCells(column: Column): readonly string[] {
  if (column.type === 'string') return column.values.map((value) => (value === null ? '' : writeCell(value)));
  return column.values.map((value) => (value === null ? '' : String(value)));
}
