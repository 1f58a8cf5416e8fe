import { areaY, axisX, axisY, dot, gridY, line, plot, ruleY } from '@observablehq/plot';
import { domainOf, LINE_COLOURS, LINE_SHAPES, type Line } from './number-line.ts';
import { cleaned } from './svg.ts';

/** How a small chart is drawn. */
export interface SmallChart {
  readonly document: Document;
  readonly label: string;
  readonly format: (value: number) => string;
  readonly domain?: readonly [number, number];
}

/** One of many charts side by side: few ticks, years at both ends. */
export function smallChart(lines: readonly Line[], { document, label, format, domain }: SmallChart): Element {
  const points = lines.flatMap((each) => each.points.map((point) => ({ ...point, line: each.label })));
  const years = points.map(({ year }) => year);
  const names = lines.map((each) => each.label);
  const [low, high] = domain ?? domainOf(lines);
  const svg = plot({
    document,
    width: 220,
    height: 116,
    marginTop: 10,
    marginLeft: 12 + 6.4 * Math.max(format(high).length, format(low).length),
    marginRight: 14,
    marginBottom: 22,
    className: 'plot',
    x: { label: null },
    y: { domain: [low, high], label: null },
    color: { domain: names, range: [...LINE_COLOURS].slice(0, names.length) },
    symbol: { domain: names, range: [...LINE_SHAPES].slice(0, names.length) },
    marks: [
      gridY([low, high], { stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY([low, high], { tickFormat: format, tickSize: 0, fontSize: 11, fill: 'var(--quiet)' }),
      axisX([Math.min(...years), Math.max(...years)], {
        tickFormat: String,
        tickSize: 0,
        fontSize: 11,
        fill: 'var(--quiet)',
      }),
      ...(low <= 0 ? [ruleY([0], { stroke: 'var(--quiet)' })] : []),
      line(points, { x: 'year', y: 'value', z: 'line', stroke: 'line', strokeWidth: 1.75 }),
      dot(points, { x: 'year', y: 'value', symbol: 'line', fill: 'line', r: 2.4 }),
    ],
  });
  return cleaned(svg, label);
}

/** A line without axes, for a list of datasets: its shape says what the table is about. */
export function sparkline(
  values: Line,
  { document, label }: Pick<SmallChart, 'document' | 'label'>,
): Element {
  const points = values.points.filter(({ value }) => value !== null);
  const [low, high] = domainOf([values]);
  const last = points.at(-1);
  const svg = plot({
    document,
    width: 140,
    height: 44,
    margin: 5,
    axis: null,
    className: 'plot',
    y: { domain: [low, high] },
    marks: [
      areaY(points, { x: 'year', y: 'value', fill: 'var(--s1)', fillOpacity: 0.13 }),
      line(points, { x: 'year', y: 'value', stroke: 'var(--s1)', strokeWidth: 1.75 }),
      ...(last === undefined ? [] : [dot([last], { x: 'year', y: 'value', fill: 'var(--s1)', r: 3 })]),
    ],
  });
  return cleaned(svg, label);
}
