import { describe, expect, it } from 'vitest';
import { type Declared, readSource } from './printed.ts';

const TABLE =
  'title: Sales\ncolumns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: [North, South] } }\n';
const read = (rows: string, last = '<tr><td>South<td>8<td>9'): ReturnType<typeof readSource> => {
  const declared: Declared = { tables: { sales: TABLE } };
  const page = `<p>Sales<table><tr><th>Region<th>2010<th>2011${rows}${last}</table>`;
  return readSource(declared, new TextEncoder().encode(page), 'survey.html');
};

describe('a label that stands over several rows of its table', () => {
  it('has the values of all of them, where each column has one', async () => {
    const { values } = await read('<tr><td rowspan=2>North<td>1<td><tr><td><td>2');
    expect(Object.values(values)).toEqual(['1', '2', '8', '9']);
  });

  it('is refused where a column has two, with both', async () => {
    await expect(read('<tr><td rowspan=2>North<td>1<td>2<tr><td>3<td>')).rejects.toThrow(
      /table sales, row North, column 2010\n {2}expected one value, found 2: "?1"?, "?3"?; declare a row for each of them/,
    );
  });
});

describe('a value that stands over two rows that are declared', () => {
  it('is of neither', async () => {
    await expect(read('<tr><td>North<td rowspan=2>1<td>2', '<tr><td>South<td>9')).rejects.toThrow(
      /table sales, row South, column 2010\n {2}expected a value in each row, found "1" over several rows/,
    );
  });
});
