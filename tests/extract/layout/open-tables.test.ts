import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import {
  BODY,
  drawn,
  laidOut,
  level,
  onlyTable,
  proseOf,
  rows,
  spansOf,
  tablesOf,
  widthOf,
  XS,
} from './made-up-page.ts';

/** Prose as wide as the page. */
function prose(y: number, lines = 3): InkToken[] {
  const text = 'Rain fell on hill and dale in all of these years and the moor was wet as ever before';
  return Array.from({ length: lines }, (_, at) => drawn(text, 50, y + at * 12)).flat();
}

describe('a table without rules', () => {
  it('is told from the text around it, with its empty cells', () => {
    const page = laidOut([...prose(60), ...rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), ...prose(260)]);
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'aligned', columnsToldBy: 'aligned', headRows: 1 });
    expect(proseOf(page)).toHaveLength(6);
  });

  it('begins right below a text that begins at the same place', () => {
    const body = [
      ['Month', 'Births', 'Deaths'],
      ...['May', 'June', 'July', 'August'].map((month) => [month, '12', '345']),
    ];
    const wide = [['Year', 'Births', 'Deaths', 'Other'], ['', 'all', 'all', 'all'], ...body.slice(1)];
    for (const texts of [body, wide]) {
      const page = laidOut([...prose(60, 4), ...rows(texts, XS, 108)]);
      const read = onlyTable(page).map((row) => row.join(' ').trim());
      expect(read.at(-4)).toBe(body[1]?.join(' '));
      expect(read.join(' ')).toContain('Births');
      expect(proseOf(page)).toHaveLength(4);
    }
  });

  it('does not begin in lines whose words stand one wide space apart, as on a typewriter', () => {
    const code = Array.from({ length: 5 }, () => 'so read all of the lines as it is');
    const spaced = ['let', 'row', 'be', 'all'].flatMap((word, at) => drawn(word, 50 + at * 23, 120));
    const lines = code.flatMap((text, at) => drawn(text, 50, 60 + at * 12));
    const page = laidOut([
      ...lines,
      ...spaced,
      ...rows(
        BODY.map((row) => row.slice(1)),
        [75, 120, 170],
        132,
        12,
      ),
    ]);
    expect(proseOf(page)).toContain('let row be all');
  });

  it('has no title and no note among its rows', () => {
    const title = drawn('Table 1. Rain by place', 50, 118);
    const note = drawn('Source: the rain office, as it was told to everybody who asked for it', 50, 222, 8);
    const page = laidOut([...title, ...rows([['Place', 'A', 'B', 'C'], ...BODY], XS, 140), ...note]);
    expect(onlyTable(page)[0]).toEqual(['Place', 'A', 'B', 'C']);
    expect(onlyTable(page).at(-1)).toEqual(BODY[3]);
    expect(proseOf(page)).toHaveLength(2);
  });

  it('keeps a label that was wrapped in one row, and a heading of rows in its own', () => {
    const texts = [
      ['Place', '2001', '2002', '2003'],
      ['In the north', '', '', ''],
      ['The long and winding', '1', '2', '3'],
      ['road to the sea', '', '', ''],
      ['Moor', '4', '5', '6'],
      ['In the south', '', '', ''],
      ['Hill', '7', '8', '9'],
    ];
    const table = onlyTable(laidOut(rows(texts, XS, 140, 13)));
    expect(table.map(([label]) => label)).toEqual([
      'Place',
      'In the north',
      'The long and winding road to the sea',
      'Moor',
      'In the south',
      'Hill',
    ]);
  });

  it('gives a head over several columns the columns below its rule', () => {
    const tokens = [
      ...drawn('North', 225, 120),
      ...drawn('South', 385, 120),
      ...rows(
        [
          ['Place', 'Men', 'Women', 'Men', 'Women'],
          ['Hill', '1', '2', '3', '4'],
          ['Dale', '5', '6', '7', '8'],
          ['Moor', '9', '10', '11', '12'],
        ],
        [50, 200, 280, 360, 440],
        140,
      ),
    ];
    const page = laidOut(tokens, { rules: [level(124, 195, 310), level(124, 355, 470)] });
    expect(onlyTable(page)[0]).toEqual(['Place', 'North', '', 'South', '']);
    expect(tablesOf(page).flatMap(spansOf)).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [0, 3, 1, 2],
    ]);
  });

  describe('gives heads over several columns those whose heads are repeated below each', () => {
    const table = (names: readonly string[], heads: readonly (readonly [string, number])[]): InkToken[] => [
      ...heads.flatMap(([head, x]) => drawn(head, x, 120)),
      ...rows(
        [
          ['Place', ...names],
          ['Hill', '1', '2', '3', '4', '5', '6'].slice(0, names.length + 1),
          ['Dale', '5', '6', '7', '8', '9', '1'].slice(0, names.length + 1),
          ['Moor', '9', '10', '11', '12', '3', '4'].slice(0, names.length + 1),
        ],
        [50, 200, 240, 280, 320, 360, 400],
        140,
      ),
    ];
    const spans = (tokens: readonly InkToken[]): unknown => tablesOf(laidOut(tokens)).flatMap(spansOf);
    const years = ['2001', '2002', '2001', '2002'];

    it.each([
      ['that begin with them', [200, 280]],
      ['that end with them', [230, 317]],
      ['that stand in their midst', [215, 290]],
    ] as const)('%s', (_, [men, women]) => {
      const tokens = table(years, [
        ['Men', men],
        ['Womenfolk', women],
      ]);
      expect(spans(tokens)).toEqual([
        [0, 1, 1, 2],
        [0, 3, 1, 2],
      ]);
    });

    it('and three of two columns, or two of three', () => {
      const three = table(
        [...years, '2001', '2002'],
        [
          ['Men', 200],
          ['Women', 280],
          ['Total', 360],
        ],
      );
      expect(spans(three)).toEqual([
        [0, 1, 1, 2],
        [0, 3, 1, 2],
        [0, 5, 1, 2],
      ]);
      const two = table(
        ['2001', '2002', '2003', '2001', '2002', '2003'],
        [
          ['Men', 200],
          ['Women', 320],
        ],
      );
      expect(spans(two)).toEqual([
        [0, 1, 1, 3],
        [0, 4, 1, 3],
      ]);
    });

    it('and not the first line of each that was wrapped', () => {
      const wrapped = ['Body', 'Weight', 'Body', 'Weight'];
      const heads = [
        ['Relative', 235],
        ['Relative', 315],
      ] as const;
      expect(spans(table(wrapped, heads))).toEqual([]);
    });

    it('and no others', () => {
      const heads = [
        ['Men', 200],
        ['Women', 280],
      ] as const;
      expect(spans(table(['2001', '2002', '2001', '2003'], heads))).toEqual([]);
      expect(spans(table(years, [['Men', 200]]))).toEqual([]);
      expect(
        spans(
          table(years, [
            ['Men', 200],
            ['Women', 240],
          ]),
        ),
      ).toEqual([]);
    });
  });

  it('has labels of several words in each of its rows', () => {
    const texts = ['Hill', 'Dale', 'Moor', 'Mere', 'Down', 'Fell'].map((place, at) => [
      `Office number ${at} of ${place}`,
      '1',
      '2',
      '3',
    ]);
    const tokens = rows([['', 'A', 'B', 'C'], ...texts], [50, 250, 330, 410], 140);
    expect(onlyTable(laidOut(tokens))).toEqual([['', 'A', 'B', 'C'], ...texts]);
    // A ligature that the file names by itself makes three tokens of a word.
    const pieces = new Map([
      ['Office', ['O', 'ffi', 'ce']],
      ['number', ['n', 'u', 'mber']],
    ]);
    const cut = tokens.flatMap((token) => {
      let { left } = token.box;
      return (pieces.get(token.text) ?? [token.text]).map((text, at) => {
        const box = { ...token.box, left, right: left + widthOf(text) };
        left = box.right;
        return { ...token, text, box, joined: at > 0 };
      });
    });
    expect(onlyTable(laidOut(cut))).toEqual([['', 'A', 'B', 'C'], ...texts]);
  });

  describe('has its heads in the columns of its values', () => {
    const heads = (years: readonly string[], xs: readonly number[]): InkToken[] =>
      years.flatMap((year, at) => drawn(year, xs[at] ?? 0, 140));
    const values = rows(
      BODY.map((row) => row.map((text, at) => (at === 0 ? text : text || '1'))),
      [50, 200, 300, 400],
      154,
    );
    const read = (tokens: readonly InkToken[]): unknown => onlyTable(laidOut(tokens))[0];

    it('though all are set to the right and their values to the left, or the other way round', () => {
      const years = ['2001', '2002', '2003'];
      const named = ['', ...years];
      expect(read([...heads(years, [240, 340, 440]), ...values])).toEqual(named);
      expect(read([...heads(years, [170, 270, 370]), ...values])).toEqual(named);
    });

    it('though some stand above theirs, and though they stand nearer to others', () => {
      const texts = [
        ['North', '15', '203', '1,204', '8'],
        ['East and islands', '121', '9,876', '45,021', '13'],
        ['West', '7', '310', '2,050', '6'],
      ];
      const right = [200, 330, 430, 530];
      const body = texts.flatMap((row, line) =>
        row.flatMap((text, at) =>
          drawn(text, at === 0 ? 50 : (right[at - 1] ?? 0) - widthOf(text), 154 + line * 14),
        ),
      );
      for (const names of [
        ['Region', 'No', 'Filled vacancies', 'Open', 'Rate'],
        ['', 'No', 'Filled vacancies', '', 'Rate'],
      ]) {
        const page = laidOut([...rows([names], [50, 150, 215, 345, 445], 140), ...body]);
        expect(onlyTable(page)).toEqual([names, ...texts]);
      }
    });

    it('and their numbers, which are set in the middle', () => {
      const names = ['', '(1)', '(2)', '(3)', '(4)'];
      const texts = ['Hill', 'Dale', 'Moor'].map((label, at) => [label, '8', `1${at}`, `4${at}`, '9']);
      const tokens = [
        ...rows([names], [50, 170, 270, 370, 470], 154),
        ...rows(texts, [50, 200, 300, 400, 500], 168),
      ];
      const heads = ['Area', 'Output', 'Price', 'Value'];
      const page = laidOut([...rows([heads], [180, 276, 380, 480], 140), ...tokens]);
      expect(onlyTable(page)).toEqual([['', ...heads], names, ...texts]);
    });

    it('but not where one is above nothing, or a head stands on the other side', () => {
      expect(read([...heads(['2001', '2002'], [240, 340]), ...values])).toHaveLength(6);
      expect(read([...heads(['2001', '2002', '2003'], [240, 270, 440]), ...values])).toHaveLength(7);
      expect(read([...heads(['2001', '2002', '2004'], [200, 300, 470]), ...values])).toHaveLength(5);
      expect(read([...heads(['2001', '2002', '2003'], [200, 270, 400]), ...values])).toHaveLength(4);
    });
  });
});
