import { describe, expect, it } from 'vitest';
import type { InkToken, Rule } from '../../../pipeline/extract/layout/ink.ts';
import {
  drawn,
  laidOut,
  level,
  onlyTable,
  proseOf,
  rows,
  spansOf,
  tablesOf,
  upright,
  widthOf,
} from './made-up-page.ts';

const XS = [50, 200, 280, 360];
const BODY = [
  ['Hill', '12', '345', '6.7'],
  ['Dale and mere', '8', '', '12.9'],
  ['Moor', '105', '71', '0.4'],
  ['All', '125', '416', '20.0'],
];

/** Prose as wide as the page. */
function prose(y: number, lines = 3): InkToken[] {
  const text = 'Rain fell on hill and dale in all of these years and the moor was wet as ever before';
  return Array.from({ length: lines }, (_, at) => drawn(text, 50, y + at * 12)).flat();
}

function grid(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y) => level(y, left, right)), ...xs.map((x) => upright(x, top, bottom))];
}

describe('a table without rules', () => {
  it('is told from the text around it, with its empty cells', () => {
    const page = laidOut([...prose(60), ...rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), ...prose(260)]);
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'aligned', columnsToldBy: 'aligned', headRows: 1 });
    expect(proseOf(page)).toHaveLength(6);
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

    it('but not where one is above nothing, or a head stands on the other side', () => {
      expect(read([...heads(['2001', '2002'], [240, 340]), ...values])).toHaveLength(6);
      expect(read([...heads(['2001', '2002', '2003'], [240, 270, 440]), ...values])).toHaveLength(7);
    });
  });

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

describe('a ruled table', () => {
  it('has its first and its last row where no rule closes them, and the head of the page has one as wide', () => {
    const texts = [
      ['Hill', '12', '345'],
      ['Moor', '8', '21'],
      ['Dale', '105', '71'],
      ['Mere', '4', '9'],
    ];
    const uprights = [50, 150, 250, 350].map((x) => upright(x, 100, 180));
    const between = [120, 140, 160].map((y) => level(y, 50, 350));
    const ofPage = [level(60, 48, 352), level(240, 48, 352)];
    const tokens = [...drawn('Rain on the hills', 50, 52), ...rows(texts, [55, 160, 260], 113, 20)];
    const page = laidOut(tokens, { rules: [...uprights, ...between, ...ofPage] });
    expect(onlyTable(page)).toEqual(texts);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'ruled', columnsToldBy: 'ruled' });
  });

  const xs = [45, 190, 270, 350, 430];
  const ys = [128, 144, 158, 172, 186, 200];

  it('has a cell for each of its boxes', () => {
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { rules: grid(xs, ys) });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'ruled', columnsToldBy: 'ruled' });
  });

  it('joins boxes between which no border is drawn', () => {
    const rules = grid(xs, ys).filter(({ axis, at }) => axis === 'level' || at !== 270);
    const page = laidOut(rows([['', 'A and B', '', 'C'], ...BODY], XS, 140), {
      rules: [...rules, upright(270, 144, 200)],
    });
    expect(tablesOf(page).flatMap(spansOf)).toEqual([[0, 1, 1, 2]]);
  });

  it('has two rows where each has a value of its own, though no border parts them there', () => {
    // The border between the last two rows is drawn from a column on.
    const borders = (from: number): readonly Rule[] =>
      grid(xs, ys).map((rule) => (rule.axis === 'level' && rule.at === 186 ? { ...rule, from } : rule));
    const texts = [
      ['', 'A', 'B', 'C'],
      ...BODY.slice(0, 2),
      ['Moor', '10.5', '71', '0.4'],
      ['All', '12.5', '416', '20.0'],
    ];
    const page = laidOut(rows(texts, XS, 140), { rules: borders(270) });
    expect(onlyTable(page)).toEqual(texts);
    // A label goes on in the next line where the values beside it are parted.
    const wrapped = laidOut(rows(texts, XS, 140), { rules: borders(190) });
    expect(onlyTable(wrapped)[3]?.[0]).toBe('Moor All');
  });

  it('keeps the lines of a wrapped cell, and of a wrapped number, in one row', () => {
    const wrapped = [
      ...rows(BODY.slice(0, 2), XS, 140, 40),
      ...drawn('and more', 50, 152),
      ...drawn('21 815', 280, 180).slice(0, 0),
    ];
    const page = laidOut([...wrapped, ...drawn('3)', 200, 152)], { rules: grid(xs, [128, 168, 200]) });
    expect(onlyTable(page)).toEqual([['Hill and more', '12 3)', '345', '6.7'], BODY[1]]);
  });

  it('is parted into rows where only its columns are ruled', () => {
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { rules: grid(xs, [128, 144, 200]) });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
  });

  it('is parted into columns where only its rows are ruled', () => {
    const rules = ys.map((y) => level(y, 45, 430));
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { rules });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'ruled', columnsToldBy: 'aligned' });
  });

  it('may have every other row shaded, and heads over repeated ones above', () => {
    const edges = [45, 190, 270, 350, 430, 510];
    const texts = [
      ['', '2001', '2002', '2001', '2002'],
      ['Hill', '1', '2', '3', '4'],
      ['Dale', '5', '6', '7', '8'],
      ['Moor', '9', '1', '2', '3'],
      ['All', '4', '5', '6', '7'],
    ];
    const shaded = [154, 182].flatMap((y) =>
      edges.slice(1).map((right, at) => ({ left: edges[at] ?? 0, right, top: y - 10, bottom: y + 4 })),
    );
    const heads = [...drawn('Men', 200, 126), ...drawn('Women', 360, 126)];
    const page = laidOut([...heads, ...rows(texts, [50, 200, 280, 360, 440], 140)], { fills: shaded });
    expect(onlyTable(page)).toEqual([['', 'Men', '', 'Women', ''], ...texts]);
  });

  it('may have shading in place of rules', () => {
    const fills = ys
      .slice(1)
      .flatMap((bottom, row) =>
        xs.slice(1).map((right, column) => ({ left: xs[column] ?? 0, right, top: ys[row] ?? 0, bottom })),
      );
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { fills });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
  });
});

describe('a table between level rules', () => {
  const rules = (ys: readonly number[], right: number): readonly Rule[] => ys.map((y) => level(y, 45, right));

  it('keeps what explains the values of its rows in so many words', () => {
    const texts = [
      ['Code', 'Days', 'What it says'],
      ['7', '3', 'Rain'],
      ['8', '6', 'Hail'],
      ...['hill', 'dale', 'moor', 'sea', 'town'].map((place, at) => [
        `${23 + at}`,
        '1',
        `It rained on the ${place}`,
      ]),
    ];
    const page = laidOut(rows(texts, [50, 120, 200], 140), { rules: rules([128, 144, 244], 400) });
    expect(onlyTable(page)).toEqual(texts);
    expect(proseOf(page)).toEqual([]);
  });

  it('has no row that took in the heads above it, where the table has others within', () => {
    const texts = [
      ['', 'Days', 'Nights', 'All'],
      ['Hill', '3', '96', '82.2'],
      ['Dale', '1', '95', '80.5'],
      ['', 'Days', 'Rain of days', 'Rain of nights'],
      ['Nowhere', '', '99', '129.4'],
      ['Moor', '3', '92', '73.3'],
    ];
    const page = laidOut(rows(texts, [50, 150, 200, 290], 140), { rules: rules([128, 144, 214], 380) });
    expect(onlyTable(page)).toEqual(texts);
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
