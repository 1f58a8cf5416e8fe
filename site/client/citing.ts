import { bibtex, type Cited, paragraphOf, ris } from '../catalogue/citation.ts';

/** Offers how to cite the paragraph of the report that the address points at: a press of its number points at it. */
export function startCiting(): void {
  const box = document.querySelector<HTMLDetailsElement>('details.cite-paragraph');
  if (box === null) return;
  const page: Cited = JSON.parse(box.dataset.page ?? '{}');
  const known = page.url === '' ? ownAddress() : page.url;
  for (const hint of document.querySelectorAll<HTMLElement>('.cite-hint')) hint.hidden = false;
  const follow = (): void => {
    const paragraph = document.getElementById(location.hash.slice(1));
    const number = paragraph?.querySelector(':scope > .number')?.textContent;
    const text = paragraph?.querySelector(':scope > .text');
    box.hidden = !number || !text;
    if (!paragraph || !number || !text) return;
    if (!paragraph.contains(box)) {
      box.open = false;
      text.after(box);
    }
    write(box, paragraphOf({ ...page, url: known }, number, paragraph.id));
  };
  addEventListener('hashchange', follow);
  follow();
}

/** Where the page is read, if others can read it there: a file of one's own is no address to cite. */
function ownAddress(): string {
  return location.protocol.startsWith('http') ? `${location.origin}${location.pathname}` : '';
}

function write(box: HTMLElement, cited: Cited): void {
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
