import type { Column, Table } from './table.ts';

/**
 * A table as JSON: an array of objects, one row a line. A decimal is a JSON number with its printed decimals
 * (`12.50`), so the text is built here and not by JSON.stringify, which would drop the zero.
 */
export function writeJson({ columns, rowCount }: Table): Buffer {
  const names = columns.map(({ field }) => JSON.stringify(field.name));
  const cells = columns.map(cellsOf);
  const lines: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    lines.push(`{${cells.map((column, at) => `${names[at]}:${column[row]}`).join(',')}}`);
  }
  return Buffer.from(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
}

function cellsOf(column: Column): readonly string[] {
  if (column.type === 'number') return column.values.map((value) => value ?? 'null');
  return column.values.map((value) => JSON.stringify(value));
}
