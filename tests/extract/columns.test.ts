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
    const sorted = (lines: readonly string[]): readonly string[] =>
      lines.join(' ').trim().split(/\s+/).sort();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(sorted(inOrder(...lines))).toEqual(sorted(lines));
      }),
    );
  });

  it('keeps what a row has taken in where the next row could take that row in', () => {
    const lines = ['          345', 'қала       аудан    1', 'қала    1 қала 1  аудан  1'];
    expect(inOrder(...lines)[1]).toContain('345 аудан');
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

  it.each([
    [
      'a sentence beside a label that is wrapped too',
      [
        'Ең төмен        1 қаңтардан   15 999   17 439',
        'жалақы, теңге   бастап –',
        '                14952 теңге',
      ],
      ['Ең төмен   1 қаңтардан бастап – 14952 теңге   15 999   17 439', 'жалақы, теңге', ''],
    ],
    [
      'a number with its footnote mark',
      ['мың адам   9 041,3         8', '                      962,03)'],
      ['мың адам   9 041,3   8 962,03)', ''],
    ],
  ])('has what stands below a cell behind it: %s', (_, lines, wanted) => {
    expect(inOrder(...lines)).toEqual(wanted);
  });

  it.each([
    [
      'numbers that begin above their row',
      ['                          28 243   31 015', 'млн. теңге   21 815,0      052,7    186,6'],
      ['', 'млн. теңге   21 815,0   28 243 052,7   31 015 186,6'],
    ],
    [
      'one that can only be the end of a number',
      ['                          28 243', 'млн. теңге   21 815,0      052,7    186,6'],
      ['', 'млн. теңге   21 815,0   28 243 052,7   186,6'],
    ],
    [
      'numbers that begin above their row, in a cell that nearly touches others',
      ['             192       236', 'млн. АҚШ     627,6     633,3 221 417,7'],
      ['', 'млн. АҚШ   192 627,6   236 633,3   221 417,7'],
    ],
    [
      'numbers above and below the middle of their row',
      [
        '                       28 243   31 015',
        'млн. теңге   21 815,0',
        '                        052,7    186,6',
      ],
      ['', 'млн. теңге   21 815,0   28 243 052,7   31 015 186,6', ''],
    ],
    [
      'a sentence that begins above its row, in three lines',
      [
        '                   1 қаңтардан',
        '                 бастап – 14 952',
        'Жалақы, теңге         теңге        15 999',
      ],
      ['', '', 'Жалақы, теңге   1 қаңтардан бастап – 14 952 теңге   15 999'],
    ],
    [
      'numbers beside the first part of a label that goes on',
      ['Бюджет тапшылығы          -568     -890', 'теңге          -527 264    618      308'],
      ['Бюджет тапшылығы', 'теңге   -527 264   -568 618   -890 308'],
    ],
  ])('has what is level at its end or middle in the line of its row: %s', (_, lines, wanted) => {
    expect(inOrder(...lines)).toEqual(wanted);
  });

  it('has centred headers one after the other, and a heading below them', () => {
    expect(
      inOrder(
        '          Халықтың 10%-дық топтары     Халықтың 20%-дық',
        '             Джини коэффициенті       Джини коэффициенті',
        '                                барлық халық',
        'Ақмола          0,266                       0,253',
      ),
    ).toEqual([
      'Халықтың 10%-дық топтары Джини коэффициенті   Халықтың 20%-дық Джини коэффициенті',
      '',
      '                                барлық халық',
      'Ақмола          0,266                       0,253',
    ]);
  });

  it('has a heading below headers of which one alone reaches down to it', () => {
    const header = [
      'оның ішінде   Экономикада   формальды     формальды',
      '              жұмыспен      жұмыспен      емес',
      '              қамтылған     қамту         жұмыспен',
      '              халық,                      қамту',
      '              барлығы',
    ];
    expect(inOrder(...header, 'барлық халық', '2010      8 114,2      5 111,8   3 002,4')).toEqual([
      'оның ішінде   Экономикада жұмыспен қамтылған халық, барлығы   формальды жұмыспен қамту   формальды емес жұмыспен қамту',
      '',
      '',
      '',
      '',
      'барлық халық',
      '2010      8 114,2      5 111,8   3 002,4',
    ]);
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
    ['the numbers of columns', ['            1       2       3', 'Ақмола      440,1   673,1   909,8']],
    [
      'a number above the end of one that is whole',
      ['                         8', 'Ақтөбе     19 053      3 081   15 972'],
    ],
    ['one number above a row', ['                    38', 'Ақмола     19 053   181   15 972']],
    [
      'numbers on either side of a heading, which are of two rows',
      ['ерлер          479 721', '   2011', 'әйелдер        915 401'],
    ],
    [
      'a heading below a sentence',
      ['Жалақы    1 қаңтардан   15 999', '              ЖІӨ', 'Баға        115,3        104,2'],
    ],
    [
      'headers that are wider than their columns',
      ['   Барлығы     Оның ішінде', '  қалалық жерде   ауылдық', 'Ақмола   15     20'],
    ],
  ])('has what does not belong there where it stands: %s', (_, lines) => {
    expect(inOrder(...lines)).toEqual(lines);
  });
});
