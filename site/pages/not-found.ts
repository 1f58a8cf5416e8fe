import { LANGUAGES, type Language, OWN_NAMES } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { wordsOf } from '../words/words.ts';
import { choicePage } from './choice.ts';
import { SECTION_PATHS, type Site } from './page.ts';
import { wordsFor } from './words-for.ts';

/** The page for an address that leads nowhere. It can be shown at any depth, so its links begin at the site's root. */
export function notFoundPage(site: Site): Markup {
  const { url } = site;
  const root = url === '' ? '/' : new URL(url).pathname;
  return choice(
    site,
    root,
    wordsOf('en').notFound,
    'noindex',
    (words, language) => html`<h2>${words.notFound}</h2><p>${words.notFoundText}</p>
<form class="head-search" role="search" aria-label="${words.search}" action="${root}${language}/${SECTION_PATHS.search}" hidden><label class="visually-hidden" for="query-${language}">${words.searchLabel}</label><input id="query-${language}" type="search" name="q" autocomplete="off" placeholder="${words.search}"><button type="submit">${words.searchGo}</button></form>`,
    site.assets.script,
  );
}

/** The page at the root of the site: a choice of the language. */
export function rootPage(site: Site): Markup {
  return choice(
    site,
    '',
    wordsOf('en').siteName,
    'index',
    (words) => html`<h2>${words.siteName}</h2><p>${words.siteSubtitle}</p>`,
  );
}

function choice(
  site: Site,
  root: string,
  title: string,
  robots: 'index' | 'noindex',
  text: (words: ReturnType<typeof wordsOf>, language: Language) => Markup,
  script?: string,
): Markup {
  const loaded = script !== undefined && html`<script type="module" src="${root}${script}"></script>\n`;
  const others = LANGUAGES.map(
    (language) => html`<link rel="alternate" hreflang="${language}" href="${root}${language}/index.html">\n`,
  );
  return choicePage({
    title,
    description: wordsFor(site, 'en').siteSubtitle,
    robots,
    root,
    style: site.assets.style,
    head: html`${loaded}${others}`,
    sections: LANGUAGES.map(
      (language) =>
        html`<section lang="${language}">${text(wordsFor(site, language), language)}<p><a class="button" href="${root}${language}/index.html">${OWN_NAMES[language]}</a></p></section>`,
    ),
  });
}
