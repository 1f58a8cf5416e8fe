import { OPS } from '../pdfjs.ts';
import type { GraphicsState } from './graphics.ts';
import type { Matrix } from './ink.ts';
import { matrixOf, numberAt } from './operands.ts';

/** Where the next string of a text object begins. */
export interface Pen {
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
}

export function placePen(pen: Pen, matrix: Matrix): void {
  pen.matrix = matrix;
  pen.lineX = 0;
  pen.lineY = 0;
  pen.x = 0;
}

function move(pen: Pen, x: number, y: number): void {
  pen.lineX += x;
  pen.lineY += y;
  pen.x = pen.lineX;
}

/** Applies an operator that sets how text is set, or moves the pen; tells whether it is one. */
export function setText(operator: number, args: readonly unknown[], state: GraphicsState, pen: Pen): boolean {
  switch (operator) {
    case OPS.setTextMatrix:
      placePen(pen, matrixOf(args.length === 1 ? args[0] : args));
      return true;
    case OPS.moveText:
      move(pen, numberAt(args, 0), numberAt(args, 1));
      return true;
    case OPS.setLeadingMoveText:
      state.leading = numberAt(args, 1);
      move(pen, numberAt(args, 0), numberAt(args, 1));
      return true;
    case OPS.nextLine:
      move(pen, 0, state.leading);
      return true;
    case OPS.setLeading:
      state.leading = -numberAt(args, 0);
      return true;
    case OPS.setCharSpacing:
      state.charSpacing = numberAt(args, 0);
      return true;
    case OPS.setWordSpacing:
      state.wordSpacing = numberAt(args, 0);
      return true;
    case OPS.setHScale:
      state.stretch = numberAt(args, 0) / 100;
      return true;
    case OPS.setTextRise:
      state.rise = numberAt(args, 0);
      return true;
    case OPS.setTextRenderingMode:
      state.renderMode = numberAt(args, 0);
      return true;
  }
  return false;
}
