import type { Cut } from './clip.ts';
import { type Matrix, pointAt, product } from './ink.ts';
import { boundsOf } from './painted.ts';
import type { PageSize } from './seen.ts';
import { SETTINGS } from './settings.ts';
import type { DrawnGlyph } from './show.ts';

/** A page, and where its own places lie on it. */
export interface PlacedPage extends PageSize {
  /** From the page's own places to points that count from its top left. */
  readonly viewport: Matrix;
  /** The edges of its paper, where they are not those of the page. */
  readonly edge?: Cut;
}

/**
 * How far the lines of a page slant, in radians, clockwise: a page that was laid askew into the scanner is recognised as
 * it lies. 0 where its lines do not slant, or each in its own way.
 */
export function slantOf(glyphs: readonly DrawnGlyph[]): number {
  if (!glyphs.some(({ slant }) => slant !== 0)) return 0;
  const slants = glyphs.flatMap(({ blank, slant }) => (blank ? [] : [slant])).sort((a, b) => a - b);
  const middle = slants[slants.length >> 1] ?? 0;
  const alike = slants.filter((slant) => Math.abs(slant - middle) < SETTINGS.alikeSlants.value);
  const isCommon = alike.length > SETTINGS.slantedPage.value * slants.length;
  return isCommon && Math.abs(middle) > SETTINGS.leastSlant.value ? middle : 0;
}

/** A page turned so that lines which slant so much are level, on a page large enough for its paper. */
export function straightened({ width, height, viewport }: PlacedPage, slant: number): PlacedPage {
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const turn: Matrix = [cos, -sin, sin, cos, 0, 0];
  const corners = [
    pointAt(turn, 0, 0),
    pointAt(turn, width, 0),
    pointAt(turn, width, height),
    pointAt(turn, 0, height),
  ];
  const { left, top, right, bottom } = boundsOf([corners]);
  const moved: Matrix = [cos, -sin, sin, cos, -left, -top];
  const outline = corners.map(([x, y]) => [x - left, y - top] as const);
  return {
    width: right - left,
    height: bottom - top,
    viewport: product(moved, viewport),
    edge: { outlines: [outline], isEvenOdd: false },
  };
}
