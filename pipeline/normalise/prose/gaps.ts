import type { TextLayer } from '../../extract/text-layer.ts';
import type { ActWords } from '../../jurisdiction/legal-language.ts';
import type { Habits, ProseLine } from './lines.ts';
import { beginsClosing, spacesBetween, type Word } from './words.ts';

/** A place in a line where words may be missing. */
export interface Gap {
  /** Index of the word before which they are missing. */
  readonly before: number;
  /** How it shows: at the line's start, as two spaces, before punctuation, as an empty pair of quotes. */
  readonly kind: 'start' | 'spaces' | 'punctuation' | 'quotes';
  /** Only if what is displaced surely belongs in it. */
  readonly isWeak: boolean;
}

/** A number, or what a line left of its part: `8-`. */
const NUMBER = /^\d+-?$/;
/** How no sentence begins. */
const GOES_ON = /^(?:\(\p{L}|(?:\d+-)?\p{Ll})/u;

/**
 * Finds the gaps of a line. A link that was first in its line leaves an empty line before it; others leave two
 * spaces, a space before punctuation (`( )`, `№ 986 )`), or quotes with nothing between (`" "`). Where typesetting made
 * two spaces one, a word that lacks its companion still shows some. `habits` are null for the first line of a block,
 * which has none before it to go on from.
 */
export function findGaps(
  layer: TextLayer,
  line: ProseLine,
  words: readonly Word[],
  habits: Habits | null,
  language: ActWords,
): readonly Gap[] {
  const gaps: Gap[] = [];
  const trace = habits === null ? undefined : traceOf(line, words, habits);
  if (trace !== undefined) gaps.push({ before: 0, kind: 'start', isWeak: trace === 'weak' });
  for (let index = 1; index < words.length; index += 1) {
    const [left, right] = [words[index - 1], words[index]];
    const gap = left && right && gapBetween(left, right, spacesBetween(layer, left, right) ?? 0, language);
    if (gap !== undefined) gaps.push({ before: index, ...gap });
  }
  return gaps;
}

/** The gap between two words that follow each other with so many spaces between, if there is one. */
export function gapBetween(
  left: Word,
  right: Word,
  spaces: number,
  language: ActWords,
): Omit<Gap, 'before'> | undefined {
  if (spaces === 0) return undefined;
  if (isEmptyPair(left, right)) return { kind: 'quotes', isWeak: false };
  if (beginsClosing(right)) return { kind: 'punctuation', isWeak: false };
  if (spaces > 1) return { kind: 'spaces', isWeak: false };
  return lacksWord(left.text, right.text, language) ? { kind: 'spaces', isWeak: true } : undefined;
}

/**
 * One empty line within a paragraph, and then a line that cannot be the beginning of anything, or at least goes on
 * where no space can stand before a line. Where a typesetting has no empty lines, the space is left, or what may be
 * chance: that the line begins with punctuation.
 */
function traceOf(
  { emptyBefore, leadingSpace, indented, text }: ProseLine,
  [first]: readonly Word[],
  { emptyLines, indents }: Habits,
): 'sure' | 'weak' | undefined {
  if (indented || emptyBefore !== (emptyLines ? 1 : 0)) return undefined;
  if (leadingSpace) return 'sure';
  if (first?.quote === 'close' || (first !== undefined && beginsClosing(first)))
    return emptyLines ? 'sure' : 'weak';
  return emptyLines && !indents && GOES_ON.test(text) ? 'weak' : undefined;
}

function isEmptyPair(left: Word, right: Word): boolean {
  return left.text === '"' && right.text.startsWith('"');
}

/** Whether a word that wants one in a case before it stands behind an owner, a number or the state, owning nothing. */
export function lacksWord(
  left: string | undefined,
  text: string,
  { governs, owner, state }: ActWords,
): boolean {
  if (left === undefined || left === '' || governs.get(text.replace(/[.,;:]$/, ''))?.test(left) !== false)
    return false;
  return owner.test(left) || left === state || NUMBER.test(left);
}
