import { isOfNumbers } from '../drawing/points.ts';
import { isAnotherDigit } from './digit-likeness.ts';
import { boxOf, type GlyphDrawing, inkOf, mayBeLost, textShownBy } from './glyph-drawing.ts';
import { isOfFullHeight, isStruckByBar, partsIn } from './glyph-holes.ts';
import { type Squares, squaresOf } from './glyph-ink.ts';
import { isOfItsSize } from './glyph-place.ts';

const DIGIT = /^[0-9]$/;
const DIGITS = /\p{Nd}/gu;

/**
 * Whether a glyph draws another thing than the character of numbers that the file says it is: a 3 that shows an 8, a 1
 * that shows 12 or -1, a 12 that shows ½, a full stop as high as a digit, a white digit. Letters are not looked at.
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
  const characters = [...character];
  const parts = partsIn(squares);
  if (digits < characters.length) return parts.length < characters.length;
  if (parts.length !== characters.length) return true;
  return characters.some((digit, at) => {
    const part = parts[at];
    return DIGIT.test(digit) && part !== undefined && isDrawnOtherwise(Number(digit), part);
  });
}

/** Whether a drawing is no digit that is as high as it is, or another one, or struck out. A 4 has a bar of its own. */
function isDrawnOtherwise(digit: number, squares: Squares): boolean {
  return (
    !isOfFullHeight(squares) || (digit !== 4 && isStruckByBar(squares)) || isAnotherDigit(digit, squares)
  );
}

function squaresIn(drawing: GlyphDrawing): Squares | undefined {
  const ink = inkOf(drawing);
  return ink === undefined ? undefined : squaresOf(ink);
}
