import { type Language, told } from '../catalogue/language.ts';
import type { Package } from '../catalogue/package.ts';
import { fill, type Words, wordsOf } from '../words/words.ts';
import type { Site } from './page.ts';

/** The catalogue's words in one language, those on its document told of the document at hand. */
export function wordsFor(
  { catalogue: { package: published }, introduction }: Pick<Site, 'catalogue' | 'introduction'>,
  language: Language,
): Words {
  const words = wordsOf(language);
  const title = told({ ...published }, 'title', language).text;
  return {
    ...words,
    siteSubtitle: introduction?.subtitle[language] ?? fill(words.siteSubtitle, { title }),
    homeLead: introduction?.lead[language] ?? words.homeLead,
    searchHint: introduction?.search[language] ?? words.searchHint,
    footerLicence: licenceText(words, published),
  };
}

function licenceText(words: Words, { licence }: Package): string {
  if (licence.name === 'CC0-1.0') return words.licenceCc0;
  return hasLicence(licence) ? fill(words.footerLicence, { licence: licence.title }) : words.licenceNone;
}

/** False where the document declares no licence; the name and the address stand for one then, and mean nothing. */
export function hasLicence({ name }: Package['licence']): boolean {
  return name !== 'notspecified';
}
