import type { Colour } from './graphics.ts';
import { type Matrix, type Point, pointAt } from './ink.ts';

/** The pixels of a picture, row by row from its top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
  /** Bits of a stencil, of which a 0 is painted; bits of black and white; three or four bytes a pixel. */
  readonly kind: 'stencil' | 'bits' | 'rgb' | 'rgba';
}

/** A point of a picture: its colour, and how much of it is seen. */
interface Pixel {
  readonly colour: Colour;
  readonly alpha: number;
}

/** What a picture shows at a point of the page; undefined beside it. */
export type PixelAt = (x: number, y: number) => Pixel | undefined;

const KINDS: ReadonlyMap<unknown, Raster['kind']> = new Map([
  [1, 'bits'],
  [2, 'rgb'],
  [3, 'rgba'],
]);

/**
 * The pixels of what pdf.js paints, or undefined where it does not hand them on: a picture of one clear point in each of
 * its corners hides no number that stands there. `pictureOf` leads to a picture that is named.
 */
export function rasterOf(
  image: unknown,
  isStencil: boolean,
  pictureOf: (id: string) => unknown,
): Raster | undefined {
  const named = typeof image === 'string' ? pictureOf(image) : image;
  if (typeof named !== 'object' || named === null) return undefined;
  const width: unknown = Reflect.get(named, 'width');
  const height: unknown = Reflect.get(named, 'height');
  const data: unknown = Reflect.get(named, 'data');
  if (isStencil && typeof data === 'string') return rasterOf(data, true, pictureOf);
  const kind = isStencil ? 'stencil' : KINDS.get(Reflect.get(named, 'kind'));
  if (typeof width !== 'number' || typeof height !== 'number' || kind === undefined) return undefined;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return undefined;
  return data.length < lengthOf(kind, width, height) ? undefined : { width, height, data, kind };
}

/** The pixels of a picture at their places on the page, its corners put there by a matrix; `fill` colours a stencil. */
export function pixelsOf(raster: Raster, matrix: Matrix, fill: Colour): PixelAt {
  const inverse = inverseOf(matrix);
  if (inverse === undefined) return () => undefined;
  return (x, y) => {
    const [across, up] = pointAt(inverse, x, y);
    if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1)) return undefined;
    const column = Math.min(raster.width - 1, Math.floor(across * raster.width));
    const row = Math.min(raster.height - 1, Math.floor((1 - up) * raster.height));
    return pixelOf(raster, column, row, fill);
  };
}

function pixelOf({ width, data, kind }: Raster, column: number, row: number, fill: Colour): Pixel {
  if (kind === 'stencil' || kind === 'bits') {
    const byte = data[row * rowLength(width) + (column >> 3)] ?? 0;
    const isSet = ((byte >> (7 - (column & 7))) & 1) === 1;
    if (kind === 'stencil') return { colour: fill, alpha: isSet ? 0 : 1 };
    return { colour: isSet ? '#ffffff' : '#000000', alpha: 1 };
  }
  const at = (row * width + column) * (kind === 'rgb' ? 3 : 4);
  const [red = 0, green = 0, blue = 0, alpha = 255] = [data[at], data[at + 1], data[at + 2], data[at + 3]];
  const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return { colour, alpha: kind === 'rgb' ? 1 : alpha / 255 };
}

function lengthOf(kind: Raster['kind'], width: number, height: number): number {
  if (kind === 'stencil' || kind === 'bits') return height * rowLength(width);
  return height * width * (kind === 'rgb' ? 3 : 4);
}

/** How many bytes hold a row of bits. */
function rowLength(width: number): number {
  return (width + 7) >> 3;
}

function inverseOf([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (area === 0 || !Number.isFinite(area)) return undefined;
  const point = (x: number, y: number): Point => [(d * x - c * y) / area, (a * y - b * x) / area];
  const [x, y] = point(-e, -f);
  return [d / area, -b / area, -c / area, a / area, x, y];
}
