import { slotsOf } from '../charts/colours.ts';
import { splitLabels } from '../charts/line-labels.ts';
import { chartSizes, lineChart } from '../charts/lines.ts';
import type { Line } from '../charts/number-line.ts';
import { scopeOf, subjectOf, titleText } from '../charts/title.ts';
import { indexed, logHelps, type View, type ViewKind } from '../charts/view.ts';
import type { ChosenChart } from '../pages/chosen-chart.ts';
import { isFlagged, lineLegend } from '../pages/line-legend.ts';
import { shortNumber, writtenValue } from '../words/numbers.ts';
import { redrawPairs } from './pairs.ts';
import { pointsOf } from './row-points.ts';
import type { Selection } from './selection.ts';
import { chartState, shownRows } from './shown-rows.ts';
import { pageLanguage, type ValuesTable } from './table.ts';

/**
 * Draws the chart again for the series that the filter leaves, as the view says; the library that draws is loaded with
 * this file. Gives whether a scale of equal ratios would help.
 */
export function redrawChart(
  table: ValuesTable,
  chosen: Selection,
  totals: readonly (string | undefined)[],
  view: View,
): boolean {
  const figure = document.querySelector<HTMLElement>('#chart');
  const drawing = figure?.querySelector<HTMLElement>('.drawing');
  if (figure === null || drawing === null || drawing === undefined) return false;
  const state = chartState(figure);
  redrawPairs(table, view, state.views.index.replace('{year}', String(view.base)));
  const rows = shownRows(table, chosen, totals, state);
  figure.hidden = rows.length === 0;
  if (rows.length === 0) return false;
  const { shared, own } = splitLabels(
    rows.map(({ labels, codes }) =>
      labels
        .map((text, at) => ({ text, isTotal: totals[at] !== undefined && codes[at] === totals[at] }))
        .filter(({ text }) => text !== ''),
    ),
  );
  const slots = slotsOf(
    rows.map(({ codes }) => codes),
    state.slots,
  );
  const printedLines = rows.map(
    (row, at): Line => ({
      label: own[at] ?? '',
      slot: slots[at] ?? 0,
      points: pointsOf(row, table.years),
    }),
  );
  const helps = logHelps(printedLines);
  const kind = view.kind === 'log' && !helps ? 'printed' : view.kind;
  const lines = kind === 'index' ? indexed(printedLines, view.base) : printedLines;
  const language = pageLanguage();
  const isOfMultiples = state.multiples.includes(rows[0]?.unit ?? '');
  const [format, write] = [shortNumber(language, isOfMultiples), writtenValue(language, isOfMultiples)];
  const title = {
    measure: state.measure,
    group: shared,
    unit: unitOf(
      kind,
      view.base,
      rows[0]?.element.querySelector('td.unit')?.textContent ?? state.unit,
      state,
    ),
    years: [table.years[0] ?? 0, table.years.at(-1) ?? 0] as const,
  };
  const label = titleText(
    title,
    lines.map((line) => line.label),
  );
  drawing.replaceChildren(
    ...chartSizes('beside' in figure.dataset).map(({ name, width, height }) => {
      const frame = document.createElement('div');
      frame.className = name;
      frame.append(lineChart(lines, { document, label, width, height, format, write, kind }));
      return frame;
    }),
  );
  const caption = figure.querySelector('figcaption b');
  if (caption !== null) caption.textContent = subjectOf(title);
  const scope = figure.querySelector('figcaption .unit');
  if (scope !== null) scope.textContent = scopeOf(title);
  const legend = document.createElement('template');
  legend.innerHTML = lineLegend(lines).toString();
  figure.querySelector('ul.lines')?.replaceWith(legend.content);
  figure.querySelector('.flag-note')?.toggleAttribute('hidden', !isFlagged(lines));
  return helps;
}

/** What the numbers of the chart are in: the printed unit, an index, or the unit with a word of its scale. */
function unitOf(kind: ViewKind, base: number, unit: string, { views }: ChosenChart): string {
  if (kind === 'index') return views.index.replace('{year}', String(base));
  if (kind === 'printed') return unit;
  return unit === '' ? views.log : `${unit}; ${views.log}`;
}
