import { describe, expect, it } from 'vitest';
import type { InkToken, Rule } from '../../../pipeline/extract/layout/ink.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { drawn, laidOut, level, onlyTable, proseOf, rows, tablesOf, upright } from './made-up-page.ts';

const XS = [50, 200, 280, 360];
const NAMES = ['Place', '2010', '2011', '2012'];
const BODY = [
  ['Hill', '12', '345', '6.7'],
  ['Dale and mere', '8', '21', '12.9'],
  ['Moor', '105', '71', '0.4'],
];

describe('tables below each other', () => {
  it.each([
    ['the same names, wherever they stand', NAMES, [50, 170, 240, 330]],
    ['other names in words', ['Place', 'Rain', 'Wind', 'Hail'], XS],
  ])('are parted by a short heading over %s', (_, names, xs) => {
    const tokens = [
      ...rows([NAMES, ...BODY], XS, 140),
      ...drawn('Winter', 50, 196),
      ...rows([names, ...BODY], xs, 210),
    ];
    const page = laidOut(tokens);
    expect(tablesOf(page).map(tableTexts)).toEqual([
      [NAMES, ...BODY],
      [names, ...BODY],
    ]);
    expect(proseOf(page)).toEqual(['Winter']);
  });

  it('are parted by a note and a title though rules as wide stand below all of their rows, and shading behind their heads', () => {
    const rules = [140, 238].flatMap((y) => [0, 1, 2, 3].map((row) => level(y + 4 + row * 14, 50, 420)));
    const fills = [140, 238].flatMap((y) =>
      XS.map((left, at) => ({ left, right: XS[at + 1] ?? 420, top: y - 10, bottom: y + 4 })),
    );
    const tables = [140, 238].flatMap((y) => rows([NAMES, ...BODY], XS, y));
    const between = [...drawn('Source: the rain office', 50, 198, 8), ...drawn('Winter', 50, 224)];
    const page = laidOut([...tables, ...between], { rules, fills });
    expect(tablesOf(page).map(tableTexts)).toEqual([
      [NAMES, ...BODY],
      [NAMES, ...BODY],
    ]);
    expect(proseOf(page)).toEqual(['Source: the rain office', 'Winter']);
  });

  it('are one where a heading stands over rows of values, though they say what others do', () => {
    const texts = [NAMES, ['Summer', '', '', ''], ...BODY, ['Winter', '', '', ''], ...BODY];
    expect(onlyTable(laidOut(rows(texts, XS, 140)))).toEqual(texts);
  });
});

describe('grids below each other that are equally wide', () => {
  /** A grid of two rows from y on, its columns parted at the xs. */
  const grid = (y: number, xs: readonly number[]): Rule[] => [
    ...[0, 20, 40].map((down) => level(y + down, 50, 450)),
    ...[50, ...xs, 450].map((x) => upright(x, y, y + 40)),
  ];
  const texts = (y: number, xs: readonly number[]): InkToken[] =>
    rows(
      [
        ['Hill', ...xs.map(String)],
        ['Moor', ...xs.map(String)],
      ],
      [55, ...xs.map((x) => x + 5)],
      y + 14,
      20,
    );

  it('are tables of their own where they have other columns, whatever stands between them', () => {
    const [one, other] = [[250], [150, 250, 350]];
    const tokens = [...texts(100, one), ...drawn('Winter', 50, 152), ...texts(160, other)];
    const page = laidOut(tokens, { rules: [...grid(100, one), ...grid(160, other)] });
    expect(tablesOf(page).map(({ columns }) => columns)).toEqual([2, 4]);
    expect(proseOf(page)).toEqual(['Winter']);
  });

  it('are tables of their own where a note and a title stand between them, and one around a heading', () => {
    const xs = [150, 250, 350];
    const rules = [...grid(100, xs), ...grid(180, xs)];
    const both = [...texts(100, xs), ...texts(180, xs)];
    const apart = laidOut([...both, ...drawn('Note', 50, 150), ...drawn('Title', 50, 172)], { rules });
    expect(tablesOf(apart).map((table) => table.rows)).toEqual([2, 2]);
    expect(
      tablesOf(laidOut([...both, ...drawn('Winter', 55, 160)], { rules })).map((table) => table.rows),
    ).toEqual([5]);
  });
});

describe('a table of groups', () => {
  it('is one where each group ends with the same label above a rule', () => {
    const group = [...BODY.slice(0, 2), ['Total', '20', '366', '19.6']];
    const texts = [NAMES, ['Total', '9', '8', '7'], ...group, ...group];
    const rules = [0, 1, 4, 7].map((row) => level(144 + row * 14, 50, 390));
    expect(onlyTable(laidOut(rows(texts, XS, 140), { rules }))).toEqual(texts);
  });
});

describe('a heading in the midst of a table', () => {
  it('is no part of the value above it, whose column it stands in', () => {
    const texts = [NAMES, ['', '', 'Summer', ''], ...BODY, ['', '', 'Winter', ''], ...BODY];
    expect(onlyTable(laidOut(rows(texts, XS, 140)))).toEqual(texts);
  });

  it('is no part of the label above it, where that is wide', () => {
    const long = 'Rain on hill and dale and all the moor';
    const texts = [
      ['Place', '2010', '2011'],
      ['Hill', '1', '2'],
      [long, '12', '3'],
    ];
    const more = [
      ['Moor', '8', '21'],
      ['Mere', '5', '7'],
    ];
    const tokens = [
      ...rows(texts, [50, 300, 360], 140),
      ...drawn('Winter', 195, 182),
      ...rows(more, [50, 300, 360], 196),
    ];
    expect(onlyTable(laidOut(tokens))).toEqual([...texts, ['Winter', '', ''], ...more]);
  });
});

describe('a table of numbered rows', () => {
  it('is no list, though it has no more than two columns', () => {
    const texts = [
      ['No.', 'Rain'],
      ['1', '12'],
      ['2', '345'],
      ['3', '71'],
      ['4', '8'],
    ];
    const rules = [128, 144, 200].map((y) => level(y, 50, 230));
    expect(onlyTable(laidOut(rows(texts, [50, 200], 140), { rules }))).toEqual(texts);
    expect(onlyTable(laidOut(rows(texts, [50, 200], 140)))).toEqual(texts);
  });

  it('is told from a list, whose items are words', () => {
    const items = ['Rain', 'Wind', 'Hail', 'Snow'].map((item, at) => [`${at + 1}.`, item]);
    expect(tablesOf(laidOut(rows(items, [50, 70], 140)))).toEqual([]);
  });
});
