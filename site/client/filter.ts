import type { TileMap } from './map.ts';
import type { ValuesTable } from './table.ts';

/** Lets the reader choose codes: the table, the chart and the map follow, and the address says what is chosen. */
export function startFilter(table: ValuesTable | undefined, map: TileMap | undefined): void {
  const form = document.querySelector<HTMLFormElement>('#filter');
  if (form === null || table === undefined) return;
  const choices = [...form.querySelectorAll('select')];
  const asked = new URLSearchParams(location.search);
  for (const choice of choices) {
    const code = asked.get(choice.name);
    if (code !== null && [...choice.options].some(({ value }) => value === code)) choice.value = code;
  }
  const filter = (): readonly (string | undefined)[] => choices.map(({ value }) => value || undefined);
  const follow = (): void => {
    const chosen = filter();
    showRows(table, chosen);
    map?.follow(table, chosen);
    markPanels(choices);
  };
  const totals = choices.map(({ dataset }) => dataset.total || undefined);
  const redraw = async (): Promise<void> => {
    const { redrawChart } = await import('./redraw.ts');
    redrawChart(table, filter(), totals);
  };
  const changed = (): void => {
    const query = new URLSearchParams(
      choices.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])),
    );
    history.replaceState(null, '', query.size === 0 ? location.pathname : `?${query}`);
    follow();
    void redraw();
  };
  form.addEventListener('change', changed);
  form.addEventListener('reset', () => setTimeout(changed));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  map?.follow(table, filter());
  if (filter().some((code) => code !== undefined)) {
    follow();
    void redraw();
  }
}

function showRows({ rows }: ValuesTable, filter: readonly (string | undefined)[]): void {
  let shown = 0;
  for (const { element, codes } of rows) {
    element.hidden = filter.some((code, at) => code !== undefined && codes[at] !== code);
    if (!element.hidden) shown += 1;
  }
  const count = document.querySelector<HTMLElement>('.row-count');
  if (count?.textContent) count.textContent = count.textContent.replace(/\d[\d\s,\u00a0]*/, `${shown} `);
}

/** Brings out the small chart of what is chosen. */
function markPanels(choices: readonly HTMLSelectElement[]): void {
  const codes = new Set(choices.map(({ value }) => value).filter((value) => value !== ''));
  for (const panel of document.querySelectorAll<HTMLElement>('.multiples > li'))
    panel.classList.toggle('chosen', codes.has(panel.dataset.code ?? ''));
}
