import { datasetsOf } from '../catalogue/catalogue.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { html, type Markup } from '../html/markup.ts';
import { inLanguage, titleOf } from './labels.ts';
import { type Place, pathOf } from './page.ts';

/** The other datasets that the same annex prints. */
export function moreFromAnnex(place: Place, dataset: Dataset): Markup | undefined {
  const { words, site } = place;
  const others = datasetsOf(site.catalogue, dataset.annex).filter((each) => each !== dataset);
  if (others.length === 0 || dataset.annex === undefined) return undefined;
  return html`<section><h2>${words.moreFrom}</h2><ul class="plain">${others.map(({ table }) => html`<li><a href="${place.to(pathOf.dataset(table.name))}">${inLanguage(titleOf(table, place), place)}</a></li>`)}</ul></section>`;
}
