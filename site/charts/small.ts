import { areaY, axisX, axisY, dot, gridY, line, plot, ruleY } from '@observablehq/plot';
import { flags } from './flags.ts';
import { LINE_COLOURS, LINE_SHAPES, type Line, type Scale, scaleOf } from './number-line.ts';
import { cleaned, cutMark } from './svg.ts';

/** How a small chart is drawn. */
export interface SmallChart {
  readonly document: Document;
  readonly label: string;
  readonly scale: Scale;
  /** Writes a printed value at the axis. */
  readonly write: (printed: string) => string;
}

/** One of many charts side by side: at the axis the lowest and the greatest value, years at both ends. */
export function smallChart(lines: readonly Line[], { document, label, write, scale }: SmallChart): Element {
  const points = lines.flatMap((each) => each.points.map((point) => ({ ...point, line: each.label })));
  const years = points.map(({ year }) => year);
  const names = lines.map((each) => each.label);
  const written = new Map(scale.ends.map(({ value, printed }) => [value, write(printed)]));
  const ticks = [...written.keys()];
  const [low, high] = scale.domain;
  const left = 12 + 6.4 * Math.max(...[...written.values()].map((text) => text.length));
  const svg = plot({
    document,
    width: 220,
    height: 116,
    marginTop: 10,
    marginLeft: left,
    marginRight: 14,
    marginBottom: 22,
    className: 'plot',
    x: { label: null },
    y: { domain: [low, high === low ? low + 1 : high], label: null },
    color: { domain: names, range: lines.map(({ slot }) => LINE_COLOURS[slot]) },
    symbol: { domain: names, range: lines.map(({ slot }) => LINE_SHAPES[slot]) },
    marks: [
      gridY(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY(ticks, {
        tickFormat: (value: number) => written.get(value) ?? '',
        tickSize: 0,
        fontSize: 11,
        fill: 'var(--quiet)',
      }),
      axisX([Math.min(...years), Math.max(...years)], {
        tickFormat: String,
        tickSize: 0,
        fontSize: 11,
        fill: 'var(--quiet)',
      }),
      ...(low <= 0 ? [ruleY([0], { stroke: 'var(--quiet)' })] : []),
      line(points, { x: 'year', y: 'value', z: 'line', stroke: 'line', strokeWidth: 1.75 }),
      dot(points, { x: 'year', y: 'value', symbol: 'line', fill: 'line', r: 2.4 }),
      flags(points, 8, -7),
    ],
  });
  if (low > 0) svg.append(cutMark(document, left, 94));
  return cleaned(svg, label);
}

/** Lines without axes, from nought, for a list of datasets: their shape says what the table is about. */
export function sparkline(
  lines: readonly Line[],
  { document, label }: Pick<SmallChart, 'document' | 'label'>,
): Element {
  const [low, high] = scaleOf(lines).domain;
  const svg = plot({
    document,
    width: 140,
    height: 44,
    margin: 5,
    axis: null,
    className: 'plot',
    y: { domain: [low, high] },
    marks: lines.flatMap(({ points, slot }) => {
      const known = points.filter(({ value }) => value !== null);
      const colour = LINE_COLOURS[slot] ?? LINE_COLOURS[0];
      return [
        ...(lines.length === 1
          ? [areaY(known, { x: 'year', y: 'value', fill: colour, fillOpacity: 0.13 })]
          : []),
        line(points, { x: 'year', y: 'value', stroke: colour, strokeWidth: 1.75 }),
        dot(known.slice(-1), { x: 'year', y: 'value', fill: colour, r: lines.length === 1 ? 3 : 2.4 }),
      ];
    }),
  });
  return cleaned(svg, label);
}
