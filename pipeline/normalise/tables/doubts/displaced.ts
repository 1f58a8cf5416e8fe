import { areCellsCertain, type ReadCell } from '../../reading/cell.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { isCellInk, type Stretch } from '../../reading/phrase.ts';
import { markStarts } from '../../reading/raised-marks.ts';
import { SETTINGS } from '../../settings.ts';

/**
 * What of a row may stand elsewhere than it belongs, by its places: a mark at another value, or a value under another
 * column. Where cells are certain nothing does.
 */
export function displacedIn(
  ink: Ink,
  cells: readonly ReadCell[],
): 'slipped mark' | 'out of column' | undefined {
  if (areCellsCertain(ink, cells)) return undefined;
  if (hasSlippedMark(ink, cells)) return 'slipped mark';
  return isOutOfColumn(ink, cells) ? 'out of column' : undefined;
}

/**
 * Whether a footnote mark of a row may belong to another of its values than the one it stands behind:
 *
 * - it stands twice there, or apart behind one that is glued: `8962,0 9074,93) 3)`;
 * - it stands in a line of its own behind the whole row, and the row's other marks are glued: `36,64) 33,4 34,6` / `4)`.
 */
function hasSlippedMark(ink: Ink, cells: readonly ReadCell[]): boolean {
  const rows = cells.map((cell) => printedMarks(ink, cell));
  const lowest = rows.at(-1)?.at(-1);
  return (
    cells.some(
      ({ content }) => content.kind === 'number' && new Set(content.marks).size < content.marks.length,
    ) ||
    rows.some((marks) => marks.some(({ isGlued }, index) => !isGlued && marks[index - 1]?.isGlued)) ||
    (lowest?.isLower === true && rows.flat().some(({ isGlued }) => isGlued))
  );
}

/** How a mark stands to its number. */
interface PrintedMark {
  readonly isGlued: boolean;
  /** In a line below its number. */
  readonly isLower: boolean;
}

function printedMarks(ink: Ink, { content, from, to }: ReadCell): readonly PrintedMark[] {
  if (content.kind !== 'number') return [];
  const { gaps, lines } = ink;
  return markStarts(ink, { from, to }, content.marks).map((at) => ({
    isGlued: gaps[at] === Gap.none,
    isLower: lines[at] !== lines[at - 1],
  }));
}

/** A part of a cell that stands in one line. */
interface Piece extends Stretch {
  readonly cell: number;
}

/**
 * Whether a row's text keeps its columns and a cell is read that does not stand in its own:
 *
 *     Ақтөбе              443 283,7   39 623,346
 *            87 024,720
 *
 * Read on, 87 024,720 would be the last value; it stands under the first column. Where columns are not kept, or
 * the line below begins before them, nothing is told.
 */
function isOutOfColumn(ink: Ink, cells: readonly ReadCell[]): boolean {
  const lines = linesOf(ink, cells);
  return lines.some((line, index) => {
    const above = lines[index - 1];
    const [first] = line;
    if (above === undefined || first === undefined) return false;
    if (standsBefore(ink, line, above)) return true;
    if (!areColumns(ink, above)) return false;
    if (
      (isBehindText(ink, first) && !isApart(ink, first)) ||
      left(ink, first) < columnsStart(ink, above[0])
    ) {
      return false;
    }
    const begun = above.find(({ cell }) => cell === first.cell);
    if (begun !== undefined)
      return left(ink, first) > right(ink, begun) || right(ink, first) < left(ink, begun);
    return left(ink, first) <= right(ink, above.at(-1));
  });
}

/**
 * Whether a line that keeps its columns, behind a label, begins left of what is read before it in the line above, or
 * beside the cell that it is read as going on with:
 *
 *     Солтүстік                 0,256
 *     Қазақстан      0,269                 5,6
 */
function standsBefore(ink: Ink, line: readonly Piece[], above: readonly Piece[]): boolean {
  const [first] = line;
  const last = above.at(-1);
  if (first === undefined || last === undefined) return false;
  const apart = line.filter((piece) => isBehindText(ink, piece) && isApart(ink, piece));
  if (apart.length < 2 || apart[0] !== first || !areColumns(ink, line)) return false;
  const isBeside = first.cell === last.cell && left(ink, first) > right(ink, last);
  return isBeside || right(ink, first) < left(ink, last);
}

/** The pieces of a row's cells by line; words of its label that stand within a number are none. */
function linesOf(ink: Ink, cells: readonly ReadCell[]): readonly (readonly Piece[])[] {
  const { lines } = ink;
  const byLine = new Map<number, Piece[]>();
  for (const [cell, { from, to, reading }] of cells.entries()) {
    const hasWords = reading === 'sentence' || reading === 'spanned';
    const isOwn = (at: number): boolean => hasWords || !isOfWord(ink, at, from);
    for (let at = from; at < to; ) {
      const line = lines[at] ?? 0;
      let end = at + 1;
      while (end < to && lines[end] === line && isOwn(end) === isOwn(at)) end += 1;
      if (isOwn(at)) byLine.set(line, [...(byLine.get(line) ?? []), { cell, from: at, to: end }]);
      at = end;
    }
  }
  return [...byLine.values()];
}

/** Whether a character is of a word, or of what is glued to its end: `жеңгетайлық)`. */
function isOfWord({ folded, gaps }: Ink, at: number, from: number): boolean {
  for (let index = at; index >= from; index -= 1) {
    if (!isCellInk(folded[index])) return true;
    if (gaps[index] !== Gap.none) return false;
  }
  return false;
}

/** Whether most cells of a line stand apart from each other and from the label, as wide ones may not. */
function areColumns(ink: Ink, pieces: readonly Piece[]): boolean {
  const behindText = pieces.filter((piece) => isBehindText(ink, piece));
  return behindText.filter((piece) => isApart(ink, piece)).length > behindText.length / 2;
}

/** Whether a piece stands apart from what is before it in its line. */
function isApart({ columns }: Ink, { from }: Piece): boolean {
  return (columns[from] ?? 0) - (columns[from - 1] ?? 0) > SETTINGS.leastGap.value;
}

/** Whether other text stands before a piece in its line. */
function isBehindText({ lines }: Ink, { from }: Piece): boolean {
  return lines[from - 1] === lines[from];
}

/** Where the columns of a line can begin: behind its label, or with its first cell. */
function columnsStart(ink: Ink, first: Piece | undefined): number {
  if (first === undefined) return 0;
  return isBehindText(ink, first)
    ? (ink.columns[first.from - 1] ?? 0) + SETTINGS.leastGap.value
    : Math.max(SETTINGS.leastGap.value, left(ink, first));
}

function left({ columns }: Ink, piece: Piece | undefined): number {
  return columns[piece?.from ?? 0] ?? 0;
}

function right({ columns }: Ink, piece: Piece | undefined): number {
  return columns[(piece?.to ?? 1) - 1] ?? 0;
}
