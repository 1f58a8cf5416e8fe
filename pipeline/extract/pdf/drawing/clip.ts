import type { Box } from '../../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import { type Matrix, pointAt } from './ink.ts';
import { isNumbers } from './operands.ts';

/** How far above the baseline, in em, the middle of a letter is; what lies beyond a clip there is not to be seen. */
export const MIDDLE = SETTINGS.middleOfLetter.value;

/** Corners of a level rectangle may be off by so much of a point. */
const LEVEL = SETTINGS.levelClip.value;
/** The data of four corners: a command and two coordinates each, and perhaps the way back and the closing. */
const ONE_RECTANGLE = 16;

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
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = bounds;
  const corners = [pointAt(ctm, x1, y1), pointAt(ctm, x1, y2), pointAt(ctm, x2, y1), pointAt(ctm, x2, y2)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return {
    left: Math.max(clip.left, Math.min(...xs)),
    top: Math.max(clip.top, Math.min(...ys)),
    right: Math.min(clip.right, Math.max(...xs)),
    bottom: Math.min(clip.bottom, Math.max(...ys)),
  };
}

/** Whether a clipping path is a level rectangle, so that its bounds say all. */
export function isExactClip([, paths]: readonly unknown[], [a, b, c, d]: Matrix): boolean {
  const data: unknown = Array.isArray(paths) ? paths[0] : undefined;
  if (!(data instanceof Float32Array) || data.length > ONE_RECTANGLE) return false;
  const isLevel =
    (Math.abs(b) < LEVEL && Math.abs(c) < LEVEL) || (Math.abs(a) < LEVEL && Math.abs(d) < LEVEL);
  const [, x1 = 0, y1 = 0, , x2 = 0, y2 = 0, , x3 = 0, y3 = 0] = data;
  const [first, second] = [x2 - x1, x3 - x2];
  return (
    isLevel &&
    Math.min(Math.abs(first), Math.abs(y2 - y1)) < LEVEL &&
    Math.min(Math.abs(second), Math.abs(y3 - y2)) < LEVEL
  );
}

/** Whether a point can be seen. */
export function isWithin({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
