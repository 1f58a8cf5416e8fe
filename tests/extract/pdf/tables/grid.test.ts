import { describe, expect, it } from 'vitest';
import type { Glyph, Rule } from '../../../../pipeline/extract/pdf/drawing/ink.ts';
import { rowsOfGrid } from '../../../../pipeline/extract/pdf/tables/cells.ts';
import { gridsOf } from '../../../../pipeline/extract/pdf/tables/grid.ts';
import type { Box } from '../../../../pipeline/page/place.ts';
import { drawnWord as word } from '../drawn-word.ts';

const level = (at: number, from: number, to: number): Rule => ({ axis: 'level', at, from, to });
const upright = (at: number, from: number, to: number): Rule => ({ axis: 'upright', at, from, to });

/** Three columns and two rows of boxes, 60 by 20. */
const FRAME = [
  ...[0, 20, 40].map((y) => level(y, 0, 180)),
  ...[0, 60, 120, 180].map((x) => upright(x, 0, 40)),
];

const cellsOf = (rules: readonly Rule[], glyphs: readonly Glyph[], dots: readonly Box[] = []): string[][] =>
  gridsOf({ rules, dots }).flatMap((grid) =>
    rowsOfGrid(grid, glyphs, []).map(({ cells }) => cells.map(({ text }) => text)),
  );

describe('a ruled table', () => {
  it('gives each cell its text, and nothing to an empty one', () => {
    const glyphs = [...word('d', 70, 32), ...word('a', 10, 12), ...word('c', 130, 12)];
    expect(cellsOf(FRAME, glyphs)).toEqual([
      ['a', '', 'c'],
      ['', 'd', ''],
    ]);
  });

  it('is the same when a browser draws its borders cell by cell', () => {
    const pieces = FRAME.flatMap(({ axis, at, from, to }) =>
      Array.from({ length: 3 }, (_, index) => ({
        axis,
        at: at + 0.3 * index,
        from: from + ((to - from) / 3) * index,
        to: from + ((to - from) / 3) * (index + 1),
      })),
    );
    expect(cellsOf(pieces, word('a', 70, 12))).toEqual(cellsOf(FRAME, word('a', 70, 12)));
  });

  it('has one cell where an edge is missing, across columns or rows', () => {
    const spanned = [
      level(0, 0, 180),
      level(20, 60, 180),
      level(40, 0, 180),
      upright(0, 0, 40),
      upright(60, 0, 40),
    ];
    const rules = [...spanned, upright(120, 20, 40), upright(180, 0, 40)];
    expect(
      cellsOf(rules, [...word('wide', 110, 12), ...word('tall', 10, 22), ...word('x', 130, 32)]),
    ).toEqual([
      ['tall', 'wide'],
      ['', '', 'x'],
    ]);
  });

  it('joins the lines of a cell with a space, but no hyphenated word and no mark on a line of its own', () => {
    const tall = [
      ...[0, 40].map((y) => level(y, 0, 180)),
      ...[0, 60, 120, 180].map((x) => upright(x, 0, 40)),
    ];
    const glyphs = [
      ...[...word('21 815', 10, 12), ...word('517,0', 10, 24)],
      ...[...word('well-', 70, 12), ...word('being', 70, 24)],
      ...[...word('8962,0', 130, 12), ...word('3)', 130, 22, { size: 7 })],
    ];
    expect(cellsOf(tall, glyphs)).toEqual([['21 815 517,0', 'well-being', '8962,03)']]);
  });

  it('keeps a word whole that runs over the edge of its cell', () => {
    expect(
      cellsOf(FRAME, [
        ...word('overflowing', 30, 12, { object: 1 }),
        ...word('b', 100, 12, { object: 2 }),
      ])[0],
    ).toEqual(['overflowing', 'b', '']);
  });

  it('keeps numbers apart that fill their cells to the edge', () => {
    const full = [
      ...word('123456789012', 0.5, 12, { object: 1 }),
      ...word('123456789012', 61, 12, { object: 2 }),
    ];
    expect(cellsOf(FRAME, full)[0]).toEqual(['123456789012', '123456789012', '']);
  });

  it('may have dotted borders', () => {
    const dots = FRAME.flatMap(({ axis, at, from, to }) =>
      Array.from({ length: Math.floor((to - from) / 2) + 1 }, (_, index) => {
        const along = from + 2 * index;
        const [left, top] = axis === 'level' ? [along, at] : [at, along];
        return { left, top, right: left + 1, bottom: top + 1 };
      }),
    );
    expect(cellsOf([], word('b', 70, 32), dots)).toEqual(cellsOf(FRAME, word('b', 70, 32)));
  });

  it('is neither a frame around text nor a line below it', () => {
    const frame = [level(0, 0, 180), level(40, 0, 180), upright(0, 0, 40), upright(180, 0, 40)];
    expect(gridsOf({ rules: frame, dots: [] })).toEqual([]);
    expect(gridsOf({ rules: [level(20, 0, 60)], dots: [] })).toEqual([]);
  });

  it('is open where its last row goes on overleaf', () => {
    const open = FRAME.filter(({ axis, at }) => axis === 'upright' || at < 40);
    const [grid] = gridsOf({ rules: open, dots: [] });
    expect(grid).toMatchObject({ opensAbove: false, opensBelow: true });
    expect(grid?.levels).toEqual([0, 20, 40]);
  });
});
