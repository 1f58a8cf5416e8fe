import type { Language } from '../catalogue/language.ts';
import { formatDecimal } from './numbers.ts';

/** A noun behind a number: the forms that the plural rules of a language ask for; `other` is there always. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const noun = (kk: string, ru: readonly [string, string, string], en: readonly [string, string]) => ({
  kk: { other: kk },
  ru: { one: ru[0], few: ru[1], many: ru[2], other: ru[1] },
  en: { one: en[0], other: en[1] },
});

/** What the pages count. */
const NOUNS = {
  values: noun('мән', ['значение', 'значения', 'значений'], ['value', 'values']),
  places: noun(
    'оқылған орын',
    ['прочитанное место источника', 'прочитанных места источника', 'прочитанных мест источника'],
    ['place read in the source', 'places read in the source'],
  ),
  checks: noun('тексеріс', ['проверка', 'проверки', 'проверок'], ['check', 'checks']),
  errata: noun(
    'табылған қайшылық',
    ['найденное противоречие', 'найденных противоречия', 'найденных противоречий'],
    ['contradiction found', 'contradictions found'],
  ),
  paragraphs: noun('тармақ', ['пункт', 'пункта', 'пунктов'], ['paragraph', 'paragraphs']),
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Forms>>>>;

/** Names of what can be counted. */
export type Noun = keyof typeof NOUNS;

/**
 * The noun in the form that stands behind a number.
 *
 *     nounFor(81, 'values', 'ru')   // 'значение'
 */
export function nounFor(amount: number, of: Noun, language: Language): string {
  const forms: Forms = NOUNS[of][language];
  return forms[new Intl.PluralRules(language).select(amount)] ?? forms.other;
}

/** A number with what it counts: `102 значения`. */
export function counted(amount: number, of: Noun, language: Language): string {
  return `${formatDecimal(String(amount), language)} ${nounFor(amount, of, language)}`;
}
