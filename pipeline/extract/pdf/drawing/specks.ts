import type { Box } from '../../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import { groundAt, leftAt } from './covering.ts';
import { type Colour, contrastOf, type GraphicsState } from './graphics.ts';
import type { Point, Slant, Speck } from './ink.ts';
import { boundsOf, type PaintedArea, widthOfPen } from './painted.ts';
import { FILLS, ONE_RECTANGLE, outlinesOf, rectangleOf, ruleOf, STROKES, THICKEST_RULE } from './rules.ts';

/** When and in which ink something was drawn: what has a higher order lies over it. */
interface Inked {
  readonly order: number;
  readonly colour: Colour;
  readonly alpha: number;
}

/** What is drawn and is no letter, as far as it is as small as one, or a line that slants. */
export interface DrawnSpecks {
  readonly specks: (Speck & Inked)[];
  readonly slants: (Slant & Inked)[];
}

/** What is wider or higher, in points, is no sign in a line of text. */
const LARGEST = SETTINGS.largestSpeck.value;
/** What is smaller in both is dust. */
const SMALLEST = SETTINGS.smallestSpeck.value;
const SHORTEST_SLANT = SETTINGS.shortestSlant.value;
/** How thick a slanting line is that is filled and not stroked. */
const THIN = SETTINGS.thinSlant.value;
const STRAIGHT = SETTINGS.straightPiece.value;
const LEAST_CONTRAST = SETTINGS.leastContrast.value;

/** Notes the parts of a painted path that are as small as a sign, and its lines that are neither level nor upright. */
export function paintedSpecks(
  [paint, paths, bounds]: readonly unknown[],
  state: GraphicsState,
  order: number,
  { specks, slants }: DrawnSpecks,
): void {
  const data: unknown = Array.isArray(paths) ? paths[0] : undefined;
  if (typeof paint !== 'number' || !(data instanceof Float32Array)) return;
  const isStroked = STROKES.has(paint);
  if (!isStroked && !FILLS.has(paint)) return;
  if (!isStroked && data.length <= ONE_RECTANGLE && isLarge(bounds, state)) return;
  const ink: Inked = isStroked
    ? { order, colour: state.stroke, alpha: state.strokeAlpha * state.groupAlpha }
    : { order, colour: state.fill, alpha: state.fillAlpha * state.groupAlpha };
  const rectangle = isStroked ? undefined : rectangleOf(data, state.ctm);
  if (rectangle !== undefined && isFlat(rectangle)) {
    if (isSmall(rectangle)) specks.push({ ...ink, box: rectangle });
    return;
  }
  const reach = isStroked ? widthOfPen(state) / 2 : 0;
  for (const outline of outlinesOf(data, state.ctm)) {
    const box = boundsOf([outline]);
    if (isSmall(box)) specks.push({ ...ink, box: grown(box, reach) });
    else if (isStroked && state.hasCaps && isPoint(box) && isSmall(around(box, reach)))
      specks.push({ ...ink, box: around(box, reach) });
    if (isStroked) for (const slant of slantsOf(outline)) slants.push({ ...ink, ...slant });
    else if (isThin(outline, box)) slants.push({ ...ink, ...diagonalOf(outline, box) });
  }
}

/** Notes a picture, or all of a clip that is filled, where it is as small as a sign. */
export function paintedOver({ box, colour, alpha, order }: PaintedArea, { specks }: DrawnSpecks): void {
  if (isSmall(box)) specks.push({ order, colour, alpha: alpha ?? 1, box });
}

/** Those that are seen: neither in the colour of what lies under them nor covered. */
export function seenSpecks(
  { specks, slants }: DrawnSpecks,
  areas: readonly PaintedArea[],
): { readonly specks: readonly Speck[]; readonly slants: readonly Slant[] } {
  const isSeen = ({ order, colour, alpha }: Inked, x: number, y: number): boolean => {
    const ground = groundAt(areas, x, y, order);
    const isPale =
      colour !== undefined && ground !== undefined && alpha * contrastOf(colour, ground) < LEAST_CONTRAST;
    const over = areas.filter((area) => area.order > order);
    return !isPale && leftAt(over, x, y, colour, ground) !== 'covered';
  };
  return {
    specks: specks.filter((speck) => {
      const { left, right, top, bottom } = speck.box;
      return isSeen(speck, (left + right) / 2, (top + bottom) / 2);
    }),
    slants: slants.filter((slant) => {
      const { from, to } = slant;
      return isSeen(slant, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    }),
  };
}

/**
 * The lines of a stroked outline that slant. The pieces of one that bends, as a wavy line through a number does, are short
 * and some hardly slant: they count where all of it is as long as such a line.
 */
function slantsOf(outline: readonly Point[]): Slant[] {
  const { left, top, right, bottom } = boundsOf([outline]);
  const bends = outline.length > 2 && Math.hypot(right - left, bottom - top) >= SHORTEST_SLANT;
  return outline.flatMap((from, index): Slant[] => {
    const to = outline[index + 1];
    if (to === undefined) return [];
    const [across, down] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    if (bends && Math.min(across, down) > STRAIGHT) return [{ from, to }];
    if (Math.min(across, down) < SMALLEST || Math.hypot(across, down) < SHORTEST_SLANT) return [];
    return ruleOf(boundsOf([[from, to]])) === undefined ? [{ from, to }] : [];
  });
}

/** Whether a filled outline is a line that slants: hardly any of its box is filled. */
function isThin(outline: readonly Point[], { left, right, top, bottom }: Box): boolean {
  if (outline.length < 4 || outline.length > 6 || isFlat({ left, right, top, bottom })) return false;
  let twice = 0;
  for (const [index, [x1, y1]] of outline.entries()) {
    const [x2, y2] = outline[index + 1] ?? outline[0] ?? [x1, y1];
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2 < THIN * Math.hypot(right - left, bottom - top);
}

/** Whether something is so thin that it can be no line that slants. */
function isFlat({ left, right, top, bottom }: Box): boolean {
  return Math.min(right - left, bottom - top) < THICKEST_RULE;
}

/** A filled line as one from end to end: it falls where most of its corners say so. */
function diagonalOf(outline: readonly Point[], { left, right, top, bottom }: Box): Slant {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const falls = outline.reduce((sum, corner) => sum + Math.sign((corner[0] - x) * (corner[1] - y)), 0) >= 0;
  return falls ? { from: [left, top], to: [right, bottom] } : { from: [left, bottom], to: [right, top] };
}

function isSmall({ left, top, right, bottom }: Box): boolean {
  const width = right - left;
  const height = bottom - top;
  return width <= LARGEST && height <= LARGEST && Math.max(width, height) >= SMALLEST;
}

function isLarge(bounds: unknown, { ctm: [a, b, c, d] }: GraphicsState): boolean {
  if (!(bounds instanceof Float32Array)) return false;
  const { 0: x1 = 0, 1: y1 = 0, 2: x2 = 0, 3: y2 = 0 } = bounds;
  const width = Math.abs(a * (x2 - x1)) + Math.abs(c * (y2 - y1));
  const height = Math.abs(b * (x2 - x1)) + Math.abs(d * (y2 - y1));
  return width > LARGEST || height > LARGEST;
}

/** Whether a line has no length: with caps it is a dot, as the decimal sign of `1.7` may be drawn. */
function isPoint({ left, top, right, bottom }: Box): boolean {
  return Math.max(right - left, bottom - top) < SMALLEST;
}

function around({ left, top, right, bottom }: Box, reach: number): Box {
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
}

/** The pen reaches over the edges of what it strokes. */
function grown({ left, top, right, bottom }: Box, reach: number): Box {
  return bottom - top < right - left
    ? { left, right, top: top - reach, bottom: bottom + reach }
    : { left: left - reach, right: right + reach, top, bottom };
}
