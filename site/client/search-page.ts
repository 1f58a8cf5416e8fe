import { KINDS, type Kind, type SearchEntry } from '../search/entry.ts';
import { countsOf } from '../search/finder.ts';
import { finderFor, showFound } from './search.ts';

/** How many are shown at first, and how many more at each press. */
const STEP = 20;

/** The page of the search: its address says what is looked for, so that a search can be linked and gone back to. */
export function startSearchPage(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const kinds = form.querySelector<HTMLElement>('.kinds');
  const more = form.querySelector<HTMLButtonElement>('.more');
  if (input === null || kinds === null || more === null) return;
  const buttons = [...kinds.querySelectorAll('button')];
  const finder = finderFor(form);
  let kind: Kind | undefined;
  let shown = STEP;
  let all: readonly SearchEntry[] = [];

  const show = (): void => {
    const found = kind === undefined ? all : all.filter((entry) => entry.kind === kind);
    showFound(form, found.slice(0, shown), found.length, input.value);
    more.hidden = found.length <= shown;
    kinds.hidden = all.length === 0;
    showCounts(buttons, kind, all);
  };
  const search = async (): Promise<void> => {
    const query = input.value;
    const find = await finder();
    if (query !== input.value) return;
    all = find(query);
    shown = STEP;
    show();
  };
  const remember = (way: 'pushState' | 'replaceState'): void => {
    const asked = new URLSearchParams({ q: input.value, ...(kind === undefined ? {} : { kind }) });
    history[way](null, '', input.value === '' ? location.pathname : `?${asked}`);
  };
  const read = (): void => {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('q') ?? '';
    kind = KINDS.find((each) => each === asked.get('kind'));
    showPressed(buttons, kind);
    void search();
  };

  input.addEventListener('input', () => {
    remember('replaceState');
    void search();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember('pushState');
    void search();
  });
  for (const button of buttons)
    button.addEventListener('click', () => {
      kind = KINDS.find((each) => each === button.dataset.kind);
      shown = STEP;
      remember('pushState');
      show();
    });
  more.addEventListener('click', () => {
    shown += STEP;
    show();
  });
  addEventListener('popstate', read);
  read();
}

function showPressed(buttons: readonly HTMLButtonElement[], kind: Kind | undefined): void {
  for (const button of buttons)
    button.setAttribute('aria-pressed', String((button.dataset.kind ?? '') === (kind ?? '')));
}

function showCounts(
  buttons: readonly HTMLButtonElement[],
  kind: Kind | undefined,
  all: readonly SearchEntry[],
): void {
  const counts = countsOf(all);
  showPressed(buttons, kind);
  for (const button of buttons) {
    const own = KINDS.find((each) => each === button.dataset.kind);
    const amount = own === undefined ? all.length : (counts.get(own) ?? 0);
    const count = button.querySelector('.count');
    if (count !== null) count.textContent = String(amount);
    button.disabled = amount === 0 && own !== kind;
  }
}
