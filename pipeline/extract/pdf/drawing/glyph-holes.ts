import { OPS } from '../pdfjs.ts';
import { SETTINGS } from '../settings.ts';
import { IDENTITY, type Point } from './ink.ts';
import { boundsOf } from './painted.ts';
import { CLOSE, CURVE, FILLS, LINE, MOVE, outlinesOf } from './rules.ts';

/** Squares into which a drawing is parted each way. */
const SQUARES = SETTINGS.squaresOfGlyph.value;
const EVEN_ODD: ReadonlySet<unknown> = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const STEP = /([MLCQZ])([^MLCQZ]*)/g;
const NUMBER = /-?\d*\.?\d+(?:e[-+]?\d+)?/g;
const PARTS = SETTINGS.partsOfGlyph.value;

/** How many holes the ink of an outline has that pdf.js has compiled: an 8 has two, a 3 has none. */
export function holesOfOutline(path: string): number {
  return holesIn(outlinesOf(stepsIn(path), IDENTITY, PARTS), false);
}

/** The same of what operators draw, as those of a glyph of a Type 3 font; undefined where that is no single path. */
export function holesOfDrawing(
  operators: readonly unknown[],
  operands: readonly unknown[],
): number | undefined {
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
    : holesIn(outlinesOf(path.data, IDENTITY, PARTS), path.isEvenOdd);
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

/** The white places that nothing but ink is around: all that are reached from outside of it are one. */
function holesIn(outlines: readonly (readonly Point[])[], isEvenOdd: boolean): number {
  const taken = inkOf(outlines, isEvenOdd);
  const row = SQUARES + 2;
  let places = 0;
  for (let start = 0; start < taken.length; start += 1) {
    if (taken[start] !== 0) continue;
    places += 1;
    taken[start] = 1;
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const next of [at - 1, at + 1, at - row, at + row]) {
        if (taken[next] !== 0) continue;
        taken[next] = 1;
        open.push(next);
      }
    }
  }
  return places - 1;
}

/** The squares of a drawing that its ink takes, row by row, with a white edge around. */
function inkOf(outlines: readonly (readonly Point[])[], isEvenOdd: boolean): Uint8Array {
  const { left, top, right, bottom } = boundsOf(outlines);
  const taken = new Uint8Array((SQUARES + 2) ** 2);
  for (let down = 1; down <= SQUARES; down += 1) {
    const y = top + ((down - 0.5) / SQUARES) * (bottom - top);
    const crossings = outlines
      .flatMap((outline) => crossingsAt(outline, y))
      .sort((one, other) => one.x - other.x);
    let winding = 0;
    let passed = 0;
    for (let across = 1; across <= SQUARES; across += 1) {
      const x = left + ((across - 0.5) / SQUARES) * (right - left);
      for (let next = crossings[passed]; next !== undefined && next.x <= x; next = crossings[passed]) {
        winding += next.turn;
        passed += 1;
      }
      const isInk = isEvenOdd ? passed % 2 === 1 : winding !== 0;
      if (isInk) taken[down * (SQUARES + 2) + across] = 1;
    }
  }
  return taken;
}

/** Where an outline crosses a height, and whether upwards or downwards. */
function crossingsAt(outline: readonly Point[], y: number): { readonly x: number; readonly turn: number }[] {
  return outline.flatMap(([x1, y1], index) => {
    const [x2, y2] = outline[index + 1] ?? outline[0] ?? [x1, y1];
    if (y1 <= y === y2 <= y) return [];
    return [{ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }];
  });
}
