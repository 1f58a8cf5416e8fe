import { describe, expect, it } from 'vitest';
import { continuedTitle, isSameTable, titleOf } from '../../../pipeline/command-line/draft/titles.ts';
import { captionNumber } from '../../../pipeline/locale/caption-words.ts';

/** Lines above a table; each inner list is a paragraph, `12|` before a line is its size. */
function above(...paragraphs: readonly (readonly string[])[]) {
  const captions = paragraphs.flatMap((lines, paragraph) =>
    lines.map((line) => {
      const [, size = '8', text = line] = /^(\d+)\|(.*)$/.exec(line) ?? [];
      return { text, size: Number(size), paragraph };
    }),
  );
  return { captions };
}

const PROSE = [
  'Orchards have given less since 2010, and',
  'growers expect no better years. See below',
  'for what was picked in each of the valleys',
  'and what was sold there in the same year.',
];

describe('the number of a table', () => {
  it.each([
    ['Table 8.13 - Own brands', '8.13'],
    ['TABLE 5. Mean weights', '5'],
    ['Table SA3. | Cases', 'SA3'],
    ['Table A.2: Census population', 'A.2'],
    ['Tabelle 4: Bevölkerung', '4'],
    ['Tableau n° 2 Récoltes', '2'],
    ['Таблица 3.1. Население', '3.1'],
    ['3-кесте. Халық саны', '3'],
    ['Table IV', 'IV'],
  ])('that "%s" begins with is %s', (text, number) => {
    expect(captionNumber(text)).toBe(number);
  });

  it.each(['Tables of rain', 'Tablets 5', 'A table 5', 'Rainfall 2010', '12 tablespoons', 'Table salt'])(
    'is none in "%s"',
    (text) => {
      expect(captionNumber(text)).toBeUndefined();
    },
  );
});

describe('the title of a draft', () => {
  it.each([
    ['is the numbered line below running text', [PROSE, ['Table 3: Apples']], 'Table 3: Apples'],
    [
      'goes on in an indented line in the midst of its sentence',
      [PROSE, ['Table 3: Apples by valley'], ['and month, 2010'], ['Tonnes']],
      'Table 3: Apples by valley and month, 2010',
    ],
    [
      'goes on on the lines printed alike',
      [PROSE, ['12|Table 3: Apples by valley', '12|and year', '8|Tonnes']],
      'Table 3: Apples by valley and year',
    ],
    [
      'is the nearest where a sentence begins with the same number',
      [['Table 3 shows what each valley gave:', 'Table 3 - Apples']],
      'Table 3 - Apples',
    ],
    [
      'goes on in the next paragraph where the number stands alone',
      [['Table 3'], ['Apples by valley', 'and year']],
      'Table 3 Apples by valley and year',
    ],
    [
      'is what stands below running text, without a number too',
      [PROSE, ['Apples by valley']],
      'Apples by valley',
    ],
    [
      'is no heading of a section above the text',
      [['16|2. Orchards'], PROSE, ['Apples by valley']],
      'Apples by valley',
    ],
    ['is no sentence that begins with a number', [['Table 3 shows apples', ...PROSE]], undefined],
  ])('%s', (_, paragraphs, title) => {
    const table = above(...paragraphs);
    expect(titleOf(table, [table]).text).toBe(title);
  });
});

describe('the title on the next page', () => {
  it.each([
    ['Apples by valley', 'Apples by valley (continued)', '{title} (continued)'],
    ['Table 3. Apples', 'Table 3 (cont.)', 'Table 3 (cont.)'],
    ['Table 3. Apples', 'Table 3. Apples - continued', '{title} - continued'],
    ['Apples by valley', 'Statistical office', undefined],
  ])('of "%s" that is "%s" is declared as %s', (title, text, declared) => {
    expect(continuedTitle(title, [text])).toBe(declared);
  });
});

describe('a table on the next page', () => {
  it.each([
    ['has another number', above(['Table 3.1 Apples']), above(['Table 3.2 Pears']), false],
    ['has the same number', above(['Table 3.1 Apples']), above(['Table 3.1 (continued)']), true],
    ['says that it goes on', above(['Apples']), above(['Apples (continued)']), true],
    ['has no title', above(['Table 3.1 Apples']), above(), true],
    ['has another title', above(['Apples by valley']), above(['Pears by valley']), false],
    ['stands under the same running title', above(['Survey', 'Apples']), above(['Survey', 'Pears']), true],
  ])('that %s: %s', (_, before, rest, isSame) => {
    expect(isSameTable(before, rest)).toBe(isSame);
  });
});
