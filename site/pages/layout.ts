import { CARD } from '../cards/card-drawing.ts';
import { LANGUAGES, OWN_NAMES } from '../catalogue/language.ts';
import { dataBlock, html, type Markup } from '../html/markup.ts';
import { contentSecurityPolicy } from '../security-policy.ts';
import { fill } from '../words/words.ts';
import { inEnglish } from './labels.ts';
import { type Page, type Place, pathOf, placeOf, SECTION_PATHS, SITE_CARD, sectionsOf } from './page.ts';
import { headSearch } from './search-box.ts';

const LOCALES = { kk: 'kk_KZ', ru: 'ru_RU', en: 'en_GB' } as const;

/** A whole page: head, header with menu, language switch and search, the body, and the footer. */
export function layout(page: Page): Markup {
  const { place, title, body } = page;
  const { words, language, toRoot, site } = place;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page.runsSql === true)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === words.siteName ? title : `${title} · ${words.siteName}`}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${toRoot('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${toRoot(place.site.assets.style)}">
<script type="module" src="${toRoot(place.site.assets.script)}"></script>
${page.runsSql === true && sqlAssets(place)}${alternates(place)}${socialCard(page)}${page.structured !== undefined && dataBlock('application/ld+json', page.structured)}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="site-header">
<a class="brand" href="${place.to('index.html')}">${words.siteName}</a>
${menu(page)}
${page.hasSearch !== true && headSearch(place)}
${languageSwitch(place)}
</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer class="site-footer">
${
  place.site.documents !== undefined &&
  html`<p><a href="${toRoot(place.site.documents)}">${words.documents}</a></p>
`
}<p>${officialDocument(place)}</p>
<p>${words.footerLicence} ${words.footerPrivacy} ${fill(words.footerVersion, { version: place.site.catalogue.package.version })}.</p>
${
  site.url !== '' &&
  html`<p class="printed">${site.url}${language}/${place.path}</p>
`
}</footer>
</body>
</html>
`;
}

/** The document that the data were read from, with the way to it where it has an address. */
function officialDocument(place: Place): Markup | undefined {
  const { words, site } = place;
  const [source] = site.catalogue.package.sources;
  if (source === undefined) return undefined;
  const title = inEnglish(source.title, place);
  return /^https?:/.test(source.path)
    ? html`${title} · <a href="${source.path}" rel="external">${words.officialDocument}</a>`
    : title;
}

function sqlAssets({ site, toRoot }: Place): Markup {
  const { style, script } = site.assets.sql;
  return html`<link rel="stylesheet" href="${toRoot(style)}">
<script type="module" src="${toRoot(script)}"></script>
`;
}

function menu({ place, section }: Page): Markup {
  const { words, to } = place;
  const entries = sectionsOf(place.site)
    .filter((each) => each !== 'search')
    .map(
      (each) =>
        html`<li><a href="${to(SECTION_PATHS[each])}"${each === section && html` aria-current="true"`}>${words[each]}</a></li>`,
    );
  return html`<nav class="menu" aria-label="${words.mainMenu}"><ul>${entries}</ul></nav>`;
}

/** Links to the same page in the other languages. */
function languageSwitch({ site, language, words, path, toRoot }: Place): Markup {
  const entries = LANGUAGES.map((each) => {
    const { path: same } = placeOf(site, each, path);
    const current = each === language && html` aria-current="true"`;
    return html`<li><a href="${toRoot(`${each}/${same}`)}" lang="${each}" hreflang="${each}"${current} data-language>${OWN_NAMES[each]}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${words.languageMenu}"><ul>${entries}</ul></nav>`;
}

/** The page in the other languages; which address is the true one is said only where the site knows its own. */
function alternates({ site, language, path, toRoot }: Place): readonly Markup[] {
  const address = (each: string): string =>
    site.url === '' ? toRoot(`${each}/${path}`) : `${site.url}${each}/${path}`;
  return [
    ...(site.url === '' ? [] : [html`<link rel="canonical" href="${address(language)}">\n`]),
    ...LANGUAGES.map((each) => html`<link rel="alternate" hreflang="${each}" href="${address(each)}">\n`),
    html`<link rel="alternate" hreflang="x-default" href="${address('en')}">\n`,
  ];
}

/** What a link to the page looks like elsewhere: it needs whole addresses, so there is none without the site's own. */
function socialCard({ place, title, description, card }: Page): Markup | undefined {
  const { site, language, words, path } = place;
  if (site.url === '') return undefined;
  const image = `${site.url}${card === undefined ? SITE_CARD : pathOf.card(language, card)}`;
  const shown = card?.content();
  const says = shown === undefined ? words.siteSubtitle : `${shown.title}, ${shown.scope}`;
  return html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${words.siteName}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${LOCALES[language]}">
<meta property="og:url" content="${site.url}${language}/${path}">
<meta property="og:image" content="${image}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${CARD.width}">
<meta property="og:image:height" content="${CARD.height}">
<meta property="og:image:alt" content="${says}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image" content="${image}">
<meta name="twitter:image:alt" content="${says}">
`;
}
