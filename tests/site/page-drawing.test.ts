import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../site/catalogue/catalogue.ts';
import type { Place } from '../../site/pages/page.ts';
import { pageDrawing } from '../../site/pages/page-drawing.ts';
import { wordsOf } from '../../site/words/words.ts';

const PLACE = { words: wordsOf('en'), language: 'en' } as Place;

/** A value of a made-up table: rows 12 points apart, columns 50. */
function cellAt(page: number, row: number, column: number): Cell {
  const [x0, y0] = [100 + 50 * column, 200 + 12 * row];
  return {
    ...{ id: `t:${page}.${row}.${column}`, name: `${page}.${row}.${column}`, dataset: 't', page },
    ...{ lineStart: 1, lineEnd: 1, charStart: 0, charEnd: 1, raw: `${row}${column} <b>` },
    ...{ reading: 'plain', evidence: 'place', state: 'certain' },
    box: { x0, y0, x1: x0 + 20, y1: y0 + 10 },
  };
}

describe('the drawing of a page', () => {
  const cells = [1, 2].flatMap((page) =>
    Array.from({ length: 40 }, (_, row) => [0, 1].map((column) => cellAt(page, row, column))).flat(),
  );

  it('has the values near the cell at their places, the cell alone outlined', () => {
    const cell = cells.find(({ name }) => name === '1.20.1');
    if (cell === undefined) throw new Error('no cell');
    const { document } = parseHTML(`<body>${String(pageDrawing(PLACE, cell, cells))}</body>`);
    const texts = [...document.querySelectorAll('text')];
    expect(texts.map(({ textContent }) => textContent)).toContain('201 <b>');
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.length).toBeLessThan(40);
    const at = (name: string) => texts.map((text) => Number(text.getAttribute(name)));
    expect(new Set(at('x'))).toEqual(new Set([100, 150]));
    const outlines = [...document.querySelectorAll('rect')];
    expect(outlines.map((rect) => [rect.getAttribute('x'), rect.getAttribute('y')])).toEqual([
      ['148', '438'],
    ]);
    expect(document.querySelector('figcaption')?.textContent).toContain('Page 1');
  });

  it('is none where the source has no places', () => {
    const { box: _, ...cell } = cellAt(1, 0, 0);
    expect(pageDrawing(PLACE, cell, cells)).toBe(undefined);
  });
});
