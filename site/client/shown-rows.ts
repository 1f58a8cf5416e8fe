import { chosenSeries } from '../charts/choice.ts';
import type { ChosenChart } from '../pages/chosen-chart.ts';
import type { Selection } from './selection.ts';
import type { ValueRow, ValuesTable } from './table.ts';

/** The rows that the filter leaves for one chart; those of the headline where nothing is chosen. */
export function shownRows(
  { rows }: ValuesTable,
  chosen: Selection,
  totals: readonly (string | undefined)[],
  { first }: ChosenChart,
): readonly ValueRow[] {
  if (chosen.some((codes) => codes !== undefined))
    return chosenSeries(
      rows
        .filter(({ printed }) => printed.some((text) => text !== null))
        .map((row) => ({ row, unit: row.unit, codes: row.codes.slice(0, chosen.length) })),
      chosen,
      totals,
    ).map(({ row }) => row);
  return first.flatMap((codes) => rows.find((row) => row.codes.join('\n') === codes.join('\n')) ?? []);
}

/** What the chart of a page says of itself. */
export function chartState(figure: HTMLElement): ChosenChart {
  const state: ChosenChart = JSON.parse(figure.dataset.chart ?? '{}');
  return state;
}
