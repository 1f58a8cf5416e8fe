import { describe, expect, it } from 'vitest';
import { unrolled } from '../../../pipeline/command-line/draft/strips.ts';
import { stubOf } from '../../../pipeline/command-line/draft/stub.ts';
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
