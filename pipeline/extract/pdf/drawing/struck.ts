import type { Box } from '../../../page/place.ts';
import type { Glyph, Rule } from './ink.ts';
import { glyphsNear } from './letters.ts';

/** How high above the baseline, in em, a line lies that strikes out: in the middle of the letters. */
const LOWEST = 0.13;
const HIGHEST = 0.45;
/** It crosses at least this share of a letter's width. */
const CROSSED = 0.6;

/** The glyphs that a level line strikes through, or one of `quads`, the boxes of annotations that do. */
export function struckOut<G extends Glyph>(
  glyphs: readonly G[],
  rules: readonly Rule[],
  quads: readonly Box[],
): ReadonlySet<G> {
  const struck = new Set<G>();
  const levels = rules.filter(({ axis }) => axis === 'level');
  if (levels.length === 0 && quads.length === 0) return struck;
  const near = glyphsNear(glyphs);
  for (const { at, from, to } of levels) {
    for (const glyph of near(at)) {
      const up = (glyph.y - at) / glyph.size;
      if (glyph.blank || up < LOWEST || up > HIGHEST) continue;
      const shared = Math.min(to, glyph.x + glyph.width) - Math.max(from, glyph.x);
      if (shared >= CROSSED * glyph.width) struck.add(glyph);
    }
  }
  for (const glyph of glyphs)
    if (!glyph.blank && quads.some((quad) => liesIn(glyph, quad))) struck.add(glyph);
  return struck;
}

/** Whether the middle of a glyph's letter lies in a box. */
export function liesIn({ x, y, width, size }: Glyph, { left, top, right, bottom }: Box): boolean {
  const [middle, height] = [x + width / 2, y - size * 0.3];
  return middle > left && middle < right && height > top && height < bottom;
}
