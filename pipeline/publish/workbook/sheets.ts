import type { Cell, CellStyle, ColumnDef, WriteSheet } from 'hucre/xlsx';
import type { Table } from '../table.ts';
import { type CellValue, cellValues } from './cell-value.ts';

/** Narrowest and widest column, in characters. */
const WIDTHS = { least: 6, most: 60 };

/** Rows that a width is taken from. */
const LOOKED_AT = 200;

const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
};

/** A table: its columns under their own names, frozen and with filters, each value in its type. */
export function sheetOf(name: string, { schema, columns, rowCount }: Table): WriteSheet {
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
): WriteSheet {
  return {
    name,
    columns: header.map((title, at) =>
      widthOf([title, ...rows.slice(0, LOOKED_AT).map((row) => row[at] ?? null)]),
    ),
    rows: [[...header], ...rows.map((row) => [...row])],
    cells: new Map([...headerCells(header.length), ...markedTexts(rows)]),
    freezePane: { rows: 1 },
    ...(rows.length > 0 && { autoFilter: { range: `A1:${letters(header.length)}${rows.length + 1}` } }),
  };
}

function headerCells(count: number): Map<string, Partial<Cell>> {
  return new Map(Array.from({ length: count }, (_, at) => [`0,${at}`, { style: HEADER }]));
}

/** Texts that a spreadsheet would take for its own errors, such as `#N/A`: with marks of a text, they stay texts. */
function markedTexts(rows: readonly (readonly CellValue[])[]): readonly (readonly [string, Partial<Cell>])[] {
  return rows.flatMap((row, at) =>
    row.flatMap((value, column) =>
      typeof value === 'string' && value.startsWith('#')
        ? [[`${at + 1},${column}`, { richText: [{ text: value }] }] as const]
        : [],
    ),
  );
}

/** As wide as the longest line of its values, within reason. */
function widthOf(values: readonly CellValue[]): ColumnDef {
  const lengths = values.map((value) => String(value ?? '').split('\n', 1)[0]?.length ?? 0);
  return { width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, ...lengths) + 2) };
}

/** The name of the last of so many columns: 3 gives `C`, 28 gives `AB`. */
export function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((count - 1) % 26))}`;
}
