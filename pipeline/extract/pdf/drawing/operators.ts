import type { Box } from '../../../page/place.ts';
import { OPS } from '../pdfjs.ts';
import { clippedBy, isWithin, MIDDLE, UNCLIPPED } from './clip.ts';
import { isBlank, isFontGlyph, isNameless } from './font-glyph.ts';
import { type FontMetrics, type Glyph, type Matrix, product } from './ink.ts';
import { type PathInk, paintedPath } from './rules.ts';

/** A glyph as drawn, before it is known which way the page reads. */
export interface DrawnGlyph extends Glyph {
  /** Quarter turns clockwise from the viewport's x axis to the glyph's baseline. */
  readonly turns: 0 | 1 | 2 | 3;
}

export interface Drawing extends PathInk {
  readonly glyphs: readonly DrawnGlyph[];
  /** Whether everything that was begun was also ended: pdf.js passes over the rest of a damaged page in silence. */
  readonly isWhole: boolean;
  /** How many glyphs stand for no character that the file names. */
  readonly nameless: number;
}

interface TextState {
  ctm: Matrix;
  clip: Box;
  object: number;
  font: FontMetrics;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  rise: number;
  leading: number;
}

/** Stands for no mark. */
const UNMARKED = -1;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A font of which nothing is known; running text is set about so high. */
export const PLAIN_FONT: FontMetrics = { unit: 0.001, em: 1, ascent: 0.9, descent: 0.2 };

/**
 * Walks a page's drawing operators once and notes each painted path, and each glyph that can be seen with its place:
 * browsers draw letters once more on the next page if their tails reach over the edge. It works on operators because
 * pdf.js' own text items fuse what stands close together and invent spaces.
 */
export function drawingOf(
  operators: readonly number[],
  operands: readonly unknown[],
  viewport: Matrix,
  fontOf: (name: string) => FontMetrics,
): Drawing {
  const ink: PathInk = { rules: [], fills: [], dots: [] };
  const glyphs: DrawnGlyph[] = [];
  let open = 0;
  const stack: TextState[] = [];
  let mark = UNMARKED;
  const marks: number[] = [];
  let forms = 0;
  let clips = false;
  let state: TextState = {
    ctm: viewport,
    clip: UNCLIPPED,
    object: 0,
    font: PLAIN_FONT,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    rise: 0,
    leading: 0,
  };
  let matrix = IDENTITY;
  let lineX = 0;
  let lineY = 0;
  let penX = 0;
  const move = (x: number, y: number): void => {
    lineX += x;
    lineY += y;
    penX = lineX;
  };
  for (let index = 0; index < operators.length; index += 1) {
    const operand = operands[index];
    const args: readonly unknown[] = Array.isArray(operand) ? operand : [];
    switch (operators[index]) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
        state = stack.pop() ?? state;
        break;
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        mark = marks.pop() ?? UNMARKED;
        forms -= 1;
        break;
      case OPS.transform:
        state.ctm = product(state.ctm, matrixOf(args));
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (args[0]) state.ctm = product(state.ctm, matrixOf(args[0]));
        // A form counts its marks by itself.
        marks.push(mark);
        mark = UNMARKED;
        forms += 1;
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        open += 1;
        marks.push(mark);
        if (forms === 0 && typeof args[1] === 'number') mark = args[1];
        break;
      case OPS.endMarkedContent:
        open -= 1;
        mark = marks.pop() ?? UNMARKED;
        break;
      case OPS.endText:
        open -= 1;
        break;
      case OPS.beginText:
        open += 1;
        state.object = index;
        matrix = IDENTITY;
        lineX = 0;
        lineY = 0;
        penX = 0;
        break;
      case OPS.setTextMatrix:
        matrix = matrixOf(args.length === 1 ? args[0] : args);
        lineX = 0;
        lineY = 0;
        penX = 0;
        break;
      case OPS.setFont:
        state.font = fontOf(String(args[0]));
        state.size = numberAt(args, 1);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = numberAt(args, 0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = numberAt(args, 0);
        break;
      case OPS.setHScale:
        state.stretch = numberAt(args, 0) / 100;
        break;
      case OPS.setTextRise:
        state.rise = numberAt(args, 0);
        break;
      case OPS.setLeading:
        state.leading = -numberAt(args, 0);
        break;
      case OPS.moveText:
        move(numberAt(args, 0), numberAt(args, 1));
        break;
      case OPS.setLeadingMoveText:
        state.leading = numberAt(args, 1);
        move(numberAt(args, 0), numberAt(args, 1));
        break;
      case OPS.nextLine:
        move(0, state.leading);
        break;
      case OPS.showText:
        penX = show(args[0], state, mark, product(state.ctm, matrix), penX, lineY + state.rise, glyphs);
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.constructPath:
        if (clips) state.clip = clippedBy(state.clip, args, state.ctm);
        clips = false;
        paintedPath(args, state.ctm, ink);
        break;
    }
  }
  const nameless = glyphs.reduce((count, { text }) => count + (isNameless(text) ? 1 : 0), 0);
  return { ...ink, glyphs, isWhole: open <= 0, nameless };
}

/** Notes the glyphs of one string and returns where the pen stands after it. */
function show(
  items: unknown,
  { clip, object, font, size, charSpacing, wordSpacing, stretch }: TextState,
  mark: number,
  toPage: Matrix,
  start: number,
  y: number,
  glyphs: DrawnGlyph[],
): number {
  if (!Array.isArray(items)) return start;
  const [a, b, c, d, e, f] = toPage;
  const sign = Math.sign(size * stretch) || 1;
  const turns = quarterTurns(a * sign, b * sign);
  const perUnit = Math.hypot(a, b);
  const em = Math.abs(size) * Math.hypot(c, d) * font.em;
  const rise = MIDDLE * size * font.em;
  const scale = font.unit * size * stretch;
  let x = start;
  for (let index = 0; index < items.length; index += 1) {
    const item: unknown = items[index];
    if (typeof item === 'number') x -= (item / 1000) * size * stretch;
    if (!isFontGlyph(item)) continue;
    const advance = item.width * scale;
    const text = item.unicode;
    const px = a * x + c * y + e;
    const py = b * x + d * y + f;
    const isSeen = isWithin(clip, px + (a * advance) / 2 + c * rise, py + (b * advance) / 2 + d * rise);
    if (isSeen && (text !== '' || item.width > 0)) {
      const width = Math.abs(advance) * perUnit;
      glyphs.push({
        text,
        x: px,
        y: py,
        width,
        size: em,
        font,
        blank: isBlank(text),
        object,
        mark,
        turns,
      });
    }
    x += advance + (charSpacing + (item.isSpace ? wordSpacing : 0)) * stretch;
  }
  return x;
}

function quarterTurns(x: number, y: number): 0 | 1 | 2 | 3 {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

export function matrixOf(value: unknown): Matrix {
  if (!isNumbers(value)) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = value;
  return [a, b, c, d, e, f];
}

function isNumbers(value: unknown): value is ArrayLike<number> & Iterable<number> {
  return (Array.isArray(value) || value instanceof Float32Array) && typeof value[0] === 'number';
}

function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === 'number' ? value : 0;
}
