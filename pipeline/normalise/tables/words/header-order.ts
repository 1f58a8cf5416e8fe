import type { Ink } from '../../reading/ink.ts';
import { SETTINGS } from '../../settings.ts';

/** The places of a header's words in the ink, in the order of its words. */
type Places = readonly number[];
type Words = readonly string[];

/**
 * Tells whether headers stand in the order in which their columns are declared. In each line the words of a column stand
 * left of those of the next:
 *
 *     Rate   Rate
 *     before after
 *
 * are "Rate before" and "Rate after" in this order alone. Two headers of which no line holds words that differ must
 * begin and end in their order. Words that several headers share may be anyone's: some way to share them out must fit;
 * `too many` where there are more ways than are tried.
 */
export function headerOrder(
  ink: Ink,
  words: readonly Words[],
  places: readonly Places[],
): 'declared' | 'another' | 'too many' {
  const printed = words
    .flatMap((own, column) => own.map((word, index) => ({ word, at: places[column]?.[index] ?? 0 })))
    .sort((a, b) => a.at - b.at);
  const shared: number[][] = words.map(() => []);
  let steps = 0;
  const search = (position: number, last: number): boolean => {
    steps += 1;
    if (steps > SETTINGS.mostHeaderSteps.value) return false;
    const token = printed[position];
    if (token === undefined) return areTold(ink, words, shared);
    const before = printed[position - 1];
    const isSameLine = before !== undefined && ink.lines[before.at] === ink.lines[token.at];
    for (let column = isSameLine ? last : 0; column < words.length; column += 1) {
      const own = shared[column];
      if (own === undefined || words[column]?.[own.length] !== token.word) continue;
      own.push(token.at);
      if (search(position + 1, column)) return true;
      own.pop();
    }
    return false;
  };
  if (search(0, 0)) return 'declared';
  return steps > SETTINGS.mostHeaderSteps.value ? 'too many' : 'another';
}

/** Whether each two headers are told apart: by a line that holds different words of both, else by their ends. */
function areTold({ lines }: Ink, words: readonly Words[], places: readonly Places[]): boolean {
  const linesOf = places.map((own) => new Map(own.map((at, index) => [lines[at], index])));
  const isTold = (left: number, right: number): boolean => {
    for (const [line, index] of linesOf[left] ?? []) {
      const other = linesOf[right]?.get(line);
      if (other !== undefined && words[left]?.[index] !== words[right]?.[other]) return true;
    }
    return [0, -1].every(
      (end) =>
        words[left]?.at(end) === words[right]?.at(end) ||
        (places[left]?.at(end) ?? 0) < (places[right]?.at(end) ?? 0),
    );
  };
  return words.every((_, left) => words.every((_, right) => right <= left || isTold(left, right)));
}

/** The headers as they are printed, for a message: by their last words, which stand nearest to the values. */
export function printedOrder(headers: readonly string[], places: readonly Places[]): string {
  return headers
    .map((header, index) => ({ header, at: places[index]?.at(-1) ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ header }) => `"${header}"`)
    .join(', ');
}
