import { describe, expect, it } from 'vitest';
import { SAME } from '../project.ts';
import { tablesOfEachKind } from '../some-tables.ts';

const { annexes, outcomeOf } = tablesOfEachKind;

/** The annexes with one printed row, its lines joined, set anew. */
function reset(printed: string, anew: string): string {
  const pattern = new RegExp(
    printed
      .split(' ')
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'gu',
  );
  expect(annexes.match(pattern)).toHaveLength(1);
  return annexes.replace(pattern, anew);
}

const KZ_2010 = 'Қазақстан Республикасы 1 003 756 313 590 690 166';
const SEIZED = 'Ақмола 400869,3824 295642,7 339792,807 627418,42 209402,73 358232,68';
const COMPLAINTS = '2010 72 21 84 24 85 40 43 15';
const UNEMPLOYED = '35,4 36,64) 34,66) 30,04) 33,44) 34,6';
const RATE = 'балаға шаққанда)1) 22,7 17,4 13,5 13,1 11,7 12,50';
const MENTAL = 'Қазақстан Республикасы 122,2 114,4';
const MEN = 'ерлер 151,2 141,2 123,0 109,3 70,8 65,1';

describe('a row is refused, never guessed, when its characters may have come to stand there otherwise', () => {
  it.each([
    [
      'a cell wrapped within its column, the columns kept',
      KZ_2010,
      'Қазақстан Республикасы   1 003   313 590   690 166\n                          756',
    ],
    [
      'a cell wrapped within its column, no column kept',
      KZ_2010,
      'Қазақстан Республикасы 1 003 313 590 690 166\n756',
    ],
    ['a number broken inside its digits', MEN, 'ерлер 1 141,2 123,0 109,3 70,8 65,1\n51,2'],
    [
      'a whole cell a line lower',
      MEN,
      'ерлер            141,2   123,0   109,3   70,8   65,1\n         151,2',
    ],
    [
      'a value a line higher, beside the first part of its label',
      'Солтүстік Қазақстан 0,267 0,254 5,7',
      'Солтүстік                      0,254\nҚазақстан      0,267                  5,7',
    ],
    [
      "another number between its label's lines, left of its first column",
      'ұстау және жеңгетайлық) 225 227 212 191 184 187 213 220 199',
      'ұстау және\n     74\nжеңгетайлық)   225   227   212   191   184   187   213   220   199',
    ],
    ['a number broken inside its decimals', SEIZED, SEIZED.replace('807 627418,42', '80\n7 627 418,42')],
    [
      'cells that touch',
      'Жамбыл 14180051,0202 14143048,0 15748059,515',
      'Жамбыл 14180051,0202 14 143 048,015 748 059,515',
    ],
    ['another number behind it', COMPLAINTS, `${COMPLAINTS}\n101`],
    ['a number before it in its line', MENTAL, MENTAL.replace('122,2', '67 122,2')],
    [
      'cells that touch where the source contradicts itself',
      '21238 27338 29644 31 918',
      '21238 27338 2964431 918',
    ],
    ['a footnote mark without its bracket', '62 007 671122 )', '62 007 671122'],
    [
      'a mark in a line of its own, the others glued',
      UNEMPLOYED,
      UNEMPLOYED.replace('33,44) 34,6', '33,4 34,6\n4)'),
    ],
    [
      'a mark twice at a value',
      'пайызбен 5,8 5,4 5,3 5,2 5,03) 5,03)',
      'пайызбен 5,8 5,4 5,3 5,2 5,0 5,03)\n3)',
    ],
    [
      'two marks at a value, one of them apart',
      UNEMPLOYED,
      UNEMPLOYED.replace('36,64) 34,66)', '36,6 34,66) 4)'),
    ],
    ["its label's mark glued to a value", RATE, RATE.replace(')1)', ')').replace('12,50', '12,501)')],
    ["its label's mark nowhere", RATE, RATE.replace(')1)', ')')],
  ])('%s', (_, printed, anew) => {
    expect(anew).not.toBe(printed);
    expect(outcomeOf(reset(printed, anew))).toMatchObject({ kind: 'refused', reasons: { length: 2 } });
  });

  it('two rows of one table with another number behind each', () => {
    const [first, second] = ['2011 83 32 88 25 95 43 64 10', '2012 78 42 83 24 92 52 71 23'];
    for (const gap of ['\n', ' ']) {
      const both = reset(first, `${first}${gap}101`).replace(second, `${second}${gap}101`);
      expect(both.split(`${gap}101\n`)).toHaveLength(3);
      expect(outcomeOf(both)).toMatchObject({ kind: 'refused' });
    }
  });
});

describe('a row is read', () => {
  it('when its last cell is wrapped, and arithmetic tells the rest from a page number', () => {
    expect(outcomeOf(reset(KZ_2010, 'Қазақстан Республикасы 1 003 756 313 590 690\n166'))).toEqual(SAME);
  });

  it("when its label's mark stands apart behind its values", () => {
    for (const gap of [' ', '\n']) {
      expect(outcomeOf(reset(RATE, `${RATE.replace(')1)', ')')}${gap}1)`))).toEqual(SAME);
    }
  });
});
