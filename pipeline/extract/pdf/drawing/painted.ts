import type { Box } from '../../../page/place.ts';
import { OPS } from '../pdfjs.ts';
import { SETTINGS } from '../settings.ts';
import { type Cut, isInside, isInsideAll } from './clip.ts';
import { type Blend, bothBlends, type Colour, type GraphicsState } from './graphics.ts';
import { type Matrix, type Point, pointAt, product } from './ink.ts';
import { type PixelAt, pixelsOf, type Raster } from './raster.ts';
import { FILLS, outlinesOf, STROKES } from './rules.ts';

/** Something large enough to cover letters, or to lie under them, as it was drawn. */
export interface PaintedArea {
  /** Number of the operator that drew it: what has a higher one lies over it. */
  readonly order: number;
  readonly box: Box;
  /** Its corners, where it is no level rectangle. */
  readonly outlines: readonly (readonly Point[])[];
  readonly isEvenOdd: boolean;
  /** Shapes that cut it as well. */
  readonly cuts: readonly Cut[];
  /** Undefined where it has several: a picture, a pattern, a shading. */
  readonly colour: Colour;
  /** How much of it is seen: 1 covers what lies under it. Undefined where that is not known everywhere. */
  readonly alpha: number | undefined;
  readonly blend: Blend;
  readonly isPicture: boolean;
  /** Whether a pattern fills it that draws letters, or shapes which may be some. */
  readonly hasShapes?: boolean;
  /** What a picture shows at a point of the page. */
  readonly pixelAt?: PixelAt;
}

/** Thinner lines cover no letter, alone or side by side, and no letter stands on them. */
const THINNEST_AREA = SETTINGS.thinnestArea.value;
const EVEN_ODD: ReadonlySet<number> = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const UNIT_SQUARE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
/** A corner of a level rectangle may be off by this many points. */
const LEVEL = SETTINGS.levelArea.value;

/** The areas of a painted path, if it is any: filled, or stroked with a pen as wide as one. */
export function paintedAreas(
  [paint, paths, bounds]: readonly unknown[],
  state: GraphicsState,
  order: number,
): readonly PaintedArea[] {
  if (typeof paint !== 'number' || !Array.isArray(paths) || state.isMask) return [];
  const data: unknown = paths[0];
  if (!(data instanceof Float32Array) || !(bounds instanceof Float32Array)) return [];
  const areas: PaintedArea[] = [];
  // Through letters that cut it, the thinnest line is seen.
  const thinnest = state.textClip.length > 0 ? 0 : THINNEST_AREA;
  if (FILLS.has(paint) && isLarge(bounds, state.ctm, thinnest)) {
    const outlines = outlinesOf(data, state.ctm);
    const area = areaOf(outlines, EVEN_ODD.has(paint), state, state.fill, state.fillAlpha, order);
    areas.push(state.hasShapes ? { ...area, hasShapes: true } : area);
  }
  const pen = widthOfPen(state);
  if (!STROKES.has(paint) || pen <= thinnest) return areas;
  for (const outline of outlinesOf(data, state.ctm)) {
    for (const [index, from] of outline.entries()) {
      const to = outline[index + 1];
      if (to === undefined) break;
      areas.push(areaOf([alongPen(from, to, pen / 2)], false, state, state.stroke, state.strokeAlpha, order));
    }
  }
  return areas;
}

/** Notes a picture. One with a mask of its own is seen in parts, which only its pixels tell. */
export function paintedPicture(
  state: GraphicsState,
  at: Matrix,
  raster: Raster | undefined,
  hasMask: boolean,
  order: number,
  areas: PaintedArea[],
): void {
  if (state.isMask) return;
  const matrix = product(state.ctm, at);
  const corners = UNIT_SQUARE.map(([x, y]) => pointAt(matrix, x, y));
  const area = areaOf([corners], false, state, undefined, state.fillAlpha, order);
  const picture = { ...area, isPicture: true };
  if (raster === undefined) areas.push({ ...picture, alpha: hasMask ? undefined : area.alpha });
  else areas.push({ ...picture, pixelAt: pixelsOf(raster, matrix, state.fill) });
}

/** Notes a picture that is all of one colour. */
export function paintedSquare(state: GraphicsState, order: number, areas: PaintedArea[]): void {
  if (state.isMask) return;
  const corners = UNIT_SQUARE.map(([x, y]) => pointAt(state.ctm, x, y));
  areas.push(areaOf([corners], false, state, state.fill, state.fillAlpha, order));
}

/** Notes that one colour, or several, fill all of what the clip leaves. */
export function paintedClip(state: GraphicsState, order: number, areas: PaintedArea[]): void {
  if (state.isMask) return;
  const { left, top, right, bottom } = state.clip;
  const corners: readonly Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  areas.push(areaOf([corners], false, state, undefined, state.fillAlpha, order));
}

/** How wide lines are stroked, in points. */
export function widthOfPen({ lineWidth, ctm: [a, b, c, d] }: GraphicsState): number {
  return lineWidth * Math.sqrt(Math.abs(a * d - b * c));
}

function isLarge(bounds: Float32Array, ctm: Matrix, least: number): boolean {
  const { 0: x1 = 0, 1: y1 = 0, 2: x2 = 0, 3: y2 = 0 } = bounds;
  const { 0: a, 1: b, 2: c, 3: d } = ctm;
  const width = Math.abs(a * (x2 - x1)) + Math.abs(c * (y2 - y1));
  const height = Math.abs(b * (x2 - x1)) + Math.abs(d * (y2 - y1));
  return width > least && height > least;
}

function alongPen([x1, y1]: Point, [x2, y2]: Point, half: number): readonly Point[] {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [((y2 - y1) / length) * half, ((x1 - x2) / length) * half];
  return [
    [x1 + dx, y1 + dy],
    [x2 + dx, y2 + dy],
    [x2 - dx, y2 - dy],
    [x1 - dx, y1 - dy],
  ];
}

function areaOf(
  outlines: readonly (readonly Point[])[],
  isEvenOdd: boolean,
  { clip, isClipKnown, cuts, blend: own, isMasked, groupBlend, isGroupMasked, groupAlpha }: GraphicsState,
  colour: Colour,
  alpha: number,
  order: number,
): PaintedArea {
  const whole = boundsOf(outlines);
  const box = {
    left: Math.max(whole.left, clip.left),
    top: Math.max(whole.top, clip.top),
    right: Math.min(whole.right, clip.right),
    bottom: Math.min(whole.bottom, clip.bottom),
  };
  const isLevel = outlines.length === 1 && isLevelRectangle(outlines[0] ?? [], whole);
  return {
    order,
    box,
    outlines: isLevel ? [] : outlines,
    isEvenOdd,
    cuts,
    colour,
    alpha: isClipKnown && !isMasked && !isGroupMasked ? alpha * groupAlpha : undefined,
    blend: bothBlends(own, groupBlend),
    isPicture: false,
  };
}

/** The box around outlines. */
export function boundsOf(outlines: readonly (readonly Point[])[]): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const outline of outlines) {
    for (const { 0: x, 1: y } of outline) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return { left, top, right, bottom };
}

function isLevelRectangle(outline: readonly Point[], { left, top, right, bottom }: Box): boolean {
  if (outline.length < 4 || outline.length > 6) return false;
  const near = (one: number, other: number): boolean =>
    Math.abs(one - other) < LEVEL || !Number.isFinite(one);
  return outline.every(([x, y], index) => {
    const [nextX, nextY] = outline[index + 1] ?? outline[0] ?? [x, y];
    const isCorner = (near(x, left) || near(x, right)) && (near(y, top) || near(y, bottom));
    return isCorner && (near(x, nextX) || near(y, nextY));
  });
}

/** Whether a point lies in an area. */
export function holdsPoint({ box, outlines, isEvenOdd, cuts }: PaintedArea, x: number, y: number): boolean {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  if (outlines.length > 0 && !isInside({ outlines, isEvenOdd }, x, y)) return false;
  return isInsideAll(cuts, x, y);
}
