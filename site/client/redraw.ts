import { LANGUAGES } from '../catalogue/language.ts';
import { chosenSeries } from '../charts/choice.ts';
import { splitLabels } from '../charts/line-labels.ts';
import { chartSizes, lineChart } from '../charts/lines.ts';
import type { Line } from '../charts/number-line.ts';
import { lineLegend } from '../pages/line-legend.ts';
import { shortNumber } from '../words/numbers.ts';
import type { ValuesTable } from './table.ts';

/** Draws the chart again for the series that the filter leaves; the library that draws is loaded with this file. */
export function redrawChart(
  { rows, years }: ValuesTable,
  filter: readonly (string | undefined)[],
  totals: readonly (string | undefined)[],
): void {
  const figure = document.querySelector<HTMLElement>('#chart');
  const drawing = figure?.querySelector<HTMLElement>('.drawing');
  if (figure === null || drawing === null || drawing === undefined) return;
  const ofKeys = rows.map((row) => ({ ...row, codes: row.codes.slice(0, filter.length) }));
  const chosen = chosenSeries(ofKeys, filter, totals);
  const { shared, own } = splitLabels(
    chosen.map(({ labels, codes }) =>
      labels
        .map((text, at) => ({ text, isTotal: totals[at] !== undefined && codes[at] === totals[at] }))
        .filter(({ text }) => text !== ''),
    ),
  );
  const lines = chosen.map(
    ({ values }, at): Line => ({
      label: own[at] ?? '',
      points: years.map((year, index) => ({ year, value: values[index] ?? null })),
    }),
  );
  figure.hidden = lines.length === 0;
  if (lines.length === 0) return;
  const language = LANGUAGES.find((each) => each === document.documentElement.lang) ?? 'en';
  const format = shortNumber(language);
  const title = shared.join(' · ') || own.join(', ');
  const label = [title, ...own].filter((part) => part !== '').join(', ');
  drawing.replaceChildren(
    ...chartSizes('beside' in figure.dataset).map(({ name, width, height }) => {
      const frame = document.createElement('div');
      frame.className = name;
      frame.append(lineChart(lines, { document, label, width, height, format }));
      return frame;
    }),
  );
  const caption = figure.querySelector('figcaption b');
  if (caption !== null) caption.textContent = title;
  const unit = figure.querySelector('figcaption .unit');
  const [first] = chosen;
  const said = first?.element.querySelector('td.unit')?.textContent;
  if (unit !== null && said !== null && said !== undefined) unit.textContent = said;
  const legend = document.createElement('template');
  legend.innerHTML = lineLegend(lines.map((line) => line.label)).toString();
  figure.querySelector('ul.lines')?.replaceWith(legend.content);
}
