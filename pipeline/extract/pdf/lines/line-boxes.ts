import type { TextLine } from './lines.ts';

/** How far a line of a cell reaches. */
export interface LineBox {
  readonly top: number;
  readonly bottom: number;
  /** What a superscript may add to the top, in points; 0 where the box holds it. */
  readonly overhang: number;
}

/**
 * What makes the height of a line: its fonts, so that a word from a font with tall letters moves its line down, or a
 * distance of lines that was set for the whole text.
 */
export type LineHeight = 'fonts' | 'fixed';

/** Height of a line above and below its baseline where the distance is set, in em. */
const ASCENT = 0.9;
const DESCENT = 0.2;

/** The box of a line under one of the two. */
export function lineBox({ words, baseline, size, overhang }: TextLine, height: LineHeight): LineBox {
  if (height === 'fixed')
    return { top: baseline - ASCENT * size, bottom: baseline + DESCENT * size, overhang };
  let top = Infinity;
  let bottom = -Infinity;
  for (const word of words) {
    top = Math.min(top, word.top);
    bottom = Math.max(bottom, word.bottom);
  }
  return { top, bottom, overhang: 0 };
}
