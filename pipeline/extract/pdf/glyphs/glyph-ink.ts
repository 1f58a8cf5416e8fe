import { IDENTITY, type Matrix, type Point } from '../drawing/ink.ts';
import { boundsOf } from '../drawing/painted.ts';
import { CLOSE, CURVE, FILLS, LINE, MOVE, outlinesOf } from '../drawing/rules.ts';
import { OPS } from '../pdfjs.ts';
import { SETTINGS } from './settings.ts';

/** The ink of a glyph: its outlines, in em, and whether what lies within two of them is left out. */
export interface GlyphInk {
  readonly outlines: readonly (readonly Point[])[];
  readonly isEvenOdd: boolean;
}

/** Squares of a drawing, row by row from its head, with a white edge around: 1 where ink is. */
export interface Squares {
  /** How many there are each way, without the edge. */
  readonly across: number;
  readonly taken: Uint8Array;
}

const EVEN_ODD: ReadonlySet<unknown> = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const STEP = /([MLCQZ])([^MLCQZ]*)/g;
const NUMBER = /-?\d*\.?\d+(?:e[-+]?\d+)?/g;
const PARTS = SETTINGS.partsOfGlyph.value;
const SQUARES = SETTINGS.squaresOfGlyph.value;

/** The ink of an outline that pdf.js has compiled, as the path of an SVG image. */
export function inkOfOutline(path: string): GlyphInk {
  return { outlines: outlinesOf(stepsIn(path), IDENTITY, PARTS), isEvenOdd: false };
}

/** The same of what operators draw, as those of a glyph of a Type 3 font; undefined where that is no single path. */
export function inkOfDrawing(
  operators: readonly unknown[],
  operands: readonly unknown[],
  matrix: Matrix = IDENTITY,
): GlyphInk | undefined {
  const paths = operators.flatMap((operator, index) => {
    const operand = operands[index];
    const [paint, path]: readonly unknown[] = Array.isArray(operand) ? operand : [];
    const data: unknown = operator === OPS.constructPath && Array.isArray(path) ? path[0] : undefined;
    const isFilled = typeof paint === 'number' && FILLS.has(paint);
    return data instanceof Float32Array && isFilled ? [{ data, isEvenOdd: EVEN_ODD.has(paint) }] : [];
  });
  const [path, ...more] = paths;
  return path === undefined || more.length > 0
    ? undefined
    : { outlines: outlinesOf(path.data, matrix, PARTS), isEvenOdd: path.isEvenOdd };
}

/** The steps of an outline as numbers, as pdf.js keeps those of a path: a curve of the second degree is one of the third. */
function stepsIn(path: string): readonly number[] {
  const steps: number[] = [];
  for (const [, name = '', text = ''] of path.matchAll(STEP)) {
    const [x = 0, y = 0, toX = 0, toY = 0, ...rest] = text.match(NUMBER)?.map(Number) ?? [];
    const [fromX = 0, fromY = 0] = steps.slice(-2);
    const third = (end: number, middle: number): number => end + (2 / 3) * (middle - end);
    if (name === 'M') steps.push(MOVE, x, y);
    else if (name === 'L') steps.push(LINE, x, y);
    else if (name === 'C') steps.push(CURVE, x, y, toX, toY, ...rest);
    else if (name === 'Q')
      steps.push(CURVE, third(fromX, x), third(fromY, y), third(toX, x), third(toY, y), toX, toY);
    else steps.push(CLOSE);
  }
  return steps;
}

/** The squares of a drawing that its ink takes. Its `y` counts upwards. */
export function squaresOf({ outlines, isEvenOdd }: GlyphInk): Squares {
  const { left, right } = boundsOf(outlines);
  const taken = new Uint8Array((SQUARES + 2) ** 2);
  for (const [down, crossings] of crossingsOf(outlines).entries()) {
    crossings.sort((one, other) => one.x - other.x);
    let winding = 0;
    let passed = 0;
    for (let across = 1; across <= SQUARES; across += 1) {
      const x = left + ((across - 0.5) / SQUARES) * (right - left);
      for (let next = crossings[passed]; next !== undefined && next.x <= x; next = crossings[passed]) {
        winding += next.turn;
        passed += 1;
      }
      const isInk = isEvenOdd ? passed % 2 === 1 : winding !== 0;
      if (isInk) taken[(down + 1) * (SQUARES + 2) + across] = 1;
    }
  }
  return { across: SQUARES, taken };
}

/** Where outlines cross the middle of each row of squares, from the head down, and whether upwards or downwards. */
function crossingsOf(
  outlines: GlyphInk['outlines'],
): readonly { readonly x: number; readonly turn: number }[][] {
  const { top, bottom } = boundsOf(outlines);
  const rows: { readonly x: number; readonly turn: number }[][] = Array.from({ length: SQUARES }, () => []);
  const height = (bottom - top) / SQUARES;
  for (const outline of outlines) {
    for (const [index, [x1, y1]] of outline.entries()) {
      const [x2, y2] = outline[index + 1] ?? outline[0] ?? [x1, y1];
      const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)];
      const first = Math.max(0, Math.floor((bottom - high) / height - 0.5));
      for (let down = first; down < SQUARES; down += 1) {
        const y = bottom - (down + 0.5) * height;
        if (y < low) break;
        if (y1 <= y === y2 <= y) continue;
        rows[down]?.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
      }
    }
  }
  return rows;
}
