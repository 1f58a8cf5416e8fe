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

  it('has a value one space behind a label in its own column, and says that it may be of the label', () => {
    const lines = [
      'Place         days  rain  wind',
      'Hill           177   1.5     8',
      'Dry old moor 10300   0.2    16',
      'Dale             9  12.6    12',
      'Mere            12   2.6     1',
    ];
    const page = laidOut(typed(lines, isDrawn));
    expect(onlyTable(page)[2]).toEqual(['Dry old moor', '10300', '0.2', '16']);
    expect(tablesOf(page)[0]?.columnsToldBy).toBe('none');
  });

  it('has a label that ends with a year, or with a number that stands under none, as it is', () => {
    const lines = [
      'Place            days  rain  wind',
      'Hill               77   1.5     8',
      'Moor before 1990  103   0.2    16',
      'Old moor part 7     9  12.6    12',
    ];
    const labels = onlyTable(laidOut(typed(lines, isDrawn))).map(([label]) => label);
    expect(labels.slice(2)).toEqual(['Moor before 1990', 'Old moor part 7']);
  });

  it('has names of columns that one space parts over their columns', () => {
    const lines = [
      '      Rainfall Windforce Hailstorms',
      'Hill      77.1         1          8',
      'Moor     103.2         2         16',
      'Dale       9.9        12         12',
      'Mere      12.8        10          1',
    ];
    expect(onlyTable(laidOut(typed(lines, isDrawn)))[0]).toEqual(['', 'Rainfall', 'Windforce', 'Hailstorms']);
  });

  it('has one name over several columns where its words stand over none of them in line', () => {
    const lines = [
      '       Days of rain and wind',
      'Place  2009    2010     2011',
      'Hill     77       1        8',
      'Moor    103       2       16',
      'Dale      9      12       12',
      'Mere     12      10        1',
    ];
    const [head] = onlyTable(laidOut(typed(lines, isDrawn)));
    expect(head?.filter((name) => name !== '')).toEqual(['Days of rain and wind']);
  });
});
