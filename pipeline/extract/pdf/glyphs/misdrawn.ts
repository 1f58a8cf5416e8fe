import { isOfNumbers } from '../drawing/points.ts';
import { isAnotherDigit } from './digit-likeness.ts';
import { boxOf, type GlyphDrawing, inkOf, mayBeLost, textShownBy } from './glyph-drawing.ts';
import { partsIn } from './glyph-holes.ts';
import { squaresOf } from './glyph-ink.ts';
import { isOfItsSize } from './glyph-place.ts';

const DIGIT = /^[0-9]$/;
const DIGITS = /\p{Nd}/gu;

/**
 * Whether a glyph draws another thing than the character of numbers that the file says it is: a 3 that shows an 8, a 1
 * that shows 12, a full stop as high as a digit, a white digit. Letters are not looked at.
 */
export function isDrawnAsAnother(character: string, drawing: GlyphDrawing): boolean {
  const digits = character.match(DIGITS)?.length ?? 0;
  if (digits === 0 && !isOfNumbers(character)) return false;
  const shown = textShownBy(drawing);
  if (shown !== undefined) return shown !== character;
  if (mayBeLost(drawing)) return true;
  const box = boxOf(drawing);
  if (box !== undefined && !isOfItsSize(character, box, typeof drawing !== 'string')) return true;
  const squares = digits === 0 ? undefined : squaresIn(drawing);
  if (squares === undefined) return false;
  if ([...character].length > 1) return partsIn(squares) < [...character].length;
  return DIGIT.test(character) && isAnotherDigit(Number(character), squares);
}

function squaresIn(drawing: GlyphDrawing): ReturnType<typeof squaresOf> | undefined {
  const ink = inkOf(drawing);
  return ink === undefined ? undefined : squaresOf(ink);
}
