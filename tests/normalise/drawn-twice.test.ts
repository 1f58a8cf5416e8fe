import { describe, expect, it } from 'vitest';
import { words } from '../extract/pdf/made-up-pdf.ts';
import { inSecondRow, WHOLE } from './printed-cells.ts';
import { ending, type PrintedCell, valuesOf } from './printed-table.ts';

describe('a number that is drawn twice', () => {
  const twice =
    (across: number, up: number, times = 1): PrintedCell =>
    (right, y) =>
      Array.from({ length: times + 1 }, (_, index) =>
        words(right - 20 + index * across, y + index * up, '345'),
      ).join('');

  it.each([
    [0.2, 0],
    [1.4, 0],
    [2, 0],
    [-1.4, 0],
    [0, 0.4],
    [0, 1.8],
    [1, 1],
    [0, 0],
  ])('%f points further and %f higher is one', async (across, up) => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: inSecondRow(twice(across, up)), ruled })).toBe(WHOLE);
  });

  it('and twice more is one, as is all of a page', async () => {
    expect(await valuesOf({ rows: inSecondRow(twice(0.4, 0, 3)) })).toBe(WHOLE);
    const bold = `${words(20, 20, 'Counted in 1122 orchards')}${words(20.5, 20, 'Counted in 1122 orchards')}`;
    expect(await valuesOf({ rows: inSecondRow('345'), after: bold })).toContain('"Counted in 1122 orchards"');
  });

  it('stops the build where two digits lie over each other', async () => {
    const over: PrintedCell = (right, y) => `${ending(right, y, '345')}${ending(right, y, '346')}`;
    expect(await valuesOf({ rows: inSecondRow(over) })).toContain(
      'two digits that are drawn over each other',
    );
    const shadows = [0, 0.8, 1.6, 2.4, 3.2];
    const wide: PrintedCell = (right, y) => shadows.map((x) => words(right - 20 + x, y, '345')).join('');
    const spread: PrintedCell = (right, y) =>
      `${words(right - 20, y, '345')}BT 1.4 Tc /F 10 Tf 1 0 0 1 ${right - 20} ${y} Tm (345) Tj 0 Tc ET\n`;
    for (const cell of [wide, spread, twice(2.9, 0)])
      expect(await valuesOf({ rows: inSecondRow(cell) })).toContain('drawn over each other');
  });

  it('is not one that has equal digits, however narrow', async () => {
    expect(await valuesOf({ rows: inSecondRow('111') })).toBe(WHOLE.replace('345', '111'));
    const tight: PrintedCell = (right, y) =>
      `BT -1 Tc /F 10 Tf 1 0 0 1 ${right - 20} ${y} Tm (1111) Tj 0 Tc ET\n`;
    expect(await valuesOf({ rows: inSecondRow(tight) })).toBe(WHOLE.replace('345', '1111'));
  });
});
