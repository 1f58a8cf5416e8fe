import type { Card, CardContent, CardPanel, CardPicture, LegendEntry } from '../cards/card.ts';
import type { Dimension } from '../catalogue/codes.ts';
import { type Dataset, type Series, valueCount } from '../catalogue/dataset.ts';
import { headlineSeries, shownCode } from '../catalogue/headline.ts';
import { told } from '../catalogue/language.ts';
import { endsOf, type PlaceProfile, seriesOfIndicator } from '../catalogue/profiles.ts';
import { proseFigures } from '../catalogue/prose.ts';
import { draw } from '../charts/drawing-board.ts';
import { lineChart } from '../charts/lines.ts';
import { closeScaleOf, type Line } from '../charts/number-line.ts';
import { smallChart } from '../charts/small.ts';
import { saysUnit, scopeOf, spanOf, subjectOf } from '../charts/title.ts';
import type { ViewKind } from '../charts/view.ts';
import { formatDecimal, writtenValue } from '../words/numbers.ts';
import { nounFor } from '../words/plurals.ts';
import { linesOf, linesOfChart, titleOfChart } from './chart-parts.ts';
import { isMultiple, measureName, seriesLabels, titleOf, titleStem, unitName } from './labels.ts';
import { shapeOf } from './line-legend.ts';
import type { Place } from './page.ts';

/** The most small charts that a card shows. */
const MOST_PANELS = 6;

/** The card of a dataset: its headline, small charts where it has none, and how much it holds where it has no years. */
export function datasetCard(place: Place, dataset: Dataset): Card {
  const { table } = dataset;
  return {
    path: `data/${table.name}`,
    content: () => {
      const isOne = table.headline?.chart !== 'multiples';
      const shown = dataset.isYearly ? headlineSeries(dataset) : [];
      if (isOne && shown.length > 0) return chartContent(place, dataset, shown, 'printed');
      const several = dataset.isYearly ? (shown.length > 0 ? shown : dataset.series) : [];
      return several.length > 0
        ? panelsContent(place, dataset, several)
        : {
            title: titleOf(table, place).text,
            scope: place.words.siteSubtitle,
            picture: valuesOf(place, dataset),
          };
    },
  };
}

/** The card of an indicator: its course, a chart for each of its columns. */
export function indicatorCard(place: Place, dataset: Dataset, dimension: Dimension, code: string): Card {
  return {
    path: `indicator/${dataset.table.name}/${code}`,
    content: () => {
      const series = seriesOfIndicator(dataset, dimension, code);
      return series.length === 1
        ? chartContent(place, dataset, series, 'index')
        : panelsContent(place, dataset, series);
    },
  };
}

/** The card of a place: of each dataset that tells of it, the series that stands for all. */
export function placeCard(place: Place, { code, parts }: PlaceProfile): Card {
  return {
    path: `place/${code.code}`,
    content: () => {
      const shown = parts.flatMap(({ dataset, dimension, series }) => {
        const others = dataset.dimensions.filter((each) => each !== dimension);
        const own = series.find(({ codes }) =>
          others.every((each) => codes[each.name] === shownCode(dataset, each)),
        );
        return own === undefined || endsOf(own).last === undefined ? [] : [{ dataset, own }];
      });
      const years = shown.flatMap(({ dataset }) => dataset.years);
      return {
        title: told(code.row ?? {}, 'name', place.language).text,
        scope: [place.words.placeProfile, spanOf([Math.min(...years), Math.max(...years)])].join(', '),
        picture: {
          kind: 'panels',
          panels: shown
            .slice(0, MOST_PANELS)
            .map(({ dataset, own }) => panelOf(place, dataset, own, measureName(dataset, [own], place))),
        },
      };
    },
  };
}

/** The card of the first page: the headlines of the first datasets that have one line. */
export function homeCard(place: Place): Card {
  const { words, site } = place;
  const { datasets } = site.catalogue;
  return {
    path: 'index',
    content: () => {
      const panels = datasets.flatMap((dataset) => {
        const isOne = dataset.isYearly && dataset.table.headline?.chart !== 'multiples';
        const [own] = isOne ? headlineSeries(dataset) : [];
        const name = titleStem(dataset.table, place).text;
        return own === undefined ? [] : [panelOf(place, dataset, own, name)];
      });
      const [first] = datasets;
      return {
        title: words.siteName,
        scope: words.siteSubtitle,
        picture:
          panels.length === 0 && first !== undefined
            ? valuesOf(place, first)
            : { kind: 'panels', panels: panels.slice(0, MOST_PANELS) },
      };
    },
  };
}

/** A number, and what it counts. */
type Counted = readonly [amount: number, noun: string];

/** What the data hold: tables, values, and what was found. */
export function dataFacts({ site, words, language }: Place): readonly Counted[] {
  const { datasets, errata } = site.catalogue;
  const values = datasets.reduce((sum, dataset) => sum + valueCount(dataset), 0);
  return [
    [datasets.length, words.tables],
    [values, nounFor(values, 'values', language)],
    [errata.length, nounFor(errata.length, 'errata', language)],
  ];
}

/** What the running text holds. */
export function textFacts({ site, words, language }: Place): readonly Counted[] {
  const { rows } = site.catalogue;
  const paragraphs = rows('paragraph').length;
  return [
    [paragraphs, nounFor(paragraphs, 'paragraphs', language)],
    [proseFigures(site.catalogue).length, words.proseFigures],
    [rows('legal_reference').length, words.acts],
  ];
}

/** The card of a page without a chart: what it is, and what it counts. */
export function factsCard(place: Place, title: string, lead: string, facts: readonly Counted[]): Card {
  return {
    path: place.path.replace(/\.html$/, ''),
    content: () => ({
      title,
      scope: lead,
      picture: {
        kind: 'facts',
        facts: facts.map(([amount, noun]) => ({
          amount: formatDecimal(String(amount), place.language),
          noun,
        })),
      },
    }),
  };
}

function chartContent(place: Place, dataset: Dataset, shown: readonly Series[], kind: ViewKind): CardContent {
  const { title, lines, ...drawn } = linesOfChart(place, dataset, shown);
  return {
    title: subjectOf(title),
    scope: scopeOf(title),
    picture: {
      kind: 'chart',
      legend: lines.length < 2 ? [] : lines.map(legendEntry),
      draw: (size) => draw((document) => lineChart(lines, { document, ...drawn, ...size, kind })),
    },
  };
}

function legendEntry({ label, slot }: Line): LegendEntry {
  return { label, colour: slot + 1, shape: shapeOf(slot) };
}

function panelsContent(place: Place, dataset: Dataset, series: readonly Series[]): CardContent {
  const title = titleOfChart(place, dataset, series, []);
  const isOneUnit = new Set(series.map(({ unit }) => unit)).size === 1;
  const panels = series
    .slice(0, MOST_PANELS)
    .map((each) => panelOf(place, dataset, each, seriesLabels(dataset, each, place).join(' · ')));
  return {
    title: title.measure,
    scope: scopeOf(isOneUnit ? title : { ...title, unit: '' }),
    picture: { kind: 'panels', panels },
  };
}

/** One series in small, its unit named where its name does not say it. */
function panelOf(place: Place, dataset: Dataset, series: Series, name: string): CardPanel {
  const unit = unitName(series.unit, place);
  const title = unit === '' || saysUnit(name, unit) ? name : `${name}, ${unit}`;
  return {
    title,
    draw: () => {
      const { lines } = linesOf(place, dataset, [series]);
      const write = writtenValue(place.language, isMultiple(series.unit, place));
      return draw((document) =>
        smallChart(lines, { document, label: title, write, scale: closeScaleOf(lines) }),
      );
    },
  };
}

function valuesOf({ language }: Place, dataset: Dataset): CardPicture {
  const amount = valueCount(dataset);
  const noun = nounFor(amount, 'values', language);
  return { kind: 'facts', facts: [{ amount: formatDecimal(String(amount), language), noun }] };
}
