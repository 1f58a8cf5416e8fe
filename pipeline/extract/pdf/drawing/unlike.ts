import type { PrintRemark } from '../../../page/token.ts';
import { SETTINGS as GLYPHS } from '../glyphs/settings.ts';
import { SETTINGS } from '../settings.ts';
import { contrastOf } from './graphics.ts';
import type { FontMetrics, Glyph } from './ink.ts';
import type { Baselines } from './letters.ts';

const DIGIT = /^\p{Nd}$/u;
/** What is as large as another differs by less from it. */
const ALIKE = SETTINGS.alikeInSize.value;
const LOW = GLYPHS.lowDigit.value;
const DEEP = GLYPHS.deepDigit.value;
/** What digits of old style look like: some are low, some are low and reach below the line, and two are high. */
const LOW_OF_OLD_STYLE = /^[012]$/;
const DEEP_OF_OLD_STYLE = /^[34579]$/;
const HIGH_OF_OLD_STYLE = /^[68]$/;

/**
 * Digits right behind another on its line that are printed unlike it, in another colour, upright or slanting, bold or
 * not, clearly lower: `345` with a blue 2 behind it, or one that its font draws half as high, is 345 with a mark, and
 * 3452 to who reads the digits alone.
 */
export function unlikeBefore<G extends Glyph>(
  glyphs: readonly G[],
  baselines: Baselines<G>,
): ReadonlyMap<G, PrintRemark> {
  const unlike = new Map<G, PrintRemark>();
  if (areAlike(glyphs)) return unlike;
  const oldStyle = fontsOfOldStyle(glyphs);
  for (const glyph of glyphs) {
    if (!DIGIT.test(glyph.text)) continue;
    const level = SETTINGS.hiddenSameLine.value * glyph.size;
    const before = baselines
      .within(glyph.y - level, glyph.y + level)
      .find(
        (other) =>
          isRightBefore(other, glyph) && (isUnlike(other, glyph) || isUnevenWith(other, glyph, oldStyle)),
      );
    if (before === undefined) continue;
    const says = `a digit ("${glyph.text}") right behind another that is printed unlike it: a mark, or a part of the number`;
    unlike.set(glyph, { says, stops: true });
  }
  return unlike;
}

/** Whether all letters of a page are of one look, as those of most pages are not. */
function areAlike([first, ...others]: readonly Glyph[]): boolean {
  if (first === undefined) return true;
  const level = [first, ...others].find(({ reach }) => reach !== undefined);
  return !others.some(
    (other) => isUnlike(first, other) || (level !== undefined && heightOf(level, other) !== 'as high'),
  );
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

/** How high a digit is beside another, as far as both are known. */
function heightOf({ reach: one }: Glyph, { reach: other }: Glyph): 'lower' | 'higher' | 'as high' {
  if (one === undefined || other === undefined) return 'as high';
  if (other.head < LOW * one.head) return 'lower';
  return one.head < LOW * other.head ? 'higher' : 'as high';
}

/** Whether one of two digits is lower than the other, and not as digits of old style are. */
function isUnevenWith(one: Glyph, other: Glyph, oldStyle: ReadonlySet<FontMetrics>): boolean {
  const height = heightOf(one, other);
  if (height === 'as high') return false;
  const [high, low] = height === 'lower' ? [one, other] : [other, one];
  if (!HIGH_OF_OLD_STYLE.test(high.text) || !oldStyle.has(high.font) || !oldStyle.has(low.font)) return true;
  return !LOW_OF_OLD_STYLE.test(low.text) && !isDeep(low, high.reach?.head ?? 0);
}

function isDeep({ text, reach }: Glyph, head: number): boolean {
  return reach !== undefined && DEEP_OF_OLD_STYLE.test(text) && reach.feet < -DEEP * head;
}

/**
 * The fonts of a page whose digits are of old style: those that are high there stand on the line with no other digit
 * that tells otherwise, or some of them reach below it.
 */
function fontsOfOldStyle(glyphs: readonly Glyph[]): ReadonlySet<FontMetrics> {
  const digits = new Map<FontMetrics, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.reach === undefined) continue;
    const own = digits.get(glyph.font);
    if (own === undefined) digits.set(glyph.font, [glyph]);
    else own.push(glyph);
  }
  const found = new Set<FontMetrics>();
  for (const [font, own] of digits) {
    const headOf = ({ reach, size }: Glyph): number => (reach?.head ?? 0) / size;
    const highest = own.reduce((head, glyph) => Math.max(head, headOf(glyph)), 0);
    const isLow = (glyph: Glyph): boolean => headOf(glyph) < LOW * highest;
    const others = own.filter(({ text }) => !HIGH_OF_OLD_STYLE.test(text));
    const areLow = others.every(isLow);
    if (areLow || others.some((glyph) => isLow(glyph) && isDeep(glyph, highest * glyph.size)))
      found.add(font);
  }
  return found;
}
