import { describe, expect, it } from 'vitest';
import { tablesOf } from './tables-of-text.ts';

describe('a text in which a tab stands between each two cells', () => {
  it('has heads over several columns where those beside them are empty and have heads below', async () => {
    const [table] = await tablesOf(
      'Age\tWomen\t\tMen\t\n\t2018\t2019 (p)\t2018\t2019 (p)\n0-14\t5\t6\t7\t8\n',
    );
    expect(table?.heads).toBe(2);
    expect(table?.rows[0]).toEqual(['Age', 'Women>2', 'Men>2']);
  });

  it('has none over values, or over a row with a label', async () => {
    const [values] = await tablesOf('Age\tWomen\t\tMen\t\n\t5\t6\t7\t8\n0-14\t5\t6\t7\t8\n');
    const [labelled] = await tablesOf('Age\tWomen\t\tMen\t\nAll\t2018\t2019\t2018\t2019\n0-14\t5\t6\t7\t8\n');
    expect([values?.heads, labelled?.heads]).toEqual([1, 1]);
  });
});

describe('a text with a separator between each two cells', () => {
  const READ = [
    ['Orchard', 'Spring', 'Autumn'],
    ['North', '345.5', ''],
    ['South', '30.5', '40.5'],
  ];

  it.each([
    'Orchard;Spring;Autumn\nNorth;345.5;\nSouth;30.5;40.5',
    'Orchard,Spring,Autumn\nNorth,345.5,\nSouth,30.5,40.5',
    '"Orchard","Spring","Autumn"\n"North","345.5",""\n"South","30.5","40.5"',
    'Harvest, by orchard\nOrchard,Spring,Autumn\nNorth,345.5,\nSouth,30.5,40.5',
    'Orchard ; Spring ; Autumn\nNorth ; 345.5 ;\nSouth ; 30.5 ; 40.5',
  ])('has a table: %j', async (text) => {
    expect((await tablesOf(`Harvest\n\n${text}\n\nEnd.\n`)).map(({ rows }) => rows)).toEqual([READ]);
  });

  it('keeps what stands in quotes together', async () => {
    const [table] = await tablesOf('Harvest\n\n"Orchard","2010"\n"North, hill","1,345.5"\n"South","2"\n');
    expect(table?.rows[1]).toEqual(['North, hill', '1,345.5']);
  });

  it.each([
    // Lines that do not agree, a comma within numbers, prose, lines of values alone, a quote that is left open.
    'Orchard,Spring,Autumn\nNorth,345,5,20\nSouth,30,40',
    'In spring, 345 were red, 20 green\nin autumn, 30 were red, 40 green',
    '345,5;20\n30;40',
    'Orchard;Spring\n"North;345.5\nSouth;30.5',
  ])('has none: %j', async (text) => {
    const tables = await tablesOf(`Harvest\n\n${text}\n`);
    expect(tables.filter(({ rows }) => rows.flat().includes('North'))).toEqual([]);
  });
});

it('a comma within numbers parts no columns', async () => {
  const [table] = await tablesOf('Harvest\n\nNorth         3,5     20,5\nSouth        30,5     40,5\n');
  expect(table?.rows).toEqual([
    ['North', '3,5', '20,5'],
    ['South', '30,5', '40,5'],
  ]);
});
