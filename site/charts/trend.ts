import type { Line } from './number-line.ts';
import { scaleOf } from './number-line.ts';

/** Where the points of a line stand in a frame, from its top left; runs of years that follow on each other. */
export interface Trend {
  readonly points: readonly TrendPoint[];
  /** Paths of SVG, one for each run of values without a gap. */
  readonly paths: readonly string[];
  /** The height of nought, where the frame holds it. */
  readonly nought: number | undefined;
}

export interface TrendPoint {
  readonly year: number;
  readonly printed: string;
  readonly x: number;
  readonly y: number;
}

/** The frame that a trend is drawn in, with the room around it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** The lowest and the greatest number; those of the line and nought where nothing is said. */
  readonly domain?: readonly [low: number, high: number];
}

/** Reckons the places of a line's points, by years from left to right. */
export function trendOf(line: Line, { width, height, margin, domain }: Frame): Trend {
  const [low, high] = domain ?? scaleOf([line]).domain;
  const years = line.points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = (year: number): number =>
    round(margin + ((width - 2 * margin) * (year - first)) / Math.max(1, last - first));
  const y = (value: number): number =>
    round(height - margin - ((height - 2 * margin) * (value - low)) / (high === low ? 1 : high - low));
  const runs: TrendPoint[][] = [[]];
  for (const { year, value, printed } of [...line.points].sort((a, b) => a.year - b.year)) {
    if (value === null || printed === null) runs.push([]);
    else runs.at(-1)?.push({ year, printed, x: x(year), y: y(value) });
  }
  return {
    points: runs.flat(),
    paths: runs
      .filter((run) => run.length > 1)
      .map((run) => run.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')),
    nought: low <= 0 && high >= 0 ? y(0) : undefined,
  };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
