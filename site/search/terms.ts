import type { Language } from '../catalogue/language.ts';
import { LANGUAGES } from '../catalogue/language.ts';
import { spelling } from './letters.ts';
import { stemOf } from './stems.ts';

/** Words that say nothing about what is looked for. */
const SMALL: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['a', 'an', 'in', 'of', 'the', 'and', 'by', 'for', 'to', 'on', 'about', 'at', 'with', 'per']),
  ru: new Set(['на', 'по', 'за', 'из', 'от', 'в', 'и', 'о', 'об', 'у', 'с', 'к', 'для']),
  kk: new Set(['мен', 'және', 'бен', 'пен', 'туралы', 'үшін', 'бойынша']),
};

/** The words of a text in small letters; a number whose thousands stand apart is one word: `2,868`, `2 868`. */
export function wordsIn(text: string): readonly string[] {
  const joined = text.toLowerCase().replace(/(?<=\d)[ ,\u00a0](?=\d{3}(?!\d))/g, '');
  return joined.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words of a query that say something; all of them where none does. */
export function wordsAsked(query: string): readonly string[] {
  const words = wordsIn(query);
  const telling = words.filter((word) => !LANGUAGES.some((language) => SMALL[language].has(word)));
  return telling.length > 0 ? telling : words;
}

/**
 * What a word of a text is found by: its spelling and that of its stem, both in one alphabet.
 *
 *     termsOf('ауылдық', 'kk')   // ['auildik', 'auil']
 */
export function termsOf(word: string, language: Language): readonly string[] {
  return [...new Set([spelling(word), spelling(stemOf(word, language))])];
}

/** What a word of a query may stand for, whichever language it is in. */
export function termsAsked(word: string): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => termsOf(word, language)))];
}

/** Gives all terms of a text in its language, as one text that is split at its spaces. */
export type TermText = (text: string, language: Language) => string;

/**
 * For many texts, most of whose words stand in others too: each is spelt and cut to its stem once in a language, which is
 * most of what a reader waits for before the first answer.
 */
export function termTextOfMany(): TermText {
  const known = new Map(LANGUAGES.map((language) => [language, new Map<string, string>()]));
  return (text, language) =>
    wordsIn(text)
      .map((word) => {
        const terms = known.get(language)?.get(word) ?? termsIfTelling(word, language);
        known.get(language)?.set(word, terms);
        return terms;
      })
      .filter((terms) => terms !== '')
      .join(' ');
}

function termsIfTelling(word: string, language: Language): string {
  return SMALL[language].has(word) ? '' : termsOf(word, language).join(' ');
}
