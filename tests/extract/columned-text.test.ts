import { describe, expect, it } from 'vitest';
import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { isName } from '../../pipeline/extract/layout/values.ts';
import { cellText } from '../../pipeline/page/table.ts';
import { tablesOf } from './tables-of-text.ts';

const TEXT = `
Table 4. Debt by creditor

Creditor        Q1      Q2      Q3
External     800.1   850.3   870.0
Domestic     404.4   459.7   463.1

Table 5. Indices

Month        All items       Food
January          104.1      103.9
February         104.4      104.0
`;

it('a table of a text ends where a line begins with the number of the next, however near it stands', async () => {
  const { pages } = await extractByPlaces(Buffer.from(TEXT), 'survey.txt');
  const tables = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
  expect(tables.map(({ rows, columns }) => [rows, columns])).toEqual([
    [3, 4],
    [3, 3],
  ]);
  expect(tables[1]?.cells.map(cellText).slice(0, 3)).toEqual(['Month', 'All items', 'Food']);
});

describe('lines of dashes in a text', () => {
  const BUDGET = `
REPUBLIC OF ARCADIA                          MINISTRY OF FINANCE

            STATEMENT 4. - (CONTINUED)
              (THOUSANDS OF CROWNS)

---------------------------------------------------------------
                        1957/58         1958/59         CHANGE
DEPARTMENT              ACTUAL          ESTIMATE
---------------------------------------------------------------
CUSTOMS                 9,870.2         9,112.4         757.8-
DEFENCE                 4,411.0         4,411.0            -
---------------------------------------------------------------
TOTAL                  14,281.2        13,523.4         757.8-
===============================================================
`;

  it('part the boxhead from the titles above it and from the rows below it', async () => {
    const [table, ...more] = await tablesOf(BUDGET);
    expect(more).toEqual([]);
    expect(table?.heads).toBe(2);
    expect(table?.rows.slice(0, 3)).toEqual([
      ['', '1957/58', '1958/59', 'CHANGE'],
      ['DEPARTMENT', 'ACTUAL', 'ESTIMATE', ''],
      ['CUSTOMS', '9,870.2', '9,112.4', '757.8-'],
    ]);
  });

  it('tell a boxhead of numbers that count its columns', async () => {
    const [table] = await tablesOf(`
Variable          M      SD      1       2
-------------------------------------------
1. Autonomy     3.84    0.71     -      .45
2. Workload     3.42    0.88    .45      -
-------------------------------------------
`);
    expect(table?.heads).toBe(1);
  });

  it('say beside a head how far it reaches', async () => {
    const [table] = await tablesOf(`
                   ---- Not adjusted ----    ------ Adjusted ------
Business           Feb. 2014    Jan. 2014    Feb. 2014    Jan. 2014
Vehicles              79,614       74,601       83,712       83,420
Furniture              7,405        7,527        8,352        8,321
Electronics            7,911        8,210        8,555        8,611
`);
    expect(table?.rows[0]).toEqual(['', 'Not adjusted>2', 'Adjusted>2']);
  });

  it('and empty lines part the rows from what says what their signs mean', async () => {
    const rows = [
      'North     (829,1)      – 4,3',
      'South          x          .',
      'West       118,0        1,8',
    ];
    const legend = '( ) uncertain.   x none.';
    const head = 'Place        2006     Change';
    const ruled = await tablesOf([head, '-'.repeat(28), ...rows, '-'.repeat(28), legend].join('\n'));
    const apart = await tablesOf([head, ...rows, '', legend].join('\n'));
    for (const [table] of [ruled, apart]) expect(table?.rows.at(-1)).toEqual(['West', '118,0', '1,8']);
    // A dot far from every other leads to nothing.
    expect(ruled[0]?.rows[2]).toEqual(['South', 'x', '.']);
  });

  it('draw with bars a frame around groups of columns', async () => {
    const [table] = await tablesOf(`
──────────┬───────────────────────────────┬──────────
Origin    │          Destination          │    Total
          │ Argentina    Brazil      Peru │  exports
──────────┼───────────────────────────────┼──────────
Argentina │         −   7 949.2     621.8 │  8 571.0
Brazil    │   6 748.2         −   1 249.4 │  7 997.6
Peru      │     153.1     349.4         − │    502.5
──────────┴───────────────────────────────┴──────────
`);
    expect(table?.heads).toBe(2);
    expect(table?.rows.slice(0, 3)).toEqual([
      ['Origin', 'Destination>3', 'Total exports'],
      ['', 'Argentina', 'Brazil', 'Peru'],
      ['Argentina', '−', '7 949.2', '621.8', '8 571.0'],
    ]);
  });
});

describe('a text with letters as wide as two', () => {
  it.each([
    [
      '地区              春季      秋季\n北京果园                   20.5\n上海              30.5     40.5',
      ['北京果园', '', '20.5'],
    ],
    [
      '地域　　　　　　　春　　　秋\n北海道　　　　345.5\n東京　　　　　 30.5　　40.5',
      ['北海道', '345.5', ''],
    ],
    [
      '┌──────┬────────┬────────┐\n│ 地区 │   春季 │   秋季 │\n├──────┼────────┼────────┤\n│ 北京 │        │   20.5 │\n│ 上海 │   30.5 │   40.5 │\n└──────┴────────┴────────┘',
      ['北京', '', '20.5'],
    ],
    [
      'Orchard      Spring     Autumn\nNorth         ３４５       20.5\nSouth         30.5       40.5',
      ['North', '３４５', '20.5'],
    ],
  ])('has its columns where they are seen', async (text, row) => {
    const [table] = await tablesOf(`Harvest\n\n${text}\n`);
    expect(table?.rows[1]).toEqual(row);
  });
});

it('a wide space by itself parts words of a title and of a label, and no columns', async () => {
  const text =
    '第１表　地域別生産指数\n\n地域              2021年      2022年      2023年\n北海道　東          3.2       -1.5         0.4\n東北　西　南                   2.1         -\n近畿地方           10.4      -12.0       1.1\n';
  const [table, ...more] = await tablesOf(text);
  expect(more).toEqual([]);
  expect(table?.rows).toEqual([
    ['地域', '2021年', '2022年', '2023年'],
    ['北海道 東', '3.2', '-1.5', '0.4'],
    ['東北 西 南', '', '2.1', '-'],
    ['近畿地方', '10.4', '-12.0', '1.1'],
  ]);
});

it('a rule that is parted between columns is no row of values', async () => {
  const [table] = await tablesOf(
    'Rain\n\nMonth    Rain    Days\n-----    ----    ----\nMay       3.2       4\nJune      2.1       3\n-----    ----    ----\nAll       5.3       7\n',
  );
  expect(table?.rows).toEqual([
    ['Month', 'Rain', 'Days'],
    ['May', '3.2', '4'],
    ['June', '2.1', '3'],
    ['All', '5.3', '7'],
  ]);
});

describe('strokes below the values of a text', () => {
  const rows = (stroke: string): string =>
    `Harvest\n\nOrchard      Spring   Autumn\nNorth         345.5     20.5\nSouth          30.5     40.5\n${stroke}\nAll           376.0     61.0\n`;

  it.each(['              -----     ----', '              =====     ====', '              _____'])(
    'part the sum from them, and are no text: %s',
    async (stroke) => {
      const [table] = await tablesOf(rows(stroke));
      expect(table?.rows.slice(2)).toEqual([
        ['South', '30.5', '40.5'],
        ['All', '376.0', '61.0'],
      ]);
    },
  );

  it.each(['West          ---       ---', '              --        --', '                     ---'])(
    'are values where they have a label, are short or stand below none: %s',
    async (stroke) => {
      const [table] = await tablesOf(rows(stroke));
      expect(table?.rows.flat().join(' ')).toContain('--');
    },
  );
});

describe('a number alone below the last row of a table is no text outside of it', () => {
  it.each([
    ['in a column of values', '               9\n'],
    ['under the labels', '   9\n'],
    ['under the first letter of the labels', '9\n'],
    ['between columns', '                    9\n'],
    ['right of all columns', '                                    9\n'],
    ['below a stroke of sums', '             -----\n             376.0\n'],
    ['an empty line below its column', '\n             376.0\n'],
  ])('%s', async (_, below) => {
    const [table] = await tablesOf(
      `Harvest\n\nOrchard      Spring   Autumn\nNorth         345.5     20.5\nSouth          30.5     40.5\n${below}`,
    );
    expect(table?.rows.flat().join(' ')).toContain(below.trim().split('\n').at(-1)?.trim());
  });

  it.each(['\n   9\n', '\n\n             376\n', '1)\n   First estimate.\n', '*\n'])(
    'but the number of a page, or the mark of a note: %j',
    async (below) => {
      const [table] = await tablesOf(
        `Harvest\n\nOrchard      Spring   Autumn\nNorth         345.5     20.5\nSouth          30.5     40.5\n${below}`,
      );
      expect(table?.rows.at(-1)).toEqual(['South', '30.5', '40.5']);
    },
  );
});

it.each(['2010', '٢٠١٠', '२०१०', '٢٠١٠–٢٠١١'])(
  'a year names a column in digits of any script: %s',
  (year) => {
    expect(isName(year)).toBe(true);
    expect(isName(`${year}${year}`)).toBe(false);
  },
);
