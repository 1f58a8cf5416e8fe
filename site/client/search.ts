import { type Kind, type SearchEntry, type SearchIndex, textIn } from '../search/entry.ts';
import type { Finder } from '../search/finder.ts';
import { formatDecimal } from '../words/numbers.ts';
import { pageLanguage } from './table.ts';

/** Most that the home page shows of what is found. */
const MOST = 10;

/** Shows the searches of a page, and lets those that answer on the page itself do so. */
export function startSearch(): void {
  for (const head of document.querySelectorAll<HTMLFormElement>('form.head-search')) head.hidden = false;
  const form = document.querySelector<HTMLFormElement>('form.search');
  if (form === null) return;
  form.hidden = false;
  if (form.classList.contains('whole'))
    void import('./search-page.ts').then((page) => page.startSearchPage(form));
  else startBox(form);
}

/** The index and what searches in it, read when they are first needed. */
export function finderFor(form: HTMLFormElement): () => Promise<Finder> {
  let reading: Promise<Finder> | undefined;
  return () => {
    reading ??= read(form.dataset.index ?? '');
    return reading;
  };
}

async function read(url: string): Promise<Finder> {
  const [{ finderOf }, index] = await Promise.all([
    import('../search/finder.ts'),
    fetch(url).then((answer): Promise<SearchIndex> => answer.json()),
  ]);
  return finderOf(index);
}

function startBox(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  if (input === null) return;
  const finder = finderFor(form);
  const answer = async (): Promise<void> => {
    const query = input.value;
    const find = await finder();
    if (query !== input.value) return;
    const found = find(query);
    showFound(form, found.slice(0, MOST), found.length, query);
  };
  input.addEventListener('focus', () => void finder());
  input.addEventListener('input', () => void answer());
  if (input.value !== '') void answer();
}

/** Shows what was found, and says how much that is of all. */
export function showFound(
  form: HTMLFormElement,
  found: readonly SearchEntry[],
  all: number,
  query: string,
): void {
  const list = form.querySelector('.results');
  const status = form.querySelector('.found');
  if (list === null || status === null) return;
  const { nothing = '', found: whole = '', first = '', root = '', kinds = '{}' } = form.dataset;
  const names: Readonly<Partial<Record<Kind, string>>> = JSON.parse(kinds);
  list.replaceChildren(...found.map((entry) => item(entry, root, names[entry.kind] ?? '')));
  const number = (amount: number): string => formatDecimal(String(amount), pageLanguage());
  const said = all > found.length ? first : whole;
  status.textContent =
    query.trim() === ''
      ? ''
      : all === 0
        ? nothing
        : said.replace('{n}', number(all)).replace('{m}', number(found.length));
}

function item(entry: SearchEntry, root: string, kind: string): HTMLLIElement {
  const language = pageLanguage();
  const link = document.createElement('a');
  link.href = `${root}${entry.url}`;
  const title = document.createElement('b');
  const where = document.createElement('span');
  write(title, entry.title);
  write(where, entry.place);
  const tag = document.createElement('span');
  tag.className = 'tag';
  tag.textContent = kind;
  title.append(' ', tag);
  link.append(title, where);
  const element = document.createElement('li');
  element.append(link);
  return element;

  function write(into: HTMLElement, texts: SearchEntry['title']): void {
    const part = document.createElement('span');
    part.className = 'text';
    part.textContent = textIn(texts, language);
    if (texts[language] === undefined) part.lang = texts.en === undefined ? 'kk' : 'en';
    into.append(part);
  }
}
