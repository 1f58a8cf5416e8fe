import { describe, expect, it } from 'vitest';
import { widthOf, words } from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedCell, type PrintedRows, valuesOf } from './printed-table.ts';

const withCell = (cell: PrintedCell): PrintedRows => [
  ['355', '412', '20'],
  [cell, '400', '10'],
  ['10', '12', '10'],
];
/** A number with a mark of a size that stands so much higher behind it, or in a place of its own. */
const marked =
  (mark: string, size: number, rise: number, gap = 0): PrintedCell =>
  (right, y) =>
    `${ending(right - 12, y, '345')}${words(right - 12 + gap, y + rise, mark, size)}`;

describe('digits that stand off the digits beside them', () => {
  it.each([
    ['raised and small', marked('1', 6, 4)],
    ['raised and small, two of them', marked('12', 6, 4)],
    ['raised a little', marked('1', 7, 2)],
    ['raised high', marked('1', 6, 7)],
    ['raised higher than a line is thick', marked('1', 6, 8.5)],
    ['raised as large as the number', marked('1', 10, 4)],
    ['raised behind a hair space', marked('1', 6, 4, 1)],
    ['smaller on the same line', marked('1', 6.5, 0)],
    ['hardly lower than the line', marked('1', 6, -0.6)],
    ['lowered and small', marked('1', 6, -2.5)],
    ['lowered as large as the number', marked('1', 10, -3)],
    [
      'raised before the number',
      (right: number, y: number) => `${words(right - 24, y + 4, '1', 6)}${ending(right, y, '345')}`,
    ],
    [
      'smaller before the number',
      (right: number, y: number) => `${words(right - 21, y, '1', 6)}${ending(right, y, '345')}`,
    ],
    ['hardly smaller on the same line', marked('1', 9.2, 0)],
    ['hardly smaller and raised a hair', marked('1', 8.8, 0.6)],
    ['raised as large as the number, a little apart', marked('1', 10, 4, 4)],
    [
      'hardly smaller and raised a little before the number',
      (right: number, y: number) => `${words(right - 29, y + 1.5, '1', 9.5)}${ending(right - 7, y, '345')}`,
    ],
    [
      'lowered before the number',
      (right: number, y: number) => `${words(right - 20, y - 2, '1', 6)}${ending(right, y, '345')}`,
    ],
    [
      'raised by the text itself',
      (right: number, y: number) =>
        `BT /F 10 Tf 1 0 0 1 ${right - 24} ${y} Tm (345) Tj /F 6 Tf 4 Ts (1) Tj 0 Ts ET\n`,
    ],
    [
      'raised as decimals',
      (right: number, y: number) =>
        `${words(right - 24, y, '3,')}${words(right - 24 + widthOf('3,'), y + 3, '45', 6)}`,
    ],
  ])('are no digits of a number: %s', async (_, cell) => {
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: withCell(cell), ruled });
      expect(message).toMatch(/^page\.pdf:\d+: table change/);
      expect(message).toContain('\n  expected ');
    }
  });

  it('are told as what they are', async () => {
    expect(await valuesOf({ rows: withCell(marked('1', 6, 4)) })).toContain(
      'found "1" behind "345", raised or smaller than it: a mark, or an exponent (page 1)',
    );
  });

  it('are a mark where they have a bracket', async () => {
    const values = '355 412 20 345[1] 400 10 10 12 10';
    for (const [size, rise] of [
      [6, 4],
      [6.5, 0],
      [10, 4],
    ] as const) {
      for (const ruled of [true, false])
        expect(await valuesOf({ rows: withCell(marked('1)', size, rise)), ruled })).toBe(values);
    }
  });

  it('decide which digits of a mark are the number\u2019s', async () => {
    const cell: PrintedCell = (right, y) =>
      `${words(right - 24, y, '34')}${words(right - 24 + widthOf('34'), y + 4, '1)', 6)}`;
    expect(await valuesOf({ rows: withCell(cell) })).toBe('355 412 20 34[1] 400 10 10 12 10');
    const other: PrintedCell = (right, y) =>
      `${words(right - 24, y, '3')}${words(right - 24 + widthOf('3'), y + 4, '41)', 6)}`;
    expect(await valuesOf({ rows: withCell(other) })).toContain('found "345"'.slice(0, 6));
  });

  it('may stand in labels and words', async () => {
    const after = `${words(20, 20, 'Area in km')}${words(20 + widthOf('Area in km'), 24, '2', 6)}`;
    expect(await valuesOf({ rows: withCell('345'), after })).toContain('Area in km2');
  });

  it('are not those of a cell that is set smaller than its neighbours', async () => {
    const small: PrintedCell = (right, y) => ending(right, y, '345', 7);
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell(small), ruled })).toBe('355 412 20 345 400 10 10 12 10');
  });
});
