import { describe, expect, it } from 'vitest';
import type { Glyph, Rule } from '../../../pipeline/extract/pdf/drawing/ink.ts';
import { hasOpenTables, type SortedInk, sortedInk } from '../../../pipeline/extract/pdf/sorted-ink.ts';
import { drawnWord as word } from './drawn-word.ts';

/** Two boxes side by side, 100 by 20, from the top left. */
const FRAME: readonly Rule[] = [
  ...[0, 20].map((at): Rule => ({ axis: 'level', at, from: 0, to: 200 })),
  ...[0, 100, 200].map((at): Rule => ({ axis: 'upright', at, from: 0, to: 20 })),
];

const sortedPage = (glyphs: readonly Glyph[]): SortedInk =>
  sortedInk({ width: 400, height: 400, glyphs, turned: [], rules: FRAME, fills: [], dots: [], overlays: [] });

describe('what is drawn on a page', () => {
  it('is in a ruled table or in the lines outside of them', () => {
    const ink = sortedPage([...word('out', 10, 40), ...word('in', 110, 12), ...word('a', 10, 12)]);
    expect(ink.ruled.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''))).toEqual(['ina']);
    expect(ink.lines.map(({ words }) => words.map(({ text }) => text))).toEqual([['out']]);
  });

  it('may hold a table without rules, or the head of one, where words stand apart in a line', () => {
    const ruled = [...word('label', 10, 12), ...word('12', 110, 12)];
    expect(hasOpenTables(sortedPage(ruled))).toBe(false);
    expect(
      hasOpenTables(sortedPage([...ruled, ...word('in 2015 it was 12', 10, 60), ...word('7', 10, 80)])),
    ).toBe(false);
    expect(hasOpenTables(sortedPage([...word('label', 10, 60), ...word('12', 110, 60)]))).toBe(true);
    expect(hasOpenTables(sortedPage([...word('12', 110, 60), ...word('label', 10, 61)]))).toBe(true);
  });
});
