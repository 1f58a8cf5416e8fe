import type { Glyph } from '../../../pipeline/extract/pdf/drawing/ink.ts';
import { PLAIN_FONT } from '../../../pipeline/extract/pdf/drawing/ink.ts';

type Drawn = Partial<Pick<Glyph, 'size' | 'object' | 'mark'>>;

/** A word in letters half as wide as high, ten points unless another size is given, that begins at (x, y). */
export function drawnWord(text: string, x: number, y: number, drawn: Drawn = {}): Glyph[] {
  const { size = 10, object = 0, mark = -1 } = drawn;
  return [...text].map((letter, index) => ({
    text: letter,
    x: x + (index * size) / 2,
    y,
    width: size / 2,
    size,
    font: PLAIN_FONT,
    blank: letter === ' ',
    object,
    mark,
    hidden: undefined,
    remark: undefined,
  }));
}
