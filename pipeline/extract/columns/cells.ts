import { type Extent, sharedWidth } from '../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import { type Word, wordsIn } from '../words.ts';

/** Words with less than a cell's gap between them. */
export type Cell = readonly [Word, ...Word[]];

/** So many spaces part cells for certain; words of one cell stand closer. */
const CELL_GAP = SETTINGS.cellGap.value;
/** A text is set in whole characters, so what stands alike may stand one apart. */
const NEARLY = SETTINGS.nearly.value;
/** In characters. */
const WIDEST_LINE = SETTINGS.widestLine.value;
/** A wrapped cell has hardly more. */
export const LINES_OF_A_CELL = SETTINGS.linesOfCell.value;
/** What is set between cells that were brought into order. */
export const BETWEEN_CELLS = '   ';

/**
 * The cells of a line, as far as white space tells them apart; cells that nearly touch are one. A line wider than any
 * page has none.
 */
export function cellsOf(line: string): readonly Cell[] {
  if (line.length > WIDEST_LINE) return [];
  return wordsIn(line).reduce<[Word, ...Word[]][]>((cells, word) => {
    const last = cells.at(-1);
    if (last !== undefined && word.left - extentOf(last).right < CELL_GAP) last.push(word);
    else cells.push([word]);
    return cells;
  }, []);
}

/** Words with one space between them. */
export function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** From the first character of words to behind their last. */
export function extentOf(words: readonly Word[]): Extent {
  return { left: words[0]?.left ?? 0, right: words.at(-1)?.right ?? 0 };
}

/** Where the middle of words stands, in characters and halves of one. */
export function middleOf(words: readonly Word[]): number {
  const { left, right } = extentOf(words);
  return (left + right) / 2;
}

/** Whether two places may be one, as far as whole characters tell. */
export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= NEARLY;
}

/** Whether cells stand behind a label, and some of them is a number. */
export function isRow(cells: readonly Cell[]): boolean {
  return cells.slice(1).some((cell) => /\d/.test(textOf(cell)));
}

const LETTER = /\p{L}/u;
const CAPITAL = /^\p{Lu}/u;
/** A whole number, perhaps with its footnote mark; it is wrapped between groups of its digits. */
const NUMBER = /^[-−–]? ?\d{1,3}(?: \d{3})+(?:[,.]\d+)?(?:\d?\))?$/;

/** Whether some of the words is none of digits and signs alone. */
export function hasLetter(words: readonly Word[]): boolean {
  return words.some(({ text }) => LETTER.test(text));
}

/** Whether some part of one stands below or above the other. */
export function overlaps(one: readonly Word[], other: readonly Word[]): boolean {
  return sharedWidth(extentOf(one), extentOf(other)) > 0;
}

/** Whether parts below each other are one number. */
export function isWrappedNumber(parts: readonly (readonly Word[])[]): boolean {
  return NUMBER.test(textOf(parts.flat()));
}

/** Whether words begin as a heading does, but not what goes on in a cell: with a capital. */
export function beginsHeading(words: readonly Word[]): boolean {
  return CAPITAL.test(textOf(words));
}

/** Whether parts below each other are words of one sentence; it ends in words, and a heading begins with a capital. */
export function isSentenceCell(parts: readonly (readonly Word[])[]): boolean {
  return hasLetter(parts.at(-1) ?? []) && !parts.some(beginsHeading);
}

/** Whether words begin, end, or have their middle where those above them do; numbers exactly. */
export function stands(below: readonly Word[], above: readonly Word[]): boolean {
  const [own, other] = [extentOf(below), extentOf(above)];
  const isText = hasLetter([...above, ...below]);
  const isAlike = (one: number, two: number): boolean => (isText ? isNear(one, two) : one === two);
  return (
    isAlike(own.left, other.left) ||
    isAlike(own.right, other.right) ||
    isNear(middleOf(below), middleOf(above))
  );
}
