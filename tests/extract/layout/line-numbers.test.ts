import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { drawn, laidOut, level, onlyTable, rows, tablesOf } from './made-up-page.ts';

const WORDS = 'the rain fell on the hill and on the moor';
const LABEL = 'rain on the old moor';

/** Lines of a text, each with its number before it or behind it. */
function numbered(count: number, x: number, text: (at: number) => string): InkToken[] {
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => [
    ...drawn(String(101 + at), x, 100 + at * 14),
    ...(text(at) === '' ? [] : drawn(text(at), 80, 100 + at * 14)),
  ]);
}

describe.each([
  ['before', 40],
  ['behind', 400],
])('numbers %s the lines of a text', (_, x) => {
  it('make no table of it', () => {
    expect(tablesOf(laidOut(numbered(30, x, (at) => (at % 7 === 0 ? '' : WORDS))))).toEqual([]);
  });

  it('leave a table among these lines as it is', () => {
    const texts = [
      ['Place', '2010', '2011'],
      ['Hill', '12', '345'],
      ['Moor', '8', '21'],
      ['Dale', '105', '71'],
    ];
    const table = rows(texts, [100, 200, 300], 100 + 10 * 14);
    const text = numbered(30, x, (at) => (at > 8 && at < 15 ? '' : WORDS));
    expect(onlyTable(laidOut([...text, ...table]))).toEqual(texts);
  });
});

describe('numbers of the rows of a table', () => {
  it('are its first column, where the rows hold values', () => {
    const texts = Array.from({ length: 20 }, (_, at) => [String(101 + at), LABEL, `${at * 7}.5`]);
    const rules = [86, 104, 370].map((y) => level(y, 40, 430));
    const head = rows([['No.', 'Place', 'Rain']], [40, 80, 400], 97);
    const page = laidOut([...head, ...rows(texts, [40, 80, 400], 114, 13)], { rules });
    expect(onlyTable(page).slice(1)).toEqual(texts);
  });
});
