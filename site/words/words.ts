import { LANGUAGES, type Language } from '../catalogue/language.ts';
import { ACT_WORDS } from './act-words.ts';
import { CHART_WORDS } from './chart-words.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { PAGE_WORDS } from './page-words.ts';
import { PLACE_WORDS } from './place-words.ts';
import { SEARCH_WORDS } from './search-words.ts';

/** A word of the catalogue in Kazakh, Russian and English. */
export type Triple = readonly [kk: string, ru: string, en: string];

const ALL = {
  ...PAGE_WORDS,
  ...EVIDENCE_WORDS,
  ...SEARCH_WORDS,
  ...PLACE_WORDS,
  ...CHART_WORDS,
  ...ACT_WORDS,
} as const;

/** Names of the catalogue's own words. */
export type Word = keyof typeof ALL;
export type Words = Readonly<Record<Word, string>>;

/** Each language's words, put together once: every piece of a page asks for them. */
const BY_LANGUAGE: Readonly<Record<Language, Words>> = {
  kk: inLanguage('kk'),
  ru: inLanguage('ru'),
  en: inLanguage('en'),
};

function inLanguage(language: Language): Words {
  const at = LANGUAGES.indexOf(language);
  const entries = Object.entries(ALL).map(([word, triple]: [string, Triple]) => [word, triple[at] ?? '']);
  return Object.fromEntries(entries);
}

/**
 * The catalogue's own words in one language; `{name}` in them is filled by `fill`.
 *
 *     wordsOf('en').errata   // 'Contradictions'
 */
export function wordsOf(language: Language): Words {
  return BY_LANGUAGE[language];
}

/** Puts values into the `{places}` of a text; throws for a place that is given no value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`words: no value for {${name}} of "${text}"`);
    return String(value);
  });
}
