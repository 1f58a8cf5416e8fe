import type { Language } from '../catalogue/language.ts';

/** What can be found, in the order in which the kinds are offered. */
export const KINDS = ['dataset', 'indicator', 'place', 'paragraph', 'act', 'erratum'] as const;
export type Kind = (typeof KINDS)[number];

/** A text in those languages that it is there in. */
export type Texts = Readonly<Partial<Record<Language, string>>>;

/** Something that the search finds: its title, where it belongs, and further texts that lead to it. */
export interface SearchEntry {
  readonly kind: Kind;
  readonly title: Texts;
  /** Where it belongs, or how it begins; shown under the title. */
  readonly place: Texts;
  /** Relative to the language's folder. */
  readonly url: string;
  /** What it is also called. */
  readonly key?: string;
  /** What is said about it. */
  readonly text?: Texts;
  /** True for a series of the running text. */
  readonly isOfText?: true;
  /** Number of the entry that it is a part of: what is said of the whole leads to it too. */
  readonly of?: number;
}

/**
 * Phrases of one meaning. A query with one of `asked` also looks for those that are `meant`, each in its language.
 * `{ asked: [['ru', 'ЮКО']], meant: [['en', 'South Kazakhstan Region'], ...] }`
 */
export interface Concept {
  readonly asked: readonly Phrase[];
  readonly meant: readonly Phrase[];
}
export type Phrase = readonly [language: Language, text: string];

/** What the search of the site reads: one file for all languages. */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  readonly concepts: readonly Concept[];
}

/** The text in a language, else in one that it is there in. */
export function textIn(texts: Texts, language: Language): string {
  return texts[language] ?? texts.en ?? texts.kk ?? texts.ru ?? '';
}
