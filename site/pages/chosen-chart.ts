import type { Dataset } from '../catalogue/dataset.ts';
import { headlineSeries } from '../catalogue/headline.ts';
import { draw } from '../charts/drawing-board.ts';
import { chartSizes, lineChart } from '../charts/lines.ts';
import { scopeOf, subjectOf, titleText } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { shortNumber, writtenValue } from '../words/numbers.ts';
import { codesOf, linesOf, slotsOfDataset, titleOfChart } from './chart-parts.ts';
import { isMultiple, titleStem, unitName } from './labels.ts';
import { lineLegend } from './line-legend.ts';
import type { Place } from './page.ts';

/** What the script that draws a chart again needs to know beside the table of values. */
export interface ChosenChart {
  /** What the dataset measures; empty where each column says it. */
  readonly measure: string;
  readonly unit: string;
  readonly slots: readonly Readonly<Record<string, number>>[];
  /** The codes of the series that are shown while nothing is chosen. */
  readonly first: readonly (readonly string[])[];
  /** The units, by their codes, whose numbers are not shortened. */
  readonly multiples: readonly string[];
}

/**
 * The chart of the headline, wide and narrow; a script draws it again when the filter changes. It is there but hidden
 * where nothing can stand for the dataset until something is chosen, and not at all where nothing can be chosen.
 */
export function chosenChart(place: Place, dataset: Dataset): Markup | undefined {
  const { language } = place;
  const isChart = dataset.table.headline?.chart !== 'multiples';
  const shown = isChart ? headlineSeries(dataset) : [];
  if (shown.length === 0 && dataset.dimensions.length === 0) return undefined;
  const { shared, lines } = linesOf(place, dataset, shown);
  const title = titleOfChart(place, dataset, shown, shared);
  const label = titleText(
    title,
    lines.map((line) => line.label),
  );
  const units = new Set(dataset.series.map(({ unit }) => unit));
  const multiples = [...units].filter((unit) => isMultiple(unit, place));
  const isOfMultiples = multiples.includes(shown[0]?.unit ?? '');
  const format = shortNumber(language, isOfMultiples);
  const write = writtenValue(language, isOfMultiples);
  const hasMap = dataset.dimensions.some(({ isPlaces }) => isPlaces);
  const charts = chartSizes(hasMap).map(
    ({ name, ...size }) =>
      html`<div class="${name}">${draw((document) => lineChart(lines, { document, label, ...size, format, write }))}</div>`,
  );
  const state: ChosenChart = {
    measure: dataset.measures.length > 1 ? '' : titleStem(dataset.table, place).text,
    unit: units.size === 1 ? unitName([...units][0] ?? '', place) : '',
    slots: slotsOfDataset(dataset),
    first: shown.map((each) => codesOf(dataset, each)),
    multiples,
  };
  return html`<figure class="chart chosen" id="chart" data-chart="${JSON.stringify(state)}"${hasMap && html` data-beside`}${lines.length === 0 && html` hidden`}>
<figcaption><b>${lines.length > 0 && subjectOf(title)}</b> <span class="unit">${lines.length > 0 && scopeOf(title)}</span></figcaption>
<div class="drawing">${lines.length > 0 && charts}</div>
${lineLegend(lines)}
</figure>`;
}
