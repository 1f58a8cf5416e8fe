import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { readSource } from './printed.ts';

const TABLES = {
  sales:
    'title: Sales\ncolumns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: [Northern, South] } }\n',
};
const NUMBERS = 'numbers: { decimal: ".", negative: ["-"] }\n';

async function read(first: string, label = 'Northern'): Promise<string> {
  const page = `<p>Sales</p><table><tr><th><th>2010<th>2011<tr><td>${label}<td>${first}<td>2<tr><td>South<td>3<td>4</table>`;
  try {
    const { values } = await readSource(
      { document: NUMBERS, tables: TABLES },
      new TextEncoder().encode(page),
      'page.html',
    );
    return Object.values(values).join(' ');
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  }
}

describe('a soft hyphen in a page of HTML, which shows nothing where no line breaks', () => {
  it.each(['&shy;5', '5&shy;', '&shy;<b>5</b>', '&shy;&shy;5'])(
    'may stand for the minus of a number, and is refused at one: %s',
    async (cell) => {
      expect(await read(cell)).toContain('found a soft hyphen at "5", which shows nothing there');
    },
  );

  it('says nothing in a word, nor between digits that may be parted', async () => {
    expect(await read('5', 'North&shy;ern')).toBe('5 2 3 4');
    expect(await read('12&shy;345')).toBe('12345 2 3 4');
  });
});
