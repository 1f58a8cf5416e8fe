import type { LineBox } from '../lines/line-boxes.ts';
import type { TextLine } from '../lines/lines.ts';
import { isNumeric, isOneNumber } from '../lines/numbers.ts';

/** A line of one cell. A cell may span several columns; column 0 holds the labels. */
export interface CellLine {
  readonly line: TextLine;
  readonly column: number;
  readonly lastColumn: number;
}

/** What stands on one baseline of a table, over all columns. */
export interface PrintedLine {
  readonly baseline: number;
  readonly cells: readonly BoxedCell[];
}

export interface BoxedCell extends CellLine {
  readonly box: LineBox;
}

/** What a table's distances say about its lines. */
export interface Spacing {
  /** For each printed line, how it stands to the nearest one above in the same column; none for the first. */
  readonly steps: readonly (Apartness | undefined)[];
  /** Whether rows stand clearly further apart than lines of a cell. */
  readonly isTelling: boolean;
  /** By how much distances differ that should be alike, those within cells and those of rows, in em. */
  readonly unevenness: number;
}

export interface Apartness {
  /** Index of the line above. */
  readonly above: number;
  /** From 0, as close as lines of a cell are, to 1, as far apart as rows are. */
  readonly share: number;
  /** The distance in em, without what superscripts may have added. */
  readonly bare: number;
}

/** Lines of one cell are never further apart than this, in em from box to box, nor closer. */
const WIDEST_LEADING = 0.8;
const LEAST_LEADING = -0.3;
/** Rows that stand further apart have a heading between them. */
const HEADING_APART = 1.3;
/** A jump in the distances that is wider than that, in em, tells rows from lines. */
const TELLING = 0.11;
const NEARLY_WIDEST = 0.8;
/** Rows whose labels and numbers are wrapped alike look like several; they are not many. */
const RARE = 0.2;
/** So many printed lines above, one holds the line before in the same column: between may lie other columns' lines. */
const LOOK_BACK = 3;

interface Step {
  readonly above: number;
  readonly gap: number;
  /** The same without what superscripts may have added. */
  readonly bare: number;
  /** The lines are certainly two rows. */
  readonly isRowStep: boolean;
}

/** Learns how far apart the lines of one cell are, and the rows. */
export function spacingOf(lines: readonly PrintedLine[]): Spacing {
  const steps = lines.map((_, index) => stepTo(lines, index));
  const plain = steps.flatMap((step) =>
    step !== undefined && step.gap === step.bare && step.gap > LEAST_LEADING ? [step] : [],
  );
  const rows = plain.filter(({ gap, isRowStep }) => isRowStep && gap < WIDEST_LEADING).map(({ gap }) => gap);
  const pitch = rows.sort((one, other) => one - other)[Math.floor(rows.length * RARE)];
  const near = plain.map(({ gap }) => gap).filter((gap) => gap < (pitch ?? WIDEST_LEADING));
  const sorted = [...near, ...(pitch === undefined ? [] : [pitch])].sort((one, other) => one - other);
  const jumps = sorted.slice(1).map((gap, index) => gap - (sorted[index] ?? gap));
  const widest = Math.max(0, ...jumps);
  const isWide = (jump: number): boolean => jump >= NEARLY_WIDEST * widest;
  const at = pitch === undefined ? jumps.findIndex(isWide) : jumps.findLastIndex(isWide);
  const low = sorted[at] ?? 0;
  const high = sorted[at + 1] ?? 0;
  const isTelling = widest >= TELLING;
  const share = (gap: number): number => {
    if (isTelling) return Math.min(1, Math.max(0, (gap - low) / (high - low)));
    return gap > (pitch ?? WIDEST_LEADING) + TELLING ? 1 : 0.5;
  };
  return {
    isTelling,
    unevenness: unevennessOf(plain.map(({ gap }) => gap).filter((gap) => gap < HEADING_APART)),
    steps: steps.map((step) => {
      if (step === undefined) return undefined;
      const { above, gap, bare } = step;
      return { above, share: (share(gap) + share(bare)) / 2, bare };
    }),
  };
}

/** The mean distance of values to the middle of their kind, where they are best parted into two kinds. */
function unevennessOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const off = (kind: readonly number[]): number => {
    const middle = kind[kind.length >> 1] ?? 0;
    return kind.reduce((sum, value) => sum + Math.abs(value - middle), 0);
  };
  const parted = sorted.map((_, cut) => off(sorted.slice(0, cut)) + off(sorted.slice(cut)));
  return Math.min(...parted, Infinity) / sorted.length;
}

function stepTo(lines: readonly PrintedLine[], index: number): Step | undefined {
  const below = lines[index];
  if (below === undefined) return undefined;
  for (let above = index - 1; above >= Math.max(0, index - LOOK_BACK); above -= 1) {
    const line = lines[above];
    const gap = line === undefined ? undefined : gapOf(line, below);
    if (line === undefined || gap === undefined) continue;
    return { above, gap: gap.least, bare: gap.bare, isRowStep: areTwoRows(line, below) };
  }
  return undefined;
}

/** A label with numbers beside it. */
export function isWhole({ cells }: Pick<PrintedLine, 'cells'>): boolean {
  return cells.some(({ column }) => column === 0) && cells.some(({ column }) => column > 0);
}

/** Both are labels with numbers beside them, and not all of the numbers can go on from one line to the next. */
function areTwoRows(above: PrintedLine, below: PrintedLine): boolean {
  if (!isWhole(above) || !isWhole(below)) return false;
  return below.cells.some(({ column, line }) => {
    const before = above.cells.find((cell) => cell.column === column)?.line;
    if (column === 0 || before === undefined || !isNumeric(line) || !isNumeric(before)) return false;
    return !isOneNumber([before, line]);
  });
}

/** The least distance, in em, of two lines in one column; `bare` is without what superscripts may have added. */
function gapOf(above: PrintedLine, below: PrintedLine): { least: number; bare: number } | undefined {
  let least = Infinity;
  let bare = Infinity;
  for (const cell of below.cells) {
    for (const before of above.cells) {
      if (cell.column !== before.column) continue;
      least = Math.min(least, distance(before, cell));
      bare = Math.min(bare, distance(before, cell) - cell.box.overhang / cell.line.size);
    }
  }
  return least === Infinity ? undefined : { least, bare };
}

function distance(above: BoxedCell, below: BoxedCell): number {
  return (below.box.top - above.box.bottom) / below.line.size;
}

/** Lines of one cell follow each other closely. */
export function isContinuous(cells: readonly BoxedCell[]): boolean {
  return cells.every((cell, index) => {
    const above = cells[index - 1];
    return (
      above === undefined || distance(above, cell) - cell.box.overhang / cell.line.size <= WIDEST_LEADING
    );
  });
}
