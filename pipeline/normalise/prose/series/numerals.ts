import { inkOf } from '../../../locale/look-alikes.ts';
import type { SeriesLanguage } from '../../../locale/series-language.ts';
import { remembered } from '../../../page/remembered.ts';
import { Gap, type Ink, spaced } from '../../reading/ink.ts';
import { inText, readNumber } from '../../reading/number.ts';
import { matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { SETTINGS } from '../settings.ts';

/**
 * A number in running text: a figure, a year, or a name, which is whatever else is written in digits: articles
 * (`116-бабы`, `134 б.`), days, ages, list markers, numbers of acts.
 */
export interface Numeral extends Stretch {
  readonly kind: 'figure' | 'year' | 'name';
  /** `-?\d+(\.\d+)?`; nothing where the digits are not grouped as a number is. */
  readonly value: string | undefined;
  /** Behind the ending and the words that belong to it: `144 783-ті`, `2010/11 оқу жылдары`. */
  readonly past: number;
  /** Its ending opens a span, so that the unit stands behind the next number: `4-тен 6,2 %-ға`. */
  readonly opensSpan: boolean;
}

const DIGIT = /\d/;
const LETTER = /\p{L}/u;
const YEAR = /^(19|20)\d\d$/;
const SHORT_YEAR = /^\d\d$/;
const MOST_INK = SETTINGS.mostInkOfNumber.value;
const HYPHEN = '-';

/** Finds the numbers of a stretch of lower-case ink, in order, and tells what each of them is. */
export function findNumerals(ink: Ink, { from, to }: Stretch, language: SeriesLanguage): readonly Numeral[] {
  const found: Numeral[] = [];
  for (let at = from; at < to; ) {
    if (!DIGIT.test(ink.folded.charAt(at))) {
      at += 1;
      continue;
    }
    const number = longestNumber(ink, at, to, language);
    found.push({ from: at, ...number, kind: 'figure', past: number.to, opensSpan: false });
    at = number.to;
  }
  // A year can be one by the words behind the next year, an age by the next age: from the end to the start.
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const numeral = found[index];
    if (numeral !== undefined) found[index] = named(ink, numeral, found[index + 1], language);
  }
  return found.map((numeral, index) =>
    isDay(ink, numeral, found[index - 1], language) ? { ...numeral, kind: 'name' } : numeral,
  );
}

/** The most ink that reads as one number: `2 103 806` and not `2`; digits that touch are never cut. */
function longestNumber(
  ink: Ink,
  at: number,
  end: number,
  { decimalSign }: SeriesLanguage,
): { readonly to: number; readonly value: string | undefined } {
  let most = at + 1;
  while (most < Math.min(end, at + MOST_INK) && isNumberInk(ink, most, decimalSign)) most += 1;
  let solid = at + 1;
  while (solid < most && ink.gaps[solid] === Gap.none) solid += 1;
  for (let to = most; to > at; to -= 1) {
    if (to < most && touches(ink, to, decimalSign)) continue;
    const [number] = readNumber(spaced(ink, at, to), [], inText(decimalSign));
    if (number !== undefined) return { to, value: number.value };
  }
  return { to: solid, value: undefined };
}

/** Whether the digits before a place go on behind it without a space. */
function touches(ink: Ink, at: number, sign: string): boolean {
  if (ink.gaps[at] !== Gap.none) return false;
  if (ink.folded.charAt(at) !== sign) return true;
  return ink.gaps[at + 1] === Gap.none;
}

function isNumberInk({ folded }: Ink, at: number, sign: string): boolean {
  return DIGIT.test(folded.charAt(at)) || (folded.charAt(at) === sign && DIGIT.test(folded.charAt(at + 1)));
}

function named(ink: Ink, numeral: Numeral, next: Numeral | undefined, language: SeriesLanguage): Numeral {
  const name = (past = numeral.to): Numeral => ({ ...numeral, kind: 'name', past });
  const yearPast = pastYear(ink, numeral, next, language);
  if (yearPast !== undefined) return { ...numeral, kind: 'year', past: yearPast };
  if (isMarker(ink, numeral) || isGlued(ink, numeral.from)) return name();
  const tied = ink.folded.charAt(numeral.to) === HYPHEN && ink.gaps[numeral.to] === Gap.none;
  if (tied && next?.from === numeral.to + 1) return next.kind === 'name' ? name(next.past) : numeral;
  if (tied && ink.gaps[numeral.to + 1] === Gap.none) {
    const word = numeral.to + 1;
    const past = longestMatch(ink, word, language.endings);
    if (past !== undefined) {
      const opensSpan = longestMatch(ink, word, language.fromEndings) !== undefined;
      const isAge = longestMatch(ink, past, language.ageWords) !== undefined;
      if (isAge || (opensSpan && next?.from === past && next.kind === 'name')) return name(past);
      return { ...numeral, past, opensSpan };
    }
    if (!startsAny(ink, word, language.counted) && LETTER.test(ink.folded.charAt(word))) return name();
  }
  const age = longestMatch(ink, numeral.to, language.ageWords);
  if (age !== undefined) return name(age);
  return startsAny(ink, numeral.to, language.actParts) ? name() : numeral;
}

/** Where a year's words end: its own (`2010 жылы`), or those of the year it is tied to (`2010/11 оқу жылы`). */
function pastYear(
  ink: Ink,
  { from, to, value = '' }: Numeral,
  next: Numeral | undefined,
  { yearWords, yearLinks }: SeriesLanguage,
): number | undefined {
  const isSecond = SHORT_YEAR.test(value) && ink.folded.charAt(from - 1) === '/';
  if (to - from !== value.length || !(YEAR.test(value) || isSecond)) return undefined;
  const own = longestMatch(ink, to, yearWords);
  if (own !== undefined) return own;
  const tied = inksOf(yearLinks).some(
    (link) => next?.kind === 'year' && matchPhrase(ink, to, link) === next.from,
  );
  return tied ? next?.past : undefined;
}

/** The day of a date: `2017 жылғы 1 маусымда`. */
function isDay(
  ink: Ink,
  { from, to, kind }: Numeral,
  before: Numeral | undefined,
  { months }: SeriesLanguage,
): boolean {
  return kind === 'figure' && before?.kind === 'year' && before.past === from && startsAny(ink, to, months);
}

/** `1)` at the start of a line; a line can also begin within brackets: `әйелдер –` / `172)`. */
function isMarker({ folded, gaps }: Ink, { from, to }: Numeral): boolean {
  const isBracketed = folded.lastIndexOf('(', from) > folded.lastIndexOf(')', from);
  return folded.charAt(to) === ')' && !isBracketed && (from === 0 || (gaps[from] ?? Gap.none) >= Gap.line);
}

/** `№ 285`, `N1`. */
function isGlued({ folded, gaps }: Ink, from: number): boolean {
  const before = folded.charAt(from - 1);
  return before === '№' || (LETTER.test(before) && gaps[from] === Gap.none);
}

/** Where the longest of several words ends that stands whole at a place. */
export function longestMatch(ink: Ink, at: number, words: readonly string[]): number | undefined {
  const ends = inksOf(words)
    .map((word) => matchPhrase(ink, at, word))
    .filter((end) => end >= 0);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The ink of a language's words, which are asked for at every number. */
const inksOf = remembered((words: readonly string[]) => words.map(inkOf));

/** Whether one of several beginnings of words stands at a place. */
export function startsAny({ folded }: Ink, at: number, beginnings: readonly string[]): boolean {
  return inksOf(beginnings).some((beginning) => folded.startsWith(beginning, at));
}
