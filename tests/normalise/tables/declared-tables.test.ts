import { describe, expect, it } from 'vitest';
import { words } from '../../extract/pdf/made-up-pdf.ts';
import { line, readPages, refused, ruled } from './printed.ts';

const SALES = [
  ['Region', '2010', '2011'],
  ['North', '12', '1,300'],
  ['South', '7', '84'],
];
const TABLE = `
title: Sales by region
columns: { year: { range: [2010, 2011] } }
rows: { region: { labels: { north: North, south: South } } }
`;
const NUMBERS = 'numbers: { decimal: ".", group: [","] }\n';

describe('a ruled table', () => {
  it('is read by its title, its headers and its labels, cell by cell', async () => {
    const { values, owned } = await readPages({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by region') + ruled({ rows: SALES }) + line('Something else that nobody declares', 20),
    ]);
    expect(values).toEqual({
      'north.2010': '12',
      'north.2011': '1300',
      'south.2010': '7',
      'south.2011': '84',
    });
    expect(new Set(owned.map(({ element }) => element))).toEqual(
      new Set(['table_title', 'table_header', 'row_label', 'cell', 'not_read']),
    );
  });

  it('is read by the places of its columns on a page', async () => {
    const table = `
pages: 2
columns: [region, { year: "2010" }, ignore]
rows: { region: { labels: [North, South] } }
`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      line('Nothing here'),
      ruled({ rows: SALES }),
    ]);
    expect(values).toEqual({ 'north.2010': '12', 'south.2010': '7' });
  });

  it('keeps its columns whatever order its headers have', async () => {
    const exchanged = SALES.map(([label = '', one = '', other = '']) => [label, other, one]);
    const { values } = await readPages({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by region') + ruled({ rows: exchanged }),
    ]);
    expect(values['north.2011']).toBe('1300');
    expect(values['south.2010']).toBe('7');
  });

  it('refuses a row that is not declared, and one that is missing', async () => {
    const more = [...SALES, ['West', '1', '2']];
    const [strange] = await refused({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by region') + ruled({ rows: more }),
    ]);
    expect(strange?.found).toBe('"West"');
    const [missing] = await refused({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by region') + ruled({ rows: SALES.slice(0, 2) }),
    ]);
    expect(missing?.expected).toBe('the row "South"');
  });

  it('refuses an undeclared column, which would be lost in silence', async () => {
    const wide = SALES.map((row, at) => [...row, at === 0 ? '2012' : '9']);
    const [finding] = await refused({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by region') + ruled({ rows: wide }),
    ]);
    expect(finding?.found).toContain('"2012"');
  });

  it('is that under its title where others of its pages have the same headers', async () => {
    const costs = SALES.map(([label = '', ...values]) => [
      label,
      ...values.map((value) => value.replace('1', '2')),
    ]);
    const page =
      line('Costs by region') +
      ruled({ rows: costs }) +
      line('Sales by region', 195) +
      ruled({ rows: SALES, top: 180 });
    const table = { sales: `${TABLE}pages: 1\n` };
    const { values } = await readPages({ document: NUMBERS, tables: table }, [page]);
    expect(values['north.2010']).toBe('12');
  });

  it('tells the title that stands there where the declared one does not', async () => {
    const [finding] = await refused({ document: NUMBERS, tables: { sales: TABLE } }, [
      line('Sales by country') + ruled({ rows: SALES }),
    ]);
    expect(finding?.expected).toContain('"Sales by region"');
    expect(finding?.found).toContain('"Sales by country"');
  });
});

describe('a total that has the label of an outer key alone', () => {
  const rows = [
    ['Region', 'Kind', '2010'],
    ['North', 'Apples', '12'],
    ['North', 'Pears', '7'],
    ['All', '', '19'],
  ];
  const own = `
title: Sales by region
columns: [region, kind, { header: "2010", year: "2010" }]
rows:
  - { label: [North, Apples], region: north, kind: apples }
  - { label: [North, Pears], region: north, kind: pears }
  - { label: [LABEL], region: all, kind: all }
`;
  const pages = [line('Sales by region') + ruled({ rows })];

  it('is a row like the others', async () => {
    const tables = { sales: own.replace('LABEL', 'All') };
    const { values } = await readPages({ document: NUMBERS, tables }, pages);
    expect(values['all.all.2010']).toBe('19');
  });

  it('is refused under another label', async () => {
    const tables = { sales: own.replace('LABEL', 'South') };
    const [finding] = await refused({ document: NUMBERS, tables }, pages);
    expect(finding?.found).toBe('"All"');
  });
});

describe('a raised mark that is the letter which the title goes on with', () => {
  it('is no letter of it', async () => {
    const table = TABLE.replace('by region', 'and costs');
    const { values } = await readPages({ document: NUMBERS, tables: { sales: table } }, [
      words(20, 275, 'Sales', 8) +
        words(42, 278, 'a', 5) +
        words(48, 275, 'and costs', 8) +
        ruled({ rows: SALES }),
    ]);
    expect(values['south.2010']).toBe('7');
  });
});

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
