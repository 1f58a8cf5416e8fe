import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { drawn, laidOut, level, proseOf, rows, tablesOf, upright, widthOf } from './made-up-page.ts';

const STEP = 14;
const LEFT = 50;
const RIGHT = 320;
const WIDTH = 240;

/** Lines of words that fill a column, each with a name: `a0 some words ...`. */
function lines(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    let text = `${name}${at} some words`;
    while (widthOf(`${text} more`) <= WIDTH) text += ' more';
    return text;
  });
}

const column = (texts: readonly string[], x: number, y = 100): InkToken[] =>
  texts.flatMap((text, at) => drawn(text, x, y + at * STEP));

/** The first words of the lines of a page, in the order in which they are read. */
const read = (tokens: readonly InkToken[], more: Parameters<typeof laidOut>[1] = {}): string =>
  proseOf(laidOut(tokens, more))
    .map((text) => text.split(' ')[0])
    .join(' ');

const [A, B] = [lines('a', 6), lines('b', 6)];
const IN_ORDER = 'a0 a1 a2 a3 a4 a5 b0 b1 b2 b3 b4 b5';
const ACROSS = 'a0 a1 a2 a3 a4 a5';
const FULL =
  'full lines of a page are as wide as its two columns are together with what is left free between';

describe('text in columns', () => {
  it.each([
    ['lines at the same heights', [...column(A, LEFT), ...column(B, RIGHT)]],
    ['lines at other heights', [...column(A, LEFT), ...column(B, RIGHT, 106)]],
    ['the right one lower', [...column(A, LEFT), ...column(B, RIGHT, 128)]],
    ['the right one drawn first', [...column(B, RIGHT), ...column(A, LEFT)]],
  ])('is read to the foot of each column: %s', (_, tokens) => {
    expect(read(tokens)).toBe(IN_ORDER);
  });

  it('is read between lines that reach over both', () => {
    const tokens = [
      ...drawn(FULL, LEFT, 70),
      ...column(A, LEFT),
      ...column(B, RIGHT),
      ...drawn(FULL, LEFT, 200),
    ];
    expect(read(tokens)).toBe(`full ${IN_ORDER} full`);
  });

  it('is read in three columns', () => {
    const narrow = ['a', 'b', 'c'].flatMap((name, at) =>
      column(
        lines(name, 6).map((text) => text.slice(0, 30)),
        30 + 190 * at,
      ),
    );
    expect(read(narrow)).toBe(`${IN_ORDER} c0 c1 c2 c3 c4 c5`);
  });

  it('is read where the end of a paragraph has nothing beside it, or stands below the other column', () => {
    const tokens = [
      ...column([...A, 'and so on', ...lines('c', 4), 'and no more'], LEFT),
      ...column(B, RIGHT),
      ...column(lines('d', 4), RIGHT, 100 + 7 * STEP),
      ...drawn(FULL, LEFT, 200 + 7 * STEP),
    ];
    expect(read(tokens)).toBe(`a0 a1 a2 a3 a4 a5 and c0 c1 c2 c3 and b0 b1 b2 b3 b4 b5 d0 d1 d2 d3 full`);
  });

  it('leaves a number far above or below its columns where it is', () => {
    const columns = [...column(A, LEFT), ...column(B, RIGHT)];
    expect(read([...columns, ...drawn('12', LEFT, 700)])).toBe(`${IN_ORDER} 12`);
    expect(read([...drawn('12', RIGHT, 30), ...columns])).toBe(`12 ${IN_ORDER}`);
  });

  it('has its paragraphs, those of the right column too', () => {
    const set = (name: string, x: number): InkToken[] =>
      lines(name, 8).flatMap((text, at) =>
        drawn(at % 4 === 0 ? text.slice(0, -5) : text, x + (at % 4 === 0 ? 15 : 0), 100 + at * STEP),
      );
    const page = laidOut([...set('a', LEFT), ...set('b', RIGHT)]);
    const begun = page.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.begins === true ? [block.lines[0]?.tokens[0]?.text] : [],
    );
    expect(begun).toEqual(['a0', 'a4', 'b0', 'b4']);
  });

  it('keeps a ruled table in its column', () => {
    const table = rows(
      [
        ['Hill', '1'],
        ['Dale', '2'],
      ],
      [RIGHT + 4, RIGHT + 124],
      114 + 3 * STEP,
      16,
    );
    const top = 114 + 3 * STEP - 11;
    const page = laidOut(
      [
        ...column(lines('a', 10), LEFT),
        ...column(B.slice(0, 3), RIGHT),
        ...table,
        ...column(B.slice(3), RIGHT, 196),
      ],
      {
        rules: [
          ...[0, 1, 2].map((at) => level(top + 16 * at, RIGHT, RIGHT + 240)),
          ...[0, 120, 240].map((x) => upright(RIGHT + x, top, top + 32)),
        ],
      },
    );
    expect(tablesOf(page)).toHaveLength(1);
    const kinds = page.blocks.map((block) =>
      block.kind === 'paragraph' ? block.lines.map(({ tokens }) => tokens[0]?.text).join(' ') : block.kind,
    );
    expect(kinds.join(' ')).toBe('a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 table b3 b4 b5');
  });

  it.each([
    [
      'rows of texts with an empty line between',
      [0, 1].flatMap((at) => [
        ...column(A.slice(3 * at, 3 * at + 3), LEFT, 100 + at * 4 * STEP),
        ...column(B.slice(3 * at, 3 * at + 3), RIGHT, 100 + at * 4 * STEP),
      ]),
      ACROSS,
    ],
    [
      'three lines beside each other',
      [...column(A.slice(3), LEFT), ...column(B.slice(3), RIGHT)],
      'a3 a4 a5',
    ],
    [
      'a line between them that is too long for its column',
      [
        ...column(A, LEFT),
        ...column(B, RIGHT),
        ...drawn(FULL, LEFT, 100 + 6 * STEP),
        ...column(lines('c', 6), LEFT, 100 + 7 * STEP),
        ...column(lines('d', 6), RIGHT, 100 + 7 * STEP),
      ],
      `${ACROSS} full c0 c1 c2 c3 c4 c5`,
    ],
    [
      'a short line below them that may be of the page',
      [
        ...column(A, LEFT),
        ...column(B, RIGHT),
        ...drawn('what comes next', LEFT, 220),
        ...drawn(FULL, LEFT, 240),
      ],
      `${ACROSS} what full`,
    ],
    [
      'a short line close below them that may be of the page',
      [...column([...A, 'What comes next'], LEFT), ...column(B, RIGHT), ...drawn(FULL, LEFT, 100 + 7 * STEP)],
      `${ACROSS} What full`,
    ],
    [
      'a short line with nothing beside it that may be a heading over both',
      [
        ...column([...A, 'What comes next', ...lines('c', 4)], LEFT),
        ...column(B, RIGHT),
        ...column(lines('d', 4), RIGHT, 100 + 7 * STEP),
      ],
      `${ACROSS} What c0 c1 c2 c3`,
    ],
    [
      'a line at the right above them that may be of the page',
      [...drawn('By the council of the town', RIGHT, 70), ...column(A, LEFT), ...column(B, RIGHT)],
      `By ${ACROSS}`,
    ],
    [
      'a column that goes on far below where it stopped',
      [...column(A, LEFT), ...column(B.slice(0, 3), RIGHT), ...column(B.slice(3), RIGHT, 200)],
      'a0 a1 a2 a3 a4 a5 b3 b4 b5',
    ],
    [
      'numbers in two lines of six',
      [
        ...column(
          A.map((text, at) => (at % 3 === 0 ? text.replace(/[a-z]{3,}/g, '1234') : text)),
          LEFT,
        ),
        ...column(B, RIGHT),
      ],
      ACROSS,
    ],
    [
      'a column with room for a picture, beside one that goes on',
      [
        ...column(lines('a', 12), LEFT),
        ...column(B.slice(0, 3), RIGHT),
        ...column(B.slice(3), RIGHT, 100 + 8 * STEP),
      ],
      `${ACROSS} a6 a7 a8 a9 a10 a11`,
    ],
    [
      'lines that share no margin',
      [
        ...A.flatMap((text, at) => drawn(text.slice(0, -at - 1), LEFT + 5 * at, 100 + at * STEP)),
        ...column(B, RIGHT),
      ],
      ACROSS,
    ],
    [
      'words that do not fill a column',
      [
        ...column(
          A.map((text, at) => (at === 3 ? text : text.slice(0, 20))),
          LEFT,
        ),
        ...column(B, RIGHT),
      ],
      ACROSS,
    ],
  ])('is left as it is printed where it may be read otherwise: %s', (_, tokens, expected) => {
    expect(read(tokens)).toBe(expected);
  });
});
