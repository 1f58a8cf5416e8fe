import type { Box } from '../../../page/place.ts';
import { IDENTITY, type Matrix, pointAt, product } from '../drawing/ink.ts';
import { isNumbers, matrixOf } from '../drawing/operands.ts';
import { OPS } from '../pdfjs.ts';
import { SETTINGS } from './settings.ts';

/**
 * What a glyph looks like: nothing; a level bar, as signs for minus are; something as tall as digits are; or anything
 * else.
 */
export type Shape = 'none' | 'bar' | 'tall' | 'other';

/** A bar is so many times as wide as it is high. */
const BAR = SETTINGS.barShape.value;
/** Digits are higher than wide, those of wide fonts hardly. */
const TALL = SETTINGS.tallShape.value;
const NUMBER = /-?\d*\.?\d+(?:e[-+]?\d+)?/g;
/** Pictures of the size of the unit square. */
const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageMaskXObject,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintSolidColorImageMask,
]);
/** What leaves ink of a shape that is not looked at. */
const SHAPELESS: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.paintFormXObjectBegin,
  OPS.shadingFill,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

/**
 * The shape of an outline that pdf.js has compiled, as the path of an SVG image. A part that stays where it begins draws
 * nothing: a Type 1 font has one on the baseline, below the bar of its hyphen.
 *
 *     shapeOfOutline('M1 0L1 0M9 3L1 3L1 2L9 2Z') // bar
 */
export function shapeOfOutline(path: string): Shape {
  let box: Box | undefined;
  for (const part of path.split('M')) {
    const numbers = part.match(NUMBER)?.map(Number) ?? [];
    if (numbers.every((number, at) => number === numbers[at % 2])) continue;
    for (let at = 0; at + 1 < numbers.length; at += 2)
      box = around(box, numbers[at] ?? 0, numbers[at + 1] ?? 0);
  }
  return shapeOf(box);
}

/** The shape of what operators draw, as those of a glyph of a Type 3 font. */
export function shapeOfDrawing(operators: readonly unknown[], operands: readonly unknown[]): Shape {
  const box = boxOfDrawing(operators, operands);
  return box === 'unknown' ? 'other' : shapeOf(box);
}

/** The box around what operators draw: undefined for nothing, and unknown where they draw more than paths and pictures. */
export function boxOfDrawing(
  operators: readonly unknown[],
  operands: readonly unknown[],
): Box | 'unknown' | undefined {
  let box: Box | undefined;
  let ctm: Matrix = IDENTITY;
  const stack: Matrix[] = [];
  const add = (points: readonly (readonly [number, number])[]): void => {
    for (const [x, y] of points) box = around(box, ...pointAt(ctm, x, y));
  };
  for (const [index, operator] of operators.entries()) {
    const operand = operands[index];
    const args: readonly unknown[] = Array.isArray(operand) ? operand : [];
    if (operator === OPS.save) stack.push(ctm);
    else if (operator === OPS.restore) ctm = stack.pop() ?? ctm;
    else if (operator === OPS.transform) ctm = product(ctm, matrixOf(args));
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath && isNumbers(args[2])) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args[2];
      add([
        [x1, y1],
        [x2, y2],
      ]);
    } else if (typeof operator === 'number' && PICTURES.has(operator)) {
      add([
        [0, 0],
        [1, 1],
      ]);
    } else if (typeof operator === 'number' && SHAPELESS.has(operator)) return 'unknown';
  }
  return box;
}

function around(box: Box | undefined, x: number, y: number): Box {
  if (box === undefined) return { left: x, right: x, top: y, bottom: y };
  return {
    left: Math.min(box.left, x),
    right: Math.max(box.right, x),
    top: Math.min(box.top, y),
    bottom: Math.max(box.bottom, y),
  };
}

function shapeOf(box: Box | undefined): Shape {
  if (box === undefined) return 'none';
  const width = box.right - box.left;
  const height = Math.abs(box.bottom - box.top);
  // The space of some fonts is a path of one point.
  if (width === 0 && height === 0) return 'none';
  if (width > BAR * height) return 'bar';
  return height > TALL * width ? 'tall' : 'other';
}
