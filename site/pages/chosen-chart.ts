import type { Dataset } from '../catalogue/dataset.ts';
import { headlineSeries } from '../catalogue/headline.ts';
import { told } from '../catalogue/language.ts';
import { draw } from '../charts/drawing-board.ts';
import { chartSizes, lineChart } from '../charts/lines.ts';
import { scopeOf, subjectOf } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import { codesOf, linesOfChart, slotsOfDataset } from './chart-parts.ts';
import { embedCode } from './embed.ts';
import { isMultiple, titleStem, unitName } from './labels.ts';
import { flagNote, lineLegend } from './line-legend.ts';
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
  /** What the numbers are in where they are an index, and what is said of a scale of equal ratios. */
  readonly views: { readonly index: string; readonly log: string };
}

/** What a script can do with a chart: shown when it can. The source stands in the pictures that are saved. */
function chartTools(place: Place, dataset: Dataset, hasDrawing: boolean): Markup {
  const { words, site, language } = place;
  const { licence, version } = site.catalogue.package;
  const { text: title } = told({ ...site.catalogue.package }, 'title', language);
  const source = fill(words.saveSource, { title, version, licence: licence.title });
  return html`<p class="chart-tools" hidden data-source="${source}"><span class="hint">${words.readoutHint}</span> <button type="button" data-save="png">${words.savePng}</button> <button type="button" data-save="svg">${words.saveSvg}</button> <button type="button" data-save="csv">${words.saveCsv}</button></p>${hasDrawing && embedCode(place, dataset)}`;
}

/**
 * The chart of the headline, wide and narrow; a script draws it again when the filter changes. It is there but hidden
 * where nothing can stand for the dataset until something is chosen, and not at all where nothing can be chosen. Beside a
 * map it is narrower.
 */
export function chosenChart(place: Place, dataset: Dataset, hasMap: boolean): Markup | undefined {
  const isChart = dataset.table.headline?.chart !== 'multiples';
  const shown = isChart ? headlineSeries(dataset) : [];
  if (shown.length === 0 && dataset.dimensions.length === 0) return undefined;
  const { title, lines, ...drawn } = linesOfChart(place, dataset, shown);
  const units = new Set(dataset.series.map(({ unit }) => unit));
  const multiples = [...units].filter((unit) => isMultiple(unit, place));
  const charts = chartSizes(hasMap).map(
    ({ name, ...size }) =>
      html`<div class="${name}">${draw((document) => lineChart(lines, { document, ...drawn, ...size }))}</div>`,
  );
  const state: ChosenChart = {
    measure: dataset.measures.length > 1 ? '' : titleStem(dataset.table, place).text,
    unit: units.size === 1 ? unitName([...units][0] ?? '', place) : '',
    slots: slotsOfDataset(dataset),
    first: shown.map((each) => codesOf(dataset, each)),
    multiples,
    views: { index: place.words.indexUnit, log: place.words.logScale },
  };
  return html`<figure class="chart chosen" id="chart" data-chart="${JSON.stringify(state)}"${hasMap && html` data-beside`}${lines.length === 0 && html` hidden`}>
<figcaption><b>${lines.length > 0 && subjectOf(title)}</b> <span class="unit">${lines.length > 0 && scopeOf(title)}</span></figcaption>
<div class="frame"><div class="drawing" role="group" aria-label="${place.words.readoutHint}">${lines.length > 0 && charts}</div><i class="guide" hidden></i></div>
${lineLegend(lines)}
${flagNote(lines, place.words.flagLegend)}
<div class="readout" role="status" hidden></div>
${chartTools(place, dataset, lines.length > 0)}
</figure>`;
}
