import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spaced } from '../../pipeline/normalise/reading/ink.ts';
import {
  decimalsOf,
  inText,
  type PrintedNumber,
  readNumber,
} from '../../pipeline/normalise/reading/number.ts';
import { inkFor, whole } from './made-up-ink.ts';

const MARKS = ['1', '2', '3', '4'];

/** Reads a number as the engine does: out of a text with any white space, as the ink of one cell. */
function printed(text: string, marks: readonly string[] = MARKS): readonly PrintedNumber[] {
  const ink = inkFor(text);
  const { from, to } = whole(ink);
  return readNumber(spaced(ink, from, to), marks, inText(','));
}

describe('a number is read however the page broke it', () => {
  it.each([
    ['16440,1', '16440.1', 'plain'],
    ['0', '0', 'plain'],
    ['0,03', '0.03', 'plain'],
    ['72,0', '72.0', 'plain'],
    ['28 243\n052,7', '28243052.7', 'grouped'],
    ['16 909,8', '16909.8', 'grouped'],
    ['1 6  \n909,8', '16909.8', 'letter_spaced'],
    ['- 1 2  \n162', '-12162', 'letter_spaced'],
    ['1 6 9 0 9 , 8', '16909.8', 'letter_spaced'],
    ['−279', '-279', 'plain'],
    ['– 0,04', '-0.04', 'plain'],
    ['1\u00a0003\u202f756', '1003756', 'grouped'],
  ])('%j is %s, read as %s', (text, value, reading) => {
    expect(printed(text)).toEqual([{ value, marks: [], reading }]);
  });

  it.each([
    ['302,72)', '302.7', ['2']],
    ['0,44)', '0.4', ['4']],
    ['8962,0\n3)', '8962.0', ['3']],
    ['671122\n\n)', '67112', ['2']],
    ['12,01)2)', '12.0', ['1', '2']],
    ['- 1 2  \n162 4)', '-12162', ['4']],
  ])('%j is %s with the marks %s', (text, value, marks) => {
    expect(printed(text)).toEqual([{ value, marks, reading: 'footnote' }]);
  });

  it('two marks that fit the same digits give two readings', () => {
    const values = printed('5,112)', ['2', '12']).map(({ value, marks }) => [value, ...marks]);
    expect(values).toEqual([
      ['5.11', '2'],
      ['5.1', '12'],
    ]);
  });

  it('marks before a number and behind it are read once, in printed order', () => {
    const notation = { ...inText('.'), marks: [{ before: '', behind: '' }] };
    expect(readNumber('<0.05 a', ['a', '<'], notation)).toEqual([
      { value: '0.05', marks: ['<', 'a'], reading: 'footnote' },
    ]);
    expect(readNumber('0.05 a b', ['a', 'b'], notation).map(({ marks }) => marks)).toEqual([['a', 'b']]);
  });

  it('the decimal sign is that of the notation', () => {
    expect(readNumber('3.5', [], inText('.'))).toEqual([{ value: '3.5', marks: [], reading: 'plain' }]);
    expect(readNumber('3.5', [], inText(','))).toEqual([]);
  });
});

describe('the groups of a number', () => {
  const value = (text: string, groupDigits: readonly number[], group: string): string | undefined =>
    readNumber(text, [], { ...inText('.'), groups: [group], groupDigits })[0]?.value;

  it.each([
    ['123,456', [3], ',', '123456'],
    ['123 456', [3], ' ', '123456'],
    ['1,23,45,678.9', [3, 2], ',', '12345678.9'],
    ['1 23 45 678.9', [3, 2], ' ', '12345678.9'],
    ['12 345', [3, 2], ' ', '12345'],
  ])('%j is read in groups of %j', (text, digits, group, expected) => {
    expect(value(text, digits, group)).toBe(expected);
  });

  it.each([
    ['1234,567', [3], ','],
    ['1,234,567', [3, 2], ','],
    ['1 234 567', [3, 2], ' '],
    ['12 34', [3, 2], ' '],
    ['1 23 456', [3], ' '],
  ])('%j is not in groups of %j', (text, digits, group) => {
    expect(value(text, digits, group)).toBeUndefined();
  });
});

describe('what is no number is not read as one', () => {
  it.each([
    '1 03 756',
    '1 0375 600',
    '1234 567',
    '12 34',
    '007',
    '07',
    '0 7',
    '1,1,0',
    '1,',
    ',5',
    '1,5 6',
    '1 234,5 6',
    '1 6 909 8',
    '--5',
    '5-',
    '5 3)',
    '1l,0',
    '5,05)',
    '-',
    ')',
  ])('%j', (text) => {
    expect(printed(text, text === '5 3)' ? [] : MARKS)).toEqual([]);
  });
});

const digit = fc.constantFrom(...'0123456789');
const integer = fc
  .tuple(fc.constantFrom(...'123456789'), fc.array(digit, { maxLength: 10 }))
  .map(([first, rest]) => [first, ...rest].join(''));
const space = fc.constantFrom(
  ' ',
  '  ',
  '\u00a0',
  '\u202f',
  '\u2009',
  ' \n',
  '\n',
  '\r\n',
  '  \n\n',
  '\n\n\n\n',
);
const dash = fc.constantFrom('-', '‐', '‑', '‒', '–', '—', '−');

/** A number with a way to print it; every white space of it is chosen anew. */
const broken = fc
  .record({
    integer: fc.oneof(integer, fc.constant('0')),
    fraction: fc.array(digit, { maxLength: 4 }).map((digits) => digits.join('')),
    minus: fc.option(fc.tuple(dash, fc.constantFrom('', ' ')), { nil: undefined }),
    isGrouped: fc.boolean(),
    spread: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    mark: fc.option(
      fc.tuple(fc.constantFrom('', '\n', ' '), fc.constantFrom(...MARKS), fc.constantFrom('', '\n\n')),
      { nil: undefined },
    ),
    spaces: fc.array(space, { minLength: 24, maxLength: 24 }),
  })
  .map(({ integer, fraction, minus, isGrouped, spread, mark, spaces }) => {
    const groups = isGrouped ? integer.replace(/\B(?=(\d{3})+$)/g, ' ').split(' ') : [integer];
    const spreadable = groups.map((group, index) =>
      isGrouped && spread[index] === true ? [...group].join(' ') : group,
    );
    const head = [minus?.join('') ?? '', spreadable.join(' ')].join('');
    const tail = fraction === '' ? '' : `,${fraction}`;
    const marked = mark === undefined ? '' : `${mark[0]}${mark[1]}${mark[2]})`;
    let used = 0;
    const text = `${head}${tail}`.replaceAll(' ', () => spaces[used++ % spaces.length] ?? ' ');
    const sign = minus === undefined ? '' : '-';
    return {
      text: `${text}${marked}`,
      value: `${sign}${integer}${fraction === '' ? '' : `.${fraction}`}`,
      marks: mark === undefined ? [] : [mark[1]],
    };
  })
  // Digits alone between many empty lines, such as 1, 2 and 3, count the pages of a text.
  .filter(({ text }) => text.split('\n\n\n').length < 3);

it('any number printed in any broken way reads back as itself, and as nothing else', () => {
  fc.assert(
    fc.property(broken, ({ text, value, marks }) => {
      expect(printed(text).map((number) => ({ value: number.value, marks: number.marks }))).toEqual([
        { value, marks },
      ]);
    }),
    { numRuns: 2000 },
  );
});

it('a reading never adds, drops or alters a digit', () => {
  const anything = fc.string({ unit: fc.constantFrom(...'0123456789 ,-)'), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(anything, (text) => {
      for (const { value, marks } of printed(text)) {
        expect([value, ...marks].join('').replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
      }
    }),
    { numRuns: 3000 },
  );
});

it('decimals are those that are printed', () => {
  expect(['12', '12.5', '12.50', '-0.0001'].map(decimalsOf)).toEqual([0, 1, 2, 4]);
});
