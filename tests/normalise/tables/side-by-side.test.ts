import { describe, expect, it } from 'vitest';
import { madeUpPdf } from '../../extract/pdf/made-up-pdf.ts';
import {
  asText,
  type Beside,
  beside,
  both,
  COSTS,
  columns,
  equal,
  FRUIT,
  fruit,
  NUMBERS,
  READ,
  READ_FRUIT,
  REGIONS,
  type Rows,
  refusal,
  regions,
} from './beside-each-other.ts';
import { line, readPages, readSource, ruled } from './printed.ts';

describe('tables beside each other whose rows stand on the same lines', () => {
  it.each<[string, Beside]>([
    ['far apart', { gap: 100 }],
    ['as far apart as their columns', { gap: 5 }],
    ['in one frame', { gap: 0, isRuled: true }],
    ['in frames that touch', { gap: 3, isRuled: true }],
    ['in frames of their own', { gap: 30, isRuled: true }],
    ['a little lower', { top: 255 }],
    ['a row lower', { top: 244 }],
    ['with wider rows', { height: 20 }],
  ])('are read each by its own columns: %s', async (_, how) => {
    const { values } = await readPages(both, [beside(REGIONS, FRUIT, how)]);
    expect(values).toEqual({ ...READ, ...READ_FRUIT });
  });

  it('may have rows of different number, and more than two stand there', async () => {
    const widths = [40, 30, 30];
    const page = `${beside(REGIONS, FRUIT)}${line('Boats', 275, 300)}${ruled({
      rows: [
        ['Kind', '2010', '2011'],
        ['Large', '7', '8'],
      ],
      left: 300,
      widths,
      isRuled: false,
    })}`;
    const boats = `title: Boats\n${columns}rows: { kind: { labels: [Large] } }\n`;
    const { values } = await readPages({ ...both, tables: { ...both.tables, boats } }, [page]);
    expect(values).toEqual({ ...READ, ...READ_FRUIT, 'large.2010': '7', 'large.2011': '8' });
  });

  it('may have a column between them in which nothing is printed', async () => {
    const rows = REGIONS.map((row, at) => [...row, '', ...(FRUIT[at] ?? [])]);
    const page =
      line('Sales') + line('Fruit sold', 275, 150) + ruled({ rows, widths: [40, 30, 30, 30, 40, 30, 30] });
    const { values } = await readPages(both, [page]);
    expect(values).toEqual({ ...READ, ...READ_FRUIT });
  });

  it('are found or given up soon, however many there are and however alike', async () => {
    const many = Array.from({ length: 9 }, (_, at) => at);
    const rows = (count: number): Rows =>
      REGIONS.map((row) =>
        many
          .slice(0, count)
          .flatMap((at) =>
            row.map((text, column) => (column > 0 && /^\d$/.test(text) ? `${at + 1}${text}` : text)),
          ),
      );
    const titles = (count: number): string =>
      many
        .slice(0, count)
        .map((at) => line(`Sales ${at}`, 275, 20 + at * 100))
        .join('');
    const tables = Object.fromEntries(many.map((at) => [`sales_${at}`, `title: Sales ${at}\n${regions}`]));
    const widths = many.flatMap(() => [40, 30, 30]);
    const size: readonly [number, number] = [960, 300];
    const read = (count: number) =>
      readSource(
        { document: NUMBERS, tables },
        madeUpPdf([{ content: titles(count) + ruled({ rows: rows(count), widths }) }], { size }),
        'survey.pdf',
      );
    const { cells } = await read(9);
    expect(cells).toHaveLength(9 * 6);
    expect(cells.find(({ cellId }) => cellId === 'sales_7:east.2011')?.raw).toBe('86');
    // Of all arrangements of eight or nine tables none is looked at: a test that did would never end.
    expect(await refusal(read(8))).toContain('Sales 8');
    const untitled = Object.fromEntries(many.map((at) => [`sales_${at}`, `pages: 1\n${regions}`]));
    for (const last of ['6', 'x']) {
      const cut = rows(9).map((row) => row.map((text, at) => (at === 24 && text === 'East' ? last : text)));
      const bytes = madeUpPdf([{ content: ruled({ rows: cut, widths }) }], { size });
      const reading = readSource({ document: NUMBERS, tables: untitled }, bytes, 'survey.pdf');
      expect(await refusal(reading)).not.toBe('read');
    }
  });

  it('are told by their titles where all else is equal, whichever is declared first', async () => {
    const { cells } = await readPages(equal, [beside(REGIONS, COSTS)]);
    const of = (table: string): readonly string[] =>
      cells.filter((cell) => cell.table === table).map(({ raw }) => raw);
    expect([of('sales'), of('costs')]).toEqual([
      ['1', '2', '3', '4', '5', '6'],
      ['21', '22', '23', '24', '25', '26'],
    ]);
    const turned = await readPages(equal, [
      beside(REGIONS, COSTS, {
        titles: [
          ['Costs', 20],
          ['Sales', 160],
        ],
      }),
    ]);
    expect(turned.cells.find(({ cellId }) => cellId === 'sales:north.2010')?.raw).toBe('21');
  });

  it('are told by the labels of their rows, or by their places, where they have no titles', async () => {
    const page = beside(REGIONS, FRUIT, { titles: [] });
    const untitled = fruit.replace('title: Fruit sold', 'pages: 1');
    const { values } = await readPages(
      { document: NUMBERS, tables: { sales: `pages: 1\n${regions}`, fruit: untitled } },
      [page],
    );
    expect(values).toEqual({ ...READ, ...READ_FRUIT });
    const placed = {
      document: NUMBERS,
      tables: { sales: `pages: 1\ntable: 2\n${regions}`, costs: `pages: 1\ntable: 1\n${regions}` },
    };
    const { cells } = await readPages(placed, [beside(REGIONS, COSTS, { titles: [] })]);
    expect(cells.find(({ cellId }) => cellId === 'sales:north.2010')?.raw).toBe('21');
  });

  it('are refused where nothing tells which of them is which', async () => {
    const page = beside(REGIONS, COSTS, { titles: [] });
    const untitled = { sales: `pages: 1\n${regions}`, costs: `pages: 1\n${regions}` };
    const message = await refusal(readPages({ document: NUMBERS, tables: untitled }, [page]));
    expect(message).toContain('table sales');
    expect(message).toContain('declare');
  });

  it.each([
    ['left', { sales: `title: Sales\n${regions}` }, '"Fruit sold", "Fruit", "2010", "2011", ...'],
    ['right', { fruit }, '"Sales", "Region", "2010", "2011", ...'],
  ])(
    'are refused where only the %s one is declared, with what stands beside it',
    async (_, tables, others) => {
      const message = await refusal(readPages({ document: NUMBERS, tables }, [beside(REGIONS, FRUIT)]));
      expect(message).toContain(`others beside its own: ${others}`);
      expect(message).toContain('declare the table beside it too');
    },
  );

  it('are read alone where the columns of the other are left out by their places', async () => {
    const own = `title: Sales\ncolumns: [region, { header: "2010", measure: a }, { header: "2011", measure: b }, ignore, ignore, ignore]\nrows: { region: { labels: [North, South, East] } }\n`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: own } }, [
      beside(REGIONS, FRUIT),
    ]);
    expect(Object.values(values)).toEqual(Object.values(READ));
  });

  it('are refused where a value stands over both of them', async () => {
    const page = beside(REGIONS, FRUIT) + line('700', 260 - 16 * 3 - 8, 128);
    expect(await refusal(readPages(both, [page]))).not.toBe('read');
  });

  it('are read in a text that keeps its columns too', async () => {
    const bytes = asText(['Sales', 'Fruit sold'], REGIONS, FRUIT);
    const { values } = await readSource(both, bytes, 'survey.txt');
    expect(values).toEqual({ ...READ, ...READ_FRUIT });
    const { cells } = await readSource(equal, asText(['Costs', 'Sales'], COSTS, REGIONS), 'survey.txt');
    expect(cells.find(({ cellId }) => cellId === 'sales:east.2011')?.raw).toBe('6');
    const message = await refusal(readSource({ document: NUMBERS, tables: { fruit } }, bytes, 'survey.txt'));
    expect(message).toContain('others beside its own: "Sales", "Region"');
  });
});

describe('a table that could be printed beside itself', () => {
  const EAST: Rows = [
    ['Region', '2010', '2011'],
    ['East', '11', '12'],
    ['West', '13', '14'],
  ];
  const NORTH = REGIONS.slice(0, 3);
  const all = `${columns}rows: { region: { labels: [North, South, East, West] } }\n`;
  const some = all.replace('West] }', 'West], printed: some }');
  const titled = (title: string, rows: string, more = ''): string => `title: ${title}\n${rows}${more}`;
  const page = (other: string, how: Beside = {}): string =>
    beside(NORTH, EAST, {
      ...how,
      titles: [['Sales', 20], ...(other === '' ? [] : [[other, 120 + (how.gap ?? 40)] as const])],
    });
  const READ_ALL = ['1', '2', '3', '4', '11', '12', '13', '14'];
  const ways: readonly (readonly [string, Beside])[] = [
    ['without rules', {}],
    ['in one frame', { isRuled: true, gap: 0 }],
  ];

  it.each(ways)('is read where one title stands over all of it: %s', async (_, how) => {
    const { values } = await readPages({ document: NUMBERS, tables: { sales: titled('Sales', all) } }, [
      page('', how),
    ]);
    expect(Object.values(values)).toEqual(READ_ALL);
  });

  it.each(ways)(
    'is refused with the title of another beside its own, unless that is left out: %s',
    async (_, how) => {
      for (const rows of [all, some]) {
        const reading = readPages({ document: NUMBERS, tables: { sales: titled('Sales', rows) } }, [
          page('Costs', how),
        ]);
        const message = await refusal(reading);
        expect(message).toContain('expected nothing beside the title "Sales"');
        expect(message).toContain('found "Costs"');
      }
      const own = titled('Sales', all, 'ignore: [in thousands]\n');
      const { values } = await readPages({ document: NUMBERS, tables: { sales: own } }, [
        page('in thousands', how),
      ]);
      expect(Object.values(values)).toEqual(READ_ALL);
    },
  );

  it.each(ways)('is two where both titles are declared: %s', async (_, how) => {
    const tables = { sales: titled('Sales', some), costs: titled('Costs', some) };
    const { cells } = await readPages({ document: NUMBERS, tables }, [page('Costs', how)]);
    expect(cells.map(({ cellId, raw }) => `${cellId} ${raw}`)).toEqual([
      'sales:north.2010 1',
      'sales:north.2011 2',
      'sales:south.2010 3',
      'sales:south.2011 4',
      'costs:east.2010 11',
      'costs:east.2011 12',
      'costs:west.2010 13',
      'costs:west.2011 14',
    ]);
  });

  it('gives no value to two declared tables', async () => {
    const tables = { sales: `pages: 1\n${some}`, costs: `pages: 1\n${some}` };
    const message = await refusal(readPages({ document: NUMBERS, tables }, [page('')]));
    expect(message).toContain('found "1", which is a value of sales too');
    expect(message).toContain('table: 1');
  });
});
