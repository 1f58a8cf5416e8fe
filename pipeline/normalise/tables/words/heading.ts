import type { Ink } from '../../reading/ink.ts';
import { matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { SETTINGS } from '../../settings.ts';

/** Where the phrases of a heading were found. */
interface HeadingMatch extends Stretch {
  /** For each phrase, the ink index of the first character of each of its words. */
  readonly places: readonly (readonly number[])[];
}

/** What failed is kept from so many steps on: most headings are found at once. */
const FEW_STEPS = 100;

/**
 * Matches a title and the header cells of a table. Headers are narrow, so their words wrap, and a page break
 * can move a row of them above the first; read line by line the phrases then stand interleaved:
 *
 *     Оның ішінде:
 *     Барлығы қалалық жерде ауылдық жерде
 *
 * So each phrase must stand there word by word in its own order, all words of all phrases are used once, and
 * nothing else stands between them. An unfinished phrase goes on before another one begins.
 */
export function matchHeading(
  ink: Ink,
  at: number,
  words: readonly (readonly string[])[],
): HeadingMatch | undefined {
  const match = headingAt(ink, at, words);
  return match === 'too many' ? undefined : match;
}

/** The same, or that there are more ways to share out the words that several phrases have than are tried. */
export function headingAt(
  ink: Ink,
  at: number,
  words: readonly (readonly string[])[],
): HeadingMatch | 'too many' | undefined {
  const total = words.reduce((sum, each) => sum + each.length, 0);
  const canBegin = words.some(
    ([first]) => first !== undefined && ink.folded.startsWith(first.slice(0, 1), at),
  );
  if (total === 0 || !canBegin) return undefined;
  const places = words.map((): number[] => []);
  const failed = new Set<string>();
  let steps = 0;

  const search = (index: number, count: number, last: number): number => {
    if (count === total) return index;
    steps += 1;
    if (steps > SETTINGS.mostHeaderSteps.value) return -1;
    const place = steps < FEW_STEPS ? undefined : placeOf(index, last, places, words);
    if (place !== undefined && failed.has(place)) return -1;
    // The phrase that is being read goes on first, then the others in declared order.
    for (let turn = -1; turn < words.length; turn += 1) {
      if (turn === last) continue;
      const phrase = turn < 0 ? last : turn;
      const taken = places[phrase];
      const word = words[phrase]?.[taken?.length ?? 0];
      if (taken === undefined || word === undefined) continue;
      const end = matchWord(ink, index, word);
      if (end < 0) continue;
      taken.push(index);
      const done = search(end, count + 1, phrase);
      if (done >= 0) return done;
      taken.pop();
    }
    if (place !== undefined) failed.add(place);
    return -1;
  };

  const to = search(at, 0, 0);
  if (to < 0) return steps > SETTINGS.mostHeaderSteps.value ? 'too many' : undefined;
  return { from: at, to, places };
}

/** Where a search is: the words that are left of the phrase that is being read, and those of all, whichever they are of. */
function placeOf(
  index: number,
  last: number,
  places: readonly (readonly number[])[],
  words: readonly (readonly string[])[],
): string {
  const left = words.map((phrase, at) => phrase.slice(places[at]?.length ?? 0).join(' '));
  return `${index}\n${left[last]}\n${[...left].sort().join('\n')}`;
}

/** A word of a header may be cut and hyphenated anywhere, and glued to the next: `жыл (граммен)`, `жыл(`. */
function matchWord(ink: Ink, at: number, word: string): number {
  const end = matchPhrase(ink, at, word);
  if (end >= 0) return end;
  return ink.folded.startsWith(word, at) ? at + word.length : -1;
}
