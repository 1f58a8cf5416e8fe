import type { Box } from '../../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import { type Matrix, type Point, pointAt } from './ink.ts';
import { isNumbers } from './operands.ts';
import { ONE_RECTANGLE, outlinesOf } from './rules.ts';

/** A shape that cuts what is drawn. */
export interface Cut {
  readonly outlines: readonly (readonly Point[])[];
  readonly isEvenOdd: boolean;
}

/** How far above the baseline, in em, the middle of a letter is; what lies beyond a clip there is not to be seen. */
export const MIDDLE = SETTINGS.middleOfLetter.value;

/** Corners of a level rectangle may be off by so much of a point. */
const LEVEL = SETTINGS.levelClip.value;
/** A longer path cuts a picture out, and no text. */
const LONGEST_CUT = SETTINGS.longestCut.value;

/**
 * The part of a clip that lies in the path of a clipping operator as well, which pdf.js gives with its bounds; of any
 * other shape than a level rectangle the rectangle around it.
 */
export function clippedBy(clip: Box, [, , bounds]: readonly unknown[], ctm: Matrix): Box {
  return clippedByBox(clip, bounds, ctm);
}

/** The same for the four numbers of a box, which pdf.js gives for paths and for forms. */
export function clippedByBox(clip: Box, bounds: unknown, ctm: Matrix): Box {
  if (!isNumbers(bounds) || bounds.length < 4) return clip;
  const { 0: x1 = 0, 1: y1 = 0, 2: x2 = 0, 3: y2 = 0 } = bounds;
  const one = pointAt(ctm, x1, y1);
  const two = pointAt(ctm, x1, y2);
  const three = pointAt(ctm, x2, y1);
  const four = pointAt(ctm, x2, y2);
  return {
    left: Math.max(clip.left, Math.min(one[0], two[0], three[0], four[0])),
    top: Math.max(clip.top, Math.min(one[1], two[1], three[1], four[1])),
    right: Math.min(clip.right, Math.max(one[0], two[0], three[0], four[0])),
    bottom: Math.min(clip.bottom, Math.max(one[1], two[1], three[1], four[1])),
  };
}

/** Whether a clipping path is a level rectangle, so that its bounds say all. */
export function isExactClip([, paths]: readonly unknown[], [a, b, c, d]: Matrix): boolean {
  const data: unknown = Array.isArray(paths) ? paths[0] : undefined;
  if (!(data instanceof Float32Array) || data.length > ONE_RECTANGLE) return false;
  const isLevel =
    (Math.abs(b) < LEVEL && Math.abs(c) < LEVEL) || (Math.abs(a) < LEVEL && Math.abs(d) < LEVEL);
  const { 1: x1 = 0, 2: y1 = 0, 4: x2 = 0, 5: y2 = 0, 7: x3 = 0, 8: y3 = 0 } = data;
  const [first, second] = [x2 - x1, x3 - x2];
  return (
    isLevel &&
    Math.min(Math.abs(first), Math.abs(y2 - y1)) < LEVEL &&
    Math.min(Math.abs(second), Math.abs(y3 - y2)) < LEVEL
  );
}

/** The shape of a clipping path; undefined for one of very many points. */
export function cutOf([, paths]: readonly unknown[], ctm: Matrix, isEvenOdd: boolean): Cut | undefined {
  const data: unknown = Array.isArray(paths) ? paths[0] : undefined;
  if (!(data instanceof Float32Array) || data.length > LONGEST_CUT) return undefined;
  return { outlines: outlinesOf(data, ctm), isEvenOdd };
}

/** Whether a point can be seen. */
export function isWithin({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Whether a point lies inside of every shape. */
export function isInsideAll(cuts: readonly Cut[], x: number, y: number): boolean {
  return cuts.length === 0 || cuts.every((cut) => isInside(cut, x, y));
}

/** Whether a point lies inside a shape. */
export function isInside({ outlines, isEvenOdd }: Cut, x: number, y: number): boolean {
  let winding = 0;
  for (const outline of outlines) {
    for (const [index, [x1, y1]] of outline.entries()) {
      const [x2, y2] = outline[index + 1] ?? outline[0] ?? [x1, y1];
      if (y1 <= y === y2 <= y) continue;
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) > x) winding += isEvenOdd || y2 > y1 ? 1 : -1;
    }
  }
  return isEvenOdd ? winding % 2 !== 0 : winding !== 0;
}
