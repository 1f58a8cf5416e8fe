import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '../../pipeline/extract/columns/reading-order.ts';
import { outcomeOf, SAME, text } from '../project.ts';

/** What `pdftotext -layout` makes of `tests/fixtures/pdf/annexes.pdf`. */
const IN_COLUMNS = readFileSync('tests/fixtures/text/annexes-in-columns.txt', 'utf8');

/** Lines that show that a text keeps its columns, apart from those that are looked at. */
const TABLE = Array.from(
  { length: 12 },
  (_, row) => `Аудан ${row}        1${row}       2${row}        3${row}`,
);

const APART = ['', '', '', ''];

function inOrder(...lines: readonly string[]): readonly string[] {
  const set = inReadingOrder([...TABLE, ...APART, ...lines].join('\n')).split('\n');
  expect(set).toHaveLength(TABLE.length + APART.length + lines.length);
  return set.slice(TABLE.length + APART.length);
}

describe('a text that keeps its columns', () => {
  it('says the same as one in which cells follow each other', () => {
    expect(outcomeOf(IN_COLUMNS)).toEqual(SAME);
  });

  it('is left as it is without columns', () => {
    expect(inReadingOrder(text)).toBe(text);
  });

  it('keeps all its words, whatever stands in its columns', () => {
    const word = fc.constantFrom('1', '12', '345', '6,7', '-', '…', 'аудан', 'қала', '');
    const line = fc
      .array(fc.tuple(word, fc.constantFrom(' ', '  ', '    ', '       ')), { maxLength: 8 })
      .map((words) => words.flat().join(''));
    const sorted = (lines: readonly string[]): readonly string[] => lines.join(' ').trim().split(/\s+/).sort();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(sorted(inOrder(...lines))).toEqual(sorted(lines));
      }),
    );
  });

  it.each([
    [
      'numbers below numbers, to the left',
      ['млн. теңге   21 815   28 243', '             517,0    052,7'],
      ['млн. теңге   21 815 517,0   28 243 052,7', ''],
    ],
    [
      'numbers below numbers, to the right',
      ['Жамбыл        14 180    15 748', '            051,0202   059,515'],
      ['Жамбыл   14 180 051,0202   15 748 059,515', ''],
    ],
    [
      'one number, beside the rest of the label',
      ['Бюджет тапшылығы    -527,2   -1 086   -915,8', '(профициті)                  670,4'],
      ['Бюджет тапшылығы   -527,2   -1 086 670,4   -915,8', '(профициті)'],
    ],
    [
      'one number, in a cell that nearly touches its neighбour',
      ['Жамбыл      15 748 15 222 096,08   7,5', '            059,5'],
      ['Жамбыл   15 748 059,5 15 222 096,08   7,5', ''],
    ],
    [
      'a sentence, word by word',
      [
        'Жалақы, теңге   1             15 999',
        '                қаңтардан',
        '                бастап –',
        '                14952',
        '                теңге',
      ],
      ['Жалақы, теңге   1 қаңтардан бастап – 14952 теңге   15 999', '', '', '', ''],
    ],
  ])('has what stands below a cell behind it: %s', (_, lines, wanted) => {
    expect(inOrder(...lines)).toEqual(wanted);
  });

  it('has headers one after the other', () => {
    expect(
      inOrder(
        'Жылдар мәселелердің сипаты',
        '         Әлеуметтік   Тұрғын Жер',
        '         қамсызданды- үй     құқығы',
        '         руға құқық   құқығы',
        '2010     72           84     24',
      ),
    ).toEqual([
      'Жылдар мәселелердің сипаты',
      'Әлеуметтік қамсызданды- руға құқық   Тұрғын үй құқығы   Жер құқығы',
      '',
      '',
      '2010     72           84     24',
    ]);
  });

  it.each([
    ['a row with a label of its own', ['Ақмола      100   200   300', 'Ақтөбе      400   500   600']],
    ['numbers that make none together', ['Ақмола      1,5   20    30', '            4     5']],
    [
      'the number of a page',
      ['Ақмола      15    20    30', '                  101', '\fАқтөбе     4    5    6'],
    ],
    ['a number behind an empty line', ['Ақмола      15    20    30', '', '                  101']],
    [
      'words that are wider than their cell',
      ['Ақмола      15    20    30', '                  Экспорт пен импорт'],
    ],
    [
      'a heading',
      [
        'Ақмола      15      20      30',
        '                  СЫРТҚЫ САУДА',
        ...TABLE,
        '                  ХАЛЫҚ САНАҒЫ',
      ],
    ],
    [
      'headers that are wider than their columns',
      ['   Барлығы     Оның ішінде', '  қалалық жерде   ауылдық', 'Ақмола   15     20'],
    ],
  ])('has what does not belong there where it stands: %s', (_, lines) => {
    expect(inOrder(...lines)).toEqual(lines);
  });
});
