import type { Box } from '../../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import type { Glyph, Rule } from './ink.ts';
import type { Baselines } from './letters.ts';

/** How high above the baseline, in em, a line lies that strikes out: in the middle of the letters. */
const LOWEST = SETTINGS.lowestStrike.value;
const HIGHEST = SETTINGS.highestStrike.value;
/** It crosses at least this share of a letter's width. */
const CROSSED = SETTINGS.struckShare.value;

/** What is struck out, and the rules that strike it. */
export interface Struck<G> {
  readonly struck: ReadonlySet<G>;
  readonly strikes: ReadonlySet<Rule>;
}

/** The glyphs that a level line strikes through, or one of `quads`, the boxes of annotations that do. */
export function struckOut<G extends Glyph>(
  glyphs: readonly G[],
  baselines: Baselines<G>,
  rules: readonly Rule[],
  quads: readonly Box[],
): Struck<G> {
  const struck = new Set<G>();
  const strikes = new Set<Rule>();
  for (const rule of rules) {
    const { axis, at, from, to } = rule;
    if (axis !== 'level') continue;
    for (const glyph of baselines.below(at, HIGHEST)) {
      const up = (glyph.y - at) / glyph.size;
      if (up < LOWEST || up > HIGHEST) continue;
      const shared = Math.min(to, glyph.x + glyph.width) - Math.max(from, glyph.x);
      if (shared < CROSSED * glyph.width) continue;
      struck.add(glyph);
      strikes.add(rule);
    }
  }
  if (quads.length === 0) return { struck, strikes };
  for (const glyph of glyphs)
    if (!glyph.blank && quads.some((quad) => liesIn(glyph, quad))) struck.add(glyph);
  return { struck, strikes };
}

/** Whether the middle of a glyph's letter lies in a box. */
export function liesIn({ x, y, width, size }: Glyph, { left, top, right, bottom }: Box): boolean {
  const [middle, height] = [x + width / 2, y - size * 0.3];
  return middle > left && middle < right && height > top && height < bottom;
}
