import { describe, expect, it } from 'vitest';
import { widthOf } from '../extract/pdf/made-up-pdf.ts';
import { type PrintedRows, readTable } from '../normalise/printed-table.ts';
import { whole } from '../project.ts';

const ROWS: PrintedRows = [
  ['375', '20', '34'],
  ['345', '11', '17'],
  ['30', '9', '17'],
];

describe('the box of a cell', () => {
  it('is around what is printed in it, from the top left of its page', async () => {
    const { cells } = await readTable({ rows: ROWS });
    const [first, second] = cells;
    expect(first?.box?.right).toBeCloseTo(210);
    expect(first?.box?.left).toBeCloseTo(210 - widthOf('375'));
    expect(second?.box?.right).toBeCloseTo(280);
    expect(second?.box?.top).toBeCloseTo(first?.box?.top ?? 0);
    const [, , , below] = cells;
    expect((below?.box?.top ?? 0) - (first?.box?.top ?? 0)).toBeCloseTo(22);
  });

  it('is empty where the source is a text', () => {
    const { datasets } = whole().validated;
    const rows = datasets.find(({ schema }) => schema.name === 'cell')?.rows ?? [];
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.every(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].every((place) => place === null))).toBe(true);
  });
});
