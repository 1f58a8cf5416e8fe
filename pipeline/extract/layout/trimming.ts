import { grouped } from '../../page/grouped.ts';
import { boxAround } from '../../page/place.ts';
import type { InkToken, Rule } from './ink.ts';
import { isNumber } from './lines.ts';
import { type RulesAt, rulesAt } from './rules-at.ts';
import { SETTINGS } from './settings.ts';
import type { DraftCell, DraftTable } from './table.ts';

const LEAST_FILLED = SETTINGS.filledPlaces.value;
const LEAST_FILLED_OF_TWO = SETTINGS.filledPlacesOfTwo.value;

/**
 * A table without what is drawn around it: rows and columns that print nothing, and at its top and bottom rows of one
 * cell, which are titles and notes; a number alone at its bottom is none. Undefined where nothing is left that is a table.
 */
export function trimmed(table: DraftTable, uprights: readonly Rule[]): DraftTable | undefined {
  if (crossings(table, uprights) > 1) return undefined;
  const filled = table.cells.filter(({ lines }) => lines.length > 0);
  const filledRows = new Set(filled.map((cell) => cell.row));
  const rows = range(table.rows).filter((row) => filledRows.has(row));
  const hasUprights = table.ruledRows.includes(true);
  const isAlone = (row: number): boolean => {
    const own = filled.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
    const [only] = own;
    if (own.length !== 1 || only?.column !== 0) return false;
    // Without uprights, a row of which a label is all that is printed stands above the closing rule like the others.
    const isOut = hasUprights ? table.ruledRows[row] !== true : table.closedRows[row] !== true;
    return only.columnSpan > 1 || isOut;
  };
  const isNumberIn = (row: number | undefined): boolean =>
    filled.some((cell) => cell.row === row && cell.lines.every(isNumber));
  let [top, bottom] = [0, rows.length];
  while (top < bottom && isAlone(rows[top] ?? 0)) top += 1;
  while (bottom > top && isAlone(rows[bottom - 1] ?? 0) && !isNumberIn(rows[bottom - 1])) bottom -= 1;
  const kept = rows.slice(top, bottom);
  const keptRows = new Set(kept);
  const within = filled.filter((cell) => keptRows.has(cell.row));
  const filledColumns = new Set(within.map((cell) => cell.column));
  const columns = range(table.columns).filter((column) => filledColumns.has(column));
  if (kept.length < 2 || columns.length < 2) return undefined;
  const rowsBefore = keptBefore(table.rows, keptRows);
  const columnsBefore = keptBefore(table.columns, filledColumns);
  const before = (place: number, counts: readonly number[]): number => counts[place] ?? counts.at(-1) ?? 0;
  const isWhole = kept.length === table.rows && columns.length === table.columns;
  const trim = (cell: DraftCell): readonly DraftCell[] => {
    const row = before(cell.row, rowsBefore);
    const column = before(cell.column, columnsBefore);
    const rowSpan = before(cell.row + cell.rowSpan, rowsBefore) - row;
    const columnSpan = before(cell.column + cell.columnSpan, columnsBefore) - column;
    return rowSpan === 0 || columnSpan === 0 ? [] : [{ ...cell, row, column, rowSpan, columnSpan }];
  };
  const cells = isWhole ? table.cells : table.cells.flatMap(trim);
  if (
    places(within) < (kept.length > 2 ? LEAST_FILLED : LEAST_FILLED_OF_TWO) * kept.length * columns.length ||
    !isFilled(cells) ||
    (table.rowsToldBy === 'none' && !areLevel(cells))
  )
    return undefined;
  return {
    ...table,
    rows: kept.length,
    columns: columns.length,
    cells,
    closedRows: kept.map((row) => table.closedRows[row] === true),
    frame: {
      ...table.frame,
      opensAbove: table.frame.opensAbove && kept[0] === 0,
      opensBelow: table.frame.opensBelow && kept.at(-1) === table.rows - 1,
    },
    ruledRows: kept.map((row) => table.ruledRows[row] === true),
    headRows: Math.max(0, kept.filter((row) => row < table.headRows).length),
    box: boxAround(cells.flatMap(({ box }) => box ?? [])) ?? table.box,
  };
}

/** How many of the rows, or columns, that are kept stand before each, and before the end. */
function keptBefore(length: number, kept: ReadonlySet<number>): readonly number[] {
  const counts = [0];
  for (let place = 0; place < length; place += 1)
    counts.push((counts[place] ?? 0) + (kept.has(place) ? 1 : 0));
  return counts;
}

function places(cells: readonly DraftCell[]): number {
  return cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
}

/** Two rows at least have two cells that print something. */
function isFilled(cells: readonly DraftCell[]): boolean {
  const counts = new Map<number, number>();
  for (const { row, lines } of cells) if (lines.length > 0) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).length > 1;
}

/** Whether cells of the same row stand on one line, in most rows: the numbers at the axis of a chart and its bars do not. */
function areLevel(cells: readonly DraftCell[]): boolean {
  const printed = cells.filter(({ lines }) => lines.length > 0);
  const several = [...grouped(printed, ({ row }) => row).values()].filter((own) => own.length > 1);
  return several.filter(hasLine).length >= SETTINGS.levelRows.value * several.length;
}

function hasLine(row: readonly DraftCell[]): boolean {
  const feet = row.flatMap(({ column, lines }) =>
    lines.flatMap(({ baseline, tokens: [first] }) =>
      first === undefined || first.print.turns !== 0 ? [] : [{ column, baseline, size: first.print.size }],
    ),
  );
  return feet.some((one) =>
    feet.some(
      (other) =>
        one.column !== other.column &&
        Math.abs(one.baseline - other.baseline) < SETTINGS.sameBaseline.value * one.size,
    ),
  );
}

/** How many tokens an upright rule strikes through: those of a chart, never those of a table. */
function crossings({ cells }: DraftTable, uprights: readonly Rule[]): number {
  if (uprights.length === 0) return 0;
  const isCrossed = crossedBy(rulesAt(uprights, 'upright'));
  let count = 0;
  for (const { lines } of cells)
    for (const { tokens } of lines) for (const token of tokens) if (isCrossed(token)) count += 1;
  return count;
}

function crossedBy(uprights: RulesAt): (token: InkToken) => boolean {
  return ({ box: { left, right, top, bottom }, print }) => {
    const slack = 0.3 * print.size;
    return uprights(left + slack, right - slack, ({ from, to }) => from < top + slack && to > bottom - slack);
  };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
