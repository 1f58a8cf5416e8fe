import { describe, expect, it } from 'vitest';
import { keyedTable } from '../../../pipeline/command-line/draft/keyed-table.ts';
import { seenTables } from '../../../pipeline/command-line/draft/seen-tables.ts';
import { unrolled } from '../../../pipeline/command-line/draft/strips.ts';
import { stubOf } from '../../../pipeline/command-line/draft/stub.ts';
import { titleOf } from '../../../pipeline/command-line/draft/titles.ts';
import { sourceOf } from '../../../pipeline/extract/layout/source.ts';
import type { Cell, Table } from '../../../pipeline/page/table.ts';
import { plainPrint, type Token } from '../../../pipeline/page/token.ts';
import { drawn, inked, rows as inkRows } from '../../extract/layout/made-up-page.ts';
import { seenTable } from './made-up-tables.ts';

const roles = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  stubOf(seenTable(heads, rows)).columns.map(({ role, code }) => `${role} ${code}`);

describe('the columns of a draft', () => {
  it('are labels, further keys between values too, values, and numbers of rows', () => {
    const rows = [
      ['1.', 'Hill', '7', 'JUL 2023', '*'],
      ['2.', 'Dale', '8', 'OCT 2023', '5'],
      ['3.', 'Moor', '9', 'JUL 2023', '6'],
    ];
    expect(roles(['No', 'Place', 'Rain', 'Date', 'Snow'], rows)).toEqual([
      'ignore no',
      'label place',
      'value rain',
      'key date',
      'value snow',
    ]);
  });

  it('have years as labels where nothing else is one', () => {
    expect(
      roles(
        ['Year', 'Rain'],
        [
          ['2010', '5'],
          ['2011', '6'],
        ],
      ),
    ).toEqual(['label year', 'value rain']);
  });

  it('are values though most of them are words that stand for a number', () => {
    const rows = [
      ['Hill', 'NA', '0.5'],
      ['Dale', 'NA', 'Ref.'],
      ['Moor', 'NA', '0.7'],
      ['Fen', '0.2', 'Ref.'],
    ];
    expect(roles(['Place', 'Rain', 'Snow'], rows)).toEqual(['label place', 'value rain', 'value snow']);
  });

  it('are left out where they hold remarks or lists of numbers, and labels tell every row', () => {
    const rows = [
      ['Hill', '7', '411; 412; 5', 'Survey'],
      ['Dale', '8', '413; 414; 6', ''],
      ['Moor', '9', '413; 415; 6', 'Survey'],
    ];
    expect(roles(['Place', 'Rain', 'Range', 'Source'], rows)).toEqual([
      'label place',
      'value rain',
      'ignore range',
      'ignore source',
    ]);
  });

  it('have the levels of their header, each once, and codes of all of them', () => {
    const { columns } = stubOf(
      seenTable(['Place', ['Wet', 'Rain'], ['Wet', 'Snow'], ['Dry', 'Dry']], [['Hill', '1', '2', '3']]),
    );
    expect(columns.map(({ head, code }) => [head, code])).toEqual([
      [['Place'], 'place'],
      [['Wet', 'Rain'], 'wet_rain'],
      [['Wet', 'Snow'], 'wet_snow'],
      [['Dry'], 'dry'],
    ]);
  });
});

describe('a table that is printed beside itself', () => {
  const AGES = seenTable(
    ['Age', 'Persons', 'Age', 'Persons'],
    [
      ['1 year', '120', '3 years', '118'],
      ['2 years', '119', '', ''],
    ],
  );

  it('is read part by part, and has its columns once', () => {
    const { heads, rows, parts } = unrolled(AGES);
    expect(parts).toBe(2);
    expect(heads).toEqual([['Age'], ['Persons']]);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['1 year', '120'],
      ['2 years', '119'],
      ['3 years', '118'],
    ]);
  });

  it('is none where only the columns of values are headed alike', () => {
    const table = seenTable(['Place', 'n', '%', 'n', '%'], [['Hill', '1', '2', '3', '4']]);
    expect(unrolled(table)).toBe(table);
  });
});

describe('the rows of a draft', () => {
  const labels = (rows: readonly (readonly string[])[], heads = ['Place', 'Rain', 'Date']) =>
    stubOf(seenTable(heads, rows)).rows.map(({ kind, label, heading, isCarried }) =>
      [kind, label, heading ?? '', isCarried ? 'carried' : ''].join(' ').trim(),
    );

  it('carry a label that is printed once for several, and put together one that is parted over them', () => {
    expect(
      labels([
        ['Hill', '1', 'July'],
        ['', '2', 'May'],
        ['Saint', '3', 'July'],
        ['Moor', '4', 'May'],
        ['Dale', '5', 'July'],
        ['', '6', 'May'],
      ]),
    ).toEqual([
      'row Hill',
      'row Hill  carried',
      // Both of two rows have a text: two labels, as far as can be told.
      'row Saint',
      'row Moor',
      'row Dale',
      'row Dale  carried',
    ]);
    const three = [
      ['Hill', '1', 'July'],
      ['', '2', 'May'],
      ['', '3', 'June'],
      ['Saint', '4', 'July'],
      ['Moor', '5', 'May'],
      ['', '6', 'June'],
    ];
    expect(labels(three).slice(3)).toEqual([
      'row Saint Moor',
      'row Saint Moor  carried',
      'row Saint Moor  carried',
    ]);
    expect(stubOf(seenTable(['Place', 'Rain', 'Date'], three)).areLabelsJoined).toBe(true);
  });

  it('have a heading that stands by itself, ends with a colon, or is like others by itself', () => {
    const rows = [
      ['District 1/Hill', '1'],
      ['District 2', ''],
      ['Hill', '3'],
      ['District 3/Dale', '4'],
      ['Of which:/Moor', '5'],
      ['A long label/on two lines', '6'],
    ];
    expect(labels(rows, ['Place', 'Rain'])).toEqual([
      'heading District 1',
      'row Hill District 1',
      'heading District 2',
      'row Hill District 2',
      'heading District 3',
      'row Dale District 3',
      'heading Of which:',
      'row Moor Of which:',
      'row A long label on two lines Of which:',
    ]);
  });

  it('have the heading as a key where labels are printed again below another', () => {
    const table = keyedTable(
      seenTable(
        ['Place', 'Rain'],
        [
          ['North', ''],
          ['Hill', '1'],
          ['South', ''],
          ['Hill', '2'],
        ],
      ),
      'rain',
      {},
    );
    expect(table.rows.map(({ codes }) => codes)).toEqual([
      { block: 'north', place: 'hill' },
      { block: 'south', place: 'hill' },
    ]);
  });

  it('are numbered where labels repeat and nothing tells them apart', () => {
    const { rows } = keyedTable(
      seenTable(
        ['Place', 'Rain'],
        [
          ['Hill', '1'],
          ['Hill', '2'],
        ],
      ),
      'rain',
      {},
    );
    expect(rows.map(({ codes }) => codes.place)).toEqual(['hill', 'hill_2']);
  });
});

describe('the tables of a draft', () => {
  const page = (number: number, title: string, texts: readonly (readonly string[])[]) =>
    inked([...drawn(title, 50, 100), ...inkRows(texts, [50, 200, 300, 400], 140)], { number });
  const head = ['Place', 'Rain', 'Snow', 'Sun'];

  it('go on on the next page under the same boxhead, and under another title there', () => {
    const source = sourceOf(
      [
        page(1, 'Table 1. Weather of the places', [
          head,
          ['Hill', '1', '2', '3'],
          ['Dale', '4', '5', '6'],
          ['Moor', '7', '8', '9'],
        ]),
        page(2, 'Table 1 (continued)', [
          head,
          ['Fen', '1', '2', '3'],
          ['Heath', '4', '5', '6'],
          ['All', '7', '8', '9'],
        ]),
        page(3, 'Table 2. Other', [
          ['Place', 'Wet', 'Dry', 'Calm'],
          ['Hill', '1', '2', '3'],
          ['Dale', '4', '5', '6'],
          ['All', '7', '8', '9'],
        ]),
      ],
      'weather.pdf',
      'point',
    );
    const tables = seenTables(source);
    expect(tables.map(({ pages, rows, continued }) => [pages, rows.length, continued])).toEqual([
      [[1, 2], 6, ['Table 1 (continued)']],
      [[3], 3, []],
    ]);
    expect(tables.map((table) => titleOf(table, tables))).toEqual([
      { text: 'Table 1. Weather of the places', doubts: [] },
      { text: 'Table 2. Other', doubts: [] },
    ]);
  });

  it('go on without a boxhead where nothing parts them', () => {
    const first = [head, ['Hill', '1', '2', '3'], ['Dale', '4', '5', '6'], ['Moor', '7', '8', '9']];
    const rest = [
      ['Fen', '1', '2', '3'],
      ['Heath', '4', '5', '6'],
      ['All', '7', '8', '9'],
    ];
    const bare = inked(inkRows(rest, [50, 200, 300, 400], 100), { number: 2 });
    const tables = seenTables(sourceOf([page(1, 'Weather', first), bare], 'weather.pdf', 'point'));
    expect(tables.map(({ pages, rows }) => [pages, rows.length])).toEqual([[[1, 2], 6]]);
    const apart = seenTables(
      sourceOf([page(1, 'Weather', first), page(2, 'Other', rest)], 'weather.pdf', 'point'),
    );
    expect(apart).toHaveLength(2);
  });

  it('are two where the second has another number under the same boxhead', () => {
    const rows = [head, ['Hill', '1', '2', '3'], ['Dale', '4', '5', '6'], ['Moor', '7', '8', '9']];
    const pages = [page(1, 'Table 1. Weather in May', rows), page(2, 'Table 2. Weather in June', rows)];
    expect(seenTables(sourceOf(pages, 'weather.pdf', 'point')).map(({ pages: own }) => own)).toEqual([
      [1],
      [2],
    ]);
  });

  it('have a boxhead of years, though it looks like a row of values', () => {
    const texts = [
      ['Place', '2019', '2020', '2021'],
      ['Hill', '1', '2', '3'],
      ['Dale', '4', '5', '6'],
      ['All', '5', '7', '9'],
    ];
    const [table] = seenTables(sourceOf([page(1, 'Rain', texts)], 'rain.pdf', 'point'));
    expect(table?.heads).toEqual([['Place'], ['2019'], ['2020'], ['2021']]);
    expect(table?.rows).toHaveLength(3);
  });

  it('are titled by what is printed larger than all else above them, and say what else stands there', () => {
    const captions = [
      { text: 'Ministry', size: 8, paragraph: 0 },
      { text: 'Weather of the', size: 12, paragraph: 1 },
      { text: 'places in 2010', size: 12, paragraph: 1 },
      { text: 'thousands', size: 8, paragraph: 2 },
    ];
    const one = seenTable(['Place'], [], { captions });
    expect(titleOf(one, [one])).toEqual({ text: 'Weather of the places in 2010', doubts: [] });
    const alike = seenTable(['Place'], [], {
      captions: captions.map((caption) => ({ ...caption, size: 8 })),
    });
    expect(titleOf(alike, [alike]).doubts[0]).toContain('"Weather of the" and "places in 2010"');
    expect(titleOf(one, [one, one]).doubts[0]).toContain('stands above other tables too');
    const none = seenTable(['Place'], []);
    expect(titleOf(none, [none]).text).toBeUndefined();
  });
});

describe('the boxhead of a draft', () => {
  const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): Cell => ({
    row,
    column,
    rowSpan,
    columnSpan,
    box: undefined,
    lines: text === '' ? [] : [{ tokens: [tokenOf(text)], box: undefined, baseline: undefined }],
  });
  const tokenOf = (text: string): Token => ({
    text,
    span: { start: 0, end: 0 },
    box: undefined,
    print: plainPrint(8),
    joined: false,
  });
  const table = (columns: number, headRows: number, cells: readonly Cell[]): Table => ({
    kind: 'table',
    rows: Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan)),
    columns,
    cells,
    headRows,
    rowsToldBy: 'ruled',
    columnsToldBy: 'ruled',
    box: undefined,
  });
  const headsOf = (only: Table) => {
    const span = { start: 0, end: 0 };
    const page = { number: 1, width: 300, height: 400, span, blocks: [only] } as const;
    return seenTables({ pages: [page] })[0]?.heads;
  };

  it('goes on with the names below a head that spans, though the page tells one row of it', () => {
    const cells = [
      cell(0, 0, ''),
      cell(0, 1, 'Exports', 1, 2),
      cell(0, 3, 'Share'),
      cell(1, 0, ''),
      cell(1, 1, '2010'),
      cell(1, 2, '15-24'),
      cell(1, 3, ''),
      ...['Hill', '1', '2', '3'].map((text, column) => cell(2, column, text)),
    ];
    expect(headsOf(table(4, 1, cells))).toEqual([[], ['Exports', '2010'], ['Exports', '15-24'], ['Share']]);
  });

  it('goes as far down as a cell of it, an empty one too', () => {
    const cells = [
      cell(0, 0, '', 2),
      cell(0, 1, 'Exports', 1, 2),
      cell(1, 1, '1.0'),
      cell(1, 2, '1.1'),
      ...['Hill', '1', '2'].map((text, column) => cell(2, column, text)),
    ];
    expect(headsOf(table(3, 1, cells))).toEqual([[], ['Exports', '1.0'], ['Exports', '1.1']]);
  });

  it('takes in the row that names the columns which nothing names yet', () => {
    const cells = [
      cell(0, 0, ''),
      cell(0, 1, ''),
      cell(0, 2, 'Effect'),
      cell(0, 3, ''),
      ...['Share', '1.0', '1.1', '1.2'].map((text, column) => cell(1, column, text)),
      ...['0.99', '1', '2', '3'].map((text, column) => cell(2, column, text)),
    ];
    expect(headsOf(table(4, 1, cells))).toEqual([['Share'], ['1.0'], ['Effect', '1.1'], ['1.2']]);
  });

  it('names no column by a character that nobody knows', () => {
    const cells = [
      ...['Place', 'Rain', '\ufffd'].map((text, column) => cell(0, column, text)),
      ...['Hill', '1', '2'].map((text, column) => cell(1, column, text)),
    ];
    expect(headsOf(table(3, 1, cells))).toEqual([['Place'], ['Rain'], []]);
  });
});
