import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { drawn, laidOut, onlyTable, tablesOf } from './made-up-page.ts';

/** Lines of a number, a title, leaders up to a page, and the page; where there are none, room alone. */
function contents(entries: readonly (readonly [string, string, string])[], leaders = true): InkToken[] {
  return entries.flatMap(([number, title, page], at) => {
    const y = 140 + at * 14;
    const dots = leaders && number.includes('.') ? drawn('. . . . . . . .', 300, y) : [];
    return [...drawn(number, 50, y), ...drawn(title, 90, y), ...dots, ...drawn(page, 420, y)];
  });
}

const ENTRIES = [
  ['1', 'Rain', '3'],
  ['1.1', 'Rain on the hill', '3'],
  ['1.2', 'Rain in the dale', '5'],
  ['2', 'Wind', '8'],
  ['2.1', 'Wind by night', '9'],
  ['2.2', 'Wind by day', '12'],
] as const;

describe('a contents whose titles have numbers', () => {
  it('is no table, though chapters have no leaders', () => {
    expect(tablesOf(laidOut(contents(ENTRIES)))).toEqual([]);
  });

  it('is none where a list of figures begins anew below it', () => {
    expect(tablesOf(laidOut(contents([...ENTRIES, ...ENTRIES.slice(1, 3)])))).toEqual([]);
  });

  it('is a table without leaders, or where more than one value stands behind them', () => {
    expect(onlyTable(laidOut(contents(ENTRIES, false)))).toEqual(ENTRIES);
    const more = ENTRIES.flatMap(([, , page], at) => drawn(page, 480, 140 + at * 14));
    const table = onlyTable(laidOut([...contents(ENTRIES), ...more]));
    expect(table.map((row) => row.slice(-2))).toEqual(ENTRIES.map(([, , page]) => [page, page]));
  });
});

describe('dots that lead to a number', () => {
  it('are of one cell, the one before them', () => {
    const more = ENTRIES.flatMap(([, , page], at) => drawn(page, 480, 140 + at * 14));
    const [, row] = onlyTable(laidOut([...contents(ENTRIES), ...more]));
    expect(row?.slice(0, 2)).toEqual(['1.1', 'Rain on the hill . . . . . . . .']);
  });
});

describe('three dots that stand apart', () => {
  const XS = [50, 200, 240, 290];
  const texts = [
    ['Place', 'Rain', 'Wind', 'Hail'],
    ['Hill', '12.5', '. . .', '7'],
    ['Moor', '. . .', '2', '. . .'],
    ['Dale', '8', '31', '5'],
  ];
  const page = (heads: readonly (readonly string[])[]): ReturnType<typeof laidOut> =>
    laidOut(
      heads.flatMap((row, at) => row.flatMap((text, column) => drawn(text, XS[column] ?? 0, 140 + at * 14))),
    );

  it('are the value of a cell, behind a value and far from a label', () => {
    expect(onlyTable(page(texts))).toEqual(texts);
  });

  it('lead to a number where they begin right behind a label', () => {
    const led = texts.map(([label, ...values], at) =>
      at === 2 ? ['Moor . . .', '4', ...values.slice(1)] : [label ?? '', ...values],
    );
    expect(onlyTable(page(led))).toEqual(led);
  });
});
