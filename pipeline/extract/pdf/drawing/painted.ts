import type { Box } from '../../../page/place.ts';
import { OPS } from '../pdfjs.ts';
import { SETTINGS } from '../settings.ts';
import { isInside } from './clip.ts';
import { type Colour, type GraphicsState, mixed, WHITE } from './graphics.ts';
import { type Matrix, type Point, pointAt, product } from './ink.ts';
import { FILLS, outlinesOf, STROKES } from './rules.ts';

/** Something large enough to cover letters, or to lie under them, as it was drawn. */
export interface PaintedArea {
  /** Number of the operator that drew it: what has a higher one lies over it. */
  readonly order: number;
  readonly box: Box;
  /** Its corners, where it is no level rectangle. */
  readonly outlines: readonly (readonly Point[])[];
  readonly isEvenOdd: boolean;
  /** Undefined where it has several: a picture, a pattern, a shading. */
  readonly colour: Colour;
  /** How much of it is seen: 1 covers what lies under it. Undefined where that is not known everywhere. */
  readonly alpha: number | undefined;
  readonly isPicture: boolean;
}

/** Thinner lines cover no letter, alone or side by side, and no letter stands on them. */
const THINNEST_AREA = SETTINGS.thinnestArea.value;
const OPAQUE = SETTINGS.opaque.value;
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
  if (FILLS.has(paint) && isLarge(bounds, state.ctm)) {
    const outlines = outlinesOf(data, state.ctm);
    areas.push(areaOf(outlines, EVEN_ODD.has(paint), state, state.fill, state.fillAlpha, order));
  }
  const pen = widthOfPen(state);
  if (!STROKES.has(paint) || pen <= THINNEST_AREA) return areas;
  for (const outline of outlinesOf(data, state.ctm)) {
    for (const [index, from] of outline.entries()) {
      const to = outline[index + 1];
      if (to === undefined) break;
      areas.push(areaOf([alongPen(from, to, pen / 2)], false, state, state.stroke, state.strokeAlpha, order));
    }
  }
  return areas;
}

/** Notes a picture. One with a mask of its own is seen in parts that are not known. */
export function paintedPicture(
  state: GraphicsState,
  at: Matrix,
  hasMask: boolean,
  order: number,
  areas: PaintedArea[],
): void {
  if (state.isMask) return;
  const corners = UNIT_SQUARE.map(([x, y]) => pointAt(product(state.ctm, at), x, y));
  const area = areaOf([corners], false, state, undefined, state.fillAlpha, order);
  areas.push({ ...area, isPicture: true, alpha: hasMask ? undefined : area.alpha });
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

function isLarge(bounds: Float32Array, ctm: Matrix): boolean {
  const { 0: x1 = 0, 1: y1 = 0, 2: x2 = 0, 3: y2 = 0 } = bounds;
  const { 0: a, 1: b, 2: c, 3: d } = ctm;
  const width = Math.abs(a * (x2 - x1)) + Math.abs(c * (y2 - y1));
  const height = Math.abs(b * (x2 - x1)) + Math.abs(d * (y2 - y1));
  return width > THINNEST_AREA && height > THINNEST_AREA;
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
  { clip, isClipExact, blend, isMasked, isGroupMixed, groupAlpha }: GraphicsState,
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
  const isKnown = isClipExact && blend === 'none' && !isMasked && !isGroupMixed;
  const own = outlines.length === 1 && isLevelRectangle(outlines[0] ?? [], whole) ? [] : outlines;
  return {
    order,
    box,
    outlines: own,
    isEvenOdd,
    colour,
    alpha: isKnown ? alpha * groupAlpha : undefined,
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
export function holdsPoint({ box, outlines, isEvenOdd }: PaintedArea, x: number, y: number): boolean {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  return outlines.length === 0 || isInside({ outlines, isEvenOdd }, x, y);
}

/** Whether nothing of what lies under an area is seen. */
export function isOpaque({ alpha }: PaintedArea): boolean {
  return alpha !== undefined && alpha >= OPAQUE;
}

/** How much of what an operator drew at a point is covered by what was drawn later, as far as that is known. */
export function coverageAt(areas: readonly PaintedArea[], x: number, y: number, order: number): number {
  let seen = 1;
  for (const area of areas) {
    if (area.order > order && area.alpha !== undefined && holdsPoint(area, x, y)) seen *= 1 - area.alpha;
  }
  return 1 - seen;
}

/** The colour that a page has at a point before an operator drew there; undefined where it is not known. */
export function groundAt(areas: readonly PaintedArea[], x: number, y: number, order: number): Colour {
  let ground: Colour = WHITE;
  for (const area of areas) {
    if (area.order >= order) break;
    if (!holdsPoint(area, x, y)) continue;
    if (isOpaque(area)) ground = area.colour;
    else if (area.alpha === undefined || area.colour === undefined || ground === undefined)
      ground = undefined;
    else ground = mixed(area.colour, ground, area.alpha);
  }
  return ground;
}
