import { readPage, wholeCopy } from './whole-copy.ts';

/** A row of the numbers of the text, and the text that is searched in it. */
interface Entry {
  readonly row: HTMLTableRowElement;
  readonly text: string;
}

/**
 * Lets the reader search the sentences and choose unit, year and part; the address says what is chosen. What is asked
 * for is looked for on all pages of the numbers, which are read when it is first asked; without a question each page
 * shows its own.
 */
export function startProseFilter(): void {
  const form = document.querySelector<HTMLFormElement>('#prose-filter');
  const body = document.querySelector<HTMLElement>('#prose tbody');
  if (form === null || body === null) return;
  const own = [...body.querySelectorAll('tr')].map(entryOf);
  const ways = document.querySelectorAll<HTMLElement>('.parts, .part-steps');
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  let whole: Promise<readonly Entry[]> | undefined;
  let asked = 0;
  const follow = async (): Promise<void> => {
    const question = fields.filter(({ value }) => value.trim() !== '');
    const turn = ++asked;
    if (question.length > 0) whole ??= wholeOf(body, own);
    const all = await whole?.catch(() => undefined);
    if (turn !== asked) return;
    const isUnread = question.length > 0 && all === undefined;
    if (isUnread) whole = undefined;
    for (const way of ways) way.hidden = question.length > 0 && !isUnread;
    const isShown = (entry: Entry): boolean =>
      question.length === 0 ? own.includes(entry) : question.every((field) => answers(entry, field));
    let left = 0;
    for (const entry of all ?? own) {
      entry.row.hidden = !isShown(entry);
      if (!entry.row.hidden) left += 1;
    }
    tell(form, left, isUnread);
  };
  const read = (): void => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) field.value = query.get(field.name) ?? '';
    void follow();
  };
  const write = (): void => {
    const query = new URLSearchParams(
      fields.flatMap(({ name, value }) => (value.trim() === '' ? [] : [[name, value.trim()]])),
    );
    history.replaceState(null, '', query.size === 0 ? location.pathname : `?${query}`);
    void follow();
  };
  form.addEventListener('input', write);
  form.addEventListener('reset', () => setTimeout(write));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  read();
}

function entryOf(row: HTMLTableRowElement): Entry {
  return { row, text: folded(row.textContent ?? '') };
}

/** The rows of all pages in their order, put into the table of this one. */
async function wholeOf(body: HTMLElement, own: readonly Entry[]): Promise<readonly Entry[]> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav.parts a[data-part]')];
  if (links.length === 0) return own;
  const read = await Promise.all(
    links.map(async (link) => (link.hasAttribute('aria-current') ? own : await entriesAt(link.href))),
  );
  const all = read.flat();
  body.replaceChildren(...all.map(({ row }) => row));
  return all;
}

async function entriesAt(href: string): Promise<readonly Entry[]> {
  const page = await readPage(href);
  const rows = page.querySelectorAll<HTMLTableRowElement>('#prose tbody tr');
  return [...rows].map((row) => entryOf(wholeCopy(row, new URL(href))));
}

/** Whether a row has what a field asks for: all words of the search, or what is chosen. */
function answers({ row, text }: Entry, { name, value }: HTMLInputElement | HTMLSelectElement): boolean {
  if (name !== 'q') return row.dataset[name] === value;
  return folded(value)
    .split(' ')
    .every((word) => text.includes(word));
}

/** How many rows are shown of all pages; or that the others could not be read. */
function tell(form: HTMLFormElement, left: number, isUnread: boolean): void {
  const count = form.querySelector<HTMLElement>('.row-count');
  if (count === null) return;
  const { shown = '', unread = '', all = '' } = count.dataset;
  count.textContent = (isUnread ? unread : shown).replace('{n}', String(left)).replace('{all}', all);
}

/** A text without the differences that a reader does not type. */
function folded(text: string): string {
  return text.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
}
