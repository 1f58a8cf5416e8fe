import type { Element } from 'domhandler';
import type { Look } from './look.ts';
import { SETTINGS } from './settings.ts';
import { elementsOf } from './tree.ts';

/** The places that a cell covers. */
export interface Places {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A cell of a table in the markup. */
export interface GridCell extends Places {
  readonly element: Element;
}

/** The cells of a table as a browser places them. */
export interface Grid {
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** How many of its rows the markup calls the head. */
  readonly headRows: number;
}

const GROUPS = new Set(['thead', 'tbody', 'tfoot']);
/** What groups of rows are that a style lays out as others. */
const LAID_OUT: Readonly<Record<string, string>> = {
  'table-header-group': 'thead',
  'table-row-group': 'tbody',
  'table-footer-group': 'tfoot',
};
const CELLS = new Set(['td', 'th']);
/** The most that HTML knows. */
const MOST_COLUMNS = SETTINGS.mostColumns.value;
const MOST_ROWS = SETTINGS.mostRows.value;

/**
 * Places the cells of a table as HTML says: each in the first free place of its row, over as many as it spans;
 * `rowspan="0"` goes on to the end of its group of rows, and no span leaves it. The first `<thead>` stands first and
 * the first `<tfoot>` last, wherever they are written, or what a style lays out so. `lookAt` tells that, and what is not
 * shown and takes no room; a cell that a style makes another box stands in a cell that spans nothing.
 */
export function gridOf(table: Element, lookAt: (element: Element) => TableLook): Grid {
  const isLeftOut = (element: Element): boolean => lookAt(element).isGone;
  const isNamed = (element: Element | undefined, name: string): boolean =>
    element !== undefined && (LAID_OUT[lookAt(element).display ?? ''] ?? element.name) === name;
  const groups = groupsOf(table).filter(({ element }) => element === undefined || !isLeftOut(element));
  const head = groups.find(({ element }) => isNamed(element, 'thead'));
  const foot = groups.find(({ element }) => isNamed(element, 'tfoot'));
  const middle = groups.filter((group) => group !== head && group !== foot);
  const cells: GridCell[] = [];
  let rows = 0;
  let headEnd = 0;
  for (const group of [head, ...middle, foot]) {
    if (group === undefined) continue;
    const own = group.rows.filter((row) => !isLeftOut(row));
    cells.push(...placed(own, rows, lookAt));
    rows += own.length;
    if (group === head) headEnd = rows;
  }
  return { rows, cells, headRows: headEnd };
}

/**
 * The same without the rows and columns in which nothing begins that says something: a title with `colspan="9"` over
 * three columns spans three, and a column that only keeps a distance is none.
 */
export function withoutEmptyPlaces<C extends Places & { readonly lines: readonly unknown[] }>(
  cells: readonly C[],
): {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly C[];
  readonly rowsBefore: (row: number) => number;
} {
  const saying = cells.filter(({ lines }) => lines.length > 0);
  const rowsBefore = startsBefore(saying.map(({ row }) => row));
  const columnsBefore = startsBefore(saying.map(({ column }) => column));
  const left = cells.map((cell): C => {
    const row = rowsBefore(cell.row);
    const column = columnsBefore(cell.column);
    const rowSpan = rowsBefore(cell.row + cell.rowSpan) - row;
    const columnSpan = columnsBefore(cell.column + cell.columnSpan) - column;
    return { ...cell, row, column, rowSpan, columnSpan };
  });
  const isLeft = ({ rowSpan, columnSpan }: Places): boolean => rowSpan > 0 && columnSpan > 0;
  return {
    rows: rowsBefore(Infinity),
    columns: columnsBefore(Infinity),
    cells: left.filter(isLeft),
    rowsBefore,
  };
}

/** How a part of a table looks, as far as that decides its place. */
type TableLook = Pick<Look, 'isGone' | 'display'>;

/** Whether a style makes a cell another box: a browser puts a cell around it, and around those beside it. */
export function isLoose({ display }: TableLook): boolean {
  return display !== undefined && display !== 'table-cell';
}

interface Group {
  readonly element: Element | undefined;
  readonly rows: Element[];
}

function groupsOf(table: Element): readonly Group[] {
  const groups: Group[] = [];
  for (const element of elementsOf(table)) {
    if (GROUPS.has(element.name)) {
      groups.push({ element, rows: elementsOf(element).filter(({ name }) => name === 'tr') });
    } else if (element.name === 'tr') {
      const last = groups.at(-1);
      if (last !== undefined && last.element === undefined) last.rows.push(element);
      else groups.push({ element: undefined, rows: [element] });
    }
  }
  return groups;
}

function placed(
  rows: readonly Element[],
  first: number,
  lookAt: (element: Element) => TableLook,
): GridCell[] {
  const cells: GridCell[] = [];
  /** For each column the row behind the cell that reaches furthest down in it. */
  const taken: number[] = [];
  for (const [index, row] of rows.entries()) {
    const isFree = (column: number): boolean => (taken[column] ?? 0) <= index;
    let column = 0;
    for (const element of elementsOf(row)) {
      const look = lookAt(element);
      if (!CELLS.has(element.name) || look.isGone) continue;
      const { colspan, rowspan } = isLoose(look) ? {} : element.attribs;
      while (!isFree(column)) column += 1;
      const width = Math.max(1, spanOf(colspan, MOST_COLUMNS));
      const height = spanOf(rowspan, MOST_ROWS);
      let columnSpan = 0;
      // A place that a cell from above holds is not taken from it.
      while (columnSpan < width && isFree(column + columnSpan)) columnSpan += 1;
      const left = rows.length - index;
      const rowSpan = height === 0 ? left : Math.min(height, left);
      for (let own = column; own < column + columnSpan; own += 1) taken[own] = index + rowSpan;
      cells.push({ element, row: first + index, column, rowSpan, columnSpan });
      column += width;
    }
  }
  return cells;
}

/** How many places an attribute says that something spans. */
export function spanOf(attribute: string | undefined, most = MOST_COLUMNS): number {
  const digits = /^\s*\+?(\d+)/.exec(attribute ?? '')?.[1];
  return digits === undefined ? 1 : Math.min(Number(digits), most);
}

/** Tells for a place before how many of its kind something begins: the places at which nothing does are none. */
function startsBefore(places: readonly number[]): (place: number) => number {
  const starts = [...new Set(places)].sort((one, other) => one - other);
  return (place) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
