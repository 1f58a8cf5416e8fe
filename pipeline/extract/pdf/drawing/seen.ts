import type { Hidden, PrintRemark } from '../../../page/token.ts';
import { SETTINGS } from '../settings.ts';
import { isWithin, MIDDLE } from './clip.ts';
import { groundAt, type Left, leftAt } from './covering.ts';
import { type Blend, blended, contrastOf, WHITE } from './graphics.ts';
import type { PaintedArea } from './painted.ts';
import { isOfNumbers, pointIn, pointsOf } from './points.ts';
import { SETTINGS as STROKED } from './settings.ts';
import type { DrawnGlyph, Stroke } from './show.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Letters that differ from what lies under them by less, of 255 in the channel that differs most, are not seen. */
const LEAST_CONTRAST = SETTINGS.leastContrast.value;
/** Letters lower than this, in points, cannot be read on paper, unless the page is drawn in another scale altogether. */
const SMALLEST = SETTINGS.smallestLetter.value;
const SMALLER_THAN_OTHERS = SETTINGS.smallerThanOthers.value;
/** Areas are looked up by strips of the page of this height, in points. */
const STRIP = 24;
const BLACKED_OUT: PrintRemark = {
  says: 'text that something is drawn over, and nothing in its place',
  stops: true,
};
const PARTLY_COVERED: PrintRemark = { says: 'a digit that something covers in part', stops: true };
const PARTLY_LOST: PrintRemark = {
  says: 'a digit of which a part has the colour of what it stands on',
  stops: true,
};
const UNDER_MASK: PrintRemark = {
  says: 'a digit under something that is drawn through a mask, mixed into it or printed over it, which may cover it',
  stops: true,
};
const MIXED: PrintRemark = {
  says: 'a digit that is mixed into what it stands on, which may leave nothing of it',
  stops: true,
};
const EATEN: PrintRemark = {
  says: 'a digit whose outline is stroked in the colour of what it stands on, which eats into it',
  stops: true,
};
const FAT: PrintRemark = { says: 'a digit whose outline is stroked so wide that it is a blot', stops: true };

/**
 * The glyphs of a page, each with the reason why it is not seen if it is not: it lies beside the page, something was
 * drawn over it, it has the colour of what it was drawn on, or it is too small. Those that were hidden as they were
 * drawn stay so. In a file that `overprints`, what lies over a digit may leave it: inks are put on those that are there.
 */
export function withUnseen(
  glyphs: readonly DrawnGlyph[],
  strokes: readonly Stroke[],
  areas: readonly PaintedArea[],
  page: PageSize & { readonly overprints: boolean },
): readonly DrawnGlyph[] {
  const told: DrawnGlyph[] = [...glyphs];
  const hide = (index: number, glyph: DrawnGlyph, hidden: Hidden): void => {
    told[index] = { ...glyph, hidden };
  };
  const box = { left: 0, top: 0, right: page.width, bottom: page.height };
  let smallest = Infinity;
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    if (glyph === undefined) continue;
    if (glyph.hidden === undefined && !glyph.blank) smallest = Math.min(smallest, extentOf(glyph));
    if (glyph.hidden !== 'clipped') continue;
    const [x, y] = pointIn(glyph, 0.5, MIDDLE);
    if (!isWithin(box, x, y)) hide(index, glyph, 'off the page');
  }
  if (smallest < SMALLEST) {
    const limit = Math.min(SMALLEST, SMALLER_THAN_OTHERS * usualExtent(glyphs));
    for (const [index, glyph] of told.entries())
      if (glyph.hidden === undefined && extentOf(glyph) < limit) hide(index, glyph, 'too small');
  }
  const near = stripsOf(areas, page.height);
  const last = areas.at(-1)?.order ?? -1;
  for (const stroke of strokes) {
    const isOver = stroke.order < last;
    const isFaint = mayBeFaint(stroke, areas);
    if (!isOver && !isFaint && stroke.pen === 0) continue;
    for (let index = stroke.from; index < stroke.to; index += 1) {
      const glyph = told[index];
      if (glyph === undefined || glyph.hidden !== undefined || glyph.blank) continue;
      const [x, y] = pointIn(glyph, 0.5, MIDDLE);
      const own = near(y);
      const { hidden, remark } = seenAs(glyph, stroke, { isOver, isFaint, overprints: page.overprints }, own);
      if (hidden === 'covered' && isBlackedOut(own, x, y, stroke.order))
        told[index] = { ...glyph, hidden, remark: BLACKED_OUT };
      else if (hidden !== undefined) hide(index, glyph, hidden);
      else {
        const said = remark ?? strokedBadly(glyph, stroke, own);
        if (said !== undefined && glyph.remark?.stops !== true) told[index] = { ...glyph, remark: said };
      }
    }
  }
  return told;
}

/**
 * Whether a letter is seen, by the points at which it is looked at: of what belongs to a number all or none must be. An 8
 * whose left half is covered is a 3 on paper.
 */
function seenAs(
  glyph: DrawnGlyph,
  stroke: Stroke,
  {
    isOver,
    isFaint,
    overprints,
  }: { readonly isOver: boolean; readonly isFaint: boolean; readonly overprints: boolean },
  areas: readonly PaintedArea[],
): Partial<Pick<DrawnGlyph, 'hidden' | 'remark'>> {
  const over = isOver ? areas.filter((area) => area.order > stroke.order) : [];
  if (over.length === 0 && !isFaint) return {};
  const points = pointsOf(glyph);
  const left = points.map(([x, y]): Left => {
    if (over.length === 0) return 'seen';
    const what = leftAt(over, x, y, stroke.colour, groundAt(areas, x, y, stroke.order));
    return what === 'covered' && overprints && isOfNumbers(glyph.text) ? 'maybe' : what;
  });
  if (left.every((each) => each === 'covered')) return { hidden: 'covered' };
  const lost = isFaint ? points.filter(([x, y]) => isLost(stroke, x, y, areas) === 'lost').length : 0;
  if (lost === points.length) return { hidden: stroke.alpha < 0.5 ? 'transparent' : 'colour of the ground' };
  if (!isOfNumbers(glyph.text)) return {};
  if (left.includes('covered')) return { remark: PARTLY_COVERED };
  if (lost > 0) return { remark: PARTLY_LOST };
  if (isFaint && points.some(([x, y]) => isLost(stroke, x, y, areas) === 'maybe')) return { remark: MIXED };
  return left.includes('maybe') ? { remark: UNDER_MASK } : {};
}

/**
 * Whether nothing but an identical colour was drawn where a letter stands. What is mixed into bare paper is mixed into
 * white, or into nothing: programs differ.
 */
function isLost(
  { colour, alpha, order, blend, edge }: Stroke,
  x: number,
  y: number,
  areas: readonly PaintedArea[],
): 'lost' | 'maybe' | 'seen' {
  const ground = groundAt(areas, x, y, order);
  if (colour === undefined || ground === undefined) return 'seen';
  const isPale = (mixing: Blend): boolean =>
    [colour, edge ?? colour].every(
      (each) => alpha * contrastOf(blended(each, ground, mixing), ground) < LEAST_CONTRAST,
    );
  if (blend === 'none' || ground !== WHITE) return isPale(blend) ? 'lost' : 'seen';
  return isPale(blend) ? (isPale('none') ? 'lost' : 'maybe') : isPale('none') ? 'maybe' : 'seen';
}

/** What is to be said of a digit whose outline is stroked: in the colour of its ground, or very wide. */
function strokedBadly(
  glyph: DrawnGlyph,
  { pen, edge, order }: Stroke,
  areas: readonly PaintedArea[],
): PrintRemark | undefined {
  if (pen === 0 || !isOfNumbers(glyph.text)) return undefined;
  if (pen > STROKED.fattestPen.value * glyph.size) return FAT;
  if (edge === undefined || pen < STROKED.eatingPen.value * glyph.size) return undefined;
  const isPale = pointsOf(glyph).some(([x, y]) => {
    const ground = groundAt(areas, x, y, order);
    return ground !== undefined && contrastOf(edge, ground) < LEAST_CONTRAST;
  });
  return isPale ? EATEN : undefined;
}

/** Whether letters could have the colour of something that was drawn before them: nearly none do. */
function mayBeFaint({ colour, alpha, order, blend }: Stroke, areas: readonly PaintedArea[]): boolean {
  if (colour === undefined) return false;
  if (blend !== 'none') return true;
  if (alpha * contrastOf(colour, WHITE) < LEAST_CONTRAST) return true;
  return areas.some((area) => {
    if (area.order >= order) return false;
    if (area.pixelAt !== undefined) return true;
    const isPlain = area.alpha === 1 && area.blend === 'none';
    return (
      area.colour !== undefined && (!isPlain || alpha * contrastOf(colour, area.colour) < LEAST_CONTRAST)
    );
  });
}

/** Whether what lies over a letter is seen itself, and not the colour of paper. */
function isBlackedOut(areas: readonly PaintedArea[], x: number, y: number, order: number): boolean {
  const cover = groundAt(areas, x, y, Infinity);
  return (
    areas.some((area) => area.order > order && area.isPicture) ||
    cover === undefined ||
    contrastOf(cover, groundAt(areas, x, y, order) ?? WHITE) >= LEAST_CONTRAST
  );
}

/** A glyph of a font that does not tell its height is at least as large as it is wide. */
function extentOf({ size, width }: DrawnGlyph): number {
  return Math.max(size, width);
}

/** The middle one of how large letters are. */
function usualExtent(glyphs: readonly DrawnGlyph[]): number {
  const extents = glyphs.flatMap((glyph) => (glyph.blank || glyph.hidden !== undefined ? [] : [glyph.size]));
  return extents.sort((one, other) => one - other)[extents.length >> 1] ?? 0;
}

/** The areas that reach a height of the page, in the order in which they were drawn. */
function stripsOf(areas: readonly PaintedArea[], height: number): (y: number) => readonly PaintedArea[] {
  if (areas.length < 16) return () => areas;
  const strips: PaintedArea[][] = Array.from({ length: Math.ceil(height / STRIP) + 1 }, () => []);
  const indexOf = (y: number): number => Math.min(strips.length - 1, Math.max(0, Math.floor(y / STRIP)));
  for (const area of areas) {
    for (let index = indexOf(area.box.top - STRIP); index <= indexOf(area.box.bottom + STRIP); index += 1)
      strips[index]?.push(area);
  }
  return (y) => strips[indexOf(y)] ?? [];
}
