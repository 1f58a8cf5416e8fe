import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../pipeline/command-line/draft/drafted-rows.ts';
import { formFor, severalNumbers, signsOf } from '../../../pipeline/command-line/draft/several-numbers.ts';
import { stubOf } from '../../../pipeline/command-line/draft/stub.ts';
import { seenTable } from './made-up-tables.ts';

describe('a cell that prints several numbers', () => {
  it.each([
    ['1269 (19.9%)', '1269', '19.9'],
    ['101(20.4%)', '101', '20.4'],
    ['(1.1–1.2)', '1.1', '1.2'],
    ['1,234 ± 5', '1,234', '5'],
    ['12 345 [7]', '12 345', '7'],
  ])('"%s" prints %s and %s', (text, one, other) => {
    expect(severalNumbers(text)?.numbers).toEqual([one, other]);
  });

  it.each([
    ['12.5 (11.0–14.0)', '{rate} ({rate_from}–{rate_to})'],
    ['12 (1.5%) [0.3]', '{rate} ({rate_in_brackets}%) [{rate_in_brackets_3}]'],
    ['12.5 ± 0.3 (7)', '{rate} ±{rate_margin} ({rate_in_brackets})'],
  ])('%s has the form %s', (text, form) => {
    expect(formFor('rate', severalNumbers(text)?.signs ?? [])).toBe(form);
  });

  it.each(['12', '(12)', '1988-92', '2010–2015', 'n.a. (5)', '12.5%', '1; 2; 3'])(
    'is none of "%s"',
    (text) => {
      expect(severalNumbers(text)).toBeUndefined();
    },
  );

  it('is drafted by its form, with a code for each number', () => {
    const rows = [
      ['Hill', '12 (1.5%)', '(1.1–1.2)'],
      ['Dale', '7 (0.5%)', '(2.1–2.2)'],
      ['All', '19', ''],
    ];
    const { columns } = stubOf(seenTable(['Place', 'Sample', 'Range'], rows));
    expect(columns.map(({ role, form }) => [role, form])).toEqual([
      ['label', undefined],
      ['parts', '{sample} ({sample_in_brackets}%)'],
      ['parts', '({range_from}–{range_to})'],
    ]);
  });

  it('tells nothing of a column where most cells are others', () => {
    expect(signsOf(['12', '13', '14 (5)'])).toBeUndefined();
    expect(formFor('rain', ['', '±', ''])).toBe('{rain} ±{rain_margin}');
  });
});

describe('the labels of a draft', () => {
  it('keep their printed order where some codes are whole numbers', () => {
    const key = {
      name: 'age',
      labels: new Map([
        ['45_54', '45–54'],
        ['85', '≥85'],
        ['9', '(9)'],
      ]),
    };
    expect([...(labelsOf(key) as Map<string, string>)].map(([code]) => code)).toEqual(['45_54', '85', '9']);
  });
});
