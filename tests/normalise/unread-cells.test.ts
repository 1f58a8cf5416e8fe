import { describe, expect, it } from 'vitest';
import { valuesOf } from './printed-table.ts';

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
});
