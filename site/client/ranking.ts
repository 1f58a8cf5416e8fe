/** Something that can be found, with its words ready to be compared. */
export interface Findable {
  readonly title: readonly string[];
  readonly words: readonly string[];
}

/** A query's words, small letters only; years of a span stand for themselves. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Reads a thing to find; its title counts more than the words around it. */
export function findable(title: string, words: string): Findable {
  return { title: [...new Set(wordsOf(title))], words: [...new Set(wordsOf(words))] };
}

/**
 * Ranks things by how many words of the query they have, rare words first. Words meet when one begins the other or
 * when they share all but their ending: бедность, бедности. A thing must have at least half of the query.
 */
export function ranked<Thing extends Findable>(
  query: string,
  things: readonly Thing[],
  most: number,
): readonly Thing[] {
  const asked = [...new Set(wordsOf(query))].filter((word) => word.length > 1 && !SMALL.has(word));
  if (asked.length === 0) return [];
  const found = things.map((thing) =>
    asked.map((word) => Math.max(2 * best(word, thing.title), best(word, thing.words))),
  );
  const weights = asked.map((_, at) => {
    const having = found.filter((scores) => (scores[at] ?? 0) > 0).length;
    return having === 0 ? 0 : Math.log(1 + things.length / having);
  });
  const known = weights.filter((weight) => weight > 0).length;
  return things
    .map((thing, index) => {
      const scores = found[index] ?? [];
      const hits = scores.filter((score) => score > 0).length;
      const length = 0.02 * thing.title.length;
      return {
        thing,
        hits,
        score: scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0) - length,
      };
    })
    .filter(({ hits }) => hits > 0 && hits >= known / 2)
    .sort((a, b) => b.hits - a.hits || b.score - a.score)
    .slice(0, most)
    .map(({ thing }) => thing);
}

/** Words that say nothing about what is looked for. */
const SMALL: ReadonlySet<string> = new Set([
  'in',
  'of',
  'the',
  'and',
  'by',
  'for',
  'to',
  'на',
  'по',
  'за',
  'из',
  'от',
  'мен',
  'және',
]);

function best(word: string, candidates: readonly string[]): number {
  return Math.max(0, ...candidates.map((candidate) => likeness(word, candidate)));
}

/** 1 for equal words, less for words that begin alike, 0 for others. */
function likeness(asked: string, candidate: string): number {
  if (asked === candidate) return 1;
  if (candidate.startsWith(asked) && asked.length > 2) return 0.8;
  let shared = 0;
  while (shared < asked.length && asked[shared] === candidate[shared]) shared += 1;
  return shared >= 4 && shared >= 0.7 * Math.max(asked.length, candidate.length) ? 0.6 : 0;
}
