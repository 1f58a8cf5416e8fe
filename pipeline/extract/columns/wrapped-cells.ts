import { SETTINGS } from '../settings.ts';
import type { Word } from '../words.ts';
import {
  BETWEEN_CELLS,
  beginsHeading,
  type Cell,
  cellsOf,
  extentOf,
  hasLetter,
  isNear,
  isRow,
  isWrappedNumber,
  LINES_OF_A_CELL,
  middleOf,
  overlaps,
  stands,
  textOf,
} from './cells.ts';

/** A row of a table as it is printed in one line, with what stood below its words and belongs behind them. */
interface Row {
  readonly at: number;
  readonly cells: readonly Cell[];
  /** By the last word of a cell. */
  readonly below: ReadonlyMap<Word, readonly Cell[]>;
  /** The last line that belongs to it. */
  readonly end: number;
}

/** A line below a row. */
interface LineBelow {
  readonly at: number;
  readonly label: Cell | undefined;
  readonly values: readonly Cell[];
  /** Whether it holds nothing but words with the middle that other such lines have. */
  readonly isCentred: boolean;
}

/** Lines that are set alike: those of a page or two. */
const LINES_NEARBY = SETTINGS.linesNearby.value;
/** Rows that have the same columns, most likely. */
const ROWS_NEARBY = SETTINGS.rowsNearby.value;
/** Of a cell that nearly touches its neighbours. */
const MOST_WORDS = SETTINGS.wordsOfCell.value;
const DECIMAL = /[,.]\d/;

/** Puts what stands below a cell, because the cell is wrapped, behind it. */
export function withUnwrappedCells(lines: readonly string[]): readonly string[] {
  const set = [...lines];
  const read = lines.map(cellsOf);
  let row: Row | undefined;
  for (const [at, cells] of read.entries()) {
    const line = lines[at] ?? '';
    const label = labelOf(cells, row);
    const values = label === undefined ? cells : cells.slice(1);
    const wrapped = { label, values, at, isCentred: isCentred(read, at) };
    const isOther = values.length === 0 || isPageNumber(cells, lines[at + 1]);
    const places = row === undefined || isOther ? undefined : placesOf(row, wrapped);
    if (row !== undefined && places !== undefined && !hasHole(read, row.at)) {
      const below = new Map(row.below);
      for (const [index, above] of places.entries()) {
        const last = lastOf(above);
        const value = values[index];
        if (value !== undefined) below.set(last, [...(below.get(last) ?? []), value]);
      }
      row = { ...row, below, end: at };
      set[row.at] = printed(lines[row.at] ?? '', row);
      set[at] = label === undefined ? '' : line.slice(0, extentOf(label).right);
    } else if (isRow(cells)) row = { at, cells, below: new Map(), end: at };
    else if (values.length > 0 || cells.length === 0) row = undefined;
  }
  return set;
}

/** Whether a row nearby has a cell more, where this has nothing: what belongs there may stand anywhere below. */
function hasHole(lines: readonly (readonly Cell[])[], at: number): boolean {
  const own = lines[at] ?? [];
  return lines
    .slice(Math.max(0, at - ROWS_NEARBY), at + ROWS_NEARBY + 1)
    .filter((cells) => isRow(cells) && cells.length > own.length)
    .flatMap(([, ...values]) => values)
    .some((value) => !own.some((cell) => overlaps(cell, value)));
}

/** Whether a whole number stands alone at the end of a page: it is the page's. */
function isPageNumber(cells: readonly Cell[], next: string | undefined): boolean {
  return (
    cells.length === 1 && /^\d+$/.test(textOf(cells.flat())) && (next === undefined || next.startsWith('\f'))
  );
}

/** The cell that stands left of all values of the row above. */
function labelOf([first]: readonly Cell[], row: Row | undefined): Cell | undefined {
  const values = row?.cells[1]?.[0].left ?? 0;
  return first !== undefined && extentOf(first).right < values ? first : undefined;
}

/**
 * The cells that what stands below goes on with, if all of it goes on with what stands above. A line without a label
 * is no row, but one with a label may be: it goes on with a row only if it has fewer values and each ends a number.
 */
function placesOf(row: Row, line: LineBelow): readonly Cell[] | undefined {
  const { label, values, at } = line;
  const isFull = values.length >= row.cells.length - 1;
  if (isFull && (label !== undefined || at > row.end + 1)) return undefined;
  const places: Cell[] = [];
  for (const value of values) {
    const place = placeOf(row, value, line);
    if (place === undefined) return undefined;
    places.push(place);
  }
  return new Set(places.map(lastOf)).size === places.length ? places : undefined;
}

function placeOf(row: Row, value: Cell, { label, isCentred }: LineBelow): Cell | undefined {
  for (const above of cellsAbove(row, value)) {
    if (isWider(value, above, row)) continue;
    const parts = [above, ...(row.below.get(lastOf(above)) ?? [])];
    const begun = parts.flat();
    const [isBegun, isMore] = [hasLetter(begun), hasLetter(value)];
    const isText = isBegun || (isMore && !isCentred);
    const isSentence = isBegun || (row.cells.includes(above) && !DECIMAL.test(textOf(begun)));
    const isRowOfItsOwn = label !== undefined && !(isBegun && isMore);
    const goesOn = isSentence && !beginsHeading(value) && !isRowOfItsOwn;
    const isCell = isText ? goesOn : isWrappedNumber([...parts, value]);
    // Decimals are the end of a number; all else must stand exactly below what it goes on with.
    if (isCell && (parts.some((part) => stands(value, part)) || (!isText && DECIMAL.test(textOf(value)))))
      return above;
  }
  return undefined;
}

function lastOf(cell: Cell): Word {
  return cell.at(-1) ?? cell[0];
}

/** The words above that may be one cell with what stands below: from, or up to, where they stand alike, or all of them. */
function* cellsAbove({ cells }: Row, value: Cell): Generator<Cell> {
  const { left, right } = extentOf(value);
  for (const cell of cells.slice(1)) {
    if (!overlaps(cell, value)) continue;
    yield cell;
    const begins = cell.findIndex((word) => word.left === left);
    const ends = cell.findIndex((word) => word.right === right) + 1;
    const most = Math.min(cell.length, begins + MOST_WORDS);
    for (let to = most; begins >= 0 && to > begins; to -= 1) yield* partOf(cell, begins, to);
    for (let from = Math.max(0, ends - MOST_WORDS); from < ends; from += 1) yield* partOf(cell, from, ends);
  }
}

function partOf(cell: Cell, from: number, to: number): readonly Cell[] {
  const [first, ...rest] = cell.slice(from, to);
  return first === undefined ? [] : [[first, ...rest]];
}

/** Whether a line holds nothing but words, and others elsewhere have the same middle, as headings between rows have. */
function isCentred(lines: readonly (readonly Cell[])[], at: number): boolean {
  const middle = middleOfWords(lines[at] ?? []);
  if (middle === undefined) return false;
  return lines.slice(Math.max(0, at - LINES_NEARBY), at + LINES_NEARBY).some((cells, index) => {
    // Words further apart than the lines of a cell that have one middle are centred.
    const distance = Math.abs(index - Math.min(at, LINES_NEARBY));
    const other = distance > LINES_OF_A_CELL ? middleOfWords(cells) : undefined;
    return other !== undefined && isNear(middle, other);
  });
}

function middleOfWords([cell, ...others]: readonly Cell[]): number | undefined {
  const isWords = cell !== undefined && others.length === 0 && hasLetter(cell);
  return isWords ? middleOf(cell) : undefined;
}

/** Whether a cell reaches below the words on either side of the one that it is to go on with. */
function isWider(value: Cell, above: Cell, { cells }: Row): boolean {
  const words = cells.flat();
  const before = words[words.indexOf(above[0]) - 1];
  const next = words[words.indexOf(lastOf(above)) + 1];
  return value[0].left <= (before?.right ?? 0) || (next !== undefined && extentOf(value).right >= next.left);
}

/** The line of a row with what stands below its cells. */
function printed(line: string, { cells, below }: Row): string {
  const texts = cells.map((cell) =>
    textOf(cell.flatMap((word) => [word, ...(below.get(word) ?? []).flat()])),
  );
  return line.slice(0, cells[0]?.[0].left ?? 0) + texts.join(BETWEEN_CELLS);
}
