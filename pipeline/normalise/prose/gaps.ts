import type { TextLayer } from '../../extract/text-layer.ts';
import type { ProseLine } from './lines.ts';
import { beginsClosing, spacesBetween, type Word } from './words.ts';

/** A place in a line where words may be missing. */
export interface Gap {
  /** Index of the word before which they are missing. */
  readonly before: number;
  /** How it shows: at the line's start, as two spaces, before punctuation, as an empty pair of quotes. */
  readonly kind: 'start' | 'spaces' | 'punctuation' | 'quotes';
}

/**
 * Finds the gaps of a line. A link that was first in its line leaves an empty line before it; others leave two
 * spaces, a space before punctuation (`( )`, `№ 986 )`), or quotes with nothing between (`" "`).
 */
export function findGaps(
  layer: TextLayer,
  line: ProseLine,
  words: readonly Word[],
  continued: boolean,
): readonly Gap[] {
  const gaps: Gap[] = [];
  if (continued && isTrace(line, words)) gaps.push({ before: 0, kind: 'start' });
  for (let index = 1; index < words.length; index += 1) {
    const [left, right] = [words[index - 1], words[index]];
    if (left === undefined || right === undefined) continue;
    const spaces = spacesBetween(layer, left, right) ?? 0;
    if (spaces === 0) continue;
    if (isEmptyPair(left, right)) gaps.push({ before: index, kind: 'quotes' });
    else if (beginsClosing(right)) gaps.push({ before: index, kind: 'punctuation' });
    else if (spaces > 1) gaps.push({ before: index, kind: 'spaces' });
  }
  return gaps;
}

/** One empty line within a paragraph, and then a line that cannot be the beginning of anything. */
function isTrace({ emptyBefore, leadingSpace, indented }: ProseLine, [first]: readonly Word[]): boolean {
  if (emptyBefore !== 1 || indented) return false;
  return leadingSpace || (first !== undefined && (first.quote === 'close' || beginsClosing(first)));
}

function isEmptyPair(left: Word, right: Word): boolean {
  return left.text === '"' && right.text.startsWith('"');
}
