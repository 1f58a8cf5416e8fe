import type { TextLayer } from '../../extract/text-layer.ts';
import { asText, FOLDED, WESTERN_DIGITS } from '../../locale/look-alikes.ts';

/**
 * How much white space stands before a character: nothing, a space, a line break, a certain cell break, or several
 * with nothing between them: an empty cell.
 */
export const Gap = { none: 0, space: 1, line: 2, cell: 3, emptyCell: 4 } as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/**
 * The text without its white space: one entry for each printed character. Letter-spacing, wrapping, empty
 * lines and page breaks differ only in white space, so `Б а т ы с  \nҚазақстан` and `Батыс Қазақстан` have
 * the same ink.
 */
export interface Ink {
  /** The printed characters, look-alikes folded together; same length as `offsets`. */
  readonly folded: string;
  /** The same characters as they are printed, digits of every script as 0 to 9: a dash that is folded to a hyphen is a dash here. */
  readonly printed: string;
  /** UTF-16 offset of each character in the text layer. */
  readonly offsets: Int32Array;
  /** White space before each character. */
  readonly gaps: Uint8Array;
  /** How many line breaks stand before each character. */
  readonly lines: Int32Array;
  /** How many characters stand before each in its line, white space counted. */
  readonly columns: Int32Array;
  /** How many certain cell breaks stand before each in its line: the number of its cell. */
  readonly cells: Int32Array;
  /** How many certain cell breaks each line has that has any. */
  readonly breaks: ReadonlyMap<number, number>;
  /** 1 for each character that is raised, lowered or clearly smaller than the digits beside it: no digit of a number. */
  readonly raised: Uint8Array;
}

const NEW_LINE = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;

/** Takes the white space out of a text layer and remembers where every character stood. */
export function takeInk({ text, evidence }: Pick<TextLayer, 'text' | 'evidence'>): Ink {
  const offsets = new Int32Array(text.length);
  const gaps = new Uint8Array(text.length);
  const folded = new Uint16Array(text.length);
  const printed = new Uint16Array(text.length);
  const lines = new Int32Array(text.length);
  const columns = new Int32Array(text.length);
  const cells = new Int32Array(text.length);
  const breaksOf = new Map<number, number>();
  const raised = new Uint8Array(text.length);
  let marks = 0;
  let length = 0;
  let line = 0;
  let lineStart = 0;
  let gap: Gap = Gap.none;
  let breaks = 0;
  let lineOfGap = -1;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (evidence.cellBreaks[breaks] === offset) {
      gap = gap >= Gap.cell && lineOfGap === line ? Gap.emptyCell : Gap.cell;
      lineOfGap = line;
      breaks += 1;
      breaksOf.set(line, (breaksOf.get(line) ?? 0) + 1);
    } else if (unit === NEW_LINE) {
      gap = gap >= Gap.cell ? Gap.cell : Gap.line;
      line += 1;
      lineStart = offset + 1;
    } else if (unit === SPACE || unit === TAB) {
      gap = gap === Gap.none ? Gap.space : gap;
    } else {
      offsets[length] = offset;
      gaps[length] = gap;
      lines[length] = line;
      columns[length] = offset - lineStart;
      cells[length] = breaksOf.get(line) ?? 0;
      folded[length] = FOLDED[unit] ?? unit;
      printed[length] = WESTERN_DIGITS[unit] ?? unit;
      while ((evidence.raised[marks]?.end ?? Infinity) <= offset) marks += 1;
      raised[length] = (evidence.raised[marks]?.start ?? Infinity) <= offset ? 1 : 0;
      length += 1;
      gap = Gap.none;
    }
  }
  return {
    folded: asText(folded.subarray(0, length)),
    printed: asText(printed.subarray(0, length)),
    offsets: offsets.slice(0, length),
    gaps: gaps.slice(0, length),
    lines: lines.slice(0, length),
    columns: columns.slice(0, length),
    cells: cells.slice(0, length),
    breaks: breaksOf,
    raised: raised.slice(0, length),
  };
}

/** The place in the ink of the first character that stands at an offset of the text layer or behind it. */
export function indexAt({ offsets }: Ink, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a character of a stretch of the ink is raised, lowered or clearly smaller than its neighbours. */
export function hasRaised({ raised }: Ink, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (raised[index] === 1) return true;
  return false;
}

/** The ink of a stretch as it is printed, with its white space shown as single spaces. */
export function spaced({ printed, gaps }: Ink, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index += 1) {
    text += index > from && gaps[index] !== Gap.none ? ` ${printed[index]}` : printed[index];
  }
  return text;
}
