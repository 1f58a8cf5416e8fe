import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { drawn, laidOut, onlyTable, proseOf, tablesOf } from './made-up-page.ts';

const PITCH = 5.25;
const TABLE = [
  'Place                 2009    2010  2011',
  'Hill and the moor    1,234     567   8.9',
  'Dale and the mere       12   3,456  12.0',
  'Sea beside the town      7      80   0.1',
  'Moor of old times    9,999  12,345  -4.5',
];
const CELLS = TABLE.map((line) => line.split(/ {2,}/));
const PROSE = 'In this year the rain fell on hill and dale and the 34 moors were wet';

/** Lines whose letters and spaces are all as wide; the spaces are drawn, or left free. */
function typed(lines: readonly string[], isDrawn: boolean): InkToken[] {
  return lines.flatMap((line, at) =>
    [...line.matchAll(/\S+/gu)].flatMap(({ 0: text, index }) =>
      drawn(text, 50 + index * PITCH, 100 + at * 12).map((token) => {
        const right = token.box.left + text.length * PITCH;
        return { ...token, box: { ...token.box, right }, spaced: isDrawn && index > 0 };
      }),
    ),
  );
}

describe.each([
  ['are drawn', true],
  ['are left free', false],
])('text in letters that are all as wide, whose spaces %s', (_, isDrawn) => {
  it('is text, though its spaces are as wide as gaps between columns', () => {
    const page = laidOut(typed([PROSE, PROSE, PROSE], isDrawn));
    expect(tablesOf(page)).toEqual([]);
    expect(proseOf(page)).toEqual([PROSE, PROSE, PROSE]);
  });

  it('has two spaces between the cells of a table and one between words', () => {
    const page = laidOut(typed([PROSE, '', ...TABLE, '', PROSE], isDrawn));
    expect(onlyTable(page)).toEqual(CELLS);
    expect(tablesOf(page)[0]).toMatchObject({ headRows: 1, columnsToldBy: 'aligned' });
  });
});
