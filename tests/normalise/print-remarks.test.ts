import { describe, expect, it } from 'vitest';
import { box, words } from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedRows, readTable, valuesOf } from './printed-table.ts';

/** The table with another first cell in its second row. */
const withCell = (cell: PrintedRows[number][0]): PrintedRows => [
  ['375', '20', '34'],
  [cell, '11', '17'],
  ['30', '9', '17'],
];
const WHOLE = '375 20 34 345 11 17 30 9 17';

describe('a value with hidden text in its cell', () => {
  it.each([
    ['white', (right: number, y: number) => `q 1 g ${words(right - 45, y, '12')} Q`],
    ['covered', (right: number, y: number) => `${ending(right, y, '8374')}${box(right - 30, y - 3, 32, 13)}`],
    ['invisible', (right: number, y: number) => `q BT 3 Tr ET ${words(right - 45, y, '12')} Q`],
  ])('is read as it is seen, and the build says so: %s', async (_, hidden) => {
    const rows = withCell((right, y) => `${hidden(right, y)}${ending(right, y, '345')}`);
    for (const ruled of [true, false]) {
      expect(await valuesOf({ rows, ruled })).toBe(WHOLE);
      const { remarks } = await readTable({ rows, ruled });
      expect(remarks).toEqual([
        expect.stringMatching(
          /^page 1, "345" \(change:NORTH\.2001\): hidden text beside it, which is not read: "/,
        ),
      ]);
    }
  });

  it('is said of no cell that hides nothing', async () => {
    expect((await readTable({ rows: withCell('345') })).remarks).toEqual([]);
  });

  it('is no value where nothing is seen', async () => {
    const message = await valuesOf({ rows: withCell((right, y) => `q 1 g ${ending(right, y, '345')} Q`) });
    expect(message).toContain('an empty cell under "2001"');
  });
});
