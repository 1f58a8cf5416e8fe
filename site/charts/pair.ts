import { axisX, axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import { LINE_COLOURS, type Line } from './number-line.ts';
import { cleaned } from './svg.ts';

/** How a pair is drawn. */
export interface PairChart {
  readonly document: Document;
  readonly label: string;
  /** Writes a printed value at its bar. */
  readonly write: (printed: string) => string;
}

/** Pixels that a digit takes of the numbers at the bars, and how far these stand from them. */
const TEXT = { size: 12, digit: 6.8, gap: 6 } as const;

/**
 * Two lines as bars to both sides of one axis, a pair for each year, as in a population pyramid; behind the numbers that a
 * contradiction concerns its sign.
 */
export function pairChart(
  [left, right]: readonly [Line, Line],
  { document, label, write }: PairChart,
): Element {
  const bars = [left, right].flatMap(({ points, label: line }, at) =>
    points.flatMap(({ year, value, printed, isContradicted = false, isSlight = false }) =>
      value === null || printed === null
        ? []
        : [
            {
              ...{ year: String(year), line, value, text: write(printed), side: at === 0 ? -1 : 1 },
              ...{ isContradicted, isSlight },
            },
          ],
    ),
  );
  type Bar = (typeof bars)[number];
  const flagged = bars.filter(({ isContradicted }) => isContradicted);
  const most = Math.max(...bars.map(({ value }) => value));
  const rows = new Set(bars.map(({ year }) => year)).size;
  const side = (which: -1 | 1) => bars.filter(({ side: own }) => own === which);
  const signed = ({ value, side: own }: Bar): number => own * value;
  const room = flagged.length > 0 ? 1.55 : 1.42;
  const svg = plot({
    document,
    width: 440,
    height: 46 + 28 * rows,
    marginLeft: 44,
    marginRight: 12,
    marginTop: 24,
    marginBottom: 8,
    className: 'plot',
    x: { domain: [-room * most, room * most], label: null },
    y: { type: 'band', label: null, padding: 0.22 },
    color: { domain: [left.label, right.label], range: [left, right].map(({ slot }) => LINE_COLOURS[slot]) },
    marks: [
      axisY({ tickSize: 0, fontSize: 12, fill: 'var(--quiet)' }),
      axisX([-most / 2, most / 2], {
        anchor: 'top',
        tickSize: 0,
        tickFormat: (at: number) => (at < 0 ? left.label : right.label),
        fontSize: 12.5,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
      barX(bars, { y: 'year', x: signed, fill: 'line' }),
      ...([-1, 1] as const).map((which) =>
        text(side(which), {
          y: 'year',
          x: signed,
          text: 'text',
          textAnchor: which < 0 ? 'end' : 'start',
          dx: TEXT.gap * which,
          fontSize: TEXT.size,
          fill: 'var(--ink)',
        }),
      ),
      ...flagged.map((bar) =>
        text([bar], {
          y: 'year',
          x: signed,
          text: () => '▲',
          textAnchor: bar.side < 0 ? 'end' : 'start',
          dx: bar.side * (2 * TEXT.gap + TEXT.digit * bar.text.length),
          fontSize: 9,
          fill: bar.isSlight ? 'var(--quiet)' : 'var(--alarm)',
        }),
      ),
      ruleX([0], { stroke: 'var(--paper)', strokeWidth: 2 }),
    ],
  });
  return cleaned(svg, label);
}
