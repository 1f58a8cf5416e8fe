import { followPointer } from './readout.ts';
import { savePicture, saveText } from './save.ts';
import type { Selection } from './selection.ts';
import { chartState, shownRows } from './shown-rows.ts';
import type { ValueRow, ValuesTable } from './table.ts';
import { csvOf } from './table-text.ts';

/** What the chart of a page shows now. */
export interface ChartView {
  readonly rows: readonly ValueRow[];
  readonly years: readonly number[];
}

const views = new WeakMap<HTMLElement, ChartView>();

/** Lets the reader ask the chart for its values, and save it; called again when it is drawn anew. */
export function startTools(
  table: ValuesTable,
  chosen: Selection,
  totals: readonly (string | undefined)[],
): void {
  const figure = document.querySelector<HTMLElement>('#chart');
  if (figure === null) return;
  const isFirst = !views.has(figure);
  views.set(figure, { rows: shownRows(table, chosen, totals, chartState(figure)), years: table.years });
  const none: ChartView = { rows: [], years: [] };
  const view = (): ChartView => views.get(figure) ?? none;
  const readout = followPointer(figure, view, isFirst);
  readout.reset();
  if (isFirst) startSaving(figure, table, view);
}

function startSaving(figure: HTMLElement, { element }: ValuesTable, view: () => ChartView): void {
  const tools = figure.querySelector<HTMLElement>('.chart-tools');
  if (tools === null) return;
  tools.hidden = false;
  const name = element.dataset.name ?? 'chart';
  for (const button of tools.querySelectorAll<HTMLButtonElement>('button[data-save]'))
    button.addEventListener('click', () => {
      const { save } = button.dataset;
      if (save === 'csv') saveText(csvOf(element, view().rows), `${name}.csv`, 'text/csv;charset=utf-8');
      else if (save === 'svg' || save === 'png')
        void savePicture(figure, tools.dataset.source ?? '', name, save);
    });
}
