import type { Box } from '../../../page/place.ts';
import { type Matrix, pointAt } from './ink.ts';

/** How far above the baseline, in em, the middle of a letter is; what lies beyond a clip there is not to be seen. */
export const MIDDLE = 0.3;

/** The whole plane. */
export const UNCLIPPED: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * The part of a clip that lies in the path of a clipping operator as well, which pdf.js gives with its bounds; of any
 * other shape than a level rectangle the rectangle around it.
 */
export function clippedBy(clip: Box, [, , bounds]: readonly unknown[], ctm: Matrix): Box {
  if (!(bounds instanceof Float32Array)) return clip;
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

/** Whether a point can be seen. */
export function isWithin({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
