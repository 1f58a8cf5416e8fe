import { describe, expect, it } from 'vitest';
import { headRowsIn } from '../../../pipeline/normalise/tables/cells/repeated-head.ts';
import type { Cell, Table } from '../../../pipeline/page/table.ts';
import { readSource } from './printed.ts';

const TABLE = `title: Sales
columns: { year: { range: [2010, 2011] } }
rows: { region: { labels: [North, South] } }
`;
const HEAD = '<tr><th>Region<th>2010<th>2011';
const read = (rows: string, table = TABLE): ReturnType<typeof readSource> =>
  readSource(
    { tables: { sales: table } },
    new TextEncoder().encode(`<p>Sales<table><thead>${HEAD}<tbody>${rows}</table>`),
    'survey.html',
  );

describe('a boxhead that stands again in the midst of its table', () => {
  it('is that, whatever marks it up', async () => {
    for (const again of [HEAD, `<thead>${HEAD}<tbody>`, HEAD.replaceAll('th', 'td')]) {
      const { values, owned } = await read(`<tr><td>North<td>1<td>2${again}<tr><td>South<td>3<td>4`);
      expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
      const heads = owned.filter(({ element }) => element === 'table_header');
      expect(heads.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(2 * 'Region20102011'.length);
    }
  });

  it('may be parted from its rows by a heading that goes on', async () => {
    const zones = TABLE.replace('rows: {', 'rows: { zone: { labels: { a: Zone A } },').concat(
      'continued: { heading: "{heading} (continued)" }\n',
    );
    const { values } = await read(
      `<tr><td colspan=3>Zone A<tr><td>North<td>1<td>2${HEAD}<tr><td colspan=3>Zone A (continued)<tr><td>South<td>3<td>4`,
      zones,
    );
    expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
  });

  it('is refused where it says other columns', async () => {
    const other = '<tr><th>Region<th>2011<th>2010';
    await expect(read(`<tr><td>North<td>1<td>2${other}<tr><td>South<td>3<td>4`)).rejects.toThrow(
      'expected the row "South", found "Region"',
    );
  });

  it('is no row of values that looks like a head of numbers', async () => {
    const numbers = '<tr><th><th>2010<th>2011';
    const { values } = await readSource(
      { tables: { sales: TABLE.replace('[North, South]', '{ north: North, none: "" }') } },
      new TextEncoder().encode(
        `<p>Sales<table><thead>${numbers}<tbody><tr><td>North<td>1<td>2<tr><td><td>2010<td>2011<tr></table>`,
      ),
      'survey.html',
    );
    expect(Object.values(values)).toEqual(['1', '2', '2010', '2011']);
  });

  it('is looked for by asking each cell a few times, however many rows there are', () => {
    let asked = 0;
    const cells = Array.from(
      { length: 2_000 },
      (_, row): Cell => ({
        get row() {
          asked += 1;
          return row;
        },
        column: 0,
        rowSpan: 1,
        columnSpan: 1,
        lines: [],
        box: undefined,
      }),
    );
    const toldBy = { rowsToldBy: 'ruled', columnsToldBy: 'ruled' } as const;
    const table: Table = {
      kind: 'table',
      rows: 2_000,
      columns: 1,
      cells,
      headRows: 1,
      ...toldBy,
      box: undefined,
    };
    expect([...headRowsIn(table, 1)]).toEqual([0]);
    expect(asked).toBeLessThan(10 * cells.length);
  });
});
