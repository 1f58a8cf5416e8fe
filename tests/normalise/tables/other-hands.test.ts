import { describe, expect, it } from 'vitest';
import { readSource } from './printed.ts';

/** A page of HTML with one table of regions and years. */
function html(rows: readonly (readonly string[])[]): Uint8Array {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return new TextEncoder().encode(`<meta charset="utf-8"><table>${body}</table>`);
}

const SALES =
  'columns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: { n: North, s: South } } }\n';

/** Reads North and South in two years, as they are printed. */
async function values(document: string, cells: readonly string[], more = ''): Promise<readonly string[]> {
  const [a = '', b = '', c = '', d = ''] = cells;
  const bytes = html([
    ['Region', '2010', '2011'],
    ['North', a, b],
    ['South', c, d],
  ]);
  const read = await readSource({ document, tables: { sales: SALES + more } }, bytes, 'survey.html');
  return Object.values(read.values);
}

describe('numbers as others print them', () => {
  it.each([
    ['Arabic', ['١٢٬٣٤٥٫٦', '-٧', '٠', '۱۲'], '{ decimal: "٫", group: ["٬"], negative: ["-"] }'],
    ['Indian', ['१२,३४५.६', '-7', '०', '12'], '{ decimal: ".", group: [","], negative: ["-"] }'],
    ['wide', ['１２，３４５．６', '-７', '０', '１２'], '{ decimal: "．", group: ["，"], negative: ["-"] }'],
  ])('are read in %s digits', async (_, cells, numbers) => {
    expect(await values(`numbers: ${numbers}\n`, cells)).toEqual(['12345.6', '-7', '0', '12']);
  });

  it('are read in groups of as many digits as are declared', async () => {
    const cells = ['19,98,12,341', '1,05,000', '64,473', '912'];
    const lakh = 'numbers: { group: [","], group_digits: [3, 2] }\n';
    expect(await values(lakh, cells)).toEqual(['199812341', '105000', '64473', '912']);
    await expect(values('numbers: { group: [","] }\n', cells)).rejects.toThrow('found "19,98,12,341"');
    await expect(values(lakh, ['199,812,341', ...cells.slice(1)])).rejects.toThrow('"199,812,341"');
  });

  it('may have labels in digits of another script', async () => {
    const bytes = html([
      ['Region', '２０１０', '٢٠١١'],
      ['North', '1', '2'],
      ['South', '3', '4'],
    ]);
    const { values: read } = await readSource({ tables: { sales: SALES } }, bytes, 'survey.html');
    expect(read).toEqual({ 'n.2010': '1', 'n.2011': '2', 's.2010': '3', 's.2011': '4' });
  });
});

describe('a symbol with the mark of a note behind it', () => {
  const document = 'numbers: { symbols: { ":": not_available, "-": nil } }\nmarks: ["{n}"]\n';
  const notes = 'notes: { c: confidential, p: provisional }\n';

  it('is the symbol, and has the mark', async () => {
    const bytes = html([
      ['Region', '2010', '2011'],
      ['North', ': c', '1 p'],
      ['South', '-<sup>p</sup>', ':'],
    ]);
    const { cells } = await readSource({ document, tables: { sales: SALES + notes } }, bytes, 'survey.html');
    expect(cells.map(({ values: [value] }) => value?.content)).toEqual([
      { kind: 'missing', marks: ['c'] },
      { kind: 'number', value: '1', marks: ['p'] },
      { kind: 'nil', marks: ['p'] },
      { kind: 'missing' },
    ]);
  });

  it('is refused where the mark is that of no note', async () => {
    await expect(values(document, [': x', '1', '2', '3'], notes)).rejects.toThrow('found ": x"');
  });
});

describe('several values of a cell with nothing but room between them', () => {
  const table = (form: string, more = ''): string =>
    `columns:\n  - region\n  - { header: Votes, measure: "${form}"${more} }\nrows: { region: { labels: { n: North, s: South } } }\n`;
  const read = async (document: string, one: string, other: string, more = '') => {
    const bytes = html([
      ['Region', 'Votes'],
      ['North', one],
      ['South', other],
    ]);
    const form = table('{share} {seats}', more);
    return Object.values(
      (await readSource({ document, tables: { votes: form } }, bytes, 'survey.html')).values,
    );
  };
  const POINT = 'numbers: { decimal: ".", symbols: { "?": missing } }\n';
  const SPACED = 'numbers: { decimal: ".", group: [" "] }\n';

  it('are parted at the end of a line, or by a space', async () => {
    expect(await read(POINT, '33.0<br>137', '21.5 80')).toEqual(['33.0', '137', '21.5', '80']);
    expect(await read(POINT, '33.0<br>?', '?')).toEqual(['33.0', 'missing', 'missing', 'missing']);
  });

  it('are not parted by a space that may stand between thousands', async () => {
    expect(await read(SPACED, '1 233.0<br>1 137', '21.5<br>80')).toEqual(['1233.0', '1137', '21.5', '80']);
    await expect(read(SPACED, '33 137', '1<br>2')).rejects.toThrow('an empty cell');
  });

  it('are refused where there are more of them than the form has', async () => {
    await expect(read(POINT, '33.0<br>137<br>5', '1<br>2')).rejects.toThrow('33.0');
    await expect(read(POINT, '33.0 137 5', '1<br>2')).rejects.toThrow('33.0');
  });

  it('have units and decimals of their own', async () => {
    const more = ', unit: { share: percent, seats: seats }, decimals: { share: [1] }';
    expect(await read(POINT, '33.0<br>137', '1.5<br>2', more)).toEqual(['33.0', '137', '1.5', '2']);
    await expect(read(POINT, '33<br>137', '1.5<br>2', more)).rejects.toThrow('with 1 decimals');
    await expect(read(POINT, '1<br>2', '1<br>2', ', unit: { sahre: percent }')).rejects.toThrow(
      'a code of the form (share, seats), found "sahre"',
    );
  });
});

describe('labels and heads as others print them', () => {
  const text = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
  const ages = (labels: string, notes = ''): string =>
    `columns: [age, { header: Alive, year: "2003" }, { header: Dying, year: "2004" }]\nrows: { age: { labels: [${labels}] } }\n${notes}`;

  it('may end in the first of the dots that lead to the values', async () => {
    const bytes = text(
      'Age           Alive    Dying',
      '0-1 . . . .     100        7',
      '99-100. . .      31        8',
      'etc. . . . .     22        9',
    );
    const tables = { life: ages('"0-1", "99-100", "etc."') };
    const { values: read } = await readSource({ tables }, bytes, 'survey.txt');
    expect(Object.values(read)).toEqual(['100', '7', '31', '8', '22', '9']);
  });

  it('may have marks of listed notes that are letters and not raised', async () => {
    const bytes = text(
      'Age             Alive(a)    Dying',
      '0-1 (c)           100        7',
      '1-2                31        8',
      '2-3                22        9',
    );
    const tables = { life: ages('"0-1", "1-2", "2-3"', 'notes: { a: advance, c: corrected }\n') };
    const { values: read } = await readSource(
      { document: 'marks: ["({n})"]\n', tables },
      bytes,
      'survey.txt',
    );
    expect(Object.values(read)).toEqual(['100', '7', '31', '8', '22', '9']);
  });
});

describe('rows printed in turn, of which one has no label', () => {
  const bytes = (...rows: readonly (readonly string[])[]): Uint8Array => html([['', '(1)', '(2)'], ...rows]);
  const table = `columns: [variable, { header: (1), model: m1 }, { header: (2), model: m2 }]
rows:
  variable: { labels: [Age, Sex] }
  statistic: { labels: { coefficient: "{variable}", error: "" } }
`;
  const document = 'numbers: { decimal: ".", affixes: ["({n})"] }\n';

  it('are read, each below the other', async () => {
    const source = bytes(
      ['Age', '0.8', '0.7'],
      ['', '(0.1)', '(0.2)'],
      ['Sex', '0.5', '0.6'],
      ['', '(0.3)', '(0.4)'],
    );
    const { values: read } = await readSource({ document, tables: { model: table } }, source, 'survey.html');
    expect(read).toMatchObject({ 'age.coefficient.m1': '0.8', 'age.error.m2': '0.2', 'sex.error.m1': '0.3' });
  });

  it('are refused where one is missing, or there is another', async () => {
    const missing = bytes(['Age', '0.8', '0.7'], ['Sex', '0.5', '0.6'], ['', '(0.3)', '(0.4)']);
    await expect(readSource({ document, tables: { model: table } }, missing, 'survey.html')).rejects.toThrow(
      'a row without a label',
    );
    const more = bytes(['Age', '0.8', '0.7'], ['', '(0.1)', '(0.2)'], ['', '(0.3)', '(0.4)']);
    await expect(readSource({ document, tables: { model: table } }, more, 'survey.html')).rejects.toThrow(
      'the row "Sex"',
    );
  });
});
