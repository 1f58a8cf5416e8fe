import { text } from '@observablehq/plot';
import type { Point } from './number-line.ts';

/** Marks at points where the report contradicts itself, grey where that misleads little; `rise` above the point, in pixels. */
export function flags(points: readonly Point[], fontSize: number, rise: number): ReturnType<typeof text> {
  return text(
    points.filter(({ isContradicted, value }) => isContradicted === true && value !== null),
    {
      x: 'year',
      y: 'value',
      text: () => '▲',
      textAnchor: 'end',
      dx: 4,
      dy: rise,
      fill: ({ isSlight }: Point) => (isSlight === true ? 'var(--quiet)' : 'var(--alarm)'),
      fontSize,
    },
  );
}
