import { describe, expect, it } from 'vitest';
import { box, stroke, words } from '../extract/pdf/made-up-pdf.ts';
import { BLANK, bothOf, withCell } from './printed-cells.ts';
import { ending, type PrintedCell, valuesOf } from './printed-table.ts';

describe('letters that cut what is drawn after them', () => {
  const cutting =
    (fill: (right: number, y: number) => string): PrintedCell =>
    (right, y) =>
      `q BT 7 Tr ET ${ending(right, y, '345')}${fill(right, y)}Q\n`;

  it('are seen where it is drawn, in the colour that it has', async () => {
    const black = cutting((right, y) => `${right - 30} ${y - 3} 32 14 re f `);
    for (const values of await bothOf(black)) expect(values).toBe('41 70 345 38 44 7 3 26 5');
    const white = cutting((right, y) => `1 g ${right - 30} ${y - 3} 32 14 re f `);
    const elsewhere = cutting((right, y) => `${right - 90} ${y - 3} 32 14 re f `);
    for (const cell of [white, elsewhere])
      for (const values of await bothOf(cell)) expect(values).toBe('41 70 missing 38 44 7 3 26 5');
  });
});

describe('letters that are filled in part', () => {
  it.each([
    ['the heads', (right: number, y: number) => `${right - 20} ${y + 3.4} 22 6 re f `],
    ['the feet', (right: number, y: number) => `${right - 20} ${y - 2} 22 6 re f `],
    ['half of a digit', (right: number, y: number) => `${right - 2.3} ${y - 2} 22 12 re f `],
    [
      'stripes',
      (right: number, y: number) => `${right - 20} ${y + 2} 22 1 re f ${right - 20} ${y + 5} 22 1 re f `,
    ],
    ['a line', (right: number, y: number) => `${right - 20} ${y - 2} m ${right} ${y + 9} l S `],
    ['other letters', (right: number, y: number) => `BT 0 Tr ET ${words(right - 20, y, 'MMMM')}`],
  ])('are no empty cell: %s', async (_, fill) => {
    const cell: PrintedCell = (right, y) => `q BT 7 Tr ET ${ending(right, y, '345')}${fill(right, y)}Q\n`;
    for (const message of await bothOf(cell))
      expect(message).toContain('letters that cut what is drawn after them, and are filled in part');
  });
});

describe('a number that is set in another way than its page', () => {
  const set =
    (matrix: string, up = 0, width = 100): PrintedCell =>
    (right, y) =>
      `BT /F 10 Tf ${width} Tz ${matrix} ${right - 8} ${y + up} Tm (345) Tj 100 Tz ET\n`;

  it.each([
    ['from right to left', set('-1 0 0 1')],
    ['from right to left, by its width', set('1 0 0 1', 0, -100)],
    ['head over heels', set('1 0 0 -1')],
  ])('is refused where it is mirrored: %s', async (_, cell) => {
    for (const message of await bothOf(cell))
      expect(message).toMatch(/letters that are drawn mirrored|set sideways in a cell: "345"/);
  });

  it.each([
    ['upwards', set('0 1 -1 0', -4)],
    ['downwards', set('0 -1 1 0', 12)],
    ['upside down', set('-1 0 0 -1')],
  ])('is no empty cell where it runs %s', async (_, cell) => {
    const open = await valuesOf({ rows: withCell(cell), ruled: false, declared: BLANK });
    expect(open).toContain('text that is set sideways in a cell: "345"');
  });

  it('is refused in a cell where it stands upside down: a 6 is a 9', async () => {
    expect(await valuesOf({ rows: withCell(set('-1 0 0 -1', 4)), declared: BLANK })).toContain(
      'digits that stand upside down',
    );
  });

  it('may be turned over twice', async () => {
    const twice: PrintedCell = (right, y) =>
      `q 1 0 0 -1 0 0 cm BT /F 10 Tf 1 0 0 -1 ${right - 20} ${-y} Tm (345) Tj ET Q\n`;
    for (const values of await bothOf(twice)) expect(values).toBe('41 70 345 38 44 7 3 26 5');
  });
});

describe('digits without a width', () => {
  it('are refused where they are drawn over each other', async () => {
    const font = `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[${'0 '.repeat(95)}]/Encoding/WinAnsiEncoding>>`;
    const cell: PrintedCell = (right, y) => words(right - 8, y, '345', 10, 'N');
    const message = await valuesOf({ rows: withCell(cell), parts: { fonts: { N: font } } });
    expect(message).toContain('two digits that are drawn over each other');
  });
});

describe('a sign that is drawn in a cell with a ground of its own', () => {
  const minus = (right: number, y: number): string => stroke(right - 24, y + 3, right - 19, y + 3, 0.7);
  const brackets = (right: number, y: number): string =>
    [right - 18, right + 1]
      .map((x, at) => {
        const bow = at === 0 ? -2 : 2;
        return `0.5 w ${x} ${y + 7} m ${x + bow} ${y + 5} ${x + bow} ${y} ${x} ${y - 2} c S `;
      })
      .join('');

  it.each([
    ['shaded', (right: number, y: number) => box(right - 45, y - 5, 50, 17, '0.9 0.9 0.9')],
    ['framed', (right: number, y: number) => `0.5 w ${right - 45} ${y - 5} 50 17 re S `],
    [
      'framed line by line',
      (right: number, y: number) =>
        `0.5 w ${right - 45} ${y - 5} m ${right + 5} ${y - 5} l ${right + 5} ${y + 12} l ${right - 45} ${y + 12} l h S `,
    ],
  ])('is not taken for a part of what is %s', async (_, ground) => {
    for (const sign of [minus, brackets]) {
      const cell: PrintedCell = (right, y) =>
        `${ground(right, y)}${ending(right, y, '345')}${sign(right, y)}`;
      expect(await valuesOf({ rows: withCell(cell), ruled: false })).toMatch(
        /a level stroke beside a number|something drawn beside a number/,
      );
    }
    const plain: PrintedCell = (right, y) => `${ground(right, y)}${ending(right, y, '345')}`;
    expect(await valuesOf({ rows: withCell(plain), ruled: false })).toBe('41 70 345 38 44 7 3 26 5');
  });
});
