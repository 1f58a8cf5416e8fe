import { grouped } from '../../pipeline/page/grouped.ts';
import { isSlight } from '../catalogue/catalogue.ts';
import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import { slotsOf } from '../charts/colours.ts';
import { draw } from '../charts/drawing-board.ts';
import { canShareScale, closeScaleOf, type Line, MOST_LINES, scaleOf } from '../charts/number-line.ts';
import { smallChart } from '../charts/small.ts';
import { saysUnit, titleText } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { writtenValue } from '../words/numbers.ts';
import { fill, type Words } from '../words/words.ts';
import { codesOf, lineOf, slotsOfDataset, titleOfChart } from './chart-parts.ts';
import { isMultiple, measureName, seriesLabels, unitName } from './labels.ts';
import { flagNote, lineLegend } from './line-legend.ts';
import type { Place } from './page.ts';

interface Panel {
  readonly code: string;
  readonly title: string;
  readonly series: readonly Series[];
  readonly lines: readonly Line[];
}

/**
 * A small chart for each code of the biggest dimension, the other codes as its lines, so that every series is drawn.
 * Series of a panel that have several units stand apart; none are drawn where a panel would have too many lines.
 */
export function multiples(place: Place, dataset: Dataset): readonly Markup[] {
  const panel = dataset.dimensions.reduce<Dimension | undefined>(
    (most, each) => (most === undefined || each.codes.length > most.codes.length ? each : most),
    undefined,
  );
  if (panel === undefined) return [];
  const ofCode = (code: string): readonly Series[] =>
    dataset.series.filter(({ codes }) => codes[panel.name] === code);
  const isMixed = panel.codes.some(({ code }) => new Set(ofCode(code).map(({ unit }) => unit)).size > 1);
  const parts = isMixed ? [...grouped(dataset.series, ({ unit }) => unit).values()] : [dataset.series];
  return parts.flatMap((series) => panelsOf(place, dataset, panel, series));
}

function panelsOf(
  place: Place,
  dataset: Dataset,
  panel: Dimension,
  all: readonly Series[],
): readonly Markup[] {
  const { words, language } = place;
  const { catalogue } = place.site;
  const slots = slotsOfDataset(dataset);
  const panels = panel.codes
    .filter(({ code }) => !panel.isPlaces || code !== panel.total)
    .map(({ code }): Panel => {
      const series = all.filter(({ codes }) => codes[panel.name] === code);
      const own = slotsOf(
        series.map((each) => codesOf(dataset, each)),
        slots,
      );
      const labels = series.map((each) =>
        seriesLabels(dataset, each, place, new Set([panel.name])).join(' · '),
      );
      const lines = series.map((each, at) =>
        lineOf(
          each,
          labels[at] ?? '',
          own[at] ?? 0,
          (cell) => catalogue.errataOfCell.has(cell),
          (cell) => isSlight(catalogue, cell),
        ),
      );
      return { code, title: panel.label(code, language).text, series, lines };
    })
    .filter(({ lines }) => lines.length > 0);
  const [first] = panels;
  if (first === undefined || panels.some(({ lines }) => lines.length > MOST_LINES)) return [];
  const isShared = panel.isPlaces && canShareScale(panels.map(({ lines }) => lines));
  const common = scaleOf(panels.flatMap(({ lines }) => lines));
  const unitOf = ({ series }: Panel): string => unitName(series[0]?.unit ?? '', place);
  const units = new Set(panels.map(unitOf));
  const measure = measureName(dataset, all, place);
  const shared =
    first.lines.length === 1 && dataset.dimensions.length > 1 ? [first.lines[0]?.label ?? ''] : [];
  const title = titleOfChart(place, dataset, all, shared);
  const isOneUnit = units.size === 1;
  const isWithoutTotal = panel.isPlaces && panel.total !== undefined;
  const scaleFor = ({ lines }: (typeof panels)[number]) =>
    isShared ? common : panel.isPlaces ? scaleOf(lines) : closeScaleOf(lines);
  const areFromZero = panels.every((each) => scaleFor(each).domain[0] === 0);
  const ownScale = areFromZero ? words.chartOwnScale : words.chartCutScale;
  // One scale for several units would compare what cannot be compared.
  const canChange = isOneUnit && panels.length > 1;
  const heading = titleText(isOneUnit ? title : { ...title, unit: '' });
  const items = panels.map((each) => {
    const { code, lines } = each;
    const unit = unitOf(each);
    const write = writtenValue(language, isMultiple(each.series[0]?.unit ?? '', place));
    const isSaid = isOneUnit || saysUnit(each.title, unit);
    const group = [each.title, ...shared];
    const label = titleText(
      { measure, group, unit, years: title.years },
      lines.map((line) => line.label),
    );
    return html`<li data-code="${code}"><h4>${each.title}${!isSaid && html` <span class="unit">${unit}</span>`}</h4>${draw((document) => smallChart(lines, { document, label, write, scale: scaleFor(each) }))}</li>`;
  });
  return [
    html`<section class="chart each"><h3>${heading}</h3>
<p class="hint">${fill(isWithoutTotal ? words.chartEachPart : words.chartEach, { dimension: panel.title(language) })} <span class="scale-said" data-shared="${words.chartSameScale}" data-own="${ownScaleOf(panels, panel.isPlaces, words)}">${isShared ? words.chartSameScale : ownScale}</span>${canChange && html` <button type="button" hidden data-scale="${isShared ? 'own' : 'shared'}" data-shared="${words.scaleShared}" data-own="${words.scaleOwn}">${isShared ? words.scaleOwn : words.scaleShared}</button>`}</p>
${lineLegend(first.lines)}
${flagNote(
  panels.flatMap(({ lines }) => lines),
  words.flagLegend,
)}
<div class="readout small" role="status" hidden></div>
<ul class="multiples" data-panel="${dataset.dimensions.indexOf(panel)}" data-units="${[...new Set(all.map(({ unit }) => unit))].join(' ')}" data-slots="${JSON.stringify(slots)}"${panel.isPlaces && html` data-places`}${isMultiple(all[0]?.unit ?? '', place) && html` data-multiple`}>${items}</ul></section>`,
  ];
}

/** What is said of charts that each have a scale of their own: whether all of them begin at nought. */
function ownScaleOf(panels: readonly Panel[], isPlaces: boolean, words: Words): string {
  const scaled = panels.map(({ lines }) => (isPlaces ? scaleOf(lines) : closeScaleOf(lines)));
  return scaled.every(({ domain }) => domain[0] === 0) ? words.chartOwnScale : words.chartCutScale;
}
