import { sharedWidth } from '../../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import type { Glyph } from './ink.ts';
import { type Baselines, extentOf } from './letters.ts';
import { isOfNumbers } from './points.ts';

/**
 * What belongs to numbers and has letters drawn over it that have the colour of the paper: these are not seen, and what
 * they leave of it nobody knows. A white 1 over a black 345 leaves parts of it; a white edge that is drawn before it
 * leaves all.
 */
export function overdrawn<G extends Glyph>(drawn: readonly G[], baselines: Baselines<G>): ReadonlySet<G> {
  const over = new Set<G>();
  const orders = new Map(drawn.map((glyph, order) => [glyph, order]));
  for (const [order, letter] of drawn.entries()) {
    if (letter.blank || letter.hidden !== 'colour of the ground') continue;
    const reach = SETTINGS.digitHeight.value * letter.size;
    for (const glyph of baselines.within(letter.y - reach, letter.y + reach)) {
      const isLevel = Math.abs(glyph.y - letter.y) < reach;
      const isUnder = sharedWidth(extentOf(letter), extentOf(glyph)) > SETTINGS.overdrawn.value * glyph.width;
      if (isLevel && isUnder && isOfNumbers(glyph.text) && (orders.get(glyph) ?? -1) < order) over.add(glyph);
    }
  }
  return over;
}
