import type { Box } from '../../../page/place.ts';
import { contrastOf, WHITE } from '../drawing/graphics.ts';
import { type Matrix, pointAt } from '../drawing/ink.ts';
import { boundsOf } from '../drawing/painted.ts';
import { OPS } from '../pdfjs.ts';
import { SETTINGS } from '../settings.ts';
import { isFontGlyph, nameOf } from './font-glyph.ts';
import { type GlyphInk, inkOfDrawing, inkOfOutline } from './glyph-ink.ts';
import { boxOfDrawing, type Shape, shapeOfDrawing, shapeOfOutline } from './glyph-shape.ts';
import { SETTINGS as DASHES } from './settings.ts';

/** What draws a glyph: an outline that pdf.js has compiled, in em, or the operators of a Type 3 font. */
export type GlyphDrawing = string | Procedure;

interface Procedure {
  readonly operators: readonly unknown[];
  readonly operands: readonly unknown[];
  /** From its own places to em. */
  readonly matrix: Matrix;
}

/** The drawing of a glyph of a Type 3 font, by its name; undefined where it is not known. */
export function procedureIn(font: object, name: string | undefined, matrix: Matrix): Procedure | undefined {
  const drawings: unknown = Reflect.get(font, 'charProcOperatorList');
  if (name === undefined || typeof drawings !== 'object' || drawings === null) return undefined;
  const drawing: unknown = Reflect.get(drawings, name);
  if (typeof drawing !== 'object' || drawing === null) return { operators: [], operands: [], matrix };
  const [operators, operands]: unknown[] = [
    Reflect.get(drawing, 'fnArray'),
    Reflect.get(drawing, 'argsArray'),
  ];
  return Array.isArray(operators) && Array.isArray(operands) ? { operators, operands, matrix } : undefined;
}

export function shapeOf(drawing: GlyphDrawing): Shape {
  return typeof drawing === 'string'
    ? shapeOfOutline(drawing)
    : shapeOfDrawing(drawing.operators, drawing.operands);
}

/** Its ink, in em, of which `y` counts upwards; undefined where it is not drawn as one path. */
export function inkOf(drawing: GlyphDrawing): GlyphInk | undefined {
  return typeof drawing === 'string'
    ? inkOfOutline(drawing)
    : inkOfDrawing(drawing.operators, drawing.operands, drawing.matrix);
}

/** The box around its ink, in em: its `bottom` is the greater of two heights; undefined where it is not known. */
export function boxOf(drawing: GlyphDrawing): Box | undefined {
  if (typeof drawing === 'string') return boundsOf(inkOfOutline(drawing).outlines);
  const box = boxOfDrawing(drawing.operators, drawing.operands);
  if (box === undefined || box === 'unknown') return undefined;
  const corners = [
    pointAt(drawing.matrix, box.left, box.top),
    pointAt(drawing.matrix, box.right, box.top),
    pointAt(drawing.matrix, box.left, box.bottom),
    pointAt(drawing.matrix, box.right, box.bottom),
  ];
  return boundsOf([corners]);
}

/** Whether it is a bar where hyphens and dashes are, in the middle of the line: which of them, it does not tell. */
export function isDash(drawing: GlyphDrawing): boolean {
  const box = shapeOf(drawing) === 'bar' && !mayBeLost(drawing) ? boxOf(drawing) : undefined;
  if (box === undefined) return false;
  const [length, middle] = [box.right - box.left, (box.top + box.bottom) / 2];
  return (
    length > DASHES.shortestDash.value &&
    length < DASHES.longestDash.value &&
    middle > DASHES.lowestDash.value &&
    middle < DASHES.highestDash.value
  );
}

/** The text of another font that draws a glyph, as the 8 that a glyph called 3 may show; undefined for none. */
export function textShownBy(drawing: GlyphDrawing): string | undefined {
  if (typeof drawing === 'string') return undefined;
  const shown = drawing.operators.flatMap((operator, index) => {
    const operand = drawing.operands[index];
    return operator === OPS.showText && Array.isArray(operand) ? operand : [];
  });
  if (shown.length === 0) return undefined;
  const glyphs = shown.flatMap((items: unknown) => (Array.isArray(items) ? items.filter(isFontGlyph) : []));
  return glyphs.map(nameOf).join('');
}

/** Whether a drawing paints in a colour that is not seen on paper, or cuts what it draws. */
export function mayBeLost(drawing: GlyphDrawing): boolean {
  if (typeof drawing === 'string') return false;
  return drawing.operators.some((operator, index) => {
    if (operator === OPS.clip || operator === OPS.eoClip) return true;
    const operand = drawing.operands[index];
    const colour: unknown = Array.isArray(operand) ? operand[0] : undefined;
    return (
      operator === OPS.setFillRGBColor &&
      typeof colour === 'string' &&
      contrastOf(colour, WHITE) < SETTINGS.leastContrast.value
    );
  });
}
