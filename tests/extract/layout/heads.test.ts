import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../pipeline/extract/layout/ink.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { laidOut, level, onlyTable, rows, spansOf, tablesOf, upright } from './made-up-page.ts';

const XS = [50, 200, 280, 360, 440];
const BODY = [
  ['Hill', '12', '345', '6.7', '8'],
  ['Dale and mere', '8', '21', '12.9', '31'],
  ['Moor', '105', '71', '0.4', '2'],
];
const NAMES = ['Place', '2010', '2011', '2012', '2013'];
/** The baseline of a row, from 0. */
const at = (row: number): number => 140 + row * 14;

/** Rules from edge to edge: above the first of the rows, and below others, by their numbers. */
function ruledBelow(...below: readonly number[]): Rule[] {
  return [-1, ...below].map((row) => level(at(row) + 4, 50, 470));
}

/** The boxhead of the only table, row by row. */
function headOf(
  texts: readonly (readonly string[])[],
  rules: readonly Rule[],
): readonly (readonly string[])[] {
  const page = laidOut(rows(texts, XS, 140), { rules });
  return onlyTable(page).slice(0, tablesOf(page)[0]?.headRows ?? 0);
}

describe('the boxhead of a table', () => {
  it('has the units below its names, though a number in brackets is one of them', () => {
    const heads = [
      ['Place', 'Rain', 'Yield', 'Wind', 'Days'],
      ['', 'mm', '(1,000)', 'm/s', '(365)'],
    ];
    const tokens = rows([...heads, ...BODY], XS, 140, 12);
    const [table] = tablesOf(laidOut(tokens));
    expect(table?.headRows).toBe(2);
    const [names = [], units = []] = table === undefined ? [] : tableTexts(table);
    expect(names.map((name, at) => `${name} ${units[at]}`.trim())).toEqual([
      'Place',
      'Rain mm',
      'Yield (1,000)',
      'Wind m/s',
      'Days (365)',
    ]);
  });

  it('has one row where a few of its years were wrapped, and two where a head may be over several', () => {
    const years = ['', '2010', '2011', '2012', '2018'];
    const read = (above: readonly string[]): unknown => {
      const [table] = tablesOf(laidOut(rows([above, years, ...BODY], XS, 140, 12)));
      return table === undefined ? [] : tableTexts(table).slice(0, table.headRows);
    };
    expect(read(['', 'Actual,', '', '', '2014–'])).toEqual([
      ['', 'Actual, 2010', '2011', '2012', '2014– 2018'],
    ]);
    expect(read(['', 'Actual', '', '', 'Mean'])).toHaveLength(2);
  });

  it('has no row of values in brackets below it, nor one with a label', () => {
    const values = ['', '(12)', '(3)', '(4.5)', '(6)'];
    const labelled = ['Dale', '(12)', 'none', '(4.5)', '(6)'];
    for (const row of [values, labelled]) {
      const [table] = tablesOf(laidOut(rows([NAMES, row, ...BODY], XS, 140, 12)));
      expect(table?.headRows).toBe(1);
      expect(table === undefined ? [] : tableTexts(table)[1]).toEqual(row);
    }
  });

  it('has all rows that name columns, whatever rules stand between them', () => {
    const heads = [
      ['', 'Rain', '', 'Wind', ''],
      ['Place', '2010', '2011', '2010', '2011'],
    ];
    const partial = [level(at(0) + 4, 200, 320), level(at(0) + 4, 360, 470)];
    for (const between of [[], partial, [level(at(0) + 4, 50, 470)]]) {
      for (const below of [
        [1, 4],
        [1, 2, 3, 4],
      ]) {
        const head = headOf([...heads, ...BODY], [...ruledBelow(...below), ...between]);
        // Where no rule stands below it, the first head may reach over both rows.
        expect(head.map(([, ...names]) => names)).toEqual(heads.map(([, ...names]) => names));
      }
    }
  });

  it('has the row of a frame below heads that span columns, though a rule parts them', () => {
    const heads = [
      ['', 'Rain', '', 'Wind', ''],
      ['Place', 'sum', 'days', 'mean', 'most'],
    ];
    const uprights = [50, 195, 355, 470].map((x) => upright(x, at(-1) + 4, at(4) + 4));
    const inner = [275, 435].map((x) => upright(x, at(0) + 4, at(4) + 4));
    const page = laidOut(rows([...heads, ...BODY], XS, 140), {
      rules: [...ruledBelow(0, 1, 2, 3, 4), ...uprights, ...inner],
    });
    const [table] = tablesOf(page);
    expect(table?.headRows).toBe(2);
    expect(table === undefined ? [] : spansOf(table)).toEqual([
      [0, 1, 1, 2],
      [0, 3, 1, 2],
    ]);
  });

  it('has the units of columns, ruled off or not, but no row with a label of its own', () => {
    const units = ['', '(1 000 t)', '%', 'EUR m', '(number)'];
    expect(headOf([NAMES, units, ...BODY], ruledBelow(0, 1, 4))).toEqual([NAMES, units]);
    expect(headOf([NAMES, units, ...BODY], ruledBelow(0, 4))).toEqual([NAMES, units]);
    const kinds = ['Kind', 'a', 'b', 'a', 'b'];
    expect(headOf([NAMES, kinds, ...BODY], ruledBelow(0, 1, 2, 3, 4))).toEqual([NAMES]);
  });

  it.each([
    ['with the labels', ['1', '2', '3', '4', '5']],
    ['without them', ['', '1', '2', '3', '4']],
    ['behind a letter', ['A', '1', '2', '3', '4']],
    ['in brackets', ['(1)', '(2)', '(3)', '(4)', '(5)']],
  ])('has the numbers of its columns, counted %s', (_, count) => {
    expect(headOf([NAMES, count, ...BODY], ruledBelow(0, 1, 4))).toEqual([NAMES, count]);
    expect(headOf([NAMES, count, ...BODY], ruledBelow(0, 4))).toEqual([NAMES, count]);
  });

  it('has no row that could be one of values: two that follow each other, or others than all columns', () => {
    const few = [NAMES, ['1', '2', '3'], ['2', '5', '9'], ['3', '8', '4']].map((row) => row.slice(0, 3));
    expect(headOf(few, ruledBelow(0, 3))).toEqual([NAMES.slice(0, 3)]);
    expect(headOf([NAMES, ['Hill', '1', '2', '3', '4'], ...BODY], ruledBelow(0, 4))).toEqual([NAMES]);
    expect(headOf([NAMES, ['1', '2', '4', '8', '16'], ...BODY], ruledBelow(0, 4))).toEqual([NAMES]);
  });

  it.each([
    [['Place', 'All', '2010', '2011', '2012']],
    [['Age', '0-14', '15-64', '65+', 'All']],
    [['Staff', '<10', '10-49', '50-249', '250+']],
  ])('may name columns by numbers and words: %s', (names) => {
    expect(headOf([names, ...BODY], [])).toEqual([names]);
    expect(headOf([names, ...BODY], ruledBelow(0, 3))).toEqual([names]);
  });

  it('has no heading of rows that stands in the middle, as another further down does', () => {
    const texts = [NAMES, ['', '', 'Men', '', ''], ...BODY, ['', '', 'All', '', ''], ...BODY];
    expect(headOf(texts, [])).toEqual([NAMES]);
  });

  it('has the name of the labels in the row that it is set in the middle of', () => {
    const tokens = [
      ...rows([['', 'Rain', '', 'Wind', '']], XS, at(0)),
      ...rows([['Place', '', '', '', '']], XS, at(0) + 7),
      ...rows([['', '2010', '2011', '2010', '2011'], ...BODY], XS, at(1)),
    ];
    expect(onlyTable(laidOut(tokens)).slice(0, 3)).toEqual([
      ['Place', 'Rain', '', 'Wind', ''],
      ['', '2010', '2011', '2010', '2011'],
      BODY[0],
    ]);
  });
});

describe('numbers that name columns', () => {
  it('are of the boxhead below the rule of a head over several columns', () => {
    const texts = [
      ['Relation', 'Single', '2', '5', '25'],
      ['Random', '4.60', '1.60', '1.40', '1.00'],
      ['Linear', '4.80', '1.70', '2.10', '1.30'],
      ['Both', '5.10', '2.70', '3.10', '1.10'],
    ];
    const xs = [50, 130, 200, 250, 300];
    const tokens = [
      ...rows([['Relation', 'Single', '', 'Groups']], xs, 100),
      ...rows([['', '', '2', '5', '25'], ...texts.slice(1)], xs, 114),
    ];
    const rules = [...[89, 118, 160].map((y) => level(y, 48, 330)), level(103, 198, 330)];
    expect(tablesOf(laidOut(tokens, { rules }))).toMatchObject([{ headRows: 2, rows: 5 }]);
  });
});
