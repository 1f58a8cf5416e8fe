import type { Box } from '../../../page/place.ts';
import type { Hidden, PrintRemark } from '../../../page/token.ts';
import type { Rule } from '../../layout/ink.ts';
import type { FontGlyph } from '../glyphs/font-glyph.ts';
import type { Standing } from '../glyphs/glyph-place.ts';

/** What of a font is needed to place its glyphs; pdf.js knows it once the page's operators were read. */
export interface FontMetrics {
  /** Em per unit of a glyph's width, 0.001 but in Type 3 fonts. */
  readonly unit: number;
  /** Height of the em per unit of font size: 1, but Type 3 fonts may scale their glyphs themselves. */
  readonly em: number;
  /** How far a line set in the font reaches above and below its baseline, in em. */
  readonly ascent: number;
  readonly descent: number;
  /** What of its style can be told from its name: bold, slanting. */
  readonly style: string;
  /** Whether its glyphs bring colours of their own, as those of a Type 3 font may. */
  readonly hasColours: boolean;
  /** Whether it may turn its letters over by itself, as a Type 3 font may. */
  readonly mayMirror: boolean;
  /** Whether its lines run from top to bottom. */
  readonly isVertical: boolean;
  /** What it says of one of its glyphs. */
  readonly glyphOf: (glyph: FontGlyph) => KnownGlyph;
}

/** What a font says of a glyph, and what it draws for it. */
export interface KnownGlyph {
  /** Its character; U+FFFD for one that is drawn and whose character nobody knows. */
  readonly text: string;
  /** Where a digit stands that is not drawn where the pen is, on its line; undefined for all others. */
  readonly stands?: Standing | undefined;
  /** From where to where the ink of a digit reaches, in em above its line; undefined where it is not known. */
  readonly reach?: Reach | undefined;
  /** Whether its character is not known and it is a bar in the middle of the line, as hyphens and dashes are. */
  readonly isDash?: boolean;
  /** Whether it is told to draw nothing, whatever its character. */
  readonly isEmpty?: boolean;
}

/** From where to where ink reaches, upwards from its line. */
export interface Reach {
  readonly feet: number;
  readonly head: number;
  /** Whether it is drawn hanging from its line, as fonts do whose letters the page turns over. */
  readonly hangs: boolean;
}

/** A font of which nothing is known; running text is set about so high. */
export const PLAIN_FONT: FontMetrics = {
  unit: 0.001,
  em: 1,
  ascent: 0.9,
  descent: 0.2,
  style: '',
  hasColours: false,
  mayMirror: false,
  isVertical: false,
  glyphOf: ({ unicode }) => ({ text: unicode }),
};

/** Points and lengths on a page count in PDF points (1/72 inch), x to the right, y downwards, (0, 0) top left. */
export interface Glyph {
  /** What the glyph stands for: one letter, several (a ligature), or white space. Not yet normalised. */
  readonly text: string;
  /** Where the pen stood: left end of the advance, on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Advance along the baseline, without letter spacing. */
  readonly width: number;
  /** Height of the em. */
  readonly size: number;
  readonly font: FontMetrics;
  /** From where to where the ink of a digit reaches, where it stands on its line and its font brings its drawing. */
  readonly reach?: Reach | undefined;
  /** Undefined where it is not known, or where there are several. */
  readonly colour?: string | undefined;
  /** Draws nothing: any kind of space. */
  readonly blank: boolean;
  /** Number of the text object it was drawn in: a cell may have several, but no producer draws two cells in one. */
  readonly object: number;
  /** Number by which the file's structure names the content it was drawn in; negative where nothing does. */
  readonly mark: number;
  /** Why it cannot be seen; undefined where it can. */
  readonly hidden: Hidden | undefined;
  /** What is to be said of it. */
  readonly remark: PrintRemark | undefined;
}

/**
 * A glyph set sideways, such as in the head of a narrow column. Its place counts in a frame of its own in which
 * such glyphs run to the right.
 */
export interface TurnedGlyph extends Glyph {
  /** Quarter turns clockwise from the page's frame to the glyph's; slanted text counts as its nearest. */
  readonly turns: 1 | 2 | 3;
  /** Where the pen stood in the page's frame. */
  readonly pageX: number;
  readonly pageY: number;
}

/** Something that is drawn and no letter, but no larger than one: a stroke, a dot, a small picture. */
export interface Speck {
  readonly box: Box;
}

/** A straight line that is drawn neither level nor upright. */
export interface Slant {
  readonly from: Point;
  readonly to: Point;
}

/** Everything that positions say about one page. */
export interface PageInk {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly turned: readonly TurnedGlyph[];
  readonly rules: readonly Rule[];
  /** Filled areas that are no rules: the shading of rows and cells. */
  readonly fills: readonly Box[];
  /** Filled areas as small as the dots of a dotted border. */
  readonly dots: readonly Box[];
  readonly specks: readonly Speck[];
  /** Where pictures lie that are seen. */
  readonly pictures: readonly Box[];
  readonly slants: readonly Slant[];
  /** What annotations put over the page. */
  readonly overlays: readonly Overlay[];
}

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export type Point = readonly [x: number, y: number];

// By their indices: taken apart as lists, the six numbers would be asked for one by one, and this is done for every
// point of a page.

/** Where a matrix puts a point. */
export function pointAt({ 0: a, 1: b, 2: c, 3: d, 4: e, 5: f }: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix that applies `inner` first. */
export function product(outer: Matrix, inner: Matrix): Matrix {
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** What was put on a page by way of an annotation, and says another thing than what is printed under it. */
export interface Overlay {
  readonly box: Box;
  /** A line is drawn through what is printed, or below it; something is put over it; a form is filled in. */
  readonly kind: 'strikes' | 'underlines' | 'covers' | 'fills in';
  readonly says: string;
}
