import { describe, expect, it } from 'vitest';
import { keyedTable } from '../../../pipeline/command-line/draft/keyed-table.ts';
import { stubOf } from '../../../pipeline/command-line/draft/stub.ts';
import { seenTable } from './made-up-tables.ts';

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
