import { describe, expect, it } from 'vitest';
import { extract } from '../../../pipeline/extract/extract.ts';
import type { Source } from '../../../pipeline/page/source.ts';
import { linesOf } from '../../../pipeline/page/source.ts';
import { madeUpPdf, stroke, widthOf, words } from '../pdf/made-up-pdf.ts';

const LEFT = 70;
const SIZE = 12;
/** The room that the style of a list gives to its numbers: `9.` leaves some of it, `10.` reaches to its end. */
const ROOM = 15;
const REST = 'went to the markets beyond the river, and the growers planted as many trees.';

/** What is drawn at a height of the page. */
type Line = (y: number) => string;

/** The first line of a paragraph: its number drawn by itself, its text where the number leaves room, or behind it. */
const numbered =
  (number: string, text: string): Line =>
  (y) =>
    words(LEFT, y, number, SIZE) + words(LEFT + Math.max(ROOM, widthOf(number, SIZE)), y, text, SIZE);
const plain =
  (text: string): Line =>
  (y) =>
    words(LEFT, y, text, SIZE);
const paragraph = (number: string, text: string): readonly Line[] => [
  numbered(number, `${text} the orchards bore fruit of which most`),
  plain(REST),
];

async function read(lines: readonly Line[], more = ''): Promise<Source> {
  const perPage = 40;
  const pages: string[] = [];
  for (let from = 0; from < lines.length; from += perPage)
    pages.push(
      lines
        .slice(from, from + perPage)
        .map((line, at) => line(780 - at * 18))
        .join(''),
    );
  return extract(
    madeUpPdf([...pages.slice(0, -1), `${pages.at(-1)}${more}`], { size: [595, 842] }),
    'page.pdf',
  );
}

/** The beginnings of all lines of a text but those that only go on. */
function begun({ text }: Source): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== REST)
    .map((line) => line.split(' ').slice(0, 2).join(' '));
}

const counted = (from: number, to: number, text: (number: number) => string): readonly Line[] =>
  Array.from({ length: to - from + 1 }, (_, at) => paragraph(`${from + at}.`, text(from + at))).flat();

describe('the number of a paragraph that a word processor sets by itself', () => {
  it('is parted from a word that it touches, where it goes on counting', async () => {
    const source = await read(counted(1, 12, () => 'Then'));
    expect(begun(source)).toEqual(Array.from({ length: 12 }, (_, at) => `${at + 1}. Then`));
    for (const { blocks } of source.pages) {
      for (const { tokens } of blocks.flatMap(linesOf)) {
        for (const { text, span, box } of tokens) {
          expect(source.text.slice(span.start, span.end)).toBe(text);
          expect((box?.right ?? 0) - (box?.left ?? 0)).toBeCloseTo(widthOf(text, SIZE), 0);
        }
      }
    }
  });

  it('is parted from a year that it touches', async () => {
    const source = await read(counted(1, 12, (number) => `20${10 + number}`));
    expect(begun(source)).toEqual(Array.from({ length: 12 }, (_, at) => `${at + 1}. 20${11 + at}`));
  });

  it('is parted where a list begins anew, and behind headings that are counted too', async () => {
    const lines = [
      ...counted(1, 11, () => 'Then'),
      plain('2. Markets'),
      ...counted(12, 13, () => 'Later'),
      numbered('1.', 'Apples'),
      numbered('2.', 'Pears'),
    ];
    expect(begun(await read(lines)).slice(9)).toEqual([
      '10. Then',
      '11. Then',
      '2. Markets',
      '12. Later',
      '13. Later',
      '1. Apples',
      '2. Pears',
    ]);
  });

  it.each([
    ['drawn in one go', plain(`10.5 per cent of the orchards bore fruit`), '10.5 per'],
    ['with a word, drawn in one go', plain('10.Then the orchards bore fruit'), '10.Then the'],
    ['that does not go on counting', numbered('20.', 'Then the orchards'), '20.Then the'],
    ['that does not go on counting, before digits', numbered('17.', '5 per cent'), '17.5 per'],
    ['before digits that are no year', numbered('10.', '5 per cent'), '10.5 per'],
    ['before a year that is no word’s', numbered('10.', '2011 55'), '10.2011 55'],
    ['that was counted before, before digits', numbered('09.', '5 per cent'), '09.5 per'],
    [
      'whose letters are each drawn by itself',
      (y: number) => {
        let x = LEFT;
        return [...'10.5']
          .map((letter) => {
            const drawn = words(x, y, letter, SIZE);
            x += widthOf(letter, SIZE);
            return drawn;
          })
          .join('');
      },
      '10.5',
    ],
  ])('is not cut off what is no number of a paragraph: %s', async (_, line, expected) => {
    const source = await read([...counted(1, 9, () => 'Then'), line, plain(REST)]);
    expect(begun(source).at(-1)).toBe(expected);
  });

  it('is no matter of tables', async () => {
    const cells = [200, 182, 164].map((y, row) => numbered(`${row + 1}0.`, '5')(y)).join('');
    const rules =
      [214, 196, 178, 160].map((y) => stroke(60, y, 200, y)).join('') +
      [60, 130, 200].map((x) => stroke(x, 214, x, 160)).join('');
    const source = await read(
      counted(1, 9, () => 'Then'),
      cells + rules,
    );
    expect(source.text).toContain('10.5');
    expect(source.text).toContain('30.5');
  });
});
