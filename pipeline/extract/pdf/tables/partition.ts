import { type LineHeight, lineBox } from '../lines/line-boxes.ts';
import { isNumeric, isOneNumber } from '../lines/numbers.ts';
import {
  type BoxedCell,
  type CellLine,
  isContinuous,
  isWhole,
  type PrintedLine,
  type Spacing,
  spacingOf,
} from './spacing.ts';

/** Printed lines that are one row. */
export interface Part {
  readonly lines: readonly PrintedLine[];
  /** Uncertain parts may go on in the next one. */
  readonly isCertain: boolean;
}

/** How the shorter cells of a row stand beside the tallest. */
type Alignment = 'top' | 'middle' | 'bottom';

/** No row has more printed lines: a label of eight lines beside numbers that are set between them. */
const LONGEST_ROW = 16;
/** Cells are aligned when they differ by less than this, in em; superscripts move lines further. */
const ALIGNED = 0.14;
const ALIGNED_WITH_MARKS = 0.42;
/** What it costs to read a row so; distances that speak against it cost 1. */
const WORDS_ALONE = 0.35;
const NUMBERS_ALONE = 1;
const TWO_ROWS_IN_ONE = 0.6;
const UNLIKELY = 3;
/** Lines are as high as their fonts unless one height makes the distances that much more even. */
const MORE_EVEN = 0.65;
/** Fewer separators may be those of a head and a foot. */
const FEWEST_BANDS = 3;
/** Up to this share of apartness lines are clearly close. */
const CLOSE = 0.4;
/** Lines are clearly closer than those around them by so much, in em; less will do where they are centred as well. */
const CLOSER = 0.12;
const CLOSER_IF_CENTRED = 0.04;

/**
 * Finds the most likely way to part a table's printed lines into rows: lines of one cell are closer than rows, the
 * cells of a row are aligned to its top, its middle or its bottom alike in the whole table, a cell holds one
 * number, and numbers have a label.
 */
export function partitionOf(
  printed: readonly (readonly CellLine[])[],
  separators: readonly number[],
): Part[] {
  const { lines, spacing } = evenlySpaced(printed);
  const bands = bandsOf(lines, separators);
  if (bands.length > FEWEST_BANDS && bands.every(isOneRow))
    return bands.map((band) => ({ lines: band, isCertain: true }));
  const ways = (['top', 'middle', 'bottom'] as const).map((alignment) => {
    return { alignment, ...cheapest(lines, separators, spacing, alignment) };
  });
  const [best] = ways.sort((one, other) => one.cost - other.cost);
  if (best === undefined) return [];
  return best.starts.flatMap((start, index): Part[] => {
    const end = best.starts[index + 1] ?? lines.length;
    const part = lines.slice(start, end);
    if (part.length === 1 || isClear(spacing, start, end, best.alignment))
      return [{ lines: part, isCertain: true }];
    return printedApart(part).map((own) => ({ lines: own, isCertain: false }));
  });
}

/** Boxes the lines so that rows which are alike stand alike: as high as their fonts, or all of one height. */
function evenlySpaced(printed: readonly (readonly CellLine[])[]): {
  lines: readonly PrintedLine[];
  spacing: Spacing;
} {
  const boxed = (height: LineHeight): { lines: PrintedLine[]; spacing: Spacing } => {
    const lines = printed.map((cells) => ({
      baseline: cells[0]?.line.baseline ?? 0,
      cells: cells.map((cell) => ({ ...cell, box: lineBox(cell.line, height) })),
    }));
    return { lines, spacing: spacingOf(lines) };
  };
  const byFonts = boxed('fonts');
  const fixed = boxed('fixed');
  return fixed.spacing.unevenness < MORE_EVEN * byFonts.spacing.unevenness ? fixed : byFonts;
}

/** The lines between one separator and the next. Where each holds one row, every row is ruled off or shaded. */
function bandsOf(lines: readonly PrintedLine[], separators: readonly number[]): PrintedLine[][] {
  const bands: PrintedLine[][] = [];
  let above: number | undefined;
  for (const line of lines) {
    const isApart = above === undefined || separators.some((y) => y > (above ?? y) && y < line.baseline);
    if (isApart) bands.push([line]);
    else bands.at(-1)?.push(line);
    above = line.baseline;
  }
  return bands;
}

function isOneRow(band: readonly PrintedLine[]): boolean {
  return [...byColumn(band).values()].every(isOneCell);
}

/** Are its lines clearly closer to each other than to the lines around them, in the whole table or here? */
function isClear({ steps, isTelling }: Spacing, start: number, end: number, alignment: Alignment): boolean {
  const inside = steps
    .slice(start, end)
    .flatMap((step) => (step !== undefined && step.above >= start ? [step] : []));
  const around = [steps[start], steps[end]].flatMap((step) => (step === undefined ? [] : [step]));
  const isClose =
    inside.every(({ share }) => share < CLOSE) && around.every(({ share }) => share > 1 - CLOSE);
  if (isTelling && isClose) return true;
  const widest = Math.max(...inside.map(({ bare }) => bare));
  const nearest = Math.min(...around.map(({ bare }) => bare));
  return nearest - widest > (alignment === 'middle' ? CLOSER_IF_CENTRED : CLOSER);
}

/** Labels that may or may not go on keep to their printed lines; numbers without a label go on with those above. */
function printedApart(part: readonly PrintedLine[]): PrintedLine[][] {
  const parts: PrintedLine[][] = [];
  for (const line of part) {
    const last = parts.at(-1);
    const isLabelled = line.cells.some(({ column }) => column === 0);
    if (last?.[0] === undefined || isLabelled || !isWhole(last[0])) parts.push([line]);
    else last.push(line);
  }
  return parts;
}

function cheapest(
  lines: readonly PrintedLine[],
  separators: readonly number[],
  spacing: Spacing,
  alignment: Alignment,
): { cost: number; starts: number[] } {
  const hasLabels = lines.some(({ cells }) => cells.some(({ column }) => column === 0));
  const costs: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= lines.length; end += 1) {
    let best = Infinity;
    for (let start = end - 1; start >= 0 && end - start <= LONGEST_ROW; start -= 1) {
      const first = lines[start];
      const last = lines[end - 1];
      if (first === undefined || last === undefined) break;
      if (separators.some((y) => y > first.baseline && y < last.baseline)) break;
      const row = lines.slice(start, end);
      const own =
        end - start === 1 ? singleCost(row, hasLabels) : rowCost(row, start, spacing, alignment, hasLabels);
      if (own === undefined) continue;
      const cut = start === 0 ? 0 : 1 - (spacing.steps[start]?.share ?? 0.5);
      const cost = (costs[start] ?? Infinity) + own + cut;
      if (cost < best) {
        best = cost;
        from[end] = start;
      }
    }
    costs[end] = best;
  }
  const starts: number[] = [];
  for (let end = lines.length; end > 0; end = from[end] ?? 0) starts.unshift(from[end] ?? 0);
  return { cost: costs[lines.length] ?? Infinity, starts };
}

function singleCost(row: readonly PrintedLine[], hasLabels: boolean): number {
  const cells = row.flatMap((line) => line.cells);
  if (!hasLabels) return 0;
  if (cells.every(({ column }) => column === 0)) return WORDS_ALONE;
  if (cells.some(({ column }) => column === 0)) return 0;
  return cells.some(({ line }) => isNumeric(line)) ? NUMBERS_ALONE : WORDS_ALONE;
}

/** Undefined when the lines cannot be one row. */
function rowCost(
  row: readonly PrintedLine[],
  start: number,
  spacing: Spacing,
  alignment: Alignment,
  hasLabels: boolean,
): number | undefined {
  const columns = byColumn(row);
  const cells = [...columns.values()];
  if (!cells.every((lines) => isOneCell(lines) && isContinuous(lines))) return undefined;
  const off = misalignment(cells, alignment);
  if (off === undefined) return undefined;
  let cost = singleCost(row, hasLabels) + off;
  for (const [index, line] of row.entries()) {
    const step = spacing.steps[start + index];
    if (index === 0) continue;
    const above = row[index - 1];
    const isInside = step !== undefined && step.above >= start;
    cost += isInside ? step.share : 0.5;
    if (above !== undefined && isWhole(above) && isWhole(line)) cost += TWO_ROWS_IN_ONE;
  }
  return Math.min(cost, UNLIKELY * row.length);
}

/** Lines that keep to their columns and print one number at most. */
function isOneCell(cells: readonly CellLine[]): boolean {
  const [first] = cells;
  const numbers = cells.map(({ line }) => line).filter(isNumeric);
  return (
    cells.every(({ lastColumn }) => lastColumn === first?.lastColumn) &&
    (first?.column === 0 || numbers.length === 0 || (numbers.length === cells.length && isOneNumber(numbers)))
  );
}

function byColumn(row: readonly PrintedLine[]): Map<number, BoxedCell[]> {
  const columns = new Map<number, BoxedCell[]>();
  for (const cell of row.flatMap(({ cells }) => cells)) {
    const column = columns.get(cell.column);
    if (column === undefined) columns.set(cell.column, [cell]);
    else column.push(cell);
  }
  return columns;
}

/** By how much, in em, the cells stand off from the place their alignment gives them; undefined if too much. */
function misalignment(cells: readonly (readonly BoxedCell[])[], alignment: Alignment): number | undefined {
  const size = cells[0]?.[0]?.line.size ?? 1;
  const spread = (placeOf: (lines: readonly BoxedCell[]) => number): number => {
    const places = cells.map(placeOf);
    return (Math.max(...places) - Math.min(...places)) / size;
  };
  const top = (lines: readonly BoxedCell[]): number => lines[0]?.box.top ?? 0;
  const bottom = (lines: readonly BoxedCell[]): number => lines.at(-1)?.box.bottom ?? 0;
  const baseline = (lines: readonly BoxedCell[]): number => lines[0]?.line.baseline ?? 0;
  const off =
    alignment === 'top'
      ? Math.min(spread(top), spread(baseline))
      : spread(alignment === 'bottom' ? bottom : (lines) => (top(lines) + bottom(lines)) / 2);
  const marked = cells.some((lines) => lines.some(({ box }) => box.overhang > 0));
  return off > (marked ? ALIGNED_WITH_MARKS : ALIGNED) ? undefined : off;
}
