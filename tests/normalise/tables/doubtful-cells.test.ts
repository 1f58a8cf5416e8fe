import { describe, expect, it } from 'vitest';
import { FIRST_OBJECT, madeUpPdf } from '../../extract/pdf/made-up-pdf.ts';
import { NUMBERS, page, readMarkup, table } from './cells-of-sales.ts';
import { type Declared, line, readPages, readSource, refused, ruled } from './printed.ts';

describe('a cell of a declared table in which something is in doubt', () => {
  it('are refused where a mark may have more digits than the one that is listed, and nothing tells', async () => {
    const own = (more = ''): Parameters<typeof refused>[0] => ({
      document: `${NUMBERS}marks: ["{n})"]\n`,
      tables: { sales: `${table()}notes: { "1": First estimate }\n${more}` },
    });
    const printed = page('76.411)', '2', '3.51)', '4');
    const [finding, other] = await refused(own(), printed);
    expect(other).toBeUndefined();
    expect(finding).toMatchObject({
      place: { page: 1, line: 3, table: 'sales', row: 'North' },
      found: '76.41 1) | 2, or else 76.4 11) | 2',
      action: 'list the note of each mark, or declare the decimals of the column',
    });
    expect((await readPages(own('decimals: [0, 2]\n'), page('76.411)', '2', '3', '4'))).values).toMatchObject(
      {
        'north.2010': '76.41^1',
      },
    );
  });

  it('are refused with a star more than any mark has', async () => {
    const own = `${table()}marks: ["{n}"]\nnotes: ["*", "**"]\n`;
    const [finding] = await refused(
      { document: NUMBERS, tables: { sales: own } },
      page('1***', '2', '3', '4'),
    );
    expect(finding?.found).toContain('1***');
  });

  it.each([
    ['zero', '', 'nil'],
    ['no value', 'nil: not_applicable\n', 'not_applicable'],
    ['not known', 'nil: missing\n', 'missing'],
  ])('that print a nil say %s, as the table declares', async (_, declared, expected) => {
    const { values } = await readPages(
      { document: NUMBERS, tables: { sales: table(declared) } },
      page('1', '-', '2', '3'),
    );
    expect(Object.values(values)).toEqual(['1', expected, '2', '3']);
  });

  it('are refused where their notation is not declared, with what to declare', async () => {
    const findings = await refused(
      { document: 'numbers: { group: [","] }\n', tables: { sales: table() } },
      page('(12)', '12%', '*', '1.5'),
    );
    expect(findings).toHaveLength(4);
    expect(findings.map(({ action }) => action).join(' ')).toContain('negative: ["({n})"]');
    expect(findings.map(({ action }) => action).join(' ')).toContain('affixes: ["%"]');
  });

  it.each([
    ['decimal: "."', '1,043', 'group: [","]'],
    ['decimal: ","', '1.043', 'group: ["."]'],
    ['group: [","]', '1.5', 'decimal: "."'],
    ['decimal: "."', '(78)', 'affixes: ["({n})"]'],
  ])('are refused under %s for %s, with what would read them', async (numbers, printed, advice) => {
    const [finding] = await refused(
      { document: `numbers: { ${numbers} }\n`, tables: { sales: table() } },
      page(printed, '1', '2', '3'),
    );
    expect(finding?.action).toContain(advice);
  });

  it('that could be thousands are refused without a notation', async () => {
    const [finding] = await refused({ tables: { sales: table() } }, page('6,709', '1', '2', '3'));
    expect(finding?.found).toContain('6709');
  });

  it('are no digits of the mark that is raised behind them', async () => {
    const own = `${table()}notes: { "1": Estimate }\n`;
    const { values } = await readPages(
      { document: 'numbers: { group: [","] }\n', tables: { sales: own } },
      page('345^1', '7', '8^1)', '9'),
    );
    expect(Object.values(values)).toEqual(['345^1', '7', '8^1', '9']);
  });

  it('are refused with a sign that is raised behind them, which may be their minus', async () => {
    for (const sign of ['-', '+']) {
      const [finding] = await refused(
        { document: NUMBERS, tables: { sales: table() } },
        page(`12^${sign}`, '2', '3', '4'),
      );
      expect(finding?.found).toContain(`"${sign}" raised behind "12"`);
    }
  });

  it('may have marks in brackets on both sides', async () => {
    const { values } = await readPages(
      { document: NUMBERS, tables: { sales: table() } },
      page('12^(1)', '2^1)', '3', '4'),
    );
    expect(Object.values(values)).toEqual(['12^1', '2^1', '3', '4']);
  });

  it('are refused where a raised digit may be an exponent', async () => {
    const [finding] = await refused(
      { document: 'numbers: { group: [","] }\n', tables: { sales: table() } },
      page('10^4', '7', '8', '9'),
    );
    expect(finding?.found).toContain('"4" raised behind "10"');
    expect(finding?.action).toContain('notes');
  });

  it('are never a number below a sign in a line of its own, which may be a value itself', async () => {
    for (const cell of ['<p>-</p><p>345</p>', '345<br>-', '<div>\u2212</div>345']) {
      const declared = {
        document: 'numbers: { negative: ["-", "\u2212", "{n}-"] }\n',
        tables: { sales: table() },
      };
      await expect(readMarkup(declared, cell, '2', '3', '4')).rejects.toThrow('line of its own');
      const { values } = await readMarkup(declared, cell.replace(/<[^<>]*>/g, ' '), '2', '3', '4');
      expect(Object.values(values)[0]).toBe('-345');
    }
  });

  it('are of columns with headers where a table begins at the right: from left to right is another order there', async () => {
    const html = (direction: string): Uint8Array =>
      new TextEncoder().encode(
        `<p>Sales<table dir=${direction}><tr><th>2010<th>Region<th>2011<tr><td>1<td>North<td>2<tr><td>3<td>South<td>4</table>`,
      );
    const declared = (columns: string): Declared => ({
      tables: { sales: `title: Sales\ncolumns: ${columns}\nrows: { region: { labels: [North, South] } }\n` },
    });
    const bare = declared('[{ year: "2010" }, region, { year: "2011" }]');
    const named = declared('[{ header: "2010", year: "2010" }, region, { header: "2011", year: "2011" }]');
    await expect(readSource(bare, html('rtl'), 'survey.html')).rejects.toThrow('from right to left');
    expect(Object.values((await readSource(bare, html('ltr'), 'survey.html')).values)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(Object.values((await readSource(named, html('rtl'), 'survey.html')).values)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('are never digits of several scripts', async () => {
    const declared = { document: NUMBERS, tables: { sales: table() } };
    await expect(readMarkup(declared, '3\u0664', '2', '3', '4')).rejects.toThrow('digits of one script');
    const { values } = await readMarkup(declared, '\u0663\u0664', '\uff13', '3', '\u0969\u096a');
    expect(Object.values(values)).toEqual(['34', '3', '3', '34']);
  });

  it('are never two numbers below or beside each other', async () => {
    const stacked = await refused({ document: 'numbers: { group: [" "] }\n', tables: { sales: table() } }, [
      line('Sales') +
        ruled({
          height: 30,
          rows: [
            ['Region', '2010', '2011'],
            ['North', '706|714', '1'],
            ['South', '2', '3'],
          ],
        }),
    ]);
    expect(stacked[0]?.found).toContain('in 2 lines');
    const apart = await refused(
      { document: 'numbers: { group: [" "] }\n', tables: { sales: table() } },
      page('14      700', '1', '2', '3'),
    );
    expect(apart[0]?.expected).toBe('one value in a cell');
  });

  it('are refused where one value stands over several columns', async () => {
    const [finding] = await refused({ document: NUMBERS, tables: { sales: table() } }, [
      line('Sales') +
        ruled({
          rows: [
            ['Region', '2010', '2011'],
            ['North', '12>2'],
            ['South', '2', '3'],
          ],
        }),
    ]);
    expect(finding?.found).toContain('over 2 columns');
  });

  it('keep to the bounds and the decimals that are declared', async () => {
    const findings = await refused(
      { document: NUMBERS, tables: { sales: table('maximum: 50\ndecimals: [1]\n') } },
      page('1.5', '60.5', '2', '3.5'),
    );
    expect(findings.map(({ found }) => found)).toEqual(['"60.5"', '"2"']);
  });
});

describe('a cell in which something is drawn and no value read', () => {
  it('is refused with what is drawn there, not with the sign that stands for it', async () => {
    const [first] = page('1', '', '3', '4');
    const annotation = '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(345)/F 4/Rect[142 231 198 241]>>';
    const bytes = madeUpPdf([{ content: first ?? '', entries: `/Annots[${FIRST_OBJECT} 0 R]` }], {
      objects: [annotation],
    });
    await expect(
      readSource({ document: NUMBERS, tables: { sales: table() } }, bytes, 'survey.pdf'),
    ).rejects.toThrow('found a form field that holds "345"');
  });
});
