import { bibtex, type Cited, ris } from '../catalogue/citation.ts';
import { type Told, told } from '../catalogue/language.ts';
import { type Content, html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { inLanguage } from './labels.ts';
import type { Place } from './page.ts';
import { hasLicence } from './words-for.ts';

/** How to cite a page: as text, in BibTeX and in RIS, with date, version, and address where it is known. */
export function citation(place: Place, title: Told, key: string): Markup {
  const { licence } = place.site.catalogue.package;
  const cited = citedOf(place, title.text, `${place.site.catalogue.package.name}-${key}`);
  const address = cited.url !== '' && html` <span class="address">${cited.url}</span>`;
  return html`${inForms(place, title.text, address, { BibTeX: bibtex(cited), RIS: ris(cited) })}
<p class="hint">${hasLicence(licence) ? html`${place.words.licence}: <a href="${licence.path}" rel="license external">${licence.title}</a>` : place.words.footerLicence}</p>`;
}

/** The citation that the parts of a page share. */
export interface PartCitation {
  /** What a part is called: `{n}` stands for what the part itself says. */
  readonly title: string;
  /** What the citation offers: "Cite this paragraph". */
  readonly offer: string;
  /** Where the whole is whose part the page is: an address that stays, however the next version is parted. */
  readonly whole: string;
  /** Its page among the data; empty where the fragments of the page are names enough. */
  readonly key?: string;
}

/**
 * How to cite a part of the page, a paragraph or a value: once on a page of hundreds, hidden and without what the part
 * says, for a script to put to the part that is pointed at and to fill (`site/client/citing.ts`). Without it the
 * citation of the page stands.
 */
export function partCitation(place: Place, { title: called, offer, whole, key }: PartCitation): Markup {
  const { name } = place.site.catalogue.package;
  const page = citedOf({ ...place, path: whole }, called, key === undefined ? name : `${name}-${key}`);
  const title = html`<span class="part"></span>`;
  const address = html` <span class="address"></span>`;
  return html`<details class="cite-part" data-page="${JSON.stringify(page)}" data-whole="${place.to(whole)}" hidden><summary>${offer}</summary>${inForms(place, title, address, { BibTeX: '', RIS: '' })}</details>`;
}

function citedOf({ site, language, path }: Place, title: string, key: string): Cited {
  const { package: published } = site.catalogue;
  return {
    title,
    key,
    publisher: told({ ...published }, 'title', language).text,
    date: (published.created ?? '').slice(0, 10),
    version: published.version,
    language,
    url: site.url === '' ? '' : `${site.url}${language}/${path}`,
  };
}

/** The sentence of a citation, and its other forms by their names, each to open and to copy. */
function inForms(
  place: Place,
  title: Content,
  address: Content,
  forms: Readonly<Record<string, string>>,
): Markup {
  const { words, site, language } = place;
  const { version, created } = site.catalogue.package;
  const source = told({ ...site.catalogue.package }, 'title', language);
  const [before = '', after = ''] = words.citeText.split('{title}').map((text) => fill(text, { version }));
  const date = (created ?? '').slice(0, 10);
  return html`<p class="cite">${inLanguage(source, place)}. ${before}${title}${after}${date !== '' && ` ${date}.`}${address}</p>
<div class="recipes">${Object.entries(forms).map(
    ([name, text]) =>
      html`<details><summary>${name}</summary><pre tabindex="0"><code data-form="${name}">${text}</code></pre><p class="actions"><button type="button" class="copy" hidden data-copied="${words.copied}">${words.copyRecipe}</button></p></details>`,
  )}</div>`;
}
