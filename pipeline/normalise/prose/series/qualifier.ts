import { inkOf } from '../../../locale/look-alikes.ts';
import type { SeriesLanguage } from '../../../locale/series-language.ts';
import { Gap } from '../../reading/ink.ts';
import { matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { SETTINGS } from '../settings.ts';
import { type PassageInk, startsWord } from './figure-label.ts';
import { longestMatch, type Numeral, startsAny } from './numerals.ts';

/** How a figure is meant; the closed list of the column `qualifier`, but for null. */
export type Qualifier = 'total' | 'more_than' | 'about' | 'plan';

const MOST_WORDS = SETTINGS.qualifierWords.value;
const DIGIT = /\d/;
const CLAUSE_END = /[,;()]/;
const SENTENCE_END = /[.!?]/;

/** Reads from the words around a figure how it is meant. `around` runs between the figures beside it. */
export function qualifierOf(
  passage: PassageInk,
  figure: Numeral,
  around: Stretch,
  { qualifiers }: SeriesLanguage,
): Qualifier | null {
  if (contains(passage, passage, qualifiers.plan)) return 'plan';
  if (follows(passage, figure, qualifiers.moreThan)) return 'more_than';
  if (follows(passage, figure, qualifiers.about) || precedes(passage, figure, qualifiers.aboutBefore))
    return 'about';
  const isTotal =
    precedes(passage, figure, qualifiers.totalBefore) ||
    contains(
      passage,
      { from: sentenceStart(passage, around.from, figure.from), to: figure.from },
      qualifiers.total,
    ) ||
    contains(passage, { from: figure.to, to: bracketEnd(passage, figure.to, around.to) }, qualifiers.parts);
  return isTotal ? 'total' : null;
}

/** Whether one of the words stands among the first few behind a figure: `11,3 млрд. теңгеден астам`. */
function follows({ lower }: PassageInk, { to }: Numeral, words: readonly string[]): boolean {
  let left = MOST_WORDS;
  for (let at = to; at < lower.folded.length && left >= 0; at += 1) {
    const character = lower.folded.charAt(at);
    if (CLAUSE_END.test(character) || DIGIT.test(character)) return false;
    if (lower.gaps[at] === Gap.none) continue;
    if (longestMatch(lower, at, words) !== undefined) return true;
    left -= 1;
  }
  return false;
}

/** Whether one of the words stands directly before a figure, but for a dash. */
function precedes({ lower }: PassageInk, { from }: Numeral, words: readonly string[]): boolean {
  const end = lower.folded.charAt(from - 1) === '-' ? from - 1 : from;
  return words.map(inkOf).some((word) => {
    const start = end - word.length;
    return startsAny(lower, start, [word]) && startsWord(lower, start);
  });
}

function contains({ lower }: PassageInk, { from, to }: Stretch, words: readonly string[]): boolean {
  return words.map(inkOf).some((word) => {
    for (
      let at = lower.folded.indexOf(word, from);
      at >= 0 && at < to;
      at = lower.folded.indexOf(word, at + 1)
    ) {
      if (startsWord(lower, at) && matchPhrase(lower, at, word) >= 0) return true;
    }
    return false;
  });
}

/** What is said before the sentence of a figure began is not said of it. */
function sentenceStart({ printed }: PassageInk, from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1) {
    const next = printed.folded.charAt(at);
    const isCapital = next !== next.toLowerCase();
    if (isCapital && printed.gaps[at] !== Gap.none && SENTENCE_END.test(printed.folded.charAt(at - 1)))
      return at;
  }
  return from;
}

/** A figure in brackets is not what the words behind them speak of. */
function bracketEnd({ lower }: PassageInk, from: number, to: number): number {
  const close = lower.folded.indexOf(')', from);
  return close < 0 ? to : Math.min(close, to);
}
