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

describe('a row whose cells are all empty', () => {
  const blank = 'numbers: { group: [" "], negative: ["-"] }\nblank: missing\n';
  const rows = (first: PrintedRows[0], second: PrintedRows[0]): PrintedRows => [
    first,
    second,
    ['0', '0', '0'],
  ];

  it('does not take the values of the one above or below it, whose label may stand in one cell with its own', async () => {
    const full = ['0', '0', '0'] as const;
    for (const [one, other] of [
      [full, ['', '', '']],
      [['', '', ''], full],
    ] as const) {
      const values = await valuesOf({ rows: rows(one, other), ruled: false, declared: blank });
      const missing = 'missing missing missing';
      const meant = one === full ? `0 0 0 ${missing} 0 0 0` : `${missing} 0 0 0 0 0 0`;
      expect(values === meant || values.startsWith('page.pdf:'), values).toBe(true);
    }
  });

  it('is read where rules part it from the others', async () => {
    const values = await valuesOf({ rows: rows(['1', '2', '3'], ['', '', '']), declared: blank });
    expect(values).toBe('1 2 3 missing missing missing 0 0 0');
  });
});
