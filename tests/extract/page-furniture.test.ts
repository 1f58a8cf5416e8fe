import { describe, expect, it } from 'vitest';
import { layerOfText } from '../project.ts';

/** What a page says: its lines begin and end otherwise than those of others. */
const own = (page: number): readonly string[] => [
  `${'бвгдежзиклмн'[page]}-мәтін`,
  `соңы ${page * page} 2015`,
];

/** Pages of two lines each, with a line of their own at the top and at the bottom. */
function printed(
  pages: readonly { readonly top?: string; readonly bottom?: string }[],
  feed = '\n\n\n\n',
): string {
  return pages
    .map(({ top, bottom }, index) =>
      [top, ...own(index), bottom].filter((line) => line !== undefined).join('\n'),
    )
    .join(feed);
}

const inked = (text: string): string[] =>
  layerOfText(text)
    .text.split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
const bare = (count: number): string[] => Array.from({ length: count }, (_, index) => own(index)).flat();
const twelve = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const five = [0, 1, 2, 3, 4];

describe('page numbers and running heads of a text layer', () => {
  it.each([
    ['at the bottom', five.map((index) => ({ bottom: `            ${index + 7}` }))],
    ['at the top, between dashes', five.map((index) => ({ top: `- ${index + 1} -` }))],
    ['but on the first page', five.map((index) => (index === 0 ? {} : { bottom: String(index + 1) }))],
  ])('are blanked out %s', (_, pages) => {
    expect(inked(printed(pages))).toEqual(bare(5));
    expect(inked(printed(pages, '\n\f'))).toEqual(bare(5));
  });

  it.each([
    ['the same head on every page', (): string => 'E/C.12/KAZ/2', undefined],
    ['a head with the number of its page', (page: number): string => `Баяндама, ${page}-бет`, undefined],
    ['a head above a number', (): string => 'ҚР баяндамасы', (page: number): string => `${page}`],
    [
      'another head on the first page, which stays',
      (page: number): string => (page < 2 ? 'Бет' : 'ҚР'),
      undefined,
    ],
  ])('are blanked out: %s', (_, top, bottom) => {
    const pages = twelve.map((index) => ({
      top: top(index + 1),
      ...(bottom && { bottom: bottom(index + 1) }),
    }));
    const own = inked(printed(pages)).filter((line) => line !== 'Бет');
    expect(own).toEqual(bare(12));
  });

  it('are not seen in the words of a few pages, where an annex may begin each', () => {
    expect(inked(printed(five.map((index) => ({ top: `${index + 1}-қосымша` }))))).toHaveLength(15);
  });

  it('leave every offset and line where it was', () => {
    const text = printed(five.map((index) => ({ bottom: String(index + 1) })));
    const { text: blanked, lines } = layerOfText(text);
    expect(blanked).toHaveLength(text.length);
    expect(lines).toHaveLength(text.split('\n').length);
  });

  it('are not seen in numbers that do not grow as the pages do, nor on two pages', () => {
    const years = five.map(() => ({ bottom: '2015' }));
    expect(inked(printed(years))).toHaveLength(15);
    const others = [3, 9, 4, 11, 2].map((number) => ({ bottom: String(number) }));
    expect(inked(printed(others))).toHaveLength(15);
    expect(inked(printed([{ bottom: '1' }, { bottom: '2' }]))).toHaveLength(6);
  });

  it('are not seen in rows of a table, which hold more than a number', () => {
    const rows = five.map((index) => ({ bottom: `${index + 1} 17,2` }));
    expect(inked(printed(rows))).toHaveLength(15);
  });

  /** A text of pages with nothing between them; each is so many lines and its number. */
  const unbroken = (count: number, linesOf: (page: number) => number, between = ''): string =>
    Array.from({ length: count }, (_, page) =>
      [
        ...Array.from({ length: linesOf(page) }, (_, line) => `Мәтін ${page}.${line}`),
        between,
        `${page + 1}`,
        between,
      ].join('\n'),
    ).join('\n');

  it('are blanked out where nothing but they parts the pages', () => {
    for (const between of ['', ' ']) {
      const lines = inked(unbroken(25, (page) => 40 - (page % 3), between));
      expect(lines.every((line) => line.startsWith('Мәтін'))).toBe(true);
    }
  });

  it('are not seen in a few numbers that count up, nor at uneven distances', () => {
    const numbers = (text: string): number => inked(text).filter((line) => /^\d+$/.test(line)).length;
    expect(numbers(unbroken(12, () => 40))).toBe(12);
    expect(numbers(unbroken(25, (page) => (page % 2 === 0 ? 4 : 60)))).toBe(25);
    expect(numbers(unbroken(25, () => 1))).toBe(25);
  });
});
