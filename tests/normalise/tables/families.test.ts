import { describe, expect, it } from 'vitest';
import { line, readPages, ruled } from './printed.ts';
import { NUMBERS } from './sales-table.ts';

describe('families of tables', () => {
  it('are found wherever they stand, printed in turn or not', async () => {
    const family = (name: string): string =>
      `for: { year: { range: [2010, 2011] } }\ntitle: ${name} of {year}\ncolumns: [region, { header: Total, sex: t }]\nrows: { region: { labels: [North] } }\n`;
    const one = (title: string, y: number, value: string): string =>
      line(title, y) +
      ruled({
        top: y - 8,
        rows: [
          ['Region', 'Total'],
          ['North', value],
        ],
      });
    const { cells } = await readPages(
      { document: NUMBERS, tables: { sales: family('Sales'), costs: family('Costs') } },
      [
        one('Sales of 2010', 280, '1') + one('Costs of 2010', 200, '2') + one('Sales of 2011', 120, '3'),
        one('Costs of 2011', 280, '4'),
      ],
    );
    expect(Object.fromEntries(cells.map(({ cellId, raw }) => [cellId, raw]))).toEqual({
      'sales:2010.north.t': '1',
      'sales:2011.north.t': '3',
      'costs:2010.north.t': '2',
      'costs:2011.north.t': '4',
    });
  });
});

describe('rows that are listed elsewhere', () => {
  const page =
    line('Sales') +
    ruled({
      rows: [
        ['Region', '2010'],
        ['North', '1'],
        ['South', '2'],
      ],
    }) +
    line('Costs', 180) +
    ruled({
      top: 170,
      rows: [
        ['Region', '2010'],
        ['North', '3'],
        ['South', '4'],
      ],
    });

  it('come from a CSV, or from another table', async () => {
    const columns = 'columns: { year: { labels: { 2010: "2010" } } }\n';
    const { cells } = await readPages(
      {
        document: NUMBERS,
        tables: {
          sales: `title: Sales\n${columns}rows: { region: { codelist: regions } }\n`,
          costs: `title: Costs\n${columns}rows: { region: { from: sales } }\n`,
        },
        codelists: { regions: 'region,label\nN,North\nS,South\n' },
      },
      [page],
    );
    expect(cells.map(({ cellId, raw }) => `${cellId} ${raw}`)).toEqual([
      'sales:N.2010 1',
      'sales:S.2010 2',
      'costs:N.2010 3',
      'costs:S.2010 4',
    ]);
  });
});
