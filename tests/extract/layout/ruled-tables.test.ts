import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../pipeline/extract/layout/ink.ts';
import {
  BODY,
  drawn,
  laidOut,
  level,
  onlyTable,
  proseOf,
  rows,
  spansOf,
  tablesOf,
  upright,
  XS,
} from './made-up-page.ts';

function grid(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y) => level(y, left, right)), ...xs.map((x) => upright(x, top, bottom))];
}

describe('a ruled table', () => {
  it('has its first and its last row where no rule closes them, and the head of the page has one as wide', () => {
    const texts = [
      ['Hill', '12', '345'],
      ['Moor', '8', '21'],
      ['Dale', '105', '71'],
      ['Mere', '4', '9'],
    ];
    const uprights = [50, 150, 250, 350].map((x) => upright(x, 100, 180));
    const between = [120, 140, 160].map((y) => level(y, 50, 350));
    const ofPage = [level(60, 48, 352), level(240, 48, 352)];
    const tokens = [...drawn('Rain on the hills', 50, 52), ...rows(texts, [55, 160, 260], 113, 20)];
    const page = laidOut(tokens, { rules: [...uprights, ...between, ...ofPage] });
    expect(onlyTable(page)).toEqual(texts);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'ruled', columnsToldBy: 'ruled' });
  });

  const xs = [45, 190, 270, 350, 430];
  const ys = [128, 144, 158, 172, 186, 200];

  it('has a cell for each of its boxes', () => {
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { rules: grid(xs, ys) });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'ruled', columnsToldBy: 'ruled' });
  });

  it('joins boxes between which no border is drawn', () => {
    const rules = grid(xs, ys).filter(({ axis, at }) => axis === 'level' || at !== 270);
    const page = laidOut(rows([['', 'A and B', '', 'C'], ...BODY], XS, 140), {
      rules: [...rules, upright(270, 144, 200)],
    });
    expect(tablesOf(page).flatMap(spansOf)).toEqual([[0, 1, 1, 2]]);
  });

  it('has two rows where each has a value of its own, though no border parts them there', () => {
    // The border between the last two rows is drawn from a column on.
    const borders = (from: number): readonly Rule[] =>
      grid(xs, ys).map((rule) => (rule.axis === 'level' && rule.at === 186 ? { ...rule, from } : rule));
    const texts = [
      ['', 'A', 'B', 'C'],
      ...BODY.slice(0, 2),
      ['Moor', '10.5', '71', '0.4'],
      ['All', '12.5', '416', '20.0'],
    ];
    const page = laidOut(rows(texts, XS, 140), { rules: borders(270) });
    expect(onlyTable(page)).toEqual(texts);
    // A label goes on in the next line where the values beside it are parted.
    const wrapped = laidOut(rows(texts, XS, 140), { rules: borders(190) });
    expect(onlyTable(wrapped)[3]?.[0]).toBe('Moor All');
  });

  it('keeps the lines of a wrapped cell, and of a wrapped number, in one row', () => {
    const wrapped = [
      ...rows(BODY.slice(0, 2), XS, 140, 40),
      ...drawn('and more', 50, 152),
      ...drawn('21 815', 280, 180).slice(0, 0),
    ];
    const page = laidOut([...wrapped, ...drawn('3)', 200, 152)], { rules: grid(xs, [128, 168, 200]) });
    expect(onlyTable(page)).toEqual([['Hill and more', '12 3)', '345', '6.7'], BODY[1]]);
  });

  it('has the names of its columns above its first rule, but no title', () => {
    const texts = [
      ['Source', 'Coverage', 'Agency'],
      ['Survey of labour', 'Households', 'Office of numbers'],
      ['Census of farms', 'Farms of one acre', 'Office of farming'],
    ];
    const rules = [1, 2, 3].map((row) => level(126 + row * 20, 50, 470));
    const title = drawn('Table of all', 50, 129);
    const page = laidOut([...title, ...rows(texts, [50, 200, 360], 141, 20)], { rules });
    expect(onlyTable(page)).toEqual(texts);
    expect(proseOf(page)).toEqual(['Table of all']);
  });

  it('is parted into rows where only its columns are ruled', () => {
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { rules: grid(xs, [128, 144, 200]) });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
  });

  it('is parted into columns where only its rows are ruled', () => {
    const rules = ys.map((y) => level(y, 45, 430));
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { rules });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
    expect(tablesOf(page)[0]).toMatchObject({ rowsToldBy: 'ruled', columnsToldBy: 'aligned' });
  });

  it('may have every other row shaded, and heads over repeated ones above', () => {
    const edges = [45, 190, 270, 350, 430, 510];
    const texts = [
      ['', '2001', '2002', '2001', '2002'],
      ['Hill', '1', '2', '3', '4'],
      ['Dale', '5', '6', '7', '8'],
      ['Moor', '9', '1', '2', '3'],
      ['All', '4', '5', '6', '7'],
    ];
    const shaded = [154, 182].flatMap((y) =>
      edges.slice(1).map((right, at) => ({ left: edges[at] ?? 0, right, top: y - 10, bottom: y + 4 })),
    );
    const heads = [...drawn('Men', 200, 126), ...drawn('Women', 360, 126)];
    const page = laidOut([...heads, ...rows(texts, [50, 200, 280, 360, 440], 140)], { fills: shaded });
    expect(onlyTable(page)).toEqual([['', 'Men', '', 'Women', ''], ...texts]);
  });

  it('may have shading in place of rules', () => {
    const fills = ys
      .slice(1)
      .flatMap((bottom, row) =>
        xs.slice(1).map((right, column) => ({ left: xs[column] ?? 0, right, top: ys[row] ?? 0, bottom })),
      );
    const page = laidOut(rows([['', 'A', 'B', 'C'], ...BODY], XS, 140), { fills });
    expect(onlyTable(page)).toEqual([['', 'A', 'B', 'C'], ...BODY]);
  });
});

describe('a table between level rules', () => {
  const rules = (ys: readonly number[], right: number): readonly Rule[] => ys.map((y) => level(y, 45, right));

  it('keeps what explains the values of its rows in so many words', () => {
    const texts = [
      ['Code', 'Days', 'What it says'],
      ['7', '3', 'Rain'],
      ['8', '6', 'Hail'],
      ...['hill', 'dale', 'moor', 'sea', 'town'].map((place, at) => [
        `${23 + at}`,
        '1',
        `It rained on the ${place}`,
      ]),
    ];
    const page = laidOut(rows(texts, [50, 120, 200], 140), { rules: rules([128, 144, 244], 400) });
    expect(onlyTable(page)).toEqual(texts);
    expect(proseOf(page)).toEqual([]);
  });

  it('has no row that took in the heads above it, where the table has others within', () => {
    const texts = [
      ['', 'Days', 'Nights', 'All'],
      ['Hill', '3', '96', '82.2'],
      ['Dale', '1', '95', '80.5'],
      ['', 'Days', 'Rain of days', 'Rain of nights'],
      ['Nowhere', '', '99', '129.4'],
      ['Moor', '3', '92', '73.3'],
    ];
    const page = laidOut(rows(texts, [50, 150, 200, 290], 140), { rules: rules([128, 144, 214], 380) });
    expect(onlyTable(page)).toEqual(texts);
  });
});
