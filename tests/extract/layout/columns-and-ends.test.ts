import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { BODY, drawn, laidOut, level, onlyTable, rows, tablesOf, XS } from './made-up-page.ts';

describe('columns and ends of a table without rules', () => {
  it('never joins numbers of two columns, however close they are', () => {
    const tokens = ['1 200', '12 34', '5 67', '890 1', '7 8'].flatMap((pair, at) => {
      const [one = '', other = ''] = pair.split(' ');
      const y = 140 + 14 * at;
      return [
        ...drawn(`Place ${'abcde'[at]}`, 50, y),
        ...drawn(one, 200 - 5 * one.length, y),
        ...drawn(other, 218 - 5 * other.length, y),
      ];
    });
    expect(onlyTable(laidOut(tokens)).map((row) => row.slice(1))).toEqual([
      ['1', '200'],
      ['12', '34'],
      ['5', '67'],
      ['890', '1'],
      ['7', '8'],
    ]);
  });

  it('says that nothing tells columns apart where two numbers may be the groups of one', () => {
    const numbers = ['1 200', '1 234', '15 670', '890 100', '17 800'];
    const tokens = numbers.flatMap((text, at) => {
      const y = 140 + 14 * at;
      // Right to right, but the rows that are wide make a corridor where the groups meet.
      const [one = '', other = ''] = text.split(' ');
      const far = at > 1 ? 9 : 0;
      const pair = [
        ...drawn(one, 200 - 5 * one.length - far, y),
        ...drawn(other, 203, y).map((token) => ({ ...token, spaced: true })),
      ];
      return [...drawn('Place', 50, y), ...pair, ...drawn('9', 300, y)];
    });
    const [table] = tablesOf(laidOut(tokens));
    expect(table?.columns === 3 || table?.columnsToldBy === 'none').toBe(true);
  });

  it('has a column of its own for a head below which nothing is printed', () => {
    const texts = [
      ['Place', 'Men', 'Women', 'All'],
      ...['Hill', 'Dale', 'Moor', 'Sea'].map((label, at) => [label, `${at}1`, '', `${at}2`]),
    ];
    expect(onlyTable(laidOut(rows(texts, XS, 140)))).toEqual(texts);
  });

  it('keeps a last label without values above the rule that closes it', () => {
    const rules = [level(130, 50, 400), level(144, 50, 400), level(228, 50, 400)];
    const texts = [['Place', 'A', 'B', 'C'], ...BODY, ['Sea', '', '', '']];
    const note = drawn('Source: the rain office', 50, 244, 8);
    expect(onlyTable(laidOut([...rows(texts, XS, 140, 17), ...note], { rules }))).toEqual(texts);
  });

  it('is one though the label of a row is that of its boxhead', () => {
    const texts = [
      ['Rain', '2001', '2002', '2003'],
      ['Rain', '1', '2', '3'],
      ['Hail', '4', '5', '6'],
      ['Rain', '7', '8', '9'],
    ];
    const rules = [0, 1, 2, 3, 4].map((at) => level(130 + 14 * at, 50, 400));
    expect(onlyTable(laidOut(rows(texts, XS, 140), { rules }))).toEqual(texts);
  });

  it('ends where its boxhead is printed again below a rule', () => {
    const half = (y: number, head: string): InkToken[] =>
      rows(
        [
          ['Share', head, '2', '3'],
          ['0.5', '1', '22', '333'],
          ['0.6', '4', '55', '666'],
        ],
        XS,
        y,
        16,
      );
    const page = laidOut([...half(100, '1'), ...half(170, '4')], {
      rules: [level(105, 50, 400), level(175, 50, 400)],
    });
    expect(tablesOf(page).map((table) => table.rows)).toEqual([3, 3]);
  });
});

describe('no table is', () => {
  it('text in columns', () => {
    const column = (x: number): InkToken[] =>
      Array.from({ length: 9 }, (_, at) =>
        drawn('the rain fell on 12 of the 34 hills', x, 100 + at * 12),
      ).flat();
    expect(tablesOf(laidOut([...column(50), ...column(330)]))).toEqual([]);
  });

  it('a list of numbered items', () => {
    const items = ['Rain', 'Hail', 'Snow', 'Fog'].flatMap((item, at) => [
      ...drawn(`${at + 1}.`, 50, 100 + 14 * at),
      ...drawn(`${item} of the year`, 75, 100 + 14 * at),
    ]);
    expect(tablesOf(laidOut(items))).toEqual([]);
  });

  it('a list between two rules whose bullets nobody knows', () => {
    const items = ['Rain', 'Hail', 'Snow', 'Fog'].flatMap((item, at) => [
      ...drawn('\ufffd', 50, 100 + 14 * at),
      ...drawn(`${item} of the year`, 75, 100 + 14 * at),
    ]);
    expect(tablesOf(laidOut(items, { rules: [level(85, 50, 400), level(160, 50, 400)] }))).toEqual([]);
  });

  it('a contents', () => {
    const lines = ['Rain', 'Hail', 'Snow', 'Fog'].flatMap((title, at) => [
      ...drawn(`${title} ${'.'.repeat(40)}`, 50, 100 + 14 * at),
      ...drawn(`${3 + 4 * at}`, 400, 100 + 14 * at),
    ]);
    expect(tablesOf(laidOut(lines))).toEqual([]);
  });

  it('a chart: numbers at its axis and over its bars, none beside another', () => {
    const axis = ['80', '60', '40', '20', '0'].flatMap((text, at) => drawn(text, 50, 100 + 20 * at));
    const bars = [
      ['41', 120, 134],
      ['50', 170, 128],
      ['59', 205, 112],
      ['34', 240, 147],
      ['17', 310, 166],
      ['22', 345, 164],
    ] as const;
    const tops = bars.flatMap(([text, x, y]) => drawn(text, x, y));
    expect(tablesOf(laidOut([...axis, ...tops]))).toEqual([]);
  });

  it('a chart: words across its lines, and a scale below them', () => {
    const scale = [...drawn('100', 50, 100), ...drawn('50', 50, 140), ...drawn('0', 50, 180)];
    const years = ['1997', '1999', '2001', '2003'].flatMap((year, at) => drawn(year, 80 + 50 * at, 195));
    const right = [...drawn('0.5', 300, 100), ...drawn('0.4', 300, 140), ...drawn('0.3', 300, 180)];
    expect(tablesOf(laidOut([...scale, ...years, ...right]))).toEqual([]);
  });
});
