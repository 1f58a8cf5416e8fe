import {
  BETWEEN_CELLS,
  type Cell,
  cellsOf,
  extentOf,
  hasLetter,
  isSentenceCell,
  isWrappedNumber,
  LINES_OF_A_CELL,
  middleOf,
  overlaps,
  stands,
  textOf,
} from './cells.ts';

const GOES_ON = /^\p{Ll}/u;

/** A row with its label, as far as it stands in one line. */
interface Row {
  readonly label: Cell;
  readonly values: readonly Cell[];
}

/** A line beside a row: what of the label stands in it, and what stands right of that. */
interface LineBeside {
  readonly label: Cell | undefined;
  readonly values: readonly Cell[];
}

/** A cell with its parts from top to bottom. */
type Parts = readonly Cell[];

/**
 * Brings the cells of a row into one line that are level at their ends or middles, so that those with more lines begin
 * above the others:
 *
 *                                28 243
 *     млн. теңге  21 815 517,0   052,7         млн. теңге   21 815 517,0   28 243 052,7
 *
 * Only what makes a whole number or a sentence comes together, and only if nothing of the line above is left.
 */
export function withLevelCells(lines: readonly string[]): readonly string[] {
  const set = [...lines];
  const read = lines.map(cellsOf);
  /** Rows that have taken in what stood beside them; it would be lost if these were taken in by the next. */
  const whole = new Set<number>();
  const clear = (at: number, line: LineBeside | undefined): void => {
    if (line === undefined) return;
    set[at] = line.label === undefined ? '' : (lines[at] ?? '').slice(0, extentOf(line.label).right);
    read[at] = line.label === undefined ? [] : [line.label];
  };
  for (const at of lines.keys()) {
    const row = rowOf(read[at] ?? []);
    if (row === undefined) continue;
    let cells: readonly Parts[] | undefined;
    for (let up = 1; up < LINES_OF_A_CELL && !whole.has(at - up); up += 1) {
      const above = lineBeside(read[at - up] ?? [], row);
      const below = lineBeside(read[at + 1] ?? [], row);
      const ends =
        above && levelEnds(row, above, cells ?? row.values.map((cell) => [cell]), read[at - up - 1] ?? []);
      const middles = up === 1 && above && below && levelMiddles(row, above, below);
      const next = middles || ends;
      if (!next) break;
      cells = next;
      clear(at - up, above);
      if (middles) clear(at + 1, below);
    }
    if (cells === undefined) continue;
    set[at] = printed(row, cells);
    whole.add(at);
  }
  return set;
}

function rowOf([label, ...values]: readonly Cell[]): Row | undefined {
  const isRow = label !== undefined && hasLetter(label) && values.some((cell) => /\d/.test(textOf(cell)));
  return isRow ? { label, values } : undefined;
}

/** A line next to a row, cut where the row's label ends; nothing if it has no values, or some below the label. */
function lineBeside(cells: readonly Cell[], { label }: Row): LineBeside | undefined {
  const [first] = cells;
  const labelEnd = extentOf(label).right;
  const isLabel = first !== undefined && hasLetter(first) && first[0].left < labelEnd;
  const values = isLabel ? cells.slice(1) : cells;
  const areBeside = values.length > 0 && values.every(([word]) => word.left >= labelEnd);
  return areBeside ? { label: isLabel ? first : undefined, values } : undefined;
}

/** The cells of a row of which some have a line above and one below it, and nothing in it. */
function levelMiddles(row: Row, above: LineBeside, below: LineBeside): readonly Parts[] | undefined {
  // Lines with labels of their own may be rows.
  if (above.label !== undefined || below.label !== undefined) return undefined;
  const wrapped = above.values.map((upper) => [
    upper,
    ...row.values.filter((cell) => overlaps(cell, upper)),
    ...below.values.filter((cell) => overlaps(cell, upper)),
  ]);
  const used = wrapped.flat();
  const isWhole = below.values.every((cell) => used.filter((each) => each === cell).length === 1);
  const hasHole = wrapped.some(
    ([, second, third]) => third === undefined && below.values.some((cell) => cell === second),
  );
  if (!isWhole || !hasHole || !wrapped.every(goTogether) || !areSure(wrapped)) return undefined;
  return inOrder(
    row.values.filter((cell) => !used.includes(cell)).map((cell) => [cell]),
    wrapped,
  );
}

/**
 * The cells of a row of which some begin above it, and not all: a line of numbers may count the columns. `cells` are
 * the row's, as far as they are known, and `before` what stands above the line in question.
 */
function levelEnds(
  row: Row,
  above: LineBeside,
  cells: readonly Parts[],
  before: readonly Cell[],
): readonly Parts[] | undefined {
  const isOfRowBefore = above.values.every((upper) =>
    before.some((cell) => overlaps(cell, upper) && isWrappedNumber([cell, upper])),
  );
  if (isOfRowBefore) return undefined;
  // A line with a label is a row of its own, if not the label goes on below.
  if (above.label !== undefined && !GOES_ON.test(textOf(row.label))) return undefined;
  let rest = cells;
  const wrapped: Parts[] = [];
  for (const upper of above.values) {
    rest = rest.flatMap((parts) => (parts.length > 1 ? [parts] : cutBelow(parts[0], upper)));
    const own = rest.filter(([top]) => top !== undefined && overlaps(top, upper));
    const parts = [upper, ...(own[0] ?? [])];
    if (own.length !== 1 || !goTogether(parts)) return undefined;
    rest = rest.filter((each) => each !== own[0]);
    wrapped.push(parts);
  }
  return rest.length > 0 && areSure(wrapped) ? inOrder(rest, wrapped) : undefined;
}

/** Cells that touch, cut before and behind the words that stand below what is above them. */
function cutBelow(cell: Cell | undefined, upper: Cell): readonly Parts[] {
  if (cell === undefined) return [];
  if (!overlaps(cell, upper)) return [[cell]];
  const { left, right } = extentOf(upper);
  const from = cell.findIndex((word) => word.right > left);
  const to = cell.findLastIndex((word) => word.left < right) + 1;
  const cut = [cell.slice(0, from), cell.slice(from, to), cell.slice(to)].flatMap(
    ([first, ...more]): Parts[] => (first === undefined ? [] : [[[first, ...more]]]),
  );
  // The end of a number that is whole in its line is no part of another.
  const isEndOfOther = from > 0 && isWrappedNumber([cell.slice(from - 1, to)]);
  return from >= to || isEndOfOther || !isWrappedNumber([upper, cell.slice(from, to)]) ? [[cell]] : cut;
}

/** One number above another may be a page's, or have slipped; several do not, nor does one that no number can begin with. */
function areSure(wrapped: readonly Parts[]): boolean {
  const numbers = wrapped.filter(isWrappedNumber);
  return numbers.length !== 1 || numbers.flat().some((part) => /^0\d/.test(textOf(part)));
}

/** Whether parts are one number or one sentence, and each stands below the one before it. */
function goTogether(parts: Parts): boolean {
  const isAligned = parts.every((part, index) => index === 0 || stands(part, parts[index - 1] ?? part));
  return isAligned && (isWrappedNumber(parts) || isSentenceCell(parts));
}

function inOrder(rest: readonly Parts[], wrapped: readonly Parts[]): readonly Parts[] {
  return [...rest, ...wrapped].sort((one, other) => middleOf(one[0] ?? []) - middleOf(other[0] ?? []));
}

function printed({ label }: Row, cells: readonly Parts[]): string {
  const texts = [label, ...cells.map((parts) => parts.flat())].map(textOf);
  return ' '.repeat(extentOf(label).left) + texts.join(BETWEEN_CELLS);
}
