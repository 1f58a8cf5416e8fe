import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../../pipeline/extract/pdf/drawing/ink.ts';
import { linesOf } from '../../../../pipeline/extract/pdf/lines/lines.ts';
import { segmentsOf } from '../../../../pipeline/extract/pdf/lines/segments.ts';
import { drawnWord } from '../drawn-word.ts';

/** A letter of a typewriter's font is six wide, as is a space. */
const TYPED = 6;

const typed = (text: string, x = 0, object = 0): Glyph[] =>
  drawnWord(text, 0, 0, { object }).map((glyph, index) => ({ ...glyph, x: x + index * TYPED, width: TYPED }));

const segments = (glyphs: readonly Glyph[]): readonly string[] =>
  linesOf(glyphs)
    .flatMap(segmentsOf)
    .map(({ words }) => words.map(({ text }) => text).join(' '));

describe('a line', () => {
  it('is not cut at single spaces, though a typewriter makes them as wide as a letter', () => {
    expect(segments(typed('Алматы - 466 3 546'))).toEqual(['Алматы - 466 3 546']);
  });

  it('is not cut at a space that justified text has widened, which is drawn in one go with its line', () => {
    expect(segments([...typed('мерзімі '), ...typed('2', 10 * TYPED)])).toEqual(['мерзімі 2']);
  });

  it('is cut where several spaces stand, where a space is followed by more, and where none was drawn', () => {
    expect(segments(typed('Алматы  466   3 546'))).toEqual(['Алматы', '466', '3 546']);
    expect(segments([...typed('Алматы '), ...typed('466', 8 * TYPED, 1)])).toEqual(['Алматы', '466']);
    expect(segments([...typed('Алматы'), ...typed('466', 7 * TYPED)])).toEqual(['Алматы', '466']);
  });
});
