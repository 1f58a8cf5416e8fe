import { OPS } from '../pdfjs.ts';
import type { GraphicsState } from './graphics.ts';
import { IDENTITY, type Matrix } from './ink.ts';
import { matrixOf, numberAt } from './operands.ts';
import { type PaintedArea, paintedClip, paintedPicture, paintedSquare } from './painted.ts';
import { type Raster, rasterOf } from './raster.ts';

/** The areas that an operator paints which paints pictures, or fills all of a clip; none for any other. */
export function areasOf(
  operator: number,
  args: readonly unknown[],
  state: GraphicsState,
  hasMask: boolean,
  order: number,
  pictureOf: (id: string) => unknown,
): readonly PaintedArea[] {
  const areas: PaintedArea[] = [];
  const picture = (at: Matrix, raster: Raster | undefined, isCut = hasMask): void =>
    paintedPicture(state, at, raster, isCut, order, areas);
  switch (operator) {
    case OPS.paintImageXObject:
    case OPS.paintInlineImageXObject:
      picture(IDENTITY, rasterOf(args[0], false, pictureOf));
      break;
    case OPS.paintImageMaskXObject:
      picture(IDENTITY, rasterOf(args[0], true, pictureOf), true);
      break;
    case OPS.paintSolidColorImageMask:
      paintedSquare(state, order, areas);
      break;
    case OPS.paintImageXObjectRepeat: {
      const places: unknown = args[3];
      if (!(places instanceof Float32Array)) break;
      const raster = rasterOf(args[0], false, pictureOf);
      for (let at = 0; at + 1 < places.length; at += 2) {
        picture([numberAt(args, 1), 0, 0, numberAt(args, 2), places[at] ?? 0, places[at + 1] ?? 0], raster);
      }
      break;
    }
    case OPS.paintImageMaskXObjectRepeat: {
      const places: unknown = args[5];
      if (!(places instanceof Float32Array)) break;
      const [a, b, c, d] = [1, 2, 3, 4].map((at) => numberAt(args, at));
      const raster = rasterOf(args[0], true, pictureOf);
      for (let at = 0; at + 1 < places.length; at += 2)
        picture(matrixOf([a, b, c, d, places[at], places[at + 1]]), raster, true);
      break;
    }
    case OPS.paintImageMaskXObjectGroup:
    case OPS.paintInlineImageXObjectGroup: {
      const isOfStencils = operator === OPS.paintImageMaskXObjectGroup;
      const parts: unknown = isOfStencils ? args[0] : args[1];
      if (!Array.isArray(parts)) break;
      for (const part of parts) {
        // The pictures of a group are parts of one that is larger.
        const raster = isOfStencils ? rasterOf(part, true, pictureOf) : undefined;
        if (typeof part === 'object' && part !== null)
          picture(matrixOf(Reflect.get(part, 'transform')), raster, isOfStencils || hasMask);
      }
      break;
    }
    case OPS.shadingFill:
      paintedClip(state, order, areas);
      break;
  }
  return areas;
}

/** Whether a graphics state takes a mask off. */
export function isMaskOff(entries: unknown): boolean {
  if (!Array.isArray(entries) || entries.length !== 1) return false;
  const [key, value]: readonly unknown[] = Array.isArray(entries[0]) ? entries[0] : [];
  return key === 'SMask' && value === false;
}
