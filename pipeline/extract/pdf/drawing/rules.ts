import type { Box } from '../../../page/place.ts';
import type { Rule } from '../../layout/ink.ts';
import { OPS } from '../pdfjs.ts';
import { SETTINGS } from '../settings.ts';
import { type Matrix, type Point, pointAt } from './ink.ts';

export interface PathInk {
  readonly rules: Rule[];
  readonly fills: Box[];
  /** The dots of dotted borders. */
  readonly dots: Box[];
}

/** The thickest border that still counts as a line and not as an area. */
export const THICKEST_RULE = SETTINGS.thickestRule.value;
/** Shorter strokes are dots or ornaments; the dashes of a border lie in one line and are joined later. */
const SHORTEST_RULE = SETTINGS.shortestRule.value;
const THINNEST_PEN = SETTINGS.thinnestPen.value;
export const MOVE = 0;
export const LINE = 1;
export const CURVE = 2;
export const CLOSE = 3;
/** The data of four corners: a command and two coordinates each, and perhaps the way back and the closing. */
export const ONE_RECTANGLE = 16;

export const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
export const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/**
 * Notes what a painted path contributes to tables: strokes along an axis and thin filled areas are rules (browsers
 * fill borders, word processors stroke them), any other filled box is shading. What a pen wider than any
 * rule strokes is an area as well; `pen` is its width. Nothing of it is seen beyond the clip: some programs paint a row's
 * shading as all of the page, cut to the row.
 */
export function paintedPath(args: readonly unknown[], ctm: Matrix, clip: Box, ink: PathInk, pen = 0): void {
  const [paint, paths, bounds] = args;
  if (typeof paint !== 'number' || !Array.isArray(paths)) return;
  const strokes = STROKES.has(paint);
  const fills = FILLS.has(paint);
  const data: unknown = paths[0];
  if ((!strokes && !fills) || !(data instanceof Float32Array)) return;
  if (!strokes && data.length <= ONE_RECTANGLE && bounds instanceof Float32Array) {
    const { 0: left = 0, 1: top = 0, 2: right = 0, 3: bottom = 0 } = bounds;
    filledArea([pointAt(ctm, left, top), pointAt(ctm, right, bottom)], clip, ink);
    return;
  }
  for (const outline of outlinesOf(data, ctm)) {
    if (strokes) strokedRules(outline, clip, ink, pen);
    if (fills) filledArea(outline, clip, ink);
  }
}

/**
 * A path as straight lines, one outline for each of its subpaths; a curve counts by points on it. By its end alone, a
 * letter that is drawn as a path would be as flat as a border.
 */
export function outlinesOf(
  data: ArrayLike<number>,
  ctm: Matrix,
  parts = SETTINGS.partsOfCurve.value,
): Point[][] {
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  const point = (index: number): Point => pointAt(ctm, data[index] ?? 0, data[index + 1] ?? 0);
  let index = 0;
  while (index < data.length) {
    const command = data[index];
    index += 1;
    if (command === MOVE) {
      outline = [point(index)];
      outlines.push(outline);
      index += 2;
    } else if (command === LINE) {
      outline.push(point(index));
      index += 2;
    } else if (command === CURVE) {
      const from = outline.at(-1);
      const to = point(index + 4);
      if (from !== undefined) outline.push(...alongCurve(from, point(index), point(index + 2), to, parts));
      outline.push(to);
      index += 6;
    } else if (command === CLOSE) {
      const first = outline[0];
      if (first !== undefined) outline.push(first);
    } else break;
  }
  return outlines;
}

/** The box of a path that is one rectangle, as most that are filled are; undefined for any other. */
export function rectangleOf(data: Float32Array, ctm: Matrix): Box | undefined {
  const isRectangle =
    // Without the way back.
    data.length === ONE_RECTANGLE - 3 &&
    data[0] === MOVE &&
    data[3] === LINE &&
    data[6] === LINE &&
    data[9] === LINE &&
    data[12] === CLOSE;
  if (!isRectangle) return undefined;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let at = 1; at < data.length - 1; at += 3) {
    const { 0: x, 1: y } = pointAt(ctm, data[at] ?? 0, data[at + 1] ?? 0);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** Points on a curve between its ends, which part it in so many. */
function alongCurve(from: Point, one: Point, other: Point, to: Point, parts: number): Point[] {
  return Array.from({ length: parts - 1 }, (_, step): Point => {
    const part = (step + 1) / parts;
    const rest = 1 - part;
    const at = (axis: 0 | 1): number =>
      rest ** 3 * from[axis] +
      3 * rest ** 2 * part * one[axis] +
      3 * rest * part ** 2 * other[axis] +
      part ** 3 * to[axis];
    return [at(0), at(1)];
  });
}

function strokedRules(outline: readonly Point[], clip: Box, { rules, fills }: PathInk, pen: number): void {
  const reach = Math.max(pen, THINNEST_PEN) / 2;
  for (const [index, [x1, y1]] of outline.entries()) {
    const next = outline[index + 1];
    if (next === undefined) break;
    const [x2, y2] = next;
    const line = {
      left: Math.min(x1, x2),
      right: Math.max(x1, x2),
      top: Math.min(y1, y2),
      bottom: Math.max(y1, y2),
    };
    const box = within(clip, line, reach);
    const rule = box === undefined ? undefined : ruleOf(box);
    if (rule === undefined) continue;
    if (pen <= THICKEST_RULE) rules.push(rule);
    else fills.push(alongRule(rule, pen / 2));
  }
}

function alongRule({ axis, at, from, to }: Rule, half: number): Box {
  return axis === 'level'
    ? { left: from, right: to, top: at - half, bottom: at + half }
    : { left: at - half, right: at + half, top: from, bottom: to };
}

function filledArea(outline: readonly Point[], clip: Box, { rules, fills, dots }: PathInk): void {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { 0: x, 1: y } of outline) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const box = within(clip, { left, top, right, bottom });
  if (box === undefined) return;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const rule = ruleOf(box);
  if (rule !== undefined) rules.push(rule);
  else if (width <= THICKEST_RULE && height <= THICKEST_RULE) dots.push(box);
  else if (width > THICKEST_RULE && height > THICKEST_RULE) fills.push(box);
}

/** The part of a box that lies in a clip, or so near to it that the pen reaches into it; undefined where none does. */
function within(clip: Box, box: Box, reach = 0): Box | undefined {
  const left = Math.max(clip.left - reach, box.left);
  const top = Math.max(clip.top - reach, box.top);
  const right = Math.min(clip.right + reach, box.right);
  const bottom = Math.min(clip.bottom + reach, box.bottom);
  return left > right || top > bottom ? undefined : { left, top, right, bottom };
}

/** A box as the line that it is, if it is one. */
export function ruleOf({ left, top, right, bottom }: Box): Rule | undefined {
  const width = right - left;
  const height = bottom - top;
  const thickness = Math.min(width, height);
  const length = Math.max(width, height);
  if (thickness > THICKEST_RULE || length < SHORTEST_RULE || length < 2 * thickness) return undefined;
  return width > height
    ? { axis: 'level', at: (top + bottom) / 2, from: left, to: right }
    : { axis: 'upright', at: (left + right) / 2, from: top, to: bottom };
}
