import type { Cell, Table } from '../../../page/table.ts';
import { type PlannedColumn, type TablePlan, valueIndexes } from '../../../template/tables/table-plan.ts';
import type { MatchedColumns } from './headers.ts';
import type { Letter } from './letters.ts';
import { partsOf } from './parts.ts';
import { headRowsIn } from './repeated-head.ts';
import type { PlannedRow } from './steps.ts';

/** A table of the source that a declared table is printed in, or a part of it. */
export interface FoundTable {
  readonly page: number;
  readonly table: Table;
  readonly columns: MatchedColumns;
  /** Whether its title or its page names it; else it follows one that is named, and may go on with it. */
  readonly isNamed: boolean;
  /** What else stands beside its title in one line, and is not left out by a rule. */
  readonly besideTitle: readonly Letter[];
}

/** A printed row of a part of a table, one of those beside each other or below each other. */
export interface PrintedRow {
  readonly page: number;
  readonly table: Table;
  /** Its place in the table, from 0. */
  readonly row: number;
  /** Whether a part of the table begins with it: the first row on another page, beside the others, or below a head. */
  readonly isFirst: boolean;
  /** The cells of the keys and of the values; one that spans rows is in each of them. */
  readonly keys: ReadonlyMap<string, Cell>;
  readonly values: readonly { readonly index: number; readonly cell: Cell }[];
  /** Cells that are declared not to be published. */
  readonly ignored: readonly Cell[];
}

/** Rows that are read one after the other, with the columns of values that they have. */
export interface PrintedBody {
  readonly indexes: readonly number[];
  readonly rows: readonly PrintedRow[];
}

/** A declared row with the printed rows that it stands on: more than one where its label is printed over several. */
export interface BodyRow {
  readonly row: PlannedRow;
  readonly printed: readonly PrintedRow[];
}

/** Columns of a table that belong together: the labels of rows, and their values. */
interface Strip {
  readonly columns: readonly { readonly column: number; readonly role: PlannedColumn }[];
  readonly indexes: readonly number[];
}

/**
 * The rows of all tables that a declared table is printed in, in the order in which they are read: those beside each other
 * one after the other, then those on the next page. Where the columns go on on another page its rows are another body.
 */
export function bodiesOf(found: readonly FoundTable[]): readonly PrintedBody[] {
  const bodies = new Map<string, { readonly indexes: readonly number[]; readonly rows: PrintedRow[] }>();
  for (const each of found) {
    const heads = headRowsIn(each.table, each.columns.headRows);
    for (const { columns, indexes } of stripsOf(each.columns.roles)) {
      const name = [...indexes].sort((one, other) => one - other).join(' ');
      const body = bodies.get(name) ?? { indexes, rows: [] };
      bodies.set(name, body);
      for (let row = each.columns.headRows; row < each.table.rows; row += 1) {
        const isFirst = row === each.columns.headRows || heads.has(row - 1);
        if (!heads.has(row)) body.rows.push(printedRow(each, row, columns, isFirst));
      }
    }
  }
  return [...bodies.values()];
}

/** Whether a table is printed beside itself. */
export function isBesideItself({ columns }: FoundTable): boolean {
  return stripsOf(columns.roles).length > 1;
}

/** A table that is printed beside itself: a strip begins where a key stands again, or ends where keys stand last. */
function stripsOf(roles: MatchedColumns['roles']): readonly Strip[] {
  const strips: { column: number; role: PlannedColumn }[][] = [[]];
  const first = roles.find((role) => role !== undefined && role.role !== 'ignore');
  let seen = new Set<string>();
  for (const [column, role] of roles.entries()) {
    if (role === undefined) continue;
    const name = role.role === 'key' ? role.key : valueIndexes(role)[0]?.toString();
    if (name !== undefined && seen.has(name) && (first?.role !== 'key' || role.role === 'key')) {
      strips.push([]);
      seen = new Set();
    }
    if (name !== undefined) seen.add(name);
    strips.at(-1)?.push({ column, role });
  }
  return strips.map((columns) => ({
    columns,
    indexes: columns.flatMap(({ role }) => valueIndexes(role)),
  }));
}

function printedRow(
  { page, table }: FoundTable,
  row: number,
  columns: Strip['columns'],
  isFirst: boolean,
): PrintedRow {
  const keys = new Map<string, Cell>();
  const values: { index: number; cell: Cell }[] = [];
  const ignored: Cell[] = [];
  for (const { column, role } of columns) {
    const cell = cellAt(table, row, column);
    if (cell === undefined) continue;
    if (role.role === 'key') keys.set(role.key, cell);
    else if (role.role === 'value') values.push({ index: role.index, cell });
    else if (role.role === 'parts') {
      const parts = partsOf(cell, role);
      for (const [at, index] of role.indexes.entries()) values.push({ index, cell: parts[at] ?? cell });
    } else ignored.push(cell);
  }
  return { page, table, row, isFirst, keys, values, ignored };
}

const cellsByPlace = new WeakMap<Table, ReadonlyMap<number, Cell>>();

/** The cell that covers a place. */
function cellAt(table: Table, row: number, column: number): Cell | undefined {
  let places = cellsByPlace.get(table);
  if (places === undefined) {
    const all = new Map<number, Cell>();
    for (const cell of table.cells)
      for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1)
        for (let c = cell.column; c < cell.column + cell.columnSpan; c += 1)
          all.set(r * table.columns + c, cell);
    places = all;
    cellsByPlace.set(table, places);
  }
  return places.get(row * table.columns + column);
}

/** The key whose label every row has: the last of those that have a column. */
export function ownKeyOf(
  { rowKeys }: Pick<TablePlan, 'rowKeys'>,
  rows: readonly PrintedRow[],
): string | undefined {
  return rowKeys.filter((key) => rows.some(({ keys }) => keys.has(key))).at(-1);
}

/** Whether a printed row holds values, and not one text over all of its columns. */
export function hasValues({ values }: PrintedRow): boolean {
  const cells = new Set(values.map(({ cell }) => cell));
  return [...cells].some(({ lines, columnSpan }) => lines.length > 0 && columnSpan === 1);
}
