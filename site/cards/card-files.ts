import type { Bundle } from '../bundle.ts';
import { told } from '../catalogue/language.ts';
import { type Page, type Place, pathOf, SITE_CARD } from '../pages/page.ts';
import type { SiteFile } from '../site-files.ts';
import { fill } from '../words/words.ts';
import type { CardFrame } from './card.ts';
import type { CardPainter } from './card-painter.ts';

/**
 * The cards that the pages name, a file each. Where the fonts lack a letter of a card, that of the site stands in its
 * place.
 */
export function cardFiles(
  pages: readonly Page[],
  { files }: Bundle,
  paint: CardPainter,
): readonly SiteFile[] {
  const common = files.find(({ path }) => path === SITE_CARD)?.content;
  const painted = new Map<string, SiteFile>();
  for (const { card, place } of pages) {
    if (card === undefined) continue;
    const path = pathOf.card(place.language, card);
    if (painted.has(path)) continue;
    const content = paint(card.content(), frameOf(place)) ?? common;
    if (content !== undefined) painted.set(path, { path, content });
  }
  return [...painted.values()];
}

/** What stands around every card of a language. */
function frameOf({ site, language, words }: Place): CardFrame {
  const { licence, version } = site.catalogue.package;
  const { text: title } = told({ ...site.catalogue.package }, 'title', language);
  return {
    brand: words.siteName,
    source: fill(words.saveSource, { title, version, licence: licence.title }),
    address: site.url.replace(/^https?:\/\//, '').replace(/\/$/, ''),
  };
}
