import { stemOf } from './stems.ts';

/** Words of a thing that can be found, and how much it counts to meet one of them. */
export interface Field {
  readonly words: readonly string[];
  readonly weight: number;
}

/** Something that can be found, with its words ready to be compared. */
export interface Findable {
  readonly fields: readonly Field[];
  /** True for a whole, which stands before its parts when it meets as many words. */
  readonly isWhole?: boolean;
}

/** What its own name says counts most, then what it is also called, then what is said about it, then its place. */
export const WEIGHTS = { name: 3, key: 2, text: 1, place: 0.8 } as const;

/** A query's words, small letters only; years of a span stand for themselves. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Reads a thing to find: its texts by how much they count. */
export function findable(texts: Readonly<Partial<Record<keyof typeof WEIGHTS, string>>>): Findable {
  const fields = (['name', 'key', 'text', 'place'] as const).flatMap((field) => {
    const words = [...new Set(wordsOf(texts[field] ?? ''))];
    return words.length === 0 ? [] : [{ words, weight: WEIGHTS[field] }];
  });
  return { fields };
}

/**
 * All things that have every word of the query, or where none has, those that have at least half of them; the best
 * first, rare words counting more, a table before its series. Words meet when one begins the other, or when they share all but their endings.
 */
export function ranked<Thing extends Findable>(query: string, things: readonly Thing[]): readonly Thing[] {
  const asked = [...new Set(wordsOf(query))].filter((word) => word.length > 1 && !SMALL.has(word));
  if (asked.length === 0) return [];
  const scores = things.map(({ fields }) => asked.map((word) => scoreOf(word, fields)));
  const weights = asked.map((_, at) => {
    const having = scores.filter((own) => (own[at] ?? 0) > 0).length;
    return having === 0 ? 0 : Math.log(1 + things.length / having);
  });
  const found = things
    .map((thing, index) => {
      const own = scores[index] ?? [];
      const hits = own.filter((score) => score > 0).length;
      const score = own.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0);
      return { thing, hits, score: score - lengthPenalty(thing) };
    })
    .filter(({ hits }) => hits > 0 && hits >= asked.length / 2);
  const hasAll = found.some(({ hits }) => hits === asked.length);
  return found
    .filter(({ hits }) => !hasAll || hits === asked.length)
    .sort((a, b) => b.hits - a.hits || wholeness(b) - wholeness(a) || b.score - a.score)
    .map(({ thing }) => thing);
}

function wholeness({ thing }: { readonly thing: Findable }): number {
  return thing.isWhole === true ? 1 : 0;
}

/** Words that say nothing about what is looked for. */
const SMALL: ReadonlySet<string> = new Set([
  ...['in', 'of', 'the', 'and', 'by', 'for', 'to'],
  ...['на', 'по', 'за', 'из', 'от', 'мен', 'және'],
]);

/** Of two things that meet a query alike, the one with the shorter name; never more than a word's worth. */
function lengthPenalty({ fields: [name] }: Findable): number {
  return name?.weight === WEIGHTS.name ? 0.002 * Math.min(name.words.length, 50) : 0;
}

function scoreOf(word: string, fields: readonly Field[]): number {
  return Math.max(0, ...fields.map(({ words, weight }) => weight * best(word, words)));
}

function best(word: string, candidates: readonly string[]): number {
  return Math.max(0, ...candidates.map((candidate) => likeness(word, candidate)));
}

/** 1 for equal words, less for words that are one but for their ending or begin alike, 0 for others. */
function likeness(asked: string, candidate: string): number {
  if (asked === candidate) return 1;
  if (/\d/.test(asked)) return 0;
  if (stemOf(asked) === stemOf(candidate)) return 0.9;
  if (candidate.startsWith(asked) && asked.length > 2) return 0.8;
  let shared = 0;
  while (shared < asked.length && asked[shared] === candidate[shared]) shared += 1;
  return shared >= 4 && shared >= 0.7 * Math.max(asked.length, candidate.length) ? 0.6 : 0;
}
