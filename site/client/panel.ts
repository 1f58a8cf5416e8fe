import { citeCopy } from './citing.ts';
import { readPage, wholeCopy } from './whole-copy.ts';

/** Pages of evidence that were read, by their address. */
type Pages = Map<string, Promise<Document>>;

/**
 * Opens the evidence of a value beside the page instead of leaving it. The page of evidence is the only source: the
 * panel shows its fragment, with the arithmetic of each check in place of the link to it.
 */
export function startPanel(): void {
  const pages: Pages = new Map();
  const dialog = document.createElement('dialog');
  dialog.className = 'panel';
  dialog.setAttribute('aria-labelledby', 'panel-title');
  document.body.append(dialog);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const link = event.target instanceof Element ? linkOf(event.target) : undefined;
    if (link === undefined || link.hash === '' || !link.pathname.includes('/source/')) return;
    if (link.pathname === location.pathname) return;
    event.preventDefault();
    void show(dialog, pages, link.href);
  });
}

/** The address that a press leads to; a link in a drawing has its address in another form than one in a text. */
function linkOf(target: Element): URL | undefined {
  const address = target.closest('a.v, dialog a[data-step]')?.getAttribute('href');
  return address === null || address === undefined ? undefined : new URL(address, location.href);
}

async function show(dialog: HTMLDialogElement, pages: Pages, href: string): Promise<void> {
  const address = new URL(href);
  // Of two that are pressed while pages are read, the last is shown.
  dialog.dataset.asked = href;
  try {
    const { found, page } = await fragmentAt(address, pages);
    const content = await contentOf(found, address, pages);
    if (dialog.dataset.asked !== href) return;
    citeCopy(content, address, page);
    dialog.replaceChildren(closeButton(dialog, page), content);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  } catch {
    pages.delete(pageOf(address));
    if (dialog.dataset.asked === href) location.assign(href);
  }
}

/** An address without its fragment. */
function pageOf({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/** What an address names, on a page that is read once. */
async function fragmentAt(
  address: URL,
  pages: Pages,
): Promise<{ readonly found: HTMLElement; readonly page: Document }> {
  const url = pageOf(address);
  const reading = pages.get(url) ?? readPage(url);
  pages.set(url, reading);
  const page = await reading;
  const found = page.getElementById(decodeURIComponent(address.hash.slice(1)));
  if (found === null) throw new Error(`${url}: no such fragment`);
  return { found, page };
}

/** A copy of a fragment that can stand on this page: links made whole, names dropped, checks put in place. */
async function contentOf(found: HTMLElement, address: URL, pages: Pages): Promise<HTMLElement> {
  const copy = wholeCopy(found, address);
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[data-check]')) {
    const own = new URL(link.href);
    link.closest('li')?.replaceChildren(wholeCopy((await fragmentAt(own, pages)).found, own));
  }
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  copy.removeAttribute('id');
  const title = copy.querySelector('h2');
  if (title !== null) title.id = 'panel-title';
  const permalink = copy.querySelector<HTMLAnchorElement>('.permalink');
  if (permalink !== null) permalink.href = address.href;
  return copy;
}

function closeButton(dialog: HTMLDialogElement, page: Document): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.textContent = page.querySelector<HTMLElement>('[data-close]')?.dataset.close ?? '×';
  button.addEventListener('click', () => dialog.close());
  return button;
}
