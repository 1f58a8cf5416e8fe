import MiniSearch, { type Query } from 'minisearch';
import { LANGUAGES } from '../catalogue/language.ts';
import { KINDS, type Kind, type SearchEntry, type SearchIndex, type Texts } from './entry.ts';
import { type Group, groupsOf, type Meaning, type Meanings, meaningsOf } from './groups.ts';
import { type TermText, termsAsked, termTextOfMany, wordsAsked } from './terms.ts';

/** How much a word counts by where it stands: in a name, in another name, in what is said. */
const WEIGHTS = { title: 3, key: 2, text: 1 } as const;
/** How much of what a whole is worth falls to each of its parts. */
const TO_PARTS = 0.6;
/** How much things count by what they are, so that a table stands before its parts and numbers before prose. */
const KIND_WEIGHTS: Readonly<Record<Kind, number>> = {
  dataset: 1.5,
  indicator: 1,
  place: 1.4,
  paragraph: 0.6,
  act: 0.5,
  erratum: 0.36,
};
/** How much a number counts that stands in the running text alone, beside those of tables. */
const OF_TEXT = 0.4;
/** How soon a word that is said often counts no more (k), how much long texts lose by their length (b), and the least (d). */
const TERMS = { k: 1.2, b: 0.25, d: 0.5 } as const;
/** How much more a word counts that has the very ending that was asked for. */
const VERY_ENDING = 0.25;
/** How much a word counts that only means the same as one that was asked for. */
const SYNONYM = 0.8;
/** Fewest letters of a word that may begin others, and that may be misspelt. */
const SHORTEST = { prefix: 3, misspelt: 5 } as const;
/** Letters that may be wrong in a word: a share of its length, and never more than some. */
const WRONG = { share: 0.29, most: 2 } as const;

/** Answers queries; the best first. */
export type Finder = (query: string) => readonly SearchEntry[];

/** Makes an index ready to be asked, in any language and alphabet. */
export function finderOf({ entries, concepts }: SearchIndex): Finder {
  const index = new MiniSearch<{ readonly id: number }>({
    fields: Object.keys(WEIGHTS),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { boost: WEIGHTS, weights: { fuzzy: 0.5, prefix: 0.6 }, bm25: TERMS },
  });
  const termText = termTextOfMany();
  index.addAll(entries.map((entry, id) => document(entry, id, termText)));
  const meanings = meaningsOf(concepts);
  const corrected = correctionsOf(meanings);
  const isKnown = (word: string): boolean => index.search(wordQuery(word, false)).length > 0;
  return (query) => {
    const words = wordsAsked(query).map((word) => (isKnown(word) ? word : corrected(word)));
    const groups = groupsOf(words, meanings);
    const scores = groups.map((group) => withParts(entries, scoresOf(index, group)));
    return best(entries, scores);
  };
}

/**
 * Gives for a word that stands nowhere the word of a concept that is one letter from it, so that what means the same is
 * found as well: `беднсть` is asked as `бедность`, which no table says in its title.
 */
function correctionsOf(meanings: readonly Meanings[]): (word: string) => string {
  const asked = meanings.flatMap((each) => each.asked.flat(2));
  const terms = [...new Set(asked)].filter((term) => term.length >= SHORTEST.misspelt);
  const index = new MiniSearch<{ readonly id: string }>({ fields: ['id'], processTerm: (term) => term });
  index.addAll(terms.map((id) => ({ id })));
  return (word) => {
    const [own = ''] = termsAsked(word);
    if (own.length < SHORTEST.misspelt) return word;
    const found: unknown = index.search(own, { fuzzy: 1 })[0]?.id;
    return typeof found === 'string' ? found : word;
  };
}

/** How many of each kind were found. */
export function countsOf(found: readonly SearchEntry[]): ReadonlyMap<Kind, number> {
  return new Map(KINDS.map((kind) => [kind, found.filter((entry) => entry.kind === kind).length]));
}

function weightOf({ kind, isOfText }: SearchEntry): number {
  return KIND_WEIGHTS[kind] * (isOfText === true ? OF_TEXT : 1);
}

function document(
  { title, key = '', text = {} }: SearchEntry,
  id: number,
  termText: TermText,
): { readonly id: number } {
  const terms = (texts: Texts): string =>
    LANGUAGES.map((language) => termText(texts[language] ?? '', language)).join(' ');
  return Object.assign({ id }, { title: terms(title), key: termText(key, 'en'), text: terms(text) });
}

/** What has a group of the query, and how well: the group's own words, begun or whole, or what means the same. */
function scoresOf(
  index: MiniSearch<{ readonly id: number }>,
  { words, meanings }: Group,
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  const take = (query: Query, weight: number): void => {
    for (const { id, score } of index.search(query))
      scores.set(id, Math.max(scores.get(id) ?? 0, score * weight));
  };
  take({ combineWith: 'AND', queries: words.map((word) => wordQuery(word, false)) }, 1);
  // A phrase of more words than were asked for counts no more than these.
  for (const meaning of meanings)
    take(meaningQuery(meaning), SYNONYM * Math.min(1, words.length / meaning.length));
  if (scores.size === 0) take({ combineWith: 'AND', queries: words.map((word) => wordQuery(word, true)) }, 1);
  return scores;
}

/**
 * What is said of a whole leads to its parts, to all of them alike: which of two tables says a word oftener says
 * nothing of their rows.
 */
function withParts(
  entries: readonly SearchEntry[],
  scores: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const wholes = new Set(entries.flatMap(({ of }) => of ?? []));
  const share = TO_PARTS * Math.max(0, ...[...wholes].map((id) => scores.get(id) ?? 0));
  const parts = entries.flatMap(({ of }, id): [number, number][] =>
    of === undefined || !scores.has(of) ? [] : [[id, Math.max(share, scores.get(id) ?? 0)]],
  );
  return new Map([...scores, ...parts]);
}

function wordQuery(word: string, mayBeMisspelt: boolean): Query {
  const isNumber = /\d/.test(word);
  const [own, ...stems] = termsAsked(word);
  return {
    combineWith: 'OR',
    queries: own === undefined ? [] : [own, ...stems],
    // A word with the very ending that was asked for is found by its stem too: it must not count twice.
    boostTerm: (term: string) => (term === own && stems.length > 0 ? VERY_ENDING : 1),
    prefix: (term: string) => !isNumber && term.length >= SHORTEST.prefix,
    fuzzy: (term: string) =>
      mayBeMisspelt && !isNumber && term.length >= SHORTEST.misspelt ? WRONG.share : false,
    maxFuzzy: WRONG.most,
  };
}

function meaningQuery(meaning: Meaning): Query {
  return {
    combineWith: 'AND',
    queries: meaning.map((forms) => ({ combineWith: 'OR', queries: [...forms] })),
  };
}

/**
 * Those that have every group of the query; where none has, those with at least half of them.
 */
function best(
  entries: readonly SearchEntry[],
  scores: readonly ReadonlyMap<number, number>[],
): readonly SearchEntry[] {
  const found = entries
    .map((entry, id) => {
      const own = scores.map((each) => each.get(id) ?? 0);
      const hits = own.filter((score) => score > 0).length;
      return { entry, hits, score: own.reduce((sum, each) => sum + each, 0) * weightOf(entry) };
    })
    .filter(({ hits }) => hits > 0 && hits >= scores.length / 2);
  const most = Math.max(0, ...found.map(({ hits }) => hits));
  return found
    .filter(({ hits }) => most < scores.length || hits === most)
    .sort((a, b) => b.hits - a.hits || b.score - a.score)
    .map(({ entry }) => entry);
}
