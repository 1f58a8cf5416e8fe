import { type Told, told } from '../catalogue/language.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { inLanguage } from './labels.ts';
import type { Place } from './page.ts';

/** What is cited: its title, its name among the data, and the address of its page where the site knows its own. */
export interface Cited {
  readonly title: string;
  readonly key: string;
  readonly publisher: string;
  /** `2026-11-23`; empty where the package names none. */
  readonly date: string;
  readonly version: string;
  readonly language: string;
  readonly url: string;
}

/** How to cite a page: as text, in BibTeX and in RIS, with date, version, and address where it is known. */
export function citation(place: Place, title: Told, key: string): Markup {
  const { words, site } = place;
  const { version, licence, created } = site.catalogue.package;
  const source = told({ ...site.catalogue.package }, 'title', place.language);
  const rest = fill(words.citeText, { version, title: title.text });
  const date = (created ?? '').slice(0, 10);
  const url = site.url === '' ? '' : `${site.url}${place.language}/${place.path}`;
  const cited: Cited = {
    title: title.text,
    key: `${site.catalogue.package.name}-${key}`,
    publisher: source.text,
    date,
    version,
    language: place.language,
    url,
  };
  return html`<p class="cite">${inLanguage(source, place)}. ${rest}${date !== '' && ` ${date}.`}${url !== '' && html` <span class="address">${url}</span>`}</p>
<div class="recipes">${[
    { name: 'BibTeX', text: bibtex(cited) },
    { name: 'RIS', text: ris(cited) },
  ].map(
    ({ name, text }) =>
      html`<details><summary>${name}</summary><pre tabindex="0"><code>${text}</code></pre><p class="actions"><button type="button" class="copy" hidden data-copied="${words.copied}">${words.copyRecipe}</button></p></details>`,
  )}</div>
<p class="hint">${words.licence}: <a href="${licence.path}" rel="license external">${licence.title}</a></p>`;
}

/**
 * A citation in BibTeX; braces and other signs that it would read are written as its commands.
 *
 *     bibtex({ title: '50 % & more', ... })   // title = {50 \% \& more}
 */
export function bibtex({ title, key, publisher, date, version, language, url }: Cited): string {
  const fields = {
    title,
    howpublished: publisher,
    ...(date === '' ? {} : { year: date.slice(0, 4), month: date.slice(5, 7) }),
    version,
    language,
    ...(url === '' ? {} : { url }),
  };
  const lines = Object.entries(fields).map(
    ([name, text]) => `  ${name} = {${name === 'url' ? text : escaped(text)}}`,
  );
  return `@misc{${key.replace(/[^\w-]/g, '-')},\n${lines.join(',\n')}\n}`;
}

function escaped(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[%&#$_]/g, '\\$&');
}

/** A citation in RIS: a tag and a text a line. */
export function ris({ title, publisher, date, version, language, url }: Cited): string {
  const lines: readonly (readonly [string, string])[] = [
    ['TY', 'DATA'],
    ['TI', title],
    ['PB', publisher],
    ...(date === ''
      ? []
      : ([
          ['DA', date.replaceAll('-', '/')],
          ['PY', date.slice(0, 4)],
        ] as const)),
    ['ET', version],
    ['LA', language],
    ...(url === '' ? [] : ([['UR', url]] as const)),
    ['ER', ''],
  ];
  return lines.map(([tag, text]) => `${tag}  - ${text.replace(/\s+/g, ' ')}`).join('\n');
}
