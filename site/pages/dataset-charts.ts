import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset, Series } from '../catalogue/dataset.ts';
import { grouped } from '../catalogue/grouped.ts';
import { chosenSeries } from '../charts/choice.ts';
import { draw } from '../charts/drawing-board.ts';
import { type LineLabel, splitLabels } from '../charts/line-labels.ts';
import { chartSizes, lineChart } from '../charts/lines.ts';
import { canShareScale, closeDomainOf, domainOf, type Line, MOST_LINES } from '../charts/number-line.ts';
import { pairChart } from '../charts/pair.ts';
import { smallChart } from '../charts/small.ts';
import { html, type Markup } from '../html/markup.ts';
import { shortNumber } from '../words/numbers.ts';
import { seriesLabels, titleOf, unitName } from './labels.ts';
import { lineLegend } from './line-legend.ts';
import type { Place } from './page.ts';
import { tileMap } from './tile-map.ts';

/** The charts that suit a dataset: its dimensions say which. */
export function datasetCharts(place: Place, dataset: Dataset): readonly Markup[] {
  if (!dataset.isYearly) return [];
  const places = dataset.dimensions.find(({ isPlaces }) => isPlaces);
  return [
    chosenChart(place, dataset),
    ...(places === undefined ? [] : [tileMap(place, dataset, places)]),
    ...pairs(place, dataset),
    ...(dataset.series.length > MOST_LINES ? [multiples(place, dataset)] : []),
  ];
}

/** The points of a series as a chart takes them. */
export function lineOf(series: Series, label: string): Line {
  const points = [...series.byYear.values()].map(({ year, value }) => ({
    year,
    value: value === null ? null : Number(value),
  }));
  return { label, points };
}

/** The series that are shown before anything is filtered. */
export function firstChoice({ series, dimensions }: Dataset): readonly Series[] {
  const choosable = series.map((each) => ({
    codes: Object.values(each.codes),
    unit: each.unit,
    series: each,
  }));
  const none = dimensions.map(() => undefined);
  return chosenSeries(
    choosable,
    none,
    dimensions.map(({ total }) => total),
  ).map((each) => each.series);
}

/** The labels of a series with the totals among them. */
function lineLabels(dataset: Dataset, series: Series, place: Place): readonly LineLabel[] {
  const totals = new Set(
    dataset.dimensions.flatMap(({ name, total, label }) =>
      total !== undefined && series.codes[name] === total ? [label(total, place.language).text] : [],
    ),
  );
  return seriesLabels(dataset, series, place).map((text) => ({ text, isTotal: totals.has(text) }));
}

/** The chart of the chosen series, wide and narrow; a script draws it again when the filter changes. */
function chosenChart(place: Place, dataset: Dataset): Markup {
  const { words } = place;
  const chosen = firstChoice(dataset);
  const { shared, own } = splitLabels(chosen.map((each) => lineLabels(dataset, each, place)));
  const lines = chosen.map((each, at) => lineOf(each, own[at] ?? ''));
  const unit = unitName(chosen[0]?.unit ?? '', place);
  const label = `${titleOf(dataset.table, place).text}. ${[...shared, ...lines.map((line) => line.label)].filter(Boolean).join(', ')}`;
  const format = shortNumber(place.language);
  const hasMap = dataset.dimensions.some(({ isPlaces }) => isPlaces);
  const sizes = chartSizes(hasMap);
  const charts = sizes.map(
    ({ name, ...size }) =>
      html`<div class="${name}">${draw((document) => lineChart(lines, { document, label, ...size, format }))}</div>`,
  );
  return html`<figure class="chart chosen" id="chart"${hasMap && html` data-beside`}${lines.length === 0 && html` hidden`}>
<figcaption><b>${shared.join(' · ') || words.chartChosen}</b> <span class="unit">${unit}</span></figcaption>
<div class="drawing">${lines.length > 0 && charts}</div>
${lineLegend(lines.map((line) => line.label))}
</figure>`;
}

/** A pair of bars for every choice of the other codes that has both sexes. */
function pairs(place: Place, dataset: Dataset): readonly Markup[] {
  const sexes = dataset.dimensions.find(({ isSexes }) => isSexes);
  if (sexes === undefined) return [];
  const others = grouped(dataset.series, (each) =>
    seriesLabels(dataset, each, place, new Set([sexes.name])).join(' · '),
  );
  const format = shortNumber(place.language);
  const charts = [...others].flatMap(([label, series]) => {
    const [female, male] = ['F', 'M'].map((sex) => series.find(({ codes }) => codes[sexes.name] === sex));
    if (female === undefined || male === undefined) return [];
    const sides = [female, male].map((each, at) =>
      lineOf(each, sexes.label(at === 0 ? 'F' : 'M', place.language).text),
    );
    const [left, right] = sides;
    if (left === undefined || right === undefined) return [];
    const title = dataset.dimensions.length > 1 ? label : '';
    const told = [titleOf(dataset.table, place).text, title, left.label, right.label]
      .filter((part) => part !== '')
      .join(', ');
    return [
      html`<figure class="pair">${title !== '' && html`<figcaption>${title}</figcaption>`}${draw((document) => pairChart([left, right], { document, label: told, format }))}</figure>`,
    ];
  });
  if (charts.length === 0) return [];
  return [
    html`<section class="chart"><h3>${place.words.chartPair}</h3><div class="pairs">${charts}</div></section>`,
  ];
}

/** A small chart for each code of the biggest dimension, the other codes as its lines. */
function multiples(place: Place, dataset: Dataset): Markup {
  const { words, language } = place;
  const panel = dataset.dimensions.reduce<Dimension | undefined>(
    (most, each) => (most === undefined || each.codes.length > most.codes.length ? each : most),
    undefined,
  );
  if (panel === undefined) return html``;
  const groups = panel.codes.map(({ code }) => {
    const [series] = sameUnit(dataset.series.filter(({ codes }) => codes[panel.name] === code));
    const lines = series
      .slice(0, MOST_LINES)
      .map((each) => lineOf(each, seriesLabels(dataset, each, place, new Set([panel.name])).join(' · ')));
    return { code, lines, unit: series[0]?.unit ?? '' };
  });
  const parts = groups.filter(({ code }) => code !== panel.total);
  const isShared = panel.isPlaces && canShareScale(parts.map(({ lines }) => lines));
  const common = domainOf(parts.flatMap(({ lines }) => lines));
  const lineLabels =
    groups[0] !== undefined && groups[0].lines.length > 1 ? groups[0].lines.map(({ label }) => label) : [];
  const severalUnits = new Set(groups.map(({ unit }) => unit)).size > 1;
  const format = shortNumber(language);
  return html`<section class="chart"><h3>${words.chartAll}</h3>
<p class="hint">${isShared ? words.chartSameScale : words.chartOwnScale}</p>
${lineLegend(lineLabels)}
<ul class="multiples">${(panel.isPlaces ? parts : groups).map(({ code, lines, unit }) => {
    const title = panel.label(code, language).text;
    const unitText = unitName(unit, place);
    const saysUnit = severalUnits && !title.toLowerCase().includes(unitText.toLowerCase());
    const domain = isShared ? common : panel.isPlaces ? domainOf(lines) : closeDomainOf(lines);
    return html`<li data-code="${code}"><h4>${title}${saysUnit && html` <span class="unit">${unitText}</span>`}</h4>${draw((document) => smallChart(lines, { document, label: title, format, domain }))}</li>`;
  })}</ul></section>`;
}

/** The series of the most frequent unit. */
function sameUnit(series: readonly Series[]): readonly [readonly Series[]] {
  const units = [...grouped(series, ({ unit }) => unit).values()].sort((a, b) => b.length - a.length);
  return [units[0] ?? []];
}
