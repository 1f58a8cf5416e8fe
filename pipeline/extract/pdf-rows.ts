import { cellText } from './pdf-cells.ts';
import type { TextLine } from './pdf-lines.ts';
import type { Phrase } from './pdf-phrase.ts';

/** A line of one cell. A cell may span several columns. */
export interface CellLine {
  readonly line: TextLine;
  readonly column: number;
  readonly lastColumn: number;
}

/** A row found among cell lines: its cells with the columns they cover. */
export interface OpenRow {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly { readonly column: number; readonly lastColumn: number; readonly text: Phrase }[];
}

interface Block {
  readonly column: number;
  readonly lastColumn: number;
  readonly lines: TextLine[];
  readonly top: number;
  bottom: number;
}

/** What the ink of a line covers above and below its baseline, in em. */
const INK_ABOVE = 0.7;
const INK_BELOW = 0.2;
/** Distances of lines, in em, are told apart from this difference on. */
const TELLING = 0.08;
/** Of several jumps that are nearly as wide, the last counts. */
const NEARLY_WIDEST = 0.8;
/** Lines of one cell are never closer or further apart than this, in em. */
const LEAST_LEADING = 0.7;
const WIDEST_LEADING = 1.9;
/** Rows whose labels and numbers are wrapped alike look like several; they are not many. */
const RARE = 0.2;
const SAME_LINE = 0.3;

/**
 * Groups the lines of cells into rows. Lines of one cell follow at the font's line distance, rows at a larger one;
 * cells that stand beside each other, whether aligned to the top, the middle or the bottom, make a row. Where the
 * distances do not tell, every printed line stays a row of its own. `separators` are level rules, which no cell
 * crosses.
 */
export function rowsOf(cells: readonly CellLine[], separators: readonly number[]): OpenRow[] {
  const columns = byColumn(cells);
  const goesOn = continuation(columns);
  const blocks = columns.flatMap((column) => blocksOf(column, goesOn, separators));
  return componentsOf(blocks, separators).flatMap((row) => (isClear(row) ? [rowOf(row)] : visualRows(row)));
}

function byColumn(cells: readonly CellLine[]): CellLine[][] {
  const columns: CellLine[][] = [];
  for (const cell of [...cells].sort((one, other) => one.line.baseline - other.line.baseline)) {
    columns[cell.column] = [...(columns[cell.column] ?? []), cell];
  }
  return columns.filter((column) => column !== undefined);
}

type GoesOn = (above: TextLine, below: TextLine) => boolean;

/**
 * Learns how far apart the lines of one cell are. Two labels that both have numbers beside them are two rows, so
 * their distance is that of rows; a label's further lines stand closer. Between the two lies the widest jump in
 * the distances, which vary a little because some fonts make a line taller.
 */
function continuation(columns: readonly (readonly CellLine[])[]): GoesOn {
  const steps = stepsOf(columns).filter(({ gap, bare }) => gap === bare);
  const pitches = steps.filter(({ label, paired }) => label && paired).map(({ bare }) => bare);
  const pitch = pitches.sort((one, other) => one - other)[Math.floor(pitches.length * RARE)];
  const near = steps
    .map(({ bare }) => bare)
    .filter((bare) => bare > LEAST_LEADING && bare < (pitch ?? WIDEST_LEADING));
  const sorted = [...near, ...(pitch === undefined ? [] : [pitch])].sort((one, other) => one - other);
  const jumps = sorted.slice(1).map((gap, index) => gap - (sorted[index] ?? gap));
  const widest = Math.max(0, ...jumps);
  const at = jumps.findLastIndex((jump) => jump >= NEARLY_WIDEST * widest);
  const limit = (sorted[at] ?? 0) + (jumps[at] ?? 0) / 2;
  const within = steps.filter(({ bare }) => bare < limit);
  const paired = within.filter((step) => step.paired).length;
  if (process.env.DBG)
    console.log(
      'PITCH',
      pitch,
      limit,
      paired,
      within.length,
      steps
        .map(
          (g) =>
            g.bare.toFixed(2) +
            (g.gap !== g.bare ? '(' + g.gap.toFixed(2) + ')' : '') +
            (g.label ? 'l' : '') +
            (g.paired ? 'p' : ''),
        )
        .sort()
        .join(' '),
    );
  if (widest < TELLING || paired > within.length / 2) return () => false;
  return (above, below) => {
    const { gap, bare } = distance(above, below);
    return gap < limit || (bare < limit && bare > (sorted[0] ?? 0) - TELLING);
  };
}

/** Two lines of one column. */
interface Step {
  readonly gap: number;
  readonly bare: number;
  readonly label: boolean;
  /** Both have company on their baseline: a label has numbers beside it, a number has its label. */
  readonly paired: boolean;
}

function stepsOf(columns: readonly (readonly CellLine[])[]): Step[] {
  const [labels = [], ...others] = columns.map((column) => column.map(({ line }) => line));
  const numbers = others.flat();
  return [labels, ...others].flatMap((lines) => {
    const label = lines === labels;
    const company = label ? numbers : labels;
    const accompanied = lines.map((line) => company.some((other) => sharesBaseline(line, other)));
    return lines.slice(1).flatMap((below, index) => {
      const above = lines[index];
      const paired = accompanied[index] === true && accompanied[index + 1] === true;
      return above === undefined ? [] : [{ ...distance(above, below), label, paired }];
    });
  });
}

function sharesBaseline(one: TextLine, other: TextLine): boolean {
  return Math.abs(one.baseline - other.baseline) < SAME_LINE * one.size;
}

/** Distance of two baselines in em; `bare` is without what a superscript may have added to it. */
function distance(above: TextLine, below: TextLine): { gap: number; bare: number } {
  const gap = (below.baseline - above.baseline) / below.size;
  return { gap, bare: gap - below.overhang / below.size };
}

function blocksOf(column: readonly CellLine[], goesOn: GoesOn, separators: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (const { line, column: first, lastColumn } of column) {
    const top = line.baseline - INK_ABOVE * line.size;
    const bottom = line.baseline + INK_BELOW * line.size;
    const block = blocks.at(-1);
    const above = block?.lines.at(-1);
    const apart = separators.some((y) => above !== undefined && y > above.baseline && y < line.baseline);
    if (block === undefined || above === undefined || apart || !goesOn(above, line)) {
      blocks.push({ column: first, lastColumn, lines: [line], top, bottom });
    } else {
      block.lines.push(line);
      block.bottom = bottom;
    }
  }
  return blocks;
}

/** Sets of blocks whose vertical extents overlap, from top to bottom. */
function componentsOf(blocks: readonly Block[], separators: readonly number[]): Block[][] {
  const sets: Block[][] = [];
  let bottom = -Infinity;
  for (const block of [...blocks].sort((one, other) => one.top - other.top)) {
    const set = sets.at(-1);
    const above = bottom;
    const apart = separators.some(
      (y) => y > (set?.[0]?.top ?? Infinity) && y < block.bottom - TELLING && y >= above - 1,
    );
    if (set === undefined || block.top >= bottom || apart) sets.push([block]);
    else set.push(block);
    bottom = set === undefined || block.top >= above ? block.bottom : Math.max(bottom, block.bottom);
  }
  return sets;
}

/** A row is certain when no column has two separate cells in it. */
function isClear(row: readonly Block[]): boolean {
  const columns = row.flatMap(({ column, lastColumn }) =>
    Array.from({ length: lastColumn - column + 1 }, (_, index) => column + index),
  );
  return new Set(columns).size === columns.length;
}

function rowOf(row: readonly Block[]): OpenRow {
  return {
    top: Math.min(...row.map(({ top }) => top)),
    bottom: Math.max(...row.map(({ bottom }) => bottom)),
    cells: [...row]
      .sort((one, other) => one.column - other.column)
      .map(({ column, lastColumn, lines }) => ({ column, lastColumn, text: cellText(lines) })),
  };
}

/** One row for each printed line. */
function visualRows(row: readonly Block[]): OpenRow[] {
  const singles = row.flatMap(({ lines, column, lastColumn }) =>
    lines.map((line) => ({ column, lastColumn, lines: [line], top: line.baseline, bottom: line.baseline })),
  );
  const rows: Block[][] = [];
  for (const single of singles.sort((one, other) => one.top - other.top)) {
    const last = rows.at(-1);
    const size = single.lines[0]?.size ?? 0;
    if (last?.[0] !== undefined && single.top - last[0].top < SAME_LINE * size) last.push(single);
    else rows.push([single]);
  }
  return rows.flatMap((one) => (isClear(one) ? [rowOf(one)] : one.map((block) => rowOf([block]))));
}
