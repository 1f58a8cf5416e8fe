import type { SearchEntry } from '../pages/search-index.ts';
import { type Findable, findable, ranked } from './ranking.ts';

interface Found extends Findable {
  readonly name: string;
  readonly place: string;
  readonly url: string;
}

const MOST_ENTRIES = 8;
const MOST_PARAGRAPHS = 4;

/** The search of the home page; its index is read when the field is first used. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form.search');
  const input = form?.querySelector('input');
  if (!form || !input) return;
  let reading: Promise<readonly [readonly Found[], readonly Found[]]> | undefined;
  const answer = async (): Promise<void> => {
    reading ??= readIndexes(form);
    const query = input.value;
    const [entries, paragraphs] = await reading;
    if (query !== input.value) return;
    show(form, query, [
      ...ranked(query, entries, MOST_ENTRIES),
      ...ranked(query, paragraphs, MOST_PARAGRAPHS),
    ]);
  };
  input.addEventListener('focus', () => {
    reading ??= readIndexes(form);
  });
  input.addEventListener('input', () => void answer());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.querySelector<HTMLAnchorElement>('.results a')?.click();
  });
  form.hidden = false;
  if (input.value !== '') void answer();
}

async function readIndexes(form: HTMLFormElement): Promise<readonly [readonly Found[], readonly Found[]]> {
  const { index = '', text = '', root = '', paragraph = '' } = form.dataset;
  const [entries, paragraphs] = await Promise.all([
    fetch(index).then((answer): Promise<readonly SearchEntry[]> => answer.json()),
    fetch(text).then((answer): Promise<readonly (readonly [string, string])[]> => answer.json()),
  ]);
  return [
    entries.map(({ title, place, url, words }) => ({
      ...findable(title, words),
      name: title,
      place,
      url: `${root}${url}`,
    })),
    paragraphs.map(([number, body]) => ({
      ...findable('', body),
      name: paragraph.replace('#', number),
      place: body.slice(0, 110),
      url: `${root}report.html#p${number}`,
    })),
  ];
}

function show(form: HTMLFormElement, query: string, found: readonly Found[]): void {
  const list = form.querySelector('.results');
  const status = form.querySelector('.found');
  if (list === null || status === null) return;
  list.replaceChildren(...found.map(entry));
  const { nothing = '', found: some = '' } = form.dataset;
  status.textContent =
    query.trim() === '' ? '' : found.length === 0 ? nothing : some.replace('#', String(found.length));
}

function entry({ name, place, url }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const title = document.createElement('b');
  const where = document.createElement('span');
  link.href = url;
  title.textContent = name;
  where.textContent = place;
  link.append(title, where);
  item.append(link);
  return item;
}
