import { bibtex, type Cited, partOf, ris } from '../catalogue/citation.ts';
import { offerCopying } from './copy.ts';

/** Offers how to cite the paragraph or the value that the address points at: its number or its permanent link does. */
export function startCiting(): void {
  const box = document.querySelector<HTMLDetailsElement>('details.cite-part');
  if (box === null) return;
  for (const hint of document.querySelectorAll<HTMLElement>('.cite-hint')) hint.hidden = false;
  const follow = (): void => {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const place = part === null ? null : part.querySelector(PLACE);
    box.hidden = part === null || place === null;
    if (part === null || place === null) return;
    if (!part.contains(box)) {
      box.open = false;
      place.after(box);
    }
    fill(box, part, part.id, location);
  };
  addEventListener('hashchange', follow);
  follow();
}

/**
 * Puts how to cite a value to a copy of it that stands on another page: the box is a copy of that of its own page, so
 * that both say the same.
 */
export function citeCopy(copy: HTMLElement, address: URL, page: Document): void {
  const found = page.querySelector('details.cite-part');
  if (found === null) return;
  const box = document.importNode(found, true) as HTMLElement;
  box.hidden = false;
  fill(box, copy, decodeURIComponent(address.hash.slice(1)), address);
  copy.querySelector(PLACE)?.after(box);
  offerCopying(box);
}

/** Below what of a part its citation stands: the text of a paragraph, the links of a value. */
const PLACE = ':scope > .text, :scope > .cell-links';

/** What a part is called: a paragraph by its number, a value by what it is for and what it is. */
function nameOf(part: Element): string {
  const said = part.querySelectorAll(':scope > .number, :scope > h2 > .what, :scope > h2 > .value');
  return [...said].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(': ');
}

function fill(box: HTMLElement, part: Element, fragment: string, at: Location | URL): void {
  const page: Cited = JSON.parse(box.dataset.page ?? '{}');
  const url = page.url === '' ? ownAddress(new URL(box.dataset.whole ?? '', at.href)) : page.url;
  const cited = partOf({ ...page, url }, nameOf(part), fragment);
  const texts = {
    '.part': cited.title,
    '.address': cited.url,
    '[data-form=BibTeX]': bibtex(cited),
    '[data-form=RIS]': ris(cited),
  };
  for (const [where, text] of Object.entries(texts)) {
    const place = box.querySelector(where);
    if (place !== null) place.textContent = text;
  }
}

/** Where the whole of a page is read, if others can read it there: a file of one's own is no address to cite. */
function ownAddress({ protocol, origin, pathname }: URL): string {
  return protocol.startsWith('http') ? `${origin}${pathname}` : '';
}
