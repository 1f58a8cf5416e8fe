import { describe, expect, it } from 'vitest';
import { columnedText } from '../../pipeline/extract/columned-text.ts';
import { type Table, tableTexts } from '../../pipeline/page/table.ts';

function tablesIn(...lines: readonly string[]): readonly Table[] {
  const { pages } = columnedText(new TextEncoder().encode(lines.join('\n')), 'made-up.txt');
  return pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** The texts of the only table of a text. */
function cells(...lines: readonly string[]): readonly (readonly string[])[] {
  const [table, ...more] = tablesIn(...lines);
  expect(more).toEqual([]);
  return table === undefined ? [] : tableTexts(table);
}

const RAIN = [
  ['Place', '2001', '2002'],
  ['Hill', '', '2'],
  ['Dale', '3', '4'],
];

describe('a table that a text draws with its characters', () => {
  it.each([
    [
      'bars and dashes',
      '| Place | 2001 | 2002 |',
      '|-------|-----:|------|',
      '| Hill | | 2 |',
      '| Dale | 3 | 4 |',
    ],
    [
      'bars between cells alone',
      ' Place | 2001 | 2002',
      '-------+------+------',
      ' Hill  |      |    2',
      ' Dale  |    3 |    4',
    ],
    [
      'crosses',
      '+-----+----+----+',
      '|Place|2001|2002|',
      '+=====+====+====+',
      '|Hill |    | 2  |',
      '|Dale | 3  | 4  |',
      '+-----+----+----+',
    ],
    [
      'frames',
      '┌─────┬────┬────┐',
      '│Place│2001│2002│',
      '├─────┼────┼────┤',
      '│Hill │    │  2 │',
      '├─────┼────┼────┤',
      '│Dale │  3 │  4 │',
      '└─────┴────┴────┘',
    ],
    [
      'double frames, wide letters',
      '║Place║2001║2002║',
      '╠═════╬════╬════╣',
      '║Hill ║    ║  2 ║',
      '║Dale ║  3 ║  4 ║',
    ],
    ['tabs', 'Place\t2001\t2002', 'Hill\t\t2', 'Dale\t3\t4'],
  ])('has the cells that these part, empty ones too: %s', (_, ...lines) => {
    expect(cells('Rain', ...lines, '', 'What stands below.')).toEqual(RAIN);
  });

  it('has heads that span columns and rows, and cells of several lines between two rules', () => {
    const lines = [
      '┌───────┬─────────────┐',
      '│ Place │ Rain        │',
      '│       ├──────┬──────┤',
      '│       │ 2001 │ 2002 │',
      '├───────┼──────┼──────┤',
      '│ Hill  │      │      │',
      '│ of all│ 1    │ 2    │',
      '└───────┴──────┴──────┘',
    ];
    expect(cells(...lines)).toEqual([
      ['Place', 'Rain', ''],
      ['', '2001', '2002'],
      ['Hill of all', '1', '2'],
    ]);
    expect(tablesIn(...lines)[0]).toMatchObject({ headRows: 2, columnsToldBy: 'ruled' });
  });

  it.each([
    ['bars with text in no cell', '┌ Rain ───┬──────┐', '│ Hill    │ 5    │', '│ Dale    │ 6    │'],
    ['bars without a rule', 'one | two | three', 'four | five | six'],
    ['lines that have not as many bars each', '| a | b |', '|---|---|', '| c | 1 | 2 |'],
    ['tabs that lead to stops', 'Place\t\t2001\t2002', 'Longer place\t1\t2'],
    ['tabs that set paragraphs in', '\tOne.', '\tTwo.'],
  ])('is none of %s', (_, ...lines) => {
    expect(tablesIn(...lines).filter(({ columnsToldBy }) => /ruled|marked/.test(columnsToldBy))).toEqual([]);
  });
});
