import type { Box } from '../../page/place.ts';
import { UNKNOWN } from '../../page/token.ts';
import { type FontMetrics, type KnownGlyph, type Matrix, PLAIN_FONT, type Reach } from './drawing/ink.ts';
import { matrixOf } from './drawing/operands.ts';
import { isOfNumbers } from './drawing/points.ts';
import { characterOf } from './glyphs/characters.ts';
import { type FontGlyph, isBlank, isNameless, nameOf } from './glyphs/font-glyph.ts';
import { boxOf, type GlyphDrawing, isDash, procedureIn, shapeOf } from './glyphs/glyph-drawing.ts';
import { ARABIC_ZERO, standingOf } from './glyphs/glyph-place.ts';
import { digitByName } from './glyphs/letters-by-name.ts';
import { isDrawnAsAnother } from './glyphs/misdrawn.ts';
import { OPS } from './pdfjs.ts';

const DIGIT = /^\p{Nd}$/u;
/** Digits of which all are as high as each other; those of other scripts are not. */
const EVEN_DIGIT = /^[0-9]$/;
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
export function metricsOf(
  font: unknown,
  outlineOf: (id: string) => unknown,
  unnamed: ReadonlySet<string>,
): FontMetrics {
  if (typeof font === 'string') throw new UnreadableFont(font);
  if (typeof font !== 'object' || font === null) return PLAIN_FONT;
  const style = styleOf(String(Reflect.get(font, 'name') ?? ''));
  const isVertical = Reflect.get(font, 'vertical') === true;
  const plain = {
    ...PLAIN_FONT,
    style,
    isVertical,
    ...reachOf(font),
    glyphOf: glyphsOf(font, outlineOf, unnamed),
  };
  if (!('fontMatrix' in font) || !font.fontMatrix) return plain;
  const matrix = matrixOf(font.fontMatrix);
  const unit = matrix[0] || plain.unit;
  if (!('isType3Font' in font) || font.isType3Font !== true || !('bbox' in font)) return { ...plain, unit };
  const [, bottom = 0, , top = 0]: readonly number[] = Array.isArray(font.bbox) ? font.bbox : [];
  const height = Math.abs((top - bottom) * matrix[3]);
  const own = { unit, hasColours: hasColours(font), mayMirror: true };
  return { ...plain, ...own, em: height > 0.3 && height < 3 ? 1 : height || 1 };
}

/** What a name says of how letters look: `ABCDEF+Times-BoldItalic`. */
function styleOf(name: string): string {
  const weight = /bold|black|heavy/i.test(name) ? 'bold' : '';
  return weight + (/ital|obliq/i.test(name) ? 'italic' : '');
}

/** Some producers leave out how high and deep a font's letters reach, or write zeros. */
function reachOf(font: object): Partial<FontMetrics> {
  if (!('ascent' in font) || !('descent' in font)) return {};
  const { ascent, descent } = font;
  if (typeof ascent !== 'number' || typeof descent !== 'number') return {};
  const height = ascent - descent;
  return height > 0.5 && height < 3 ? { ascent, descent: -descent } : {};
}

/** A font with all that its glyphs are told by. */
interface FontFacts {
  readonly font: object;
  readonly isType3: boolean;
  /** Whether the file brings its drawings along. */
  readonly isOwn: boolean;
  readonly isComposite: boolean;
  readonly matrix: Matrix;
  /** Em per unit of a glyph's width. */
  readonly unit: number;
  readonly outlineOf: (id: string) => unknown;
}

/** What a font says of its glyphs and draws for them, each found once. */
function glyphsOf(
  font: object,
  outlineOf: (id: string) => unknown,
  unnamed: ReadonlySet<string>,
): FontMetrics['glyphOf'] {
  const known = new Map<number, KnownGlyph>();
  const isType3 = Reflect.get(font, 'isType3Font') === true;
  const isOwn = isType3 || Reflect.get(font, 'missingFile') !== true;
  const isComposite = Reflect.get(font, 'composite') === true;
  const matrix = matrixOf(Reflect.get(font, 'fontMatrix'));
  const unit = (Reflect.get(font, 'fontMatrix') ? matrix[0] : 0) || PLAIN_FONT.unit;
  const facts = { font, isType3, isOwn, isComposite, matrix, unit, outlineOf };
  if (isComposite && !isOwn && unnamed.has(String(Reflect.get(font, 'name'))))
    return () => ({ text: UNKNOWN });
  return (glyph) => {
    const { originalCharCode: code } = glyph;
    if (code === undefined) return { text: nameOf(glyph) };
    const before = known.get(code);
    if (before !== undefined) return before;
    const read = knownGlyph(facts, glyph, code);
    known.set(code, read);
    return read;
  };
}

/** What a font says of the glyph of a code, held against what it draws. */
function knownGlyph(facts: FontFacts, glyph: FontGlyph, code: number): KnownGlyph {
  const { font, isType3, isOwn, isComposite } = facts;
  const said = nameOf(glyph);
  const name = isComposite
    ? undefined
    : (entryOf(font, 'differences', code) ?? entryOf(font, 'defaultEncoding', code));
  const isSaid = isNamed(Reflect.get(font, 'toUnicode'), code);
  const digit = isSaid && !isNameless(said) ? undefined : digitByName(name);
  const character = digit ?? said;
  const drawing = drawingOf(facts, glyph, name);
  const shape = drawing === undefined ? undefined : shapeOf(drawing);
  const text = characterOf({
    character,
    code,
    isNamed: isSaid || digit !== undefined,
    name,
    picks: !isType3 && name !== undefined && picks(font, code),
    isOwn,
    isComposite,
    family: plainName(font),
    shape,
    isAnother:
      drawing === undefined
        ? isOwn && !isType3 && glyph.isInFont === false && isOfNumbers(character)
        : shape !== 'none' && isDrawnAsAnother(character, drawing),
  });
  return {
    text,
    isEmpty: shape === 'none' && !isBlank(text),
    isDash: text === UNKNOWN && isNameless(character) && drawing !== undefined && isDash(drawing),
    ...(drawing !== undefined && placeOf(facts, glyph, text, drawing)),
  };
}

function drawingOf(
  { font, isType3, isOwn, matrix, outlineOf }: FontFacts,
  glyph: FontGlyph,
  name: string | undefined,
): GlyphDrawing | undefined {
  if (isType3) return procedureIn(font, name, matrix);
  if (!isOwn || glyph.isInFont === false) return undefined;
  const outline = outlineOf(`${String(Reflect.get(font, 'loadedName'))}_path_${glyph.fontChar}`);
  return typeof outline === 'string' ? outline : undefined;
}

/** Where a digit stands that is drawn elsewhere than the pen is, or else how far its ink reaches. */
function placeOf(
  { isType3, unit }: FontFacts,
  { width }: FontGlyph,
  text: string,
  drawing: GlyphDrawing,
): Pick<KnownGlyph, 'stands' | 'reach'> {
  const box = DIGIT.test(text) && !ARABIC_ZERO.test(text) ? boxOf(drawing) : undefined;
  if (box === undefined) return {};
  const stands = standingOf(box, width * unit, isType3);
  if (stands !== undefined) return { stands };
  return EVEN_DIGIT.test(text) ? { reach: reachIn(box) } : {};
}

function reachIn({ top, bottom }: Box): Reach {
  return top + bottom < 0
    ? { feet: -bottom, head: -top, hangs: true }
    : { feet: top, head: bottom, hangs: false };
}

/** The name of a font without the letters that tell a part of it from others: `ABCDEF+Wingdings`. */
function plainName(font: object): string {
  return String(Reflect.get(font, 'name') ?? '').replace(/^[A-Z]{6}\+/, '');
}

function entryOf(font: object, list: string, code: number): string | undefined {
  const names: unknown = Reflect.get(font, list);
  const name: unknown = typeof names === 'object' && names !== null ? Reflect.get(names, code) : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Whether a file names the character of a code, in a table of characters or by the name of its drawing. */
function isNamed(characters: unknown, code: number): boolean {
  if (typeof characters !== 'object' || characters === null) return true;
  const get: unknown = Reflect.get(characters, 'get');
  if (typeof get !== 'function') return true;
  return Boolean(Reflect.apply(get, characters, [code]));
}

/**
 * Whether the name of a code picks its drawing. In a font of signs without an encoding of its own the code does, and the
 * name is what pdf.js takes for it: that of the code in the encoding of Mac OS.
 */
function picks(font: object, code: number): boolean {
  if (entryOf(font, 'differences', code) !== undefined) return true;
  if (Reflect.get(font, 'isSymbolicFont') !== true) return true;
  return Reflect.get(font, 'type') !== 'TrueType' && entryOf(font, 'defaultEncoding', 0x80) !== 'Adieresis';
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
