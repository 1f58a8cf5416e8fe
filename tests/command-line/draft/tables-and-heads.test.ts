import { describe, expect, it } from 'vitest';
import { seenTables } from '../../../pipeline/command-line/draft/seen-tables.ts';
import { titleOf } from '../../../pipeline/command-line/draft/titles.ts';
import { sourceOf } from '../../../pipeline/extract/layout/source.ts';
import type { Cell, Table } from '../../../pipeline/page/table.ts';
import { plainPrint, type Token } from '../../../pipeline/page/token.ts';
import { drawn, inked, rows as inkRows } from '../../extract/layout/made-up-page.ts';
import { seenTable } from './made-up-tables.ts';

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
