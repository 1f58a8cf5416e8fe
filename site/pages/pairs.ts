import { grouped } from '../../pipeline/page/grouped.ts';
import { isSlight } from '../catalogue/catalogue.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { draw } from '../charts/drawing-board.ts';
import { pairChart } from '../charts/pair.ts';
import { titleText } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { writtenValue } from '../words/numbers.ts';
import { codesOf, lineOf, slotsOfDataset, titleOfChart } from './chart-parts.ts';
import { isMultiple, seriesLabels } from './labels.ts';
import { flagNote } from './line-legend.ts';
import type { Place } from './page.ts';

/** A pair of bars for every choice of the other codes that has both sexes, women to the left. */
export function pairs(place: Place, dataset: Dataset): readonly Markup[] {
  const sexes = dataset.dimensions.find(({ isSexes }) => isSexes);
  if (sexes === undefined) return [];
  const slots = slotsOfDataset(dataset)[dataset.dimensions.indexOf(sexes)] ?? {};
  const others = grouped(dataset.series, (each) =>
    dataset.dimensions.length > 1 || dataset.measures.length > 1
      ? seriesLabels(dataset, each, place, new Set([sexes.name])).join(' · ')
      : '',
  );
  const charts = [...others].flatMap(([group, series]) => {
    const [left, right] = ['F', 'M'].flatMap((sex) => {
      const own = series.find(({ codes }) => codes[sexes.name] === sex);
      if (own === undefined) return [];
      const { errataOfCell } = place.site.catalogue;
      const line = lineOf(
        own,
        sexes.label(sex, place.language).text,
        slots[sex] ?? 0,
        (cellId) => errataOfCell.has(cellId),
        (cellId) => isSlight(place.site.catalogue, cellId),
      );
      return [{ line, codes: codesOf(dataset, own) }];
    });
    if (left === undefined || right === undefined) return [];
    const lines = [left.line, right.line] as const;
    const title = titleOfChart(place, dataset, series, group === '' ? [] : [group]);
    const write = writtenValue(place.language, isMultiple(series[0]?.unit ?? '', place));
    const label = titleText(
      title,
      lines.map((line) => line.label),
    );
    const figure = html`<figure class="pair" data-rows="${JSON.stringify([left.codes, right.codes])}" data-title="${JSON.stringify(title)}"><figcaption>${titleText(title)}</figcaption>${draw((document) => pairChart(lines, { document, label, write }))}</figure>`;
    return [{ figure, lines }];
  });
  if (charts.length === 0) return [];
  return [
    html`<section class="chart by-pair"><h3>${place.words.chartPair}</h3><div class="readout small" role="status" hidden></div><div class="pairs" data-slots="${JSON.stringify(slotsOfDataset(dataset))}">${charts.map(({ figure }) => figure)}</div>${flagNote(
      charts.flatMap(({ lines }) => lines),
      place.words.flagLegend,
    )}</section>`,
  ];
}
