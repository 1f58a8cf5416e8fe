import { LANGUAGES, OWN_NAMES, told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { contentSecurityPolicy } from '../security-policy.ts';
import { wordsOf } from '../words/words.ts';
import type { Site } from './page.ts';

/** The root of a site of several documents: each with its title, in each language of the catalogue. */
export function documentsPage(documents: readonly { readonly site: Site; readonly under: string }[]): Markup {
  const title = wordsOf('en').siteName;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(false)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="index">
<meta name="description" content="${wordsOf('en').documents}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="assets/style.css">
</head>
<body class="choice">
<main id="content">
<h1>${title}</h1>
${LANGUAGES.map((language) => {
  const words = wordsOf(language);
  return html`<section lang="${language}"><h2>${OWN_NAMES[language]}: ${words.documents}</h2><ul>${documents.map(
    ({ site, under }) => {
      const { text, language: own } = told({ ...site.catalogue.package }, 'title', language);
      return html`<li><a href="${under}${language}/index.html"${own !== language && html` lang="${own}"`}>${text}</a></li>`;
    },
  )}</ul></section>`;
})}
</main>
</body>
</html>
`;
}
