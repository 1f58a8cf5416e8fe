import { partsTold } from './address.ts';
import { startTools } from './chart-tools.ts';
import { addressOfView, chooseView, offerLog, viewOf } from './chart-view.ts';
import type { TileMap } from './map.ts';
import { addressOf, choose, isChosen, type Selection, selectionOf } from './selection.ts';
import type { ValuesTable } from './table.ts';

/** Lets the reader choose codes: the table, the chart and the map follow, and the address says what is chosen. */
export function startFilter(table: ValuesTable | undefined, map: TileMap | undefined): void {
  const form = document.querySelector<HTMLFormElement>('#filter');
  if (form === null || table === undefined) return;
  const choices = [...form.querySelectorAll<HTMLSelectElement>('select[data-dimension]')];
  const totals = choices.map(({ dataset }) => dataset.total || undefined);
  const follow = (): Selection => {
    const chosen = selectionOf(choices, form);
    showRows(table, chosen);
    map?.follow(table, chosen);
    markPanels(choices, chosen);
    countCompared(form);
    return chosen;
  };
  const redraw = async (): Promise<void> => {
    const { redrawChart } = await import('./redraw.ts');
    // What is chosen by now: of two that wait for the same program either may come first.
    const chosen = selectionOf(choices, form);
    const helps = redrawChart(table, chosen, totals, viewOf(form));
    offerLog(form, helps);
    startTools(table, chosen, totals);
  };
  const changed = (): void => {
    const chosen = follow();
    history.pushState(
      null,
      '',
      `${location.pathname}${addressOf(choices, chosen, [...addressOfView(viewOf(form)), ...partsTold()])}`,
    );
    void redraw();
  };
  form.addEventListener('change', changed);
  form.addEventListener('reset', () => setTimeout(changed));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    choose(choices, form, location.search);
    chooseView(form, location.search);
    follow();
    void redraw();
  });
  form.hidden = false;
  choose(choices, form, location.search);
  chooseView(form, location.search);
  const chosen = follow();
  const isOther = viewOf(form).kind !== 'printed' || chosen.some((codes) => codes !== undefined);
  if (isOther) void redraw();
  else startTools(table, chosen, totals);
}

function showRows({ rows }: ValuesTable, chosen: Selection): void {
  let shown = 0;
  for (const { element, codes } of rows) {
    element.hidden = chosen.some((_, at) => !isChosen(chosen, at, codes[at]));
    if (!element.hidden) shown += 1;
  }
  const count = document.querySelector<HTMLElement>('.row-count');
  if (count?.textContent) count.textContent = count.textContent.replace(/\d[\d\s,\u00a0]*/, `${shown} `);
}

/** Says beside each closed list how many codes of it are chosen. */
function countCompared(form: HTMLFormElement): void {
  for (const list of form.querySelectorAll('details.compare')) {
    const amount = list.querySelectorAll('input:checked').length;
    const count = list.querySelector('summary .count');
    if (count !== null) count.textContent = amount === 0 ? '' : `+${amount}`;
  }
}

/** Brings out the small charts of what is chosen. */
function markPanels(choices: readonly HTMLSelectElement[], chosen: Selection): void {
  const codes = new Set(chosen.flatMap((own) => own ?? []));
  for (const panel of document.querySelectorAll<HTMLElement>('.multiples li'))
    panel.classList.toggle('chosen', choices.length > 0 && codes.has(panel.dataset.code ?? ''));
}
