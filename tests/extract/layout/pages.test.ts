import { describe, expect, it } from 'vitest';
import { columnedText } from '../../../pipeline/extract/columned-text.ts';
import { sourceOf } from '../../../pipeline/extract/layout/source.ts';
import { linesOf, tokensOf } from '../../../pipeline/page/source.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { textOf } from '../../../pipeline/page/token.ts';
import { BODY, drawn, inked, rows, tablesOf, XS } from './made-up-page.ts';

const TABLE = rows(
  [
    ['', 'A', 'B'],
    ['Hill', '1', '2'],
    ['Dale', '3', '4'],
    ['Moor', '5', '6'],
  ],
  [50, 200, 300],
  140,
);

describe('a source', () => {
  it('has every token in one block, with its place in the text', () => {
    const tokens = [...drawn('A title of a table', 50, 100), ...TABLE, ...drawn('77', 290, 780)];
    const unseen = drawn('nobody sees this', 50, 400).map((token) => ({
      ...token,
      print: { ...token.print, hidden: 'covered' as const },
    }));
    const source = sourceOf([inked(tokens, { unseen })], 'page.pdf', 'point');
    const placed = source.pages.flatMap(tokensOf);
    expect(placed.map(({ text }) => text).sort()).toEqual(
      [...tokens, ...unseen].map(({ text }) => text).sort(),
    );
    for (const { text, span, print } of placed)
      expect(source.text.slice(span.start, span.end)).toBe(print.hidden === undefined ? text : '');
    expect(source.pages[0]?.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'table',
      'paragraph',
      'unseen',
    ]);
  });

  it('begins a paragraph below a heading in larger letters, however near it stands', () => {
    const heading = (text: string, y: number): ReturnType<typeof drawn> => drawn(text, 50, y, 14);
    const full = 'a line of the text that is as long as all of them are to its end';
    const text = [0, 1, 2].flatMap((at) => [
      ...heading(`Heading ${at}`, 100 + 80 * at),
      ...[0, 1, 2].flatMap((line) => drawn(full, 50, 116 + 80 * at + 14 * line)),
    ]);
    const [page] = sourceOf([inked(text)], 'page.pdf', 'point').pages;
    const begun = page?.blocks.filter((block) => block.kind === 'paragraph' && block.begins === true);
    expect(begun?.flatMap(linesOf).map(({ box }) => Math.round(box?.bottom ?? 0))).toEqual(
      expect.arrayContaining([118, 198, 278]),
    );
    expect(begun).toHaveLength(3);
  });

  it('begins paragraphs where most lines do, though a few that are set in reach far beyond them', () => {
    const short = 'a line of the text is this long';
    const text = [0, 1, 2, 3, 4].flatMap((at) =>
      [0, 1, 2].flatMap((line) => drawn(short, 50, 100 + 60 * at + 12 * line)),
    );
    const wide = [0, 1, 2].flatMap((at) => drawn(`${short}, and ${short}, and ${short}`, 65, 420 + 12 * at));
    const [page] = sourceOf([inked([...text, ...wide])], 'page.pdf', 'point').pages;
    const begun = page?.blocks.filter((block) => block.kind === 'paragraph' && block.begins === true);
    const lines = begun?.map((block) => linesOf(block)[0]?.baseline);
    expect(lines).toEqual(expect.arrayContaining([160, 220, 280, 340]));
  });

  it.each([
    ['begins paragraphs that stand off by little, below lines that end early', 'ends early', [135, 170, 205]],
    ['begins none below a full line, where a mark that is raised has set the next one lower', '', []],
  ])('%s', (_, end, wanted) => {
    const full = 'a line of the text that is as long as all of them are to its end';
    const text = [0, 1, 2, 3].flatMap((at) => [
      ...drawn(full, 50, 100 + 35 * at),
      ...drawn(full, 50, 111 + 35 * at),
      ...drawn(end === '' ? full : end, 50, 122 + 35 * at),
    ]);
    const [page] = sourceOf([inked(text)], 'page.pdf', 'point').pages;
    const begun = page?.blocks.filter((block) => block.kind === 'paragraph' && block.begins === true);
    expect(begun?.map((block) => linesOf(block)[0]?.baseline).filter((at) => at !== 100)).toEqual(wanted);
  });

  it('knows running heads and page numbers by several pages', () => {
    const page = (number: number): ReturnType<typeof inked> =>
      inked(
        [...drawn(`Rain report, page ${number}`, 50, 40), ...drawn(`The text of ${'abc'[number]}`, 50, 300)],
        { number },
      );
    const { pages } = sourceOf([0, 1, 2].map(page), 'page.pdf', 'point');
    const furniture = pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'furniture'));
    expect(furniture.flatMap(linesOf).map(({ tokens }) => textOf(tokens))).toEqual([
      'Rain report, page 0',
      'Rain report, page 1',
      'Rain report, page 2',
    ]);
  });

  it('has furniture above and below a table that begins and ends it, which it stands in line with', () => {
    const page = (number: number): ReturnType<typeof inked> => {
      const ends = (y: number, right: string): ReturnType<typeof drawn> => [
        ...drawn('Rain report', 50, y),
        ...drawn(right, 360, y),
      ];
      const body = number % 2 === 0 ? rows(BODY, XS, 68) : drawn(`The text of ${'abcdef'[number]}`, 50, 90);
      return inked([...ends(40, `page ${number}`), ...body, ...ends(124, 'Office')], { number });
    };
    const { pages } = sourceOf([1, 2, 3, 4, 5, 6].map(page), 'page.pdf', 'point');
    expect(pages.flatMap(tablesOf).map(tableTexts)).toEqual([BODY, BODY, BODY]);
    expect(pages.map(({ blocks }) => blocks.filter(({ kind }) => kind === 'furniture').length)).toEqual([
      2, 2, 2, 2, 2, 2,
    ]);
  });

  it('keeps the head of a table that goes on from page to page', () => {
    const table = [['Place', '2010', '2011', '2012'], ...BODY];
    const page = (number: number): ReturnType<typeof inked> => inked(rows(table, XS, 40), { number });
    const { pages } = sourceOf([1, 2, 3, 4, 5, 6].map(page), 'page.pdf', 'point');
    expect(pages.flatMap(tablesOf).map(tableTexts)).toEqual([1, 2, 3, 4, 5, 6].map(() => table));
  });

  it('has hyphens where its font calls all of them soft ones, and soft ones where they end lines alone', () => {
    const written = (...lines: readonly string[]): string =>
      sourceOf([inked(lines.flatMap((line, at) => drawn(line, 50, 40 + 12 * at)))], 'page.pdf', 'point').text;
    expect(written('a well\u00adknown text of a re\u00ad', 'port')).toContain('well-known text of a re-\n');
    expect(written('a known text of a re\u00ad', 'port')).toContain('known text of a re\u00ad\n');
  });

  it('is a text that keeps its columns as well', () => {
    const text = [
      'Rain by place',
      '',
      '                  2001      2002',
      '---------------------------------',
      'Hill                12     1 345',
      'Dale and mere        8          ',
      'Moor               105        71',
      '',
    ].join('\n');
    const source = columnedText(new TextEncoder().encode(text), 'rain.txt');
    expect(source.unit).toBe('character');
    expect(source.pages.flatMap(tablesOf).map(tableTexts)).toEqual([
      [
        ['', '2001', '2002'],
        ['Hill', '12', '1 345'],
        ['Dale and mere', '8', ''],
        ['Moor', '105', '71'],
      ],
    ]);
  });
});
