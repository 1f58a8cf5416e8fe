import { describe, expect, it } from 'vitest';
import { keyedTable } from '../../../pipeline/command-line/draft/keyed-table.ts';
import { seenTables } from '../../../pipeline/command-line/draft/seen-tables.ts';
import { stubOf } from '../../../pipeline/command-line/draft/stub.ts';
import { titleOf } from '../../../pipeline/command-line/draft/titles.ts';
import { sourceOf } from '../../../pipeline/extract/layout/source.ts';
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
      { text: 'Ministry', size: 8 },
      { text: 'Weather of the', size: 12 },
      { text: 'places in 2010', size: 12 },
      { text: 'thousands', size: 8 },
    ];
    const one = seenTable(['Place'], [], { captions });
    expect(titleOf(one, [one])).toEqual({ text: 'Weather of the places in 2010', doubts: [] });
    const alike = seenTable(['Place'], [], { captions: captions.map(({ text }) => ({ text, size: 8 })) });
    expect(titleOf(alike, [alike]).doubts[0]).toContain('"Weather of the" and "places in 2010"');
    expect(titleOf(one, [one, one]).doubts[0]).toContain('stands above other tables too');
    const none = seenTable(['Place'], []);
    expect(titleOf(none, [none]).text).toBeUndefined();
  });
});
