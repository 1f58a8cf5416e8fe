import type { TotalWords } from '../../../locale/quantity-words.ts';
import { matchesOf } from '../../../page/matches.ts';
import type { Sentence } from '../reading/structure.ts';
import { innermost, sentenceAt } from '../reading/structure.ts';
import type { Context, Reading } from './reading.ts';
import type { Place } from './year.ts';

/** How a figure is to be taken; the closed list of `figure.qualifier`. */
export type Qualifier = 'total' | 'more_than' | 'about' | 'plan';

/**
 * The shade that the words around a number give it. `At least` is taken as more than; a bound from above has
 * no word of its own in the list. Of two shades the one printed nearest to the number is kept.
 */
export function qualifierOf(
  { numeral, tail, sentence, printed }: Reading,
  context: Context,
  end: Place['end'],
): Qualifier | null {
  const { text, words } = context;
  const shade = tail.qualifier ?? printed?.qualifier ?? null;
  if (shade !== null) return shade;
  const before = text.slice(sentence.from, numeral.from);
  if (words.moreThanBefore.test(before)) return 'more_than';
  if (words.aboutBefore.test(before)) return 'about';
  const whole = text.slice(sentence.from, sentence.to);
  if (isPlanned(whole, numeral.from, context) || isIntended(whole, numeral.from, context, end)) return 'plan';
  return isTotal(before, words.total) ? 'total' : null;
}

const CLAUSE_ENDS = /\d,\d|[,;:()]/g;

/** Whether the words before a number make it a total. */
function isTotal(before: string, { before: right, inClause, opening, ending }: TotalWords): boolean {
  if (right.test(before)) return true;
  const ends = matchesOf(CLAUSE_ENDS, before);
  // The sign that ends the clause before is no letter: it lets a word begin behind it.
  const clause = before.slice(ends.findLast(({ 0: sign }) => sign.length === 1)?.index ?? 0);
  if (inClause.test(clause)) return true;
  const last = ends.at(-1);
  const bare = last === undefined ? before : before.slice(last.index + last[0].length - 1);
  const opened = opening.exec(bare);
  return opened !== null && ending.test(bare.slice(opened.index + opened[0].length));
}

/** A sentence about a plan, or a target year before the number. */
function isPlanned(sentenceText: string, place: number, { structure, times, words }: Context): boolean {
  if (words.plan.test(sentenceText)) return true;
  const sentence: Sentence | undefined = sentenceAt(structure.sentences, place);
  const last = times.findLast(({ from, to }) => to <= place && from >= (sentence?.from ?? 0));
  return last?.form === 'target';
}

/**
 * A sentence about what is going to be gives what is intended, but for what it starts from and what it explains in
 * brackets: of `it will fall from 8 to 4 %` only the 4, of `it will be paid at the age of retirement (58-63)` none.
 */
function isIntended(
  sentenceText: string,
  place: number,
  { structure, words }: Context,
  end: Place['end'],
): boolean {
  const isAside = innermost(structure.brackets, place) !== undefined;
  return words.future.test(sentenceText) && end !== 'first' && !isAside;
}
