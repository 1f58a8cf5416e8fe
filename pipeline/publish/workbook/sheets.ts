import type { Table } from '../table.ts';
import { type CellValue, cellValues } from './cell-value.ts';
import type { Sheet } from './sheet-xml.ts';

/** Narrowest and widest column, in characters. */
const WIDTHS = { least: 6, most: 60 };

/** Rows that a width is taken from. */
const LOOKED_AT = 200;

/** A table: its columns under their own names, frozen and with filters, each value in its type. */
export function sheetOf(name: string, { schema, columns, rowCount }: Table): Sheet {
  const values = columns.map(cellValues);
  const rows = Array.from({ length: rowCount }, (_, row) => values.map((column) => column[row] ?? null));
  return gridSheet(
    name,
    schema.fields.map((field) => field.name),
    rows,
  );
}

/** A sheet of rows under a header that stays in sight. */
export function gridSheet(
  name: string,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Sheet {
  const looked = rows.slice(0, LOOKED_AT);
  return {
    name,
    widths: header.map((title, at) => widthOf([title, ...looked.map((row) => row[at] ?? null)])),
    first: 'header',
    rows: [header, ...rows],
  };
}

/** As wide as the longest line of its values, within reason. */
function widthOf(values: readonly CellValue[]): number {
  const lengths = values.map((value) => String(value ?? '').split('\n', 1)[0]?.length ?? 0);
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, ...lengths) + 2);
}
