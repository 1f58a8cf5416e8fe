import { type FontMetrics, PLAIN_FONT } from './drawing/ink.ts';
import { matrixOf } from './drawing/operands.ts';
import { OPS } from './pdfjs.ts';

const COLOURS: ReadonlySet<unknown> = new Set([
  OPS.setFillRGBColor,
  OPS.setFillColorN,
  OPS.setStrokeRGBColor,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.shadingFill,
]);

/** What pdf.js says of a font whose letters it leaves out. */
export class UnreadableFont extends Error {}

/**
 * A Type 3 font may draw its letters at any scale; the height of its box tells by how much. In place of a damaged
 * font pdf.js holds what is wrong with it, and leaves out the text that is set in it.
 */
export function metricsOf(font: unknown): FontMetrics {
  if (typeof font === 'string') throw new UnreadableFont(font);
  if (typeof font !== 'object' || font === null) return PLAIN_FONT;
  const plain = { ...PLAIN_FONT, ...reachOf(font) };
  if (!('fontMatrix' in font) || !font.fontMatrix) return plain;
  const matrix = matrixOf(font.fontMatrix);
  const unit = matrix[0] || plain.unit;
  if (!('isType3Font' in font) || font.isType3Font !== true || !('bbox' in font)) return { ...plain, unit };
  const [, bottom = 0, , top = 0]: readonly number[] = Array.isArray(font.bbox) ? font.bbox : [];
  const height = Math.abs((top - bottom) * matrix[3]);
  return { ...plain, unit, hasColours: hasColours(font), em: height > 0.3 && height < 3 ? 1 : height || 1 };
}

/** Some producers leave out how high and deep a font's letters reach, or write zeros. */
function reachOf(font: object): Partial<FontMetrics> {
  if (!('ascent' in font) || !('descent' in font)) return {};
  const { ascent, descent } = font;
  if (typeof ascent !== 'number' || typeof descent !== 'number') return {};
  const height = ascent - descent;
  return height > 0.5 && height < 3 ? { ascent, descent: -descent } : {};
}

/** Whether one of a Type 3 font's drawings sets a colour. */
function hasColours(font: object): boolean {
  const drawings: unknown = Reflect.get(font, 'charProcOperatorList');
  if (typeof drawings !== 'object' || drawings === null) return false;
  return Object.values(drawings).some((drawing: unknown) => {
    const operators: unknown =
      typeof drawing === 'object' && drawing !== null ? Reflect.get(drawing, 'fnArray') : undefined;
    return Array.isArray(operators) && operators.some((operator) => COLOURS.has(operator));
  });
}
