import { describe, expect, it } from 'vitest';
import { PLAIN_FONT } from '../../../../pipeline/extract/pdf/drawing/ink.ts';
import { matrixOf } from '../../../../pipeline/extract/pdf/drawing/operands.ts';
import { type Drawing, drawingOf } from '../../../../pipeline/extract/pdf/drawing/operators.ts';
import { OPS } from '../../../../pipeline/extract/pdf/pdfjs.ts';

type Step = readonly [operator: number, args: readonly unknown[]];

/** A path's bounds as pdf.js hands them over with the operator that ends it. */
const path = (left: number, bottom: number, right: number, top: number): Step => [
  OPS.constructPath,
  [OPS.endPath, [new Float32Array(0)], new Float32Array([left, bottom, right, top])],
];
const clipTo = (...box: readonly [number, number, number, number]): readonly Step[] => [
  [OPS.eoClip, []],
  path(...box),
];
/** A letter ten points high and five wide, its pen at (x, y) from the page's lower left. */
const letter = (unicode: string, x: number, y: number): readonly Step[] => [
  [OPS.beginText, []],
  [OPS.setFont, ['f', 10]],
  [OPS.setTextMatrix, [1, 0, 0, 1, x, y]],
  [OPS.showText, [[{ unicode, width: 500, isSpace: false }]]],
  [OPS.endText, []],
];

/** A filled rectangle. */
const filled = (left: number, bottom: number, right: number, top: number): readonly Step[] => {
  const corners = [0, left, bottom, 1, right, bottom, 1, right, top, 1, left, top, 4];
  const bounds = new Float32Array([left, bottom, right, top]);
  return [[OPS.constructPath, [OPS.fill, [new Float32Array(corners)], bounds]]];
};

/** A page two hundred points high. */
function drawnBy(...steps: readonly (readonly Step[])[]): Drawing {
  const all = steps.flat();
  const operators = all.map(([operator]) => operator);
  const operands = all.map(([, args]) => args);
  return drawingOf(operators, operands, {
    width: 200,
    height: 200,
    viewport: matrixOf([1, 0, 0, -1, 0, 200]),
    fontOf: () => PLAIN_FONT,
    pictureOf: () => undefined,
    shownOf: () => 'always',
    overprints: false,
    actual: new Map(),
  });
}

/** The letters that are seen. */
function seen(...steps: readonly (readonly Step[])[]): string {
  return drawnBy(...steps)
    .glyphs.filter(({ hidden }) => hidden === undefined)
    .map(({ text }) => text)
    .join('');
}

const SAVE: readonly Step[] = [[OPS.save, []]];
const RESTORE: readonly Step[] = [[OPS.restore, []]];

describe('what is drawn on a page', () => {
  it('is seen on the page and not beside it', () => {
    expect(seen(letter('a', 10, 100), letter('b', -10, 300))).toBe('a');
  });

  it('is not seen beyond a clip: a letter of the page before of which only the tail reaches over the edge', () => {
    expect(seen(clipTo(20, 20, 180, 180), letter('ү', 50, 181), letter('a', 50, 170))).toBe('a');
    expect(seen(clipTo(20, 20, 180, 180), letter('a', 10, 100), letter('b', 185, 100))).toBe('');
  });

  it('is shading or a rule as far as the clip lets it be seen: a row may be painted as all of the page', () => {
    const page = filled(0, 0, 200, 200);
    const row = drawnBy(SAVE, clipTo(20, 100, 180, 115), page, RESTORE);
    expect(row.fills).toEqual([{ left: 20, right: 180, top: 85, bottom: 100 }]);
    const line = drawnBy(SAVE, clipTo(20, 100, 180, 101), page, RESTORE);
    expect(line.rules).toEqual([{ axis: 'level', at: 99.5, from: 20, to: 180 }]);
    const beside = drawnBy(SAVE, clipTo(20, 100, 180, 115), filled(20, 20, 180, 50), RESTORE);
    expect(beside).toMatchObject({ fills: [], rules: [], dots: [] });
  });

  it('is seen whole where a clip cuts no more than its edge off', () => {
    expect(
      seen(clipTo(20, 20, 180, 180), letter('a', 50, 175), letter('b', 18, 19), letter('c', 176, 50)),
    ).toBe('abc');
  });

  it('is clipped by all clips at once, until what was before them is restored', () => {
    const inner = [...clipTo(20, 20, 100, 180), ...clipTo(80, 20, 180, 180)];
    expect(seen(SAVE, inner, letter('a', 50, 100), letter('b', 90, 100), RESTORE, letter('c', 50, 100))).toBe(
      'bc',
    );
  });

  it('is not clipped by a path that only paints', () => {
    expect(seen([path(20, 20, 30, 30)], letter('a', 50, 100))).toBe('a');
  });

  it('is clipped in the measure that holds when the clip is set', () => {
    const scaled: readonly Step[] = [[OPS.transform, [2, 0, 0, 2, 0, 0]], ...clipTo(10, 10, 50, 50)];
    expect(seen(SAVE, scaled, letter('a', 45, 45), letter('b', 60, 45), RESTORE)).toBe('a');
  });
});
