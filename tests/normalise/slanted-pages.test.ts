import { describe, expect, it } from 'vitest';
import { valuesOf } from './printed-table.ts';

const ROWS = [
  ['375', '20', '34'],
  ['345', '11', '17'],
  ['30', '9', '17'],
] as const;
const READ = '375 20 34 345 11 17 30 9 17';

/** An operator that turns what follows it by degrees, counterclockwise. */
function turned(degrees: number, more = ''): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return `${cos.toFixed(6)} ${sin.toFixed(6)} ${(-sin).toFixed(6)} ${cos.toFixed(6)} 20 -5 cm ${more}\n`;
}

describe('a page that lies askew', () => {
  it.each([-8, -2, -0.7, 0.3, 1, 3, 5, 8])('is read as if it lay straight: %d degrees', async (degrees) => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: ROWS, ruled, before: turned(degrees) })).toBe(READ);
  });

  it('loses what lies beside its paper', async () => {
    const beside = await valuesOf({
      rows: ROWS,
      before: turned(8),
      after: 'BT /F 10 Tf 1 0 0 1 -60 200 Tm (99) Tj ET\n',
    });
    expect(beside).toBe(READ);
  });

  it('has its annotations where they lie', async () => {
    const stamp = (rect: string): Promise<string> =>
      valuesOf({
        rows: ROWS,
        before: turned(5),
        entries: `/Annots[<</Type/Annot/Subtype/Stamp/F 4/Rect[${rect}]>>]`,
      });
    expect(await stamp('275 192 295 205')).toContain('an annotation of the kind Stamp over it');
    expect(await stamp('10 5 60 15')).toBe(READ);
  });
});
