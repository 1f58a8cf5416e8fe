import { SETTINGS } from '../settings.ts';
import { pointIn } from './points.ts';
import type { DrawnGlyph } from './show.ts';

const DIGIT = /^\p{Nd}$/u;

/**
 * The glyphs of a page, with a hyphen for each bar right before a digit whose character the file does not tell: a font may
 * have another hyphen for the place before digits, of which a browser that prints tells nothing. Whether it is a hyphen, a
 * dash or a minus, what it says there is the same; a bar in a cell of its own may be a symbol, and stays unknown.
 */
export function withDashes(glyphs: readonly DrawnGlyph[]): readonly DrawnGlyph[] {
  if (!glyphs.some(({ isDash }) => isDash)) return glyphs;
  return glyphs.map((glyph, index) => {
    const next = glyphs[index + 1];
    if (!glyph.isDash || next === undefined || !DIGIT.test(next.text)) return glyph;
    const [x, y] = pointIn(glyph, 1, 0);
    const isBefore = Math.hypot(next.x - x, next.y - y) < SETTINGS.struckBeside.value * next.size;
    return isBefore ? { ...glyph, text: '-', remark: undefined } : glyph;
  });
}
