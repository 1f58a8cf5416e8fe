import { describe, expect, it } from 'vitest';
import { notationEvidence, withDeclared } from '../../../pipeline/command-line/draft/notation-evidence.ts';
import { isSymbol, printedNumber } from '../../../pipeline/command-line/draft/printed-number.ts';
import { fitOf, quantityOf } from '../../../pipeline/command-line/draft/quantities.ts';

const told = (...texts: readonly string[]) =>
  notationEvidence(
    texts.map((printed) => {
      const [text = '', ...marks] = printed.split('^');
      return { text, lines: [text], marks };
    }),
  );

describe('the notation that is drafted', () => {
  it.each([
    [['2,493,350', '6,709'], { group: [','] }],
    [['12,5', '6,709'], { decimal: ',' }],
    [['1.234,5'], { decimal: ',', group: ['.'] }],
    [['1,234.56', '7'], { decimal: '.', group: [','] }],
    [['1 234,5', '12'], { decimal: ',', group: [' '] }],
    [['12 345', '7'], { group: [' '] }],
    [['0,125'], { decimal: ',' }],
    [['.5'], { decimal: '.' }],
    [["1'234'567"], { group: ["'"] }],
    [['3,34,06,061', '2,097'], { group: [','], group_digits: [3, 2] }],
    [['5,51,731.25'], { decimal: '.', group: [','], group_digits: [3, 2] }],
    [['٩٬٩٠٨', '٧٦٩٫٩'], { decimal: '٫', group: ['٬'] }],
    [['٧٦٩٫٩٠٠'], { decimal: '٫' }],
  ])('of %j is %j', (texts, numbers) => {
    const { numbers: found, questions } = told(...texts);
    expect(found).toEqual(numbers);
    expect(questions).toEqual([]);
  });

  it('is a question where every number can be read in two ways, and the sign is left out', () => {
    const { numbers, questions } = told('6,709', '12,345', '7');
    expect(numbers).toEqual({});
    expect(questions.map(({ text }) => text)).toEqual([
      '6,709 and 1 more can be read in two ways: write group: [","] if 6,709 is 6709, or decimal: "," if it is a little more than 6',
    ]);
  });

  it('is a question where one number tells the contrary of another', () => {
    const { numbers, questions } = told('1,234,567', '12,5');
    expect(numbers).toEqual({});
    expect(questions[0]?.text).toContain(
      '"," stands between thousands in 1,234,567 and before the last digits in 12,5',
    );
  });

  it('keeps how many digits a person says that a group has', () => {
    const { numbers } = withDeclared(told('6,709'), { group: [','], group_digits: [3, 2] });
    expect(numbers).toEqual({ group: [','], group_digits: [3, 2] });
  });

  it('says by which numbers a sign was told', () => {
    expect(told('2,493,350', '30.02', '31.5').because).toEqual({
      group: '2,493,350 can be read in no other way',
      decimal: '30.02 and 1 more can be read in no other way',
    });
  });

  it('has the signs of numbers below zero, what stands beside numbers, symbols and raised marks', () => {
    const { numbers, marks } = told('−1.5', '$ 3.5', '45.5 %', '*', 'n/a', '…', '38.5^2)', '1.5^a', '7.5**');
    expect(numbers).toMatchObject({ negative: ['−'], affixes: ['$', '%'] });
    expect(Object.keys(numbers.symbols ?? {})).toEqual(['*', 'n/a', '…']);
    expect(marks).toEqual(['{n})', '{n}']);
  });
});

describe('a number in brackets', () => {
  const IN_BRACKETS = ['1.5', '(2.5)', '(19.9%)'];

  it('may be below zero or an estimate: it is a question, and neither is drafted', () => {
    const { numbers, questions } = told(...IN_BRACKETS);
    expect(numbers).toEqual({ decimal: '.', affixes: ['%'] });
    expect(questions.map(({ text }) => text)).toEqual([
      '(2.5) and 1 more stand in brackets: write negative: ["({n})"] if that says below zero, or affixes: ["({n})"] if it says nothing of the size',
    ]);
  });

  it.each(['negative', 'affixes'] as const)('is none once a person has said it under %s', (key) => {
    const { numbers, questions } = withDeclared(told(...IN_BRACKETS), { decimal: '.', [key]: ['({n})'] });
    expect(numbers[key]).toEqual(['({n})']);
    expect(questions).toEqual([]);
  });
});

describe('a printed number', () => {
  it.each(['JUL 2023', '12 of 15', '3 4', '2010–2012', 'Table 5', 'XYZ 15'])('is none of "%s"', (text) => {
    expect(printedNumber(text)).toBeUndefined();
  });

  it.each([
    ['EUR 15.5', '15.5'],
    ['12 345 678', '12 345 678'],
    ['(7)', '7'],
    ['5 %', '5'],
  ])('is read in "%s"', (text, digits) => {
    expect(printedNumber(text)?.digits).toBe(digits);
  });

  it('is no symbol, nor is a word one', () => {
    expect(['-', '—', '...', 'n.a.', '(x)', '*', 'X'].filter(isSymbol)).toHaveLength(7);
    expect(['', '5', 'Hill', 'na', 'Total'].filter(isSymbol)).toEqual([]);
  });

  it('is a quantity by the notation, and none where that does not tell', () => {
    expect(quantityOf('(1,234.50)', { decimal: '.', group: [','], negative: ['({n})'] })).toEqual({
      value: -1234.5,
      decimals: 2,
    });
    expect(quantityOf('6,709', {})).toBeUndefined();
    expect(quantityOf('—', {})).toBe('symbol');
    expect(quantityOf('', {})).toBeUndefined();
  });

  it('fits a sum to the digit, or within the rounding of decimals; whole numbers are not rounded', () => {
    const q = (value: number, decimals: number) => ({ value, decimals });
    expect(fitOf(q(45.5, 1), [q(24.7, 1), q(20.8, 1)])).toBe('exact');
    expect(fitOf(q(45.6, 1), [q(24.7, 1), q(20.8, 1)])).toBe('rounded');
    expect(fitOf(q(45.7, 1), [q(24.7, 1), q(20.8, 1)])).toBe('broken');
    expect(fitOf(q(8, 0), [q(4, 0), q(3, 0)])).toBe('broken');
    expect(fitOf(q(0.3, 1), [q(0.1, 1), q(0.2, 1)])).toBe('exact');
  });
});
