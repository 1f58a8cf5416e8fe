import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalFigures } from '../../../pipeline/command-line/draft/equal-figures.ts';
import { keyedTable } from '../../../pipeline/command-line/draft/keyed-table.ts';
import { proposalsOf } from '../../../pipeline/command-line/draft/proposals.ts';
import { sumsIn } from '../../../pipeline/command-line/draft/sums.ts';
import { seenTable } from './made-up-tables.ts';

const DOT = { decimal: '.' } as const;

function saysOf(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  name = 'rain',
): readonly string[] {
  return proposalsOf(keyedTable(seenTable(heads, rows), name, DOT)).map(
    ({ says, held, tried }) => `${says} ${held}/${tried}`,
  );
}

describe('identities that a draft proposes', () => {
  it('are columns that sum others, before and behind their parts, and the total of totals', () => {
    const rows = [
      ['Hill', '45', '30', '10', '20', '15', '7', '8'],
      ['Dale', '45', '41', '11', '30', '4', '1', '3'],
      ['Moor', '57', '7', '3', '4', '50', '20', '30'],
    ];
    const heads = ['All', 'Wet', 'Rain', 'Snow', 'Dry', 'Sun', 'Cloud'];
    expect(saysOf(['Place', ...heads], rows)).toEqual([
      'rain[column=all] = sum(rain[column=wet/dry]) 3/3',
      'rain[column=wet] = sum(rain[column=rain/snow]) 3/3',
      'rain[column=dry] = sum(rain[column=sun/cloud]) 3/3',
    ]);
    const behind = rows.map(([label = '', ...values]) => [label, ...values.toReversed()]);
    expect(saysOf(['Place', ...heads.toReversed()], behind)).toEqual([
      'rain[column=dry] = sum(rain[column=cloud/sun]) 3/3',
      'rain[column=wet] = sum(rain[column=snow/rain]) 3/3',
      'rain[column=all] = sum(rain[column=dry/wet]) 3/3',
    ]);
  });

  it('are rows that total all others, or those of their block, also a block of one row', () => {
    expect(
      saysOf(
        ['Place', 'A', 'B', 'C'],
        [
          ['Hill', '1', '2', '3'],
          ['Dale', '4', '5', '6'],
          ['Moor', '7', '8', '10'],
          ['Total', '12', '15', '19'],
        ],
      ),
    ).toContain('rain[place=total] = sum(rain[place≠total]) 3/3');
    const blocks = [
      ['North', '', '', ''],
      ['Hill', '1', '2', '3'],
      ['Dale', '4', '5', '6'],
      ['Total', '5', '7', '9'],
      ['South', '', '', ''],
      ['Hill', '7', '8', '10'],
      ['Total', '7', '8', '10'],
      ['West', '', '', ''],
      ['Moor', '2', '5', '1'],
      ['Dale', '2', '2', '9'],
      ['Total', '4', '7', '10'],
      ['Land', '16', '22', '29'],
    ];
    expect(saysOf(['Place', 'A', 'B', 'C'], blocks)).toEqual([
      'rain[place=total] = sum(rain[place≠total]) 9/9',
      'rain[block=all, place=land] = sum(rain[block=*, place=total]) 3/3',
    ]);
  });

  it('are totals for each code of a further key, and the shares of a row of percentages', () => {
    const rows = [
      ['Hill', 'in 2010', '10', '30', '5', '45'],
      ['', 'in 2011', '11', '33', '6', '50'],
      ['Dale', 'in 2010', '15', '45', '5', '65'],
      ['', 'in 2011', '14', '22', '4', '40'],
      ['Moor', 'in 2010', '20', '25', '10', '55'],
      ['', 'in 2011', '20', '25', '20', '65'],
      ['Total', 'in 2010', '45', '100', '20', '165'],
      ['', 'in 2011', '45', '80', '30', '155'],
      ['Percent', 'in 2010', '27.3', '60.6', '12.1', ''],
      ['', 'in 2011', '29.0', '51.6', '19.4', ''],
    ];
    expect(saysOf(['Place', 'Year', 'A', 'B', 'C', 'All'], rows)).toEqual([
      'rain[column=all] = sum(rain[column=a/b/c]) 8/8',
      'rain[place=total] = sum(rain[place≠total/percent]) 8/8',
      'rain[place=percent] = 100 * rain[place=total] / rain[place=total, column=all] 6/6',
    ]);
  });

  it('are columns that are shares of others, within rounding', () => {
    const rows = [
      ['Hill', '200', '37', '18.5'],
      ['Dale', '300', '41', '13.7'],
      ['Moor', '120', '55', '45.8'],
    ];
    expect(saysOf(['Place', 'All', 'Wet', 'Share'], rows)).toEqual([
      'rain[column=share] = 100 * rain[column=wet] / rain[column=all] 3/3',
    ]);
  });

  it('are rows that print the figures of a row of another table, but not a row of zeros', () => {
    const [one, other] = ['rain', 'snow'].map((name) =>
      keyedTable(
        seenTable(
          ['Place', 'A', 'B', 'C'],
          name === 'rain'
            ? [
                ['All', '12', '15', '19'],
                ['None', '0', '0', '1'],
              ]
            : [
                ['Sum', '12', '15', '19'],
                ['Nil', '0', '0', '1'],
              ],
        ),
        name,
        DOT,
      ),
    );
    if (one === undefined || other === undefined) throw new Error('no tables');
    expect(equalFigures(other, [one]).map(({ says }) => says)).toEqual(['snow[place=sum] = rain[place=all]']);
  });

  it('are none of two rows, where any sum may hold by chance, nor with a broken row in every two', () => {
    const sum = (a: number, b: number, total: number) =>
      [a, b, total].map((value) => ({ value, decimals: 0 }));
    const lines = (rows: readonly (readonly ReturnType<typeof sum>[number][])[]) =>
      [0, 1, 2].map((column) => rows.map((row) => row[column]));
    expect(sumsIn(lines([sum(1, 2, 3), sum(4, 5, 9)]))).toEqual([]);
    expect(sumsIn(lines([sum(1, 2, 3), sum(4, 5, 9), sum(4, 5, 9)]))).toHaveLength(1);
    expect(sumsIn(lines([sum(1, 2, 3), sum(4, 5, 9), sum(4, 5, 9), sum(4, 5, 8), sum(4, 5, 7)]))).toEqual([]);
  });

  it('are found wherever a random table has its total, with one misprint in ten rows', () => {
    const figures = fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 3, maxLength: 6 });
    const tables = fc.tuple(fc.array(figures, { minLength: 10, maxLength: 14 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(tables, ([all, misprinted]) => {
        const width = Math.min(...all.map((row) => row.length));
        const rows = all.map((row, index) => {
          const parts = row.slice(0, width);
          const total = parts.reduce((sum, value) => sum + value, 0) + (index === misprinted ? 1 : 0);
          return [...parts, total].map((value) => ({ value, decimals: 0 }));
        });
        const lines = Array.from({ length: width + 1 }, (_, column) => rows.map((row) => row[column]));
        const found = sumsIn(lines).find(({ total }) => total === width);
        expect(found).toMatchObject({
          parts: Array.from({ length: width }, (_, at) => at),
          held: rows.length - 1,
        });
      }),
    );
  });
});
