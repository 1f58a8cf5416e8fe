import type { TextLayer } from '../../extract/text-layer.ts';
import type { ProseWords } from '../../languages/prose-words.ts';
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

const NUMBER = /^\d+$/;
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
  language: ProseWords,
): readonly Gap[] {
  const gaps: Gap[] = [];
  const trace = habits === null ? undefined : traceOf(line, words, habits);
  if (trace !== undefined) gaps.push({ before: 0, kind: 'start', isWeak: trace === 'weak' });
  const add = (before: number, kind: Gap['kind'], isWeak = false): void => {
    gaps.push({ before, kind, isWeak });
  };
  for (let index = 1; index < words.length; index += 1) {
    const [left, right] = [words[index - 1], words[index]];
    if (left === undefined || right === undefined) continue;
    const spaces = spacesBetween(layer, left, right) ?? 0;
    if (spaces === 0) continue;
    if (isEmptyPair(left, right)) add(index, 'quotes');
    else if (beginsClosing(right)) add(index, 'punctuation');
    else if (spaces > 1) add(index, 'spaces');
    else if (lacksWord(left.text, right.text, language)) add(index, 'spaces', true);
  }
  return gaps;
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
  { governs, owner, state }: ProseWords,
): boolean {
  if (left === undefined || left === '' || governs.get(text)?.test(left) !== false) return false;
  return owner.test(left) || left === state || NUMBER.test(left);
}
