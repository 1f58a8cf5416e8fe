import type { SeriesLanguage } from '../../../locale/series-language.ts';
import { remembered } from '../../../page/remembered.ts';
import type { FigurePlan } from '../../../template/plan.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { longestMatch, type Numeral } from './numerals.ts';

/** The ink of a passage, as printed and in lower case, with its numbers. */
export interface PassageInk extends Stretch {
  readonly printed: Ink;
  readonly lower: Ink;
  readonly numerals: readonly Numeral[];
}

const BETWEEN = /[-:("',%)]/;
const HYPHEN = '-';
const WORD = /[\p{L}\d]/u;

/**
 * Whether a figure stands where a member's label says, not before `since`: directly behind the words before
 * it and directly before the words behind it. Between words and figure may stand what the language puts there:
 * a dash, a bracket, a case ending, a word such as "altogether".
 *
 * Returns the stretch of label and figure together.
 */
export function fitLabel(
  passage: PassageInk,
  plan: FigurePlan,
  figure: Numeral,
  since: number,
  language: SeriesLanguage,
): Stretch | undefined {
  const from = startOfLabel(passage, plan, figure, since, language);
  const to = plan.after === '' ? figure.to : endOfLabel(passage, plan.after, figure, language);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function startOfLabel(
  passage: PassageInk,
  { before, labelYear }: FigurePlan,
  figure: Numeral,
  since: number,
  language: SeriesLanguage,
): number | undefined {
  const { printed, numerals } = passage;
  const reaches = (at: number): boolean => at >= 0 && reach(passage, at, figure.from, language);
  if (labelYear !== undefined) {
    const year = numerals.find(
      ({ kind, value, from, past }) =>
        kind === 'year' &&
        value === labelYear &&
        from >= since &&
        reaches(before === '' ? past : matchPhrase(printed, past, before)),
    );
    return year?.from;
  }
  if (before === '') return figure.from;
  for (let at = figure.from - 1; at >= since; at -= 1) {
    if (printed.folded[at] !== before[0] || !startsWord(printed, at)) continue;
    if (reaches(matchPhrase(printed, at, before))) return at;
  }
  return undefined;
}

const wordsBefore = remembered(({ aboutBefore, total, totalBefore }: SeriesLanguage['qualifiers']) => [
  ...aboutBefore,
  ...total,
  ...totalBefore,
]);

/** Whether nothing but dashes, brackets and the language's words of quantity stand before a figure. */
function reach({ lower }: PassageInk, from: number, to: number, { qualifiers }: SeriesLanguage): boolean {
  const words = wordsBefore(qualifiers);
  let at = from;
  while (at < to) {
    if (BETWEEN.test(lower.folded.charAt(at))) at += 1;
    else at = longestMatch(lower, at, words) ?? to + 1;
  }
  return at === to;
}

function endOfLabel(
  { printed, lower }: PassageInk,
  after: string,
  figure: Numeral,
  { endings }: SeriesLanguage,
): number | undefined {
  let at = figure.to;
  while (at < printed.folded.length) {
    const end = startsWord(printed, at) ? matchPhrase(printed, at, after) : -1;
    if (end >= 0) return end;
    const ending = printed.folded[at - 1] === HYPHEN ? longestMatch(lower, at, endings) : undefined;
    if (ending !== undefined) at = ending;
    else if (BETWEEN.test(printed.folded.charAt(at))) at += 1;
    else return undefined;
  }
  return undefined;
}

/** Whether a word or sign begins at a place: a label never begins within a word or number. */
export function startsWord({ folded, gaps }: Ink, at: number): boolean {
  if (at === 0 || gaps[at] !== Gap.none) return true;
  return !(WORD.test(folded.charAt(at - 1)) && WORD.test(folded.charAt(at)));
}
