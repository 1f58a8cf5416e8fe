import { LANGUAGES, OWN_NAMES, told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { wordsOf } from '../words/words.ts';
import { choicePage } from './choice.ts';
import type { Site } from './page.ts';

/** The root of a site of several documents: each with its title, in each language of the catalogue. */
export function documentsPage(documents: readonly { readonly site: Site; readonly under: string }[]): Markup {
  const sections = LANGUAGES.map((language) => {
    const items = documents.map(({ site, under }) => {
      const { text, language: own } = told({ ...site.catalogue.package }, 'title', language);
      return html`<li><a href="${under}${language}/index.html"${own !== language && html` lang="${own}"`}>${text}</a></li>`;
    });
    return html`<section lang="${language}"><h2>${OWN_NAMES[language]}: ${wordsOf(language).documents}</h2><ul>${items}</ul></section>`;
  });
  const { siteName: title, documents: description } = wordsOf('en');
  return choicePage({ title, description, robots: 'index', root: '', style: 'assets/style.css', sections });
}
