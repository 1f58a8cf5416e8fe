import { describe, expect, it } from 'vitest';
import { line, readPages, refused, ruled } from './printed.ts';
import { NUMBERS, SALES, TABLE } from './sales-table.ts';

describe('an empty cell', () => {
  const rows = [SALES[0] ?? [], ['North', '', '5'], SALES[2] ?? []];

  it('says what is declared', async () => {
    const { values } = await readPages({ document: NUMBERS, tables: { sales: `${TABLE}blank: missing\n` } }, [
      line('Sales by region') + ruled({ rows }),
    ]);
    expect(values).toMatchObject({ 'north.2010': 'missing', 'north.2011': '5' });
  });

  it('is refused where nothing is declared, with its row and its column', async () => {
    const [finding] = await refused({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by region') + ruled({ rows }),
    ]);
    expect(finding?.place).toMatchObject({ table: 'sales', row: 'North', column: '2010', page: 1 });
    expect(finding?.action).toContain('blank: missing');
  });
});

describe('headers on several levels', () => {
  const rows = [
    ['', 'Men>2', 'Women>2'],
    ['Region', '2010', '2011', '2010', '2011'],
    ['North', '1', '2', '3', '4'],
  ];
  const table = `
title: People
columns: { sex: { labels: { m: Men, f: Women } }, year: { range: [2010, 2011] } }
rows: { region: { labels: [North] } }
`;

  it('are matched by the columns that they stand over, equal words included', async () => {
    const { values } = await readPages({ document: NUMBERS, tables: { people: table } }, [
      line('People') + ruled({ rows }),
    ]);
    expect(values).toEqual({
      'north.m.2010': '1',
      'north.m.2011': '2',
      'north.f.2010': '3',
      'north.f.2011': '4',
    });
  });

  it('refuse a header that stands over several columns', async () => {
    const flat = table.replace('sex: { labels: { m: Men, f: Women } }, ', '');
    const [finding] = await refused({ document: NUMBERS, tables: { people: flat } }, [
      line('People') + ruled({ rows }),
    ]);
    expect(finding?.expected).toBe('one column under "2010"');
  });
});

describe('keys of rows', () => {
  it('have their labels in any column', async () => {
    const table = `
title: Sales
columns: [{ header: "2010", year: "2010" }, { header: "2011", year: "2011" }, region]
rows: { region: { labels: [North, South] } }
`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows: SALES.map(([label = '', ...own]) => [...own, label]) }),
    ]);
    expect(values).toEqual({
      'north.2010': '12',
      'north.2011': '1300',
      'south.2010': '7',
      'south.2011': '84',
    });
  });

  it('may print the outer label once for several rows, over several lines', async () => {
    const table = `
title: Sales
columns: [region, year, value]
rows: { region: { labels: { santa_cruz: Santa Cruz, south: South } }, year: { range: [2010, 2012] } }
`;
    const rows = [
      ['Region', 'Year', 'Sales'],
      ['Santa', '2010', '1'],
      ['Cruz', '2011', '2'],
      ['', '2012', '3'],
      ['South', '2010', '4'],
      ['', '2011', '5'],
      ['', '2012', '6'],
    ];
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows }),
    ]);
    expect(values).toEqual({
      'santa_cruz.2010': '1',
      'santa_cruz.2011': '2',
      'santa_cruz.2012': '3',
      'south.2010': '4',
      'south.2011': '5',
      'south.2012': '6',
    });
    const wrong = rows.map((row) => (row[0] === 'South' ? ['West', ...row.slice(1)] : row));
    const [finding] = await refused({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows: wrong }),
    ]);
    expect(finding?.found).toContain('West');
  });

  it('may be headings over their rows, with subtotals between and not every row under each', async () => {
    const table = `
title: Sales
columns: { year: { range: [2010, 2011] } }
rows:
  - zone: { labels: { a: Zone A, b: Zone B } }
    town: { labels: [Ash, Birch, Total], printed: some }
  - { label: All zones, zone: all, town: all }
`;
    const rows = [
      ['', '2010', '2011'],
      ['Zone A', '', ''],
      ['Ash', '1', '2'],
      ['Total', '1', '2'],
      ['Zone B', '', ''],
      ['Ash', '3', '4'],
      ['Birch', '5', '6'],
      ['Total', '8', '10'],
      ['All zones', '9', '12'],
    ];
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows }),
    ]);
    expect(Object.keys(values)).toHaveLength(12);
    expect(values).toMatchObject({
      'a.ash.2010': '1',
      'b.ash.2010': '3',
      'b.birch.2011': '6',
      'all.all.2011': '12',
    });
    const [finding] = await refused({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows: rows.filter(([label]) => label !== 'Zone B') }),
    ]);
    expect(finding?.found).toBe('"Ash"');
  });

  it('may be printed in turn: a row of numbers, then one of shares under the same label', async () => {
    const table = `
title: Sales
columns: { year: { range: [2010, 2011] } }
rows:
  region: { labels: [North, South] }
  measure: { labels: { number: "{region}", share: share } }
`;
    const rows = [
      ['', '2010', '2011'],
      ['North', '1', '2'],
      ['share', '10', '20'],
      ['South', '3', '4'],
      ['share', '90', '80'],
    ];
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Sales') + ruled({ rows }),
    ]);
    expect(values).toMatchObject({
      'north.number.2010': '1',
      'north.share.2010': '10',
      'south.share.2011': '80',
    });
  });
});
