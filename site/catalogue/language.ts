/** The languages of the catalogue, in the order of its switch. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** A text and the language that it is really in, where the one asked for is missing. */
export interface Told {
  readonly text: string;
  readonly language: Language;
}

/** The text in the language asked for, else in English, else in Kazakh; an empty one when there is none. */
export function told(record: Readonly<Record<string, unknown>>, stem: string, language: Language): Told {
  const order: readonly (readonly [string, Language])[] = [
    [`${stem}_${language}`, language],
    [`${stem}_en`, 'en'],
    [stem, 'en'],
    [`${stem}_kk`, 'kk'],
  ];
  for (const [key, found] of order) {
    const text = record[key];
    if (typeof text === 'string' && text !== '') return { text, language: found };
  }
  return { text: '', language };
}
