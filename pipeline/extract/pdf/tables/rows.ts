import type { Phrase } from '../lines/phrase.ts';
import { cellText } from './cell-text.ts';
import { type Part, partitionOf } from './partition.ts';
import type { CellLine } from './spacing.ts';

/** A row found among cell lines: its cells with the columns they cover. */
export interface OpenRow {
  readonly top: number;
  readonly bottom: number;
  /** Whether the distances of the lines tell where the row begins and ends. */
  readonly isCertain: boolean;
  readonly cells: readonly OpenCell[];
}

export interface OpenCell {
  readonly column: number;
  readonly lastColumn: number;
  readonly text: Phrase;
}

const ASCENT = 0.7;
const DESCENT = 0.2;

/**
 * Groups printed lines, each the cells that stand side by side, into rows: `separators` are level rules, which no cell crosses. Where neither
 * distances nor alignment tell, every printed line stays a row of its own.
 */
export function rowsOf(printed: readonly (readonly CellLine[])[], separators: readonly number[]): OpenRow[] {
  return partitionOf(
    printed.filter((line) => line.length > 0),
    separators,
  ).map(rowOf);
}

/** Whether the cells of a printed line stand in the order of their columns. */
function isInOrder(cells: readonly CellLine[]): boolean {
  return cells.every(({ column }, index) => column >= (cells[index - 1]?.column ?? column));
}

/**
 * A row of which a line's cells stand in another order than the columns that they were taken for: nothing is told by
 * these columns, and its words are given as they follow each other.
 */
function uncertainRow(cells: readonly CellLine[]): OpenRow {
  const lastColumn = Math.max(...cells.map((cell) => cell.lastColumn));
  return {
    isCertain: false,
    top: Math.min(...cells.map(({ line }) => line.baseline - ASCENT * line.size)),
    bottom: Math.max(...cells.map(({ line }) => line.baseline + DESCENT * line.size)),
    cells: [{ column: 0, lastColumn, text: cellText(cells.map(({ line }) => line)) }],
  };
}

function rowOf({ lines, isCertain }: Part): OpenRow {
  const cells = lines.flatMap((line) => line.cells);
  if (lines.some((line) => !isInOrder(line.cells))) return uncertainRow(cells);
  const columns = [...new Set(cells.map(({ column }) => column))].sort((one, other) => one - other);
  return {
    isCertain,
    top: Math.min(...cells.map(({ line }) => line.baseline - ASCENT * line.size)),
    bottom: Math.max(...cells.map(({ line }) => line.baseline + DESCENT * line.size)),
    cells: columns.map((column) => {
      const own = cells.filter((cell) => cell.column === column);
      const lastColumn = Math.max(...own.map((cell) => cell.lastColumn));
      return { column, lastColumn, text: cellText(own.map(({ line }) => line)) };
    }),
  };
}
