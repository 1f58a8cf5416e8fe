import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../pipeline/normalise/reading/number.ts';
import { type NumbersLayout, notationOf, UNDECLARED } from '../../pipeline/template/notation.ts';

const ENGLISH = notationOf({ decimal: '.', group: [','], negative: ['-', '−', '({n})', '{n}-'] }, undefined);

function values(cell: string, notation = ENGLISH, marks: readonly string[] = []): readonly string[] {
  return readNumber(cell, marks, notation).map(({ value, marks: own }) => [value, ...own].join(' '));
}

describe('a number is read in the notation that is declared', () => {
  it.each([
    ['1,234,567.8', '1234567.8'],
    ['12', '12'],
    ['1,000', '1000'],
    ['(1,234)', '-1234'],
    ['( 5.5 )', '-5.5'],
    ['5.5-', '-5.5'],
    ['−7', '-7'],
  ])('%j is %s where commas part thousands', (cell, value) => {
    expect(values(cell)).toEqual([value]);
  });

  it.each([
    '1,23',
    '12,34,567',
    '1,2345',
    '1.234.567',
    '1 234',
    '0,123',
    '–5',
    '5,',
    '1,234.',
    '$5',
    '1,234,5.6',
  ])('%j is none there', (cell) => {
    expect(values(cell)).toEqual([]);
  });

  it.each([
    ['1.234.567,8', { decimal: ',', group: ['.'] }, '1234567.8'],
    ["1'234.5", { decimal: '.', group: ["'"] }, '1234.5'],
    ['1’234', { group: ['’'] }, '1234'],
    ['1 234,5', { decimal: ',', group: [' '] }, '1234.5'],
    ['6,709', { decimal: ',', group: [' '] }, '6.709'],
    ['6,709', { decimal: '.', group: [','] }, '6709'],
    ['45 %', { affixes: ['%'] }, '45'],
    ['€ 1,5', { decimal: ',', affixes: ['€'] }, '1.5'],
    ['-$5', { negative: ['-'], affixes: ['$'] }, '-5'],
    ['$ -5', { negative: ['-'], affixes: ['$'] }, '-5'],
    ['KZT 12', { affixes: ['KZT'] }, '12'],
  ] satisfies readonly (readonly [string, NumbersLayout, string])[])(
    '%j in %j is %s',
    (cell, numbers, value) => {
      expect(values(cell, notationOf(numbers, undefined))).toEqual([value]);
    },
  );

  it.each([
    ['345 *', ['{n}'], ['*'], '345 *'],
    ['345[1]', ['[{n}]'], ['1'], '345 1'],
    ['3.4 (2)', ['({n})'], ['2'], '3.4 2'],
    ['1,2342)', ['{n})'], ['2'], '1234 2'],
  ])('%j with marks printed as %j carries one of %j', (cell, forms, marks, said) => {
    expect(values(cell, notationOf({ decimal: '.', group: [','] }, forms), marks)).toEqual([said]);
  });

  it('is never another number, whatever the notation it is printed in', () => {
    const notation = fc.constantFrom<readonly [decimal: string, group: string]>(
      [',', ' '],
      ['.', ','],
      [',', '.'],
      ['.', ' '],
      ['.', "'"],
    );
    const sign = fc.constantFrom('-{n}', '−{n}', '({n})', '{n}-');
    const number = fc.record({
      whole: fc.nat({ max: 99_999_999 }),
      decimals: fc.option(fc.stringMatching(/^\d{1,4}$/)),
      isNegative: fc.boolean(),
    });
    fc.assert(
      fc.property(notation, sign, number, fc.boolean(), ([decimal, group], form, printed, isGrouped) => {
        const { whole, decimals, isNegative } = printed;
        const digits = isGrouped ? String(whole).replace(/\B(?=(\d{3})+$)/g, group) : String(whole);
        const bare = `${digits}${decimals === null ? '' : `${decimal}${decimals}`}`;
        const cell = isNegative ? form.replace('{n}', bare) : bare;
        const meant = `${isNegative ? '-' : ''}${whole}${decimals === null ? '' : `.${decimals}`}`;
        expect(values(cell, notationOf({ decimal, group: [group], negative: [form] }, undefined))).toEqual([
          meant,
        ]);
        for (const [other, parted] of [
          [',', ' '],
          ['.', ','],
          [',', '.'],
          ['.', "'"],
        ] as const) {
          if (other === decimal && parted === group) continue;
          const read = values(
            cell,
            notationOf({ decimal: other, group: [parted], negative: [form] }, undefined),
          );
          if (decimals?.length !== 3 && !(isGrouped && whole > 999))
            expect([[], [meant]]).toContainEqual(read);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what says nothing of the size', () => {
  const both = notationOf({ decimal: ',', affixes: ['€', '%'] }, undefined);

  it('may stand on both sides, each once', () => {
    expect(values('€ 5 %', both)).toEqual(['5']);
    expect(values('€ € 5', both)).toEqual([]);
    expect(values('5 % %', both)).toEqual([]);
  });
});

describe('a fraction without its whole', () => {
  it('is a number where the print has such', () => {
    const notation = { ...notationOf({ decimal: '.' }, undefined), hasBareFractions: true };
    expect(values('.57', notation)).toEqual(['0.57']);
    expect(values('.', notation)).toEqual([]);
    expect(values('57.', notation)).toEqual([]);
    expect(values(',57', notation)).toEqual([]);
  });
});

describe('where nothing is declared', () => {
  it('a sign before other than three digits is a decimal sign', () => {
    expect(values('12,5', UNDECLARED)).toEqual(['12.5']);
    expect(values('12.5', UNDECLARED)).toEqual(['12.5']);
  });

  it.each(['1,234,567', '1.234,5', "1'234", '(5)', '5-', '45 %'])('%j is no number', (cell) => {
    expect(values(cell, UNDECLARED)).toEqual([]);
  });
});
