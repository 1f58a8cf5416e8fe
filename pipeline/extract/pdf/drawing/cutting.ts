import type { PrintRemark } from '../../../page/token.ts';
import { SETTINGS } from '../settings.ts';
import { paintAt, painted } from './covering.ts';
import { type Colour, contrastOf, type GlyphRange, WHITE } from './graphics.ts';
import { boundsOf, type PaintedArea } from './painted.ts';
import { pointsOf } from './points.ts';
import type { DrawnGlyph, Stroke } from './show.ts';

/** Something that is drawn through the letters of some strings, which cut it. */
export interface CutPaint {
  readonly ranges: readonly GlyphRange[];
  readonly area: PaintedArea;
}

const PARTLY_FILLED: PrintRemark = {
  says: 'letters that cut what is drawn after them, and are filled in part',
  stops: true,
};

/** Text that is drawn through other letters: what of it is seen, nobody can tell. */
export function textThrough(
  ranges: readonly GlyphRange[],
  drawn: readonly DrawnGlyph[],
  order: number,
): CutPaint {
  const box = boundsOf([
    drawn.flatMap(({ x, y, width, size }): [number, number][] => [
      [x - size, y - size],
      [x + width + size, y + size],
    ]),
  ]);
  const area = { order, box, outlines: [], isEvenOdd: false, cuts: [], colour: undefined, alpha: undefined };
  return { ranges, area: { ...area, blend: 'none', isPicture: false } };
}

/**
 * Letters that cut what is drawn after them are seen by what is drawn where they stand, in the colour that it has there:
 * whole, not at all, or in part, as `345` of which a box fills the lower half.
 */
export function showCutting(cut: readonly CutPaint[], glyphs: DrawnGlyph[], strokes: Stroke[]): void {
  const own = new Map<number, { readonly to: number; readonly areas: PaintedArea[] }>();
  for (const { ranges, area } of cut) {
    for (const { from, to } of ranges) {
      const before = own.get(from);
      if (before === undefined) own.set(from, { to, areas: [area] });
      else before.areas.push(area);
    }
  }
  for (const [from, { to, areas }] of own) {
    const at = strokes.findIndex((stroke) => stroke.from === from);
    const stroke = strokes[at];
    if (stroke === undefined) continue;
    for (let index = from; index < to; index += 1) {
      const glyph = glyphs[index];
      if (glyph !== undefined && (glyph.hidden === 'invisible' || glyph.hidden === undefined))
        glyphs[index] = cutAs(glyph, stroke.colour, areas);
    }
    strokes[at] = { ...stroke, colour: undefined, alpha: 1, order: areas.at(-1)?.order ?? stroke.order };
  }
}

function cutAs(glyph: DrawnGlyph, colour: Colour, areas: readonly PaintedArea[]): DrawnGlyph {
  const isFilled = glyph.hidden === undefined;
  const points = pointsOf(glyph);
  const filled = points.filter(([x, y]) => {
    const paints = areas.flatMap((area) => paintAt(area, x, y) ?? []);
    if (paints.length === 0) return isFilled;
    const seen = paints.reduce<Colour>(painted, isFilled ? colour : WHITE);
    return seen === undefined || contrastOf(seen, WHITE) >= SETTINGS.leastContrast.value;
  });
  const isUnsure = points.some(([x, y]) =>
    areas.some((area) => paintAt(area, x, y) !== undefined && area.alpha === undefined),
  );
  if (isUnsure || (filled.length > 0 && filled.length < points.length))
    return { ...glyph, hidden: 'clipped', remark: PARTLY_FILLED };
  return { ...glyph, hidden: filled.length > 0 ? undefined : (glyph.hidden ?? 'covered') };
}
