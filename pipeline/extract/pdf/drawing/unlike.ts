import type { PrintRemark } from '../../../page/token.ts';
import { SETTINGS } from '../settings.ts';
import { contrastOf } from './graphics.ts';
import type { Glyph } from './ink.ts';
import type { Baselines } from './letters.ts';

const DIGIT = /^\p{Nd}$/u;
/** What is as large as another differs by less from it. */
const ALIKE = SETTINGS.alikeInSize.value;

/**
 * Digits right behind another on its line that are printed unlike it, in another colour, upright or slanting, bold or
 * not: `345` with a blue 2 behind it is 345 with a mark, and 3452 to who reads the digits alone.
 */
export function unlikeBefore<G extends Glyph>(
  glyphs: readonly G[],
  baselines: Baselines<G>,
): ReadonlyMap<G, PrintRemark> {
  const unlike = new Map<G, PrintRemark>();
  if (areAlike(glyphs)) return unlike;
  for (const glyph of glyphs) {
    if (!DIGIT.test(glyph.text)) continue;
    const level = SETTINGS.hiddenSameLine.value * glyph.size;
    const before = baselines
      .within(glyph.y - level, glyph.y + level)
      .find((other) => isRightBefore(other, glyph) && isUnlike(other, glyph));
    if (before === undefined) continue;
    const says = `a digit ("${glyph.text}") right behind another that is printed unlike it: a mark, or a part of the number`;
    unlike.set(glyph, { says, stops: true });
  }
  return unlike;
}

/** Whether all letters of a page are of one look, as those of most pages are not. */
function areAlike([first, ...others]: readonly Glyph[]): boolean {
  return first === undefined || !others.some((other) => isUnlike(first, other));
}

function isRightBefore(one: Glyph, other: Glyph): boolean {
  const apart = Math.abs(other.x - one.x - one.width) / other.size;
  const ratio = one.size / other.size;
  const isLevel = Math.abs(one.y - other.y) < SETTINGS.drawnOverLevel.value * other.size;
  const isBefore = isLevel && apart < SETTINGS.struckBeside.value && ratio > ALIKE && ratio < 1 / ALIKE;
  return isBefore && DIGIT.test(one.text);
}

function isUnlike(one: Glyph, other: Glyph): boolean {
  if (one.font.style !== other.font.style) return true;
  const [colour, second] = [one.colour, other.colour];
  return (
    colour !== undefined && second !== undefined && contrastOf(colour, second) >= SETTINGS.leastContrast.value
  );
}
