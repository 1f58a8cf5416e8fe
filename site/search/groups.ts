import type { Concept, Phrase } from './entry.ts';
import { termsAsked, termsOf, wordsIn } from './terms.ts';

/** A phrase of one meaning, word by word: each with the terms that stand for it. */
export type Meaning = readonly (readonly string[])[];

/** Words of a query that are asked for together, and what means the same. */
export interface Group {
  readonly words: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** A concept with its phrases as terms. */
export interface Meanings {
  readonly asked: readonly Meaning[];
  readonly meant: readonly Meaning[];
}

/** Reads concepts, so that queries can be held against them. */
export function meaningsOf(concepts: readonly Concept[]): readonly Meanings[] {
  const read = ([language, text]: Phrase): Meaning => wordsIn(text).map((word) => termsOf(word, language));
  return concepts.map(({ asked, meant }) => ({ asked: asked.map(read), meant: meant.map(read) }));
}

/**
 * A query's words in groups: the longest phrase that a concept has is one, every other word stands alone.
 *
 *     ['domestic', 'violence', 'Almaty'] -> [domestic violence], [Almaty]
 */
export function groupsOf(words: readonly string[], concepts: readonly Meanings[]): readonly Group[] {
  const terms = words.map((word) => new Set(termsAsked(word)));
  const groups: Group[] = [];
  for (let at = 0; at < words.length; ) {
    const found = concepts.flatMap(({ asked, meant }) =>
      asked.filter((phrase) => stands(phrase, terms, at)).map(({ length }) => ({ length, meant })),
    );
    const length = Math.max(1, ...found.map((each) => each.length));
    const meanings = found.filter((each) => each.length === length).flatMap(({ meant }) => meant);
    groups.push({ words: words.slice(at, at + length), meanings });
    at += length;
  }
  return groups;
}

/** True when a phrase stands in the query at that word. */
function stands(phrase: Meaning, terms: readonly ReadonlySet<string>[], at: number): boolean {
  return (
    phrase.length > 0 && phrase.every((forms, word) => forms.some((form) => terms[at + word]?.has(form)))
  );
}
