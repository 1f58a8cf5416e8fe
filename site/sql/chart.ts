import { type Answer, isTemporal } from './answer.ts';
import { type ChartChoice, kindsFor, MOST_SERIES } from './chart-choice.ts';
import { scaleOf, scaleThrough } from './scale.ts';

/** One element of an SVG. Colours are classes: the security policy allows no style in the document. */
export interface Shape {
  readonly tag: 'line' | 'path' | 'circle' | 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  /** What a pointer over it is told. */
  readonly title?: string;
}

/** A drawn answer. */
export interface Chart {
  readonly kind: 'line' | 'bar';
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Names of the lines in the order of their colours; empty when there is one. */
  readonly legend: readonly string[];
  /** Lines or bars that had no room. */
  readonly leftOut: number;
}

/** A number as the person's language writes it. */
export type Written = (value: number) => string;

/** Most bars that are drawn. */
const MOST_BARS = 60;
const ROW = 24;
const LINE_HEIGHT = 280;
const MARGIN = { top: 16, right: 24, bottom: 32, left: 64 };
/** Width of a letter of a bar's name, about. */
const LETTER = 8;

interface Point {
  readonly x: string;
  readonly y: number;
  readonly series: string;
  /** The value as DuckDB wrote it. */
  readonly exact: string;
}

/** Draws the chosen columns of an answer, `width` pixels wide. Rows without a number are not drawn. */
export function chartOf(answer: Answer, choice: ChartChoice, width: number, written: Written): Chart {
  const points = answer.rows.flatMap((row): readonly Point[] => {
    const exact = row[choice.y] ?? null;
    const y = Number(exact);
    if (exact === null || !Number.isFinite(y)) return [];
    const series = choice.series === undefined ? '' : (row[choice.series] ?? '∅');
    return [{ x: row[choice.x] ?? '∅', y, series, exact }];
  });
  const kind = kindsFor(answer, choice.x).includes(choice.kind) ? choice.kind : 'bar';
  if (kind === 'bar') return bars(points, width, written);
  const column = answer.columns[choice.x];
  const isTime = column !== undefined && isTemporal(column);
  return lines(points, width, written, { isTime, isJoined: kind === 'line' });
}

function lines(
  all: readonly Point[],
  width: number,
  written: Written,
  { isTime, isJoined }: { readonly isTime: boolean; readonly isJoined: boolean },
): Chart {
  const names = [...new Set(all.map(({ series }) => series))];
  const shown = names.slice(0, MOST_SERIES);
  const points = all
    .filter(({ series }) => shown.includes(series))
    .map((point) => ({
      ...point,
      when: isTime ? Date.parse(`${point.x.replace(' ', 'T')}`) : Number(point.x),
    }))
    .filter(({ when }) => Number.isFinite(when))
    .sort((left, right) => left.when - right.when);
  const [bottom, right] = [LINE_HEIGHT - MARGIN.bottom, width - MARGIN.right];
  const x = scaleThrough(
    points.map(({ when }) => when),
    MARGIN.left,
    right,
    Math.floor(width / (isTime ? 110 : 60)),
  );
  const values = points.map(({ y }) => y);
  const y = scaleOf(Math.min(0, ...values), Math.max(0, ...values), bottom, MARGIN.top, 5);
  const label = new Map(points.map(({ when, x: text }) => [when, text]));
  const grid = y.ticks.flatMap((tick): readonly Shape[] => [
    {
      tag: 'line',
      attributes: { class: 'sql-grid', x1: MARGIN.left, x2: right, y1: y.at(tick), y2: y.at(tick) },
    },
    text(written(tick), { class: 'sql-tick', x: MARGIN.left - 8, y: y.at(tick) + 4, 'text-anchor': 'end' }),
  ]);
  const times = x.ticks.map((tick) =>
    text(label.get(tick) ?? '', {
      class: 'sql-tick',
      x: x.at(tick),
      y: bottom + 20,
      'text-anchor': 'middle',
    }),
  );
  const drawn = shown.flatMap((name, at): readonly Shape[] => {
    const own = points.filter(({ series }) => series === name);
    const places = own.map(({ when, y: value }) => [x.at(when), y.at(value)].map(rounded).join(' '));
    const line: Shape = {
      tag: 'path',
      attributes: { class: `sql-line sql-series-${at}`, d: `M${places.join('L')}` },
    };
    return [
      ...(isJoined ? [line] : []),
      ...own.map(
        ({ when, x: time, y: value, exact }): Shape => ({
          tag: 'circle',
          attributes: {
            class: `sql-dot sql-series-${at}`,
            cx: rounded(x.at(when)),
            cy: rounded(y.at(value)),
            r: 3.5,
          },
          title: [time, name, exact].filter((part) => part !== '').join(' · '),
        }),
      ),
    ];
  });
  const legend = names.length > 1 ? shown : [];
  const leftOut = names.length - shown.length;
  return { kind: 'line', width, height: LINE_HEIGHT, shapes: [...grid, ...times, ...drawn], legend, leftOut };
}

function bars(all: readonly Point[], width: number, written: Written): Chart {
  const points = all.slice(0, MOST_BARS);
  const names = points.map(({ x, series }) => (series === '' ? x : `${x} · ${series}`));
  const longest = Math.max(...names.map(({ length }) => length), 1);
  const left = Math.min(longest * LETTER + 12, width * 0.4);
  const values = points.map(({ y }) => y);
  // Room for the value that is written at the end of each bar.
  const right = width - 8 - Math.max(...points.map(({ exact }) => exact.length), 1) * 8;
  const x = scaleOf(Math.min(0, ...values), Math.max(0, ...values), left, Math.max(right, left + 40), 4);
  const height = points.length * ROW + MARGIN.top + MARGIN.bottom;
  const grid = x.ticks.flatMap((tick): readonly Shape[] => [
    {
      tag: 'line',
      attributes: { class: 'sql-grid', x1: x.at(tick), x2: x.at(tick), y1: 4, y2: height - 26 },
    },
    text(written(tick), { class: 'sql-tick', x: x.at(tick), y: height - 10, 'text-anchor': 'middle' }),
  ]);
  const drawn = points.flatMap(({ y, exact }, at): readonly Shape[] => {
    const [name = '', top] = [names[at], MARGIN.top + at * ROW - 8];
    const [from, to] = [x.at(Math.min(0, y)), x.at(Math.max(0, y))];
    const title = `${name} · ${exact}`;
    return [
      text(
        fitted(name, Math.floor((left - 12) / LETTER)),
        { class: 'sql-name', x: left - 8, y: top + 15, 'text-anchor': 'end' },
        title,
      ),
      {
        tag: 'rect',
        attributes: {
          class: 'sql-bar',
          x: rounded(from),
          y: top + 3,
          width: rounded(Math.max(to - from, 1)),
          height: ROW - 6,
        },
        title,
      },
      text(exact, { class: 'sql-value', x: rounded(to) + 6, y: top + 16 }),
    ];
  });
  return {
    kind: 'bar',
    width,
    height,
    shapes: [...grid, ...drawn],
    legend: [],
    leftOut: all.length - points.length,
  };
}

function text(content: string, attributes: Shape['attributes'], title?: string): Shape {
  return { tag: 'text', attributes, text: content, ...(title === undefined ? {} : { title }) };
}

function fitted(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, Math.max(letters - 1, 1))}…`;
}

function rounded(place: number): number {
  return Math.round(place * 10) / 10;
}
