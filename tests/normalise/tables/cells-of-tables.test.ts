import { describe, expect, it } from 'vitest';
import { NUMBERS, page, readMarkup, table } from './cells-of-sales.ts';
import { line, readPages, readSource, refused, ruled } from './printed.ts';

describe('the cells of a declared table', () => {
  it('are read in the declared notation: symbols, brackets, affixes', async () => {
    const { values } = await readPages(
      { document: NUMBERS, tables: { sales: table() } },
      page('*', '-', '(1,234.5)', '12%'),
    );
    expect(Object.values(values)).toEqual(['missing', 'nil', '-1234.5', '12']);
  });

  it('own the empty place at the end of a page that has its number below, as nothing else does', async () => {
    const pages = [1, 2, 3].flatMap((number) =>
      page('1', '2', '3', '').map((each) => each + line(`- Page ${number} of 3 -`, 12)),
    );
    const { values, owned } = await readPages(
      { tables: { sales: table('blank: missing\npages: 2\n') } },
      pages,
    );
    expect(Object.values(values)).toEqual(['1', '2', '3', 'missing']);
    expect(owned.every(({ from }, at) => from === (owned[at - 1]?.to ?? 0))).toBe(true);
  });

  it('have affixes around them, and within these others', async () => {
    const { values } = await readPages(
      { document: 'numbers: { decimal: ".", affixes: ["({n})", "%"] }\n', tables: { sales: table() } },
      page('(78)', '(19.9%)', '12%', '7'),
    );
    expect(Object.values(values)).toEqual(['78', '19.9', '12', '7']);
  });

  it('may have no digit before the decimal sign: nothing of the number stands in another cell', async () => {
    const { values } = await readPages(
      {
        document: 'numbers: { decimal: ".", affixes: ["%"], negative: ["-"] }\n',
        tables: { sales: table() },
      },
      page('.5', '-.25', '.2%', '1.5'),
    );
    expect(Object.values(values)).toEqual(['0.5', '-0.25', '0.2', '1.5']);
  });

  it('have stars before or behind them as marks; stars beside each other are one', async () => {
    const own = `${table()}marks: ["{n}"]\nnotes: ["*", "**"]\n`;
    const { values } = await readPages(
      { document: NUMBERS.replace('"*": missing, ', ''), tables: { sales: own } },
      page('31.6**', '*2,247', '**-3', '7*'),
    );
    expect(Object.values(values)).toEqual(['31.6^**', '2247^*', '-3^**', '7^*']);
  });

  it('have marks in characters that are raised by themselves, and these are never digits', async () => {
    const own = `${table()}notes: { "1": a, "2": b }\n`;
    const { values } = await readMarkup(
      { document: NUMBERS, tables: { sales: own } },
      '12²',
      '1,234.5 ¹',
      '5⁽²⁾',
      '7',
    );
    expect(Object.values(values)).toEqual(['12^2', '1234.5^1', '5^2', '7']);
    await expect(
      readMarkup({ document: NUMBERS, tables: { sales: table() } }, '12²', '1', '2', '3'),
    ).rejects.toThrow('notes: { "2": its text }');
  });

  it.each(['3 5', '1 5 7', '- 1 5', '1 2 345'])(
    'are refused where a space may part two values of one: %s',
    async (cell) => {
      await expect(readMarkup({ tables: { sales: table() } }, cell, '1', '2', '3')).rejects.toThrow(
        'a space may part two values',
      );
    },
  );

  it('stand behind dots that lead to them from their labels', async () => {
    const text =
      'Sales\n\nRegion          2010    2011\nNorth.....        12       7\nSouth.....         3     4.5\n';
    const { values } = await readSource(
      { document: NUMBERS, tables: { sales: table() } },
      new TextEncoder().encode(text),
      'survey.txt',
    );
    expect(Object.values(values)).toEqual(['12', '7', '3', '4.5']);
  });
});

describe('labels', () => {
  it('may carry marks, raised or listed', async () => {
    const own = `${table()}notes: ["1"]\nmarks: ["{n})"]\n`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: own } }, [
      line('Sales') +
        ruled({
          rows: [
            ['Region', '2010', '2011'],
            ['North^1', '1', '2'],
            ['South 1)', '3', '4'],
          ],
        }),
    ]);
    expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
  });

  it('may be printed over several lines, and in any of the declared languages', async () => {
    const own = `title: { en: Sales, fr: Ventes }\ncolumns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: { n: { en: North region, fr: Nord }, s: { en: South, fr: Sud } } } }\n`;
    const { values } = await readPages({ document: NUMBERS, tables: { sales: own } }, [
      line('Ventes') +
        ruled({
          height: 26,
          rows: [
            ['Region', '2010', '2011'],
            ['North|region', '1', '2'],
            ['Sud', '3', '4'],
          ],
        }),
    ]);
    expect(values).toMatchObject({ 'n.2010': '1', 's.2011': '4' });
  });
});

describe('a cell of several values', () => {
  const own = (form: string, more = ''): string =>
    `title: Sales\ncolumns:\n  - region\n  - { header: "2010", measure: "${form}" }\n  - ignore\nrows: { region: { labels: [North, South] } }\n${more}`;
  const NOTATION = 'numbers: { decimal: ".", group: [","], negative: ["-"], symbols: { "*": missing } }\n';
  const read = async (form: string, cells: readonly string[], more = '') =>
    (
      await readPages(
        { document: NOTATION, tables: { sales: own(form, more) } },
        page(cells[0] ?? '', '0', cells[1] ?? '', '0'),
      )
    ).values;

  it.each([
    ['{n} ({share}%)', ['1,269 (19.9%)', '101(20.4%)'], ['1269', '19.9', '101', '20.4']],
    ['({low}-{high})', ['(1.1-1.2)', '(-0.5-1.2)'], ['1.1', '1.2', '-0.5', '1.2']],
    ['{n} / {of}', ['3/4', '5 / 6'], ['3', '4', '5', '6']],
  ])('is read by its form %s', async (form, cells, values) => {
    expect(Object.values(await read(form, cells))).toEqual(values);
  });

  it('has each value under its own code, and the characters of that value alone', async () => {
    const { cells } = await readPages(
      { document: NOTATION, tables: { sales: own('{n} ({share}%)') } },
      page('12 (19.9%)', '0', '7 (1%)', '0'),
    );
    expect(cells.map(({ cellId, raw }) => `${cellId} ${raw}`)).toEqual([
      'sales:north.n 12',
      'sales:north.share 19.9',
      'sales:south.n 7',
      'sales:south.share 1',
    ]);
  });

  it('may print the first value alone where blanks are declared', async () => {
    expect(Object.values(await read('{n} ({share}%)', ['12', '7 (1%)'], 'blank: missing\n'))).toEqual([
      '12',
      'missing',
      '7',
      '1',
    ]);
  });

  it('says of each of them what a symbol says that stands there alone', async () => {
    const values = Object.values(await read('({low}-{high})', ['*', '(1-2)']));
    expect(values).toEqual(['missing', 'missing', '1', '2']);
  });

  it.each([
    ['without a declared blank', ['12', '7 (1%)'], 'an empty cell'],
    ['of another form', ['12 [3]', '7 (1%)'], '12 [3]'],
    ['that could be cut in two ways', ['1 (2%) (3%)', '7 (1%)'], '1 (2%) (3%)'],
  ])('is refused %s', async (_, cells, found) => {
    const findings = await refused(
      { document: NOTATION, tables: { sales: own('{n} ({share}%)') } },
      page(cells[0] ?? '', '0', cells[1] ?? '', '0'),
    );
    expect(findings.map((finding) => finding.found).join(' ')).toContain(found);
  });

  it('is refused where nothing parts its values', async () => {
    await expect(read('{n}{share}', ['1', '2'])).rejects.toThrow('signs between the values of a cell');
  });
});
