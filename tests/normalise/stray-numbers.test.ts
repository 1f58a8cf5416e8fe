import { describe, expect, it } from 'vitest';
import { words } from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedCell, type PrintedRows, valuesOf } from './printed-table.ts';

const withCell = (cell: PrintedCell): PrintedRows => [
  ['909', '1052', '31'],
  ['804', '936', cell],
  ['105', '116', '17'],
];
const beside =
  (gap: number, stray = '700'): PrintedCell =>
  (right, y) =>
    `${ending(right, y, '14')}${words(right + gap, y, stray)}`;

describe('a number that stands far beside another one', () => {
  it.each([9, 15, 25, 30])('is no part of it: %d points behind an unruled table', async (gap) => {
    const message = await valuesOf({ rows: withCell(beside(gap)), ruled: false });
    expect(message).toContain('expected exactly 3 values');
    expect(message).toContain('found "804 936 14 700"');
  });

  it('is no part of it in a ruled cell', async () => {
    const cell: PrintedCell = (right, y) => `${words(right - 50, y, '14')}${ending(right, y, '700')}`;
    expect(await valuesOf({ rows: withCell(cell) })).toContain('"700" far beside "14"');
  });

  it('is a group of it where a space parts the two', async () => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell('14 700'), ruled })).not.toContain('far beside');
  });
});
