import { describe, expect, it } from 'vitest';
import { line, readPages, refused, ruled } from './printed.ts';
import { NUMBERS } from './sales-table.ts';

const ROWS = 'rows: { region: { labels: [North, South, East, West] } }\n';

describe('a table that is printed beside itself', () => {
  const rows = [
    ['Region', '2010', '2011', 'Region', '2010', '2011'],
    ['North', '1', '2', 'East', '5', '6'],
    ['South', '3', '4', 'West', '7', '8'],
  ];
  const values = {
    'north.2010': '1',
    'south.2011': '4',
    'east.2010': '5',
    'west.2011': '8',
  };

  it('is read part by part, by its headers', async () => {
    const table = `title: Sales\ncolumns: { year: { range: [2010, 2011] } }\n${ROWS}`;
    const read = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows, widths: [50, 50, 50, 50, 50, 50] }),
    ]);
    expect(read.values).toMatchObject(values);
    expect(Object.keys(read.values)).toHaveLength(8);
  });

  it('is read part by part, by its places', async () => {
    const columns =
      'columns: [region, { header: "2010", year: "2010" }, { header: "2011", year: "2011" }, region, { header: "2010", year: "2010" }, { header: "2011", year: "2011" }]\n';
    const read = await readPages(
      { document: NUMBERS, tables: { sales: `title: Sales\n${columns}${ROWS}` } },
      [line('Sales') + ruled({ rows, widths: [50, 50, 50, 50, 50, 50] })],
    );
    expect(read.values).toMatchObject(values);
  });
});

describe('two tables beside each other', () => {
  const left = ruled({
    rows: [
      ['Region', '2010'],
      ['North', '1'],
      ['South', '2'],
    ],
    widths: [60, 60],
  });
  const right = ruled({
    rows: [
      ['Region', '2010'],
      ['North', '8'],
      ['South', '9'],
    ],
    left: 220,
    widths: [60, 60],
  });
  const table = (title: string): string =>
    `title: ${title}\ncolumns: { year: { labels: { 2010: "2010" } } }\nrows: { region: { labels: [North, South] } }\n`;

  it('are told by the titles that stand over them', async () => {
    const page = line('Sales') + line('Costs', 275, 220) + left + right;
    const { values, cells } = await readPages(
      { document: NUMBERS, tables: { sales: table('Sales'), costs: table('Costs') } },
      [page],
    );
    expect(cells.map(({ cellId }) => cellId)).toHaveLength(4);
    expect(values).toEqual({ 'north.2010': '8', 'south.2010': '9' });
    const sales = cells.find(({ cellId }) => cellId === 'sales:north.2010');
    expect(sales?.raw).toBe('1');
  });
});

describe('a table on several pages', () => {
  const title = line('Sales by region');
  const table = `title: Sales by region\ncolumns: { year: { range: [2010, 2011] } }\n${ROWS}`;
  const head = ['Region', '2010', '2011'];
  const first = ruled({ rows: [head, ['North', '1', '2'], ['South', '3', '4']] });
  const rest = [
    ['East', '5', '6'],
    ['West', '7', '8'],
  ];

  it('goes on at the top of the next page under its header', async () => {
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      title + first,
      ruled({ rows: [head, ...rest] }),
    ]);
    expect(Object.values(values)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('goes on under another title, and another header', async () => {
    const more = `${table}pages: 1-2\ncontinued: { title: "{title} (continued)", columns: [region, { header: Last year, year: "2011" }, { header: Before, year: "2010" }] }\n`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: more } }, [
      title + first,
      line('Sales by region (continued)') + ruled({ rows: [['Region', 'Last year', 'Before'], ...rest] }),
    ]);
    expect(values).toMatchObject({ 'north.2010': '1', 'east.2011': '5', 'east.2010': '6' });
  });

  it('goes on without a header under the columns that it has', async () => {
    const columns = '[region, { header: "2010", year: "2010" }, { header: "2011", year: "2011" }]';
    const table = `title: Sales\ncolumns: ${columns}\n${ROWS}`;
    const first = [
      ['Region', '2010', '2011'],
      ['North', '1', '2'],
      ['South', '3', '4'],
    ];
    const rest = [
      ['East', '5', '6'],
      ['West', '7', '8'],
    ];
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows: first }),
      ruled({ rows: rest }),
    ]);
    expect(values).toMatchObject({ 'north.2010': '1', 'east.2011': '6', 'west.2010': '7' });
    const findings = await refused({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows: first }),
      line('Costs') + ruled({ rows: rest }),
    ]);
    expect(findings[0]?.expected).toContain('the row "East"');
  });

  it('goes on with its columns, every row once more', async () => {
    const wide = `title: Sales by region\npages: 1-2\ncolumns: { year: { range: [2010, 2013] } }\nrows: { region: { labels: [North, South] } }\n`;
    const pages = (labels: readonly string[]): readonly string[] => [
      title + first,
      ruled({
        rows: [
          ['Region', '2012', '2013'],
          [labels[0] ?? '', '10', '11'],
          [labels[1] ?? '', '12', '13'],
        ],
      }),
    ];
    const { values } = await readPages(
      { document: NUMBERS, tables: { sales: wide } },
      pages(['North', 'South']),
    );
    expect(values).toMatchObject({
      'north.2010': '1',
      'south.2011': '4',
      'north.2012': '10',
      'south.2013': '13',
    });
    const [finding] = await refused(
      { document: NUMBERS, tables: { sales: wide } },
      pages(['South', 'North']),
    );
    expect(finding?.expected).toBe('the row "North"');
    const [missing] = await refused({ document: NUMBERS, tables: { sales: wide } }, [
      title + first,
      line('Nothing'),
    ]);
    expect(missing?.expected).toContain('"2012"');
  });

  it('is refused where a page of it has another table', async () => {
    const findings = await refused({ document: NUMBERS, tables: { sales: table } }, [
      title + first,
      line('Another story') + ruled({ rows: [head, ...rest] }),
    ]);
    expect(findings[0]?.found).toBe('the end of the table');
  });

  it('repeats the heading of a group that goes on', async () => {
    const grouped = `
title: Sales
pages: 1-2
columns: [town, { header: "2010", year: "2010" }]
rows: { zone: { labels: { a: Zone A } }, town: { labels: [Ash, Birch] } }
continued: { heading: "{heading} (continued)" }
`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: grouped } }, [
      line('Sales') +
        ruled({
          rows: [
            ['Town', '2010'],
            ['Zone A', ''],
            ['Ash', '1'],
          ],
        }),
      ruled({
        rows: [
          ['Town', '2010'],
          ['Zone A (continued)', ''],
          ['Birch', '2'],
        ],
        widths: [100, 60],
      }),
    ]);
    expect(values).toEqual({ 'a.ash.2010': '1', 'a.birch.2010': '2' });
  });
});

describe('a page that is turned', () => {
  it('is read as it is meant to be read', async () => {
    const table = `title: Sales by region\ncolumns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: [North, South] } }\n`;
    const upright =
      line('Sales by region') +
      ruled({
        rows: [
          ['Region', '2010', '2011'],
          ['North', '1', '2'],
          ['South', '3', '4'],
        ],
      });
    const turned = `q 0 1 -1 0 400 0 cm ${upright} Q`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [turned]);
    expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
  });
});
