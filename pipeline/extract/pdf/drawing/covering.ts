import { SETTINGS } from '../settings.ts';
import { type Blend, blended, type Colour, contrastOf, mixed, WHITE } from './graphics.ts';
import { holdsPoint, type PaintedArea } from './painted.ts';

const OPAQUE = SETTINGS.opaque.value;
/** What differs less from what lies under it is not seen. */
const LEAST_CONTRAST = SETTINGS.leastContrast.value;

/** What an area paints at a point. */
export interface Paint {
  readonly colour: Colour;
  /** Undefined where it is not known how much of it is seen. */
  readonly alpha: number | undefined;
  readonly blend: Blend;
}

/** What is left of something under what is drawn over it; `maybe` where that may leave nothing of it. */
export type Left = 'seen' | 'maybe' | 'covered';

/** What an area paints at a point; undefined where it does not reach it. */
export function paintAt(area: PaintedArea, x: number, y: number): Paint | undefined {
  if (!holdsPoint(area, x, y)) return undefined;
  const { colour, alpha, blend, pixelAt } = area;
  if (pixelAt === undefined) return { colour, alpha, blend };
  const pixel = pixelAt(x, y);
  if (pixel === undefined) return undefined;
  return { colour: pixel.colour, alpha: alpha === undefined ? undefined : alpha * pixel.alpha, blend };
}

/** A colour that another is painted on; undefined where nobody knows what comes of it. */
export function painted(ground: Colour, { colour, alpha, blend }: Paint): Colour {
  if (alpha !== undefined && alpha >= OPAQUE && blend === 'none') return colour;
  if (alpha === 0) return ground;
  if (alpha === undefined || colour === undefined || ground === undefined || blend === 'other')
    return undefined;
  return mixed(blended(colour, ground, blend), ground, alpha);
}

/** The colour that a page has at a point before an operator drew there; undefined where it is not known. */
export function groundAt(areas: readonly PaintedArea[], x: number, y: number, order: number): Colour {
  let ground: Colour = WHITE;
  for (const area of areas) {
    if (area.order >= order) break;
    const paint = paintAt(area, x, y);
    if (paint !== undefined) ground = painted(ground, paint);
  }
  return ground;
}

/**
 * What is left at a point of an ink on its ground under the areas that were drawn after it. Both are painted over alike:
 * a marker that is multiplied into black letters leaves them black, and one that is laid over them in white does not.
 * Bare paper is white, or nothing that anything could be mixed into: programs differ, and what is left must be seen in
 * both ways.
 */
export function leftAt(
  over: readonly PaintedArea[],
  x: number,
  y: number,
  ink: Colour,
  ground: Colour,
): Left {
  let letter = ink;
  let papers: readonly [Colour, Colour] = [ground, ground];
  let contrast = 255;
  let isSure = true;
  for (const area of over) {
    const paint = paintAt(area, x, y);
    if (paint === undefined) continue;
    const { alpha } = paint;
    if (alpha === undefined || paint.blend === 'other') {
      isSure &&= alpha === 0;
      continue;
    }
    if (alpha >= OPAQUE && paint.blend === 'none') return 'covered';
    contrast *= paint.blend === 'none' ? 1 - alpha : 1;
    letter = painted(letter, paint);
    const bare: Paint = papers[1] === WHITE ? { ...paint, blend: 'none' } : paint;
    papers = [painted(papers[0], paint), painted(papers[1], bare)];
  }
  const lost = papers.map((paper) =>
    letter === undefined || paper === undefined
      ? contrast < LEAST_CONTRAST
      : contrastOf(letter, paper) < LEAST_CONTRAST,
  );
  if (lost.every((each) => each)) return 'covered';
  return isSure && !lost.includes(true) ? 'seen' : 'maybe';
}
