import { describe, expect, it } from 'vitest';
import { stroke } from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedCell, valuesOf } from './printed-table.ts';

describe('a cell that cannot be read', () => {
  it.each(['345*', "3'45", '34r'])('is no empty one, and is shown with its row: %s', async (cell) => {
    for (const ruled of [true, false]) {
      const rows = [
        ['375', '20', '34'],
        ['345', cell, '17'],
        ['30', '9', '17'],
      ] as const;
      const message = await valuesOf({ rows, ruled });
      expect(message).toContain(`expected exactly 3 values`);
      expect(message).toContain(`found "345 ${cell} 17"; `);
    }
  });

  it.each<readonly [where: string, upper: PrintedCell, lower: string]>([
    ['beside the first', '345', ''],
    ['beside the second', '', '345'],
    ['between them', (right, y) => ending(right, y - 11, '345'), ''],
  ])('stops a value in a cell over two rows that print others, %s', async (_, upper, lower) => {
    const [levels, uprights] = [
      [235, 213, 191, 169, 147],
      [15, 150, 220, 290, 360],
    ];
    // All rules but the one between the two cells of the first column.
    const rules = levels.flatMap((y) =>
      uprights.slice(1).map((right, at) => {
        const isOpen = y === 169 && at === 1;
        return isOpen ? '' : stroke(uprights[at] ?? 0, y, right, y);
      }),
    );
    const before = [...rules, ...uprights.map((x) => stroke(x, 235, x, 147))].join('');
    const rows = [
      ['375', '20', '34'],
      [upper, '11', '17'],
      [lower, '9', '17'],
    ] as const;
    expect(await valuesOf({ rows, ruled: false, before, declared: 'blank: missing\n' })).toContain(
      '"345" in a cell over 2 rows',
    );
  });
});
