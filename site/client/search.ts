import type { SearchEntry } from '../pages/search-index.ts';
import { formatDecimal } from '../words/numbers.ts';
import { type Findable, findable, ranked } from './ranking.ts';
import { pageLanguage } from './table.ts';

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
    const found = [ranked(query, entries), ranked(query, paragraphs)] as const;
    const shown = [...found[0].slice(0, MOST_ENTRIES), ...found[1].slice(0, MOST_PARAGRAPHS)];
    show(form, query, shown, found[0].length + found[1].length);
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
    entries.map(({ title, place, url, key, text, context }) => ({
      ...findable({ name: title, key, text, place: context }),
      isWhole: context === '',
      name: title,
      place,
      url: `${root}${url}`,
    })),
    paragraphs.map(([number, body]) => ({
      ...findable({ text: body }),
      name: paragraph.replace('#', number),
      place: body.slice(0, 110),
      url: `${root}report.html#p${number}`,
    })),
  ];
}

/** Shows the best of what was found, and says how much was found in all. */
function show(form: HTMLFormElement, query: string, found: readonly Found[], all: number): void {
  const list = form.querySelector('.results');
  const status = form.querySelector('.found');
  if (list === null || status === null) return;
  list.replaceChildren(...found.map(entry));
  const { nothing = '', found: some = '', first = '' } = form.dataset;
  const said = all > found.length ? first : some;
  const number = (amount: number): string => formatDecimal(String(amount), pageLanguage());
  status.textContent =
    query.trim() === ''
      ? ''
      : all === 0
        ? nothing
        : said.replace('#', number(all)).replace('#', number(found.length));
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
