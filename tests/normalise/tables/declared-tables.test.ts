import { describe, expect, it } from 'vitest';
import { words } from '../../extract/pdf/made-up-pdf.ts';
import { line, readPages, refused, ruled } from './printed.ts';
import { NUMBERS, SALES, TABLE } from './sales-table.ts';

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
