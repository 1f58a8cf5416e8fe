import { axisX, axisY, dot, gridY, line, plot, ruleY, text } from '@observablehq/plot';
import { flags } from './flags.ts';
import { closeScaleOf, LINE_COLOURS, LINE_SHAPES, type Line, type Point, scaleOf } from './number-line.ts';
import { cleaned, cutMark } from './svg.ts';
import type { ViewKind } from './view.ts';

/** How a chart of lines is drawn. */
export interface LineChart {
  readonly document: Document;
  /** What a person who does not see the chart is told. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Writes the round numbers of the axis. */
  readonly format: (value: number) => string;
  /** Writes a printed value at its point. */
  readonly write: (printed: string) => string;
  /** Printed values begin at nought; an index may not, and its axis is then marked as cut. */
  readonly kind?: ViewKind;
}

/** A chart is drawn for wide and for narrow screens, so that its letters are readable on both; the style shows one. */
export function chartSizes(
  isBesideMap: boolean,
): readonly { readonly name: string; readonly width: number; readonly height: number }[] {
  return [
    { name: 'wide', width: isBesideMap ? 540 : 720, height: 330 },
    { name: 'narrow', width: 360, height: 260 },
  ];
}

/** Values over years, a line each with a colour and a shape of its own; the last value of each is written out. */
export function lineChart(lines: readonly Line[], chart: LineChart): Element {
  const { document, width, height, format, write, kind = 'printed' } = chart;
  const points = lines.flatMap(({ label, points: own }) => own.map((point) => ({ ...point, line: label })));
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const domain = domainOf(lines, kind);
  const names = lines.map((each) => each.label);
  const last = lines.flatMap(({ label, points: own }) => {
    const point = own.findLast(({ value }) => value !== null);
    return point === undefined ? [] : [{ ...point, line: label }];
  });
  const room = 14 + 8 * Math.max(0, ...last.map(({ printed }) => write(printed ?? '').length));
  const left = 18 + 7 * Math.max(...domain.map((end) => format(Math.round(end)).length), 2);
  const svg = plot({
    document,
    width,
    height,
    marginTop: 16,
    marginLeft: left,
    marginRight: room,
    marginBottom: 30,
    className: 'plot',
    x: { domain: [years[0] ?? 0, years.at(-1) ?? 0], label: null },
    y: { domain: [...domain], label: null, nice: true, type: kind === 'log' ? 'log' : 'linear' },
    color: { domain: names, range: lines.map(({ slot }) => LINE_COLOURS[slot]) },
    symbol: { domain: names, range: lines.map(({ slot }) => LINE_SHAPES[slot]) },
    marks: [
      gridY({ ticks: 5, strokeOpacity: 1, stroke: 'var(--line)' }),
      axisY({ ticks: 5, tickFormat: format, tickSize: 0, fontSize: 12, fill: 'var(--quiet)' }),
      axisX({
        ticks: years,
        tickFormat: String,
        tickSize: 4,
        fontSize: 12,
        fill: 'var(--quiet)',
        stroke: 'var(--quiet)',
      }),
      ...(domain[0] <= 0 ? [ruleY([0], { stroke: 'var(--quiet)' })] : []),
      line(points, { x: 'year', y: 'value', z: 'line', stroke: 'line', strokeWidth: 2.25 }),
      dot(points, { x: 'year', y: 'value', symbol: 'line', fill: 'line', r: 4, stroke: 'var(--paper)' }),
      flags(points, 10, -11),
      text(
        kind === 'log'
          ? last.map((label) => ({ ...label, at: label.value ?? 0 }))
          : spread(last, domain, height - 46),
        {
          x: 'year',
          y: 'at',
          text: ({ printed }: Label) => write(printed ?? ''),
          textAnchor: 'start',
          dx: 10,
          fill: 'line',
          fontSize: 12.5,
          fontWeight: 600,
        },
      ),
    ],
  });
  if (domain[0] > 0 && kind !== 'log') svg.append(cutMark(document, left, height - 30));
  return cleaned(svg, chart.label);
}

function domainOf(lines: readonly Line[], kind: ViewKind): readonly [low: number, high: number] {
  if (kind === 'index') return closeScaleOf(lines).domain;
  if (kind === 'printed') return scaleOf(lines).domain;
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  return [Math.min(...values), Math.max(...values)];
}

interface Label extends Point {
  readonly line: string;
}

/** Moves labels that would stand on each other apart, in the units of the values. */
function spread(
  labels: readonly Label[],
  [low, high]: readonly [number, number],
  pixels: number,
): readonly (Label & { readonly at: number })[] {
  const gap = ((high - low) * 15) / pixels;
  const sorted = [...labels].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  let floor = Number.NEGATIVE_INFINITY;
  return sorted.map((label) => {
    const at = Math.max(label.value ?? 0, floor);
    floor = at + gap;
    return { ...label, at };
  });
}
