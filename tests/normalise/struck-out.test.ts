import { describe, expect, it } from 'vitest';
import { box, stroke, widthOf } from '../extract/pdf/made-up-pdf.ts';
import { inSecondRow, through, WHOLE } from './printed-cells.ts';
import { ending, type PrintedCell, type PrintedRows, readTable, valuesOf } from './printed-table.ts';

describe('a number that a line strikes out', () => {
  it.each([
    ['in the middle of its digits', 3],
    ['in the middle of small letters', 2.4],
    ['higher', 4],
  ])('is not read beside its correction, and the build says so: %s', async (_, up) => {
    const rows = inSecondRow((right, y) => `${through('12', up)(right - 20, y)}${ending(right, y, '345')}`);
    for (const ruled of [true, false]) {
      expect(await valuesOf({ rows, ruled })).toBe(WHOLE);
      expect((await readTable({ rows, ruled })).remarks).toEqual([
        expect.stringContaining('struck-out text beside it, which is not read: "12"'),
      ]);
    }
  });

  it('stops the build where dots or dashes strike it out', async () => {
    const dots = (right: number, y: number): string =>
      Array.from({ length: 13 }, (_, at) => `${right - 18.5 + 1.5 * at} ${y + 3} 0.8 0.8 re f `).join('');
    const dashes = (right: number, y: number): string =>
      `q [1 1] 0 d ${stroke(right - 18, y + 3, right, y + 3)}Q `;
    for (const line of [dots, dashes]) {
      const cell: PrintedCell = (right, y) => `${ending(right, y, '345')}${line(right, y)}`;
      expect(await valuesOf({ rows: inSecondRow(cell) })).toContain('"345" struck out by a line');
    }
  });

  it('is not read behind its correction, nor where a thin box strikes it out', async () => {
    const behind: PrintedCell = (right, y) => `${ending(right - 16, y, '345')}${through('12', 3)(right, y)}`;
    expect(await valuesOf({ rows: inSecondRow(behind) })).toBe(WHOLE);
    const filled: PrintedCell = (right, y) =>
      `${ending(right - 20, y, '12')}${box(right - 32, y + 3, 13, 0.8, '1 0 0')}${ending(right, y, '345')}`;
    expect(await valuesOf({ rows: inSecondRow(filled) })).toBe(WHOLE);
  });

  it('stops the build where nothing stands in its place', async () => {
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: inSecondRow(through('345', 3)), ruled });
      expect(message).toContain(
        'found "345" struck out by a line or an annotation, and nothing in its place',
      );
    }
  });

  it.each([
    ['slanting', (left: number, y: number) => stroke(left - 1, y - 1, left + 18, y + 8)],
    ['falling', (left: number, y: number) => stroke(left - 1, y + 8, left + 18, y - 1)],
    ['steep', (left: number, y: number) => stroke(left + 3, y - 4, left + 13, y + 12)],
    [
      'slanting and filled',
      (left: number, y: number) =>
        `${left - 1} ${y - 1} m ${left + 18} ${y + 7.5} l ${left + 18} ${y + 8} l ${left - 1} ${y - 0.5} l h f\n`,
    ],
    [
      'in a zigzag',
      (left: number, y: number) =>
        `0.5 w ${left - 1} ${y + 2} m ${[3, 6, 9, 12, 15, 18].map((x, index) => `${left + x} ${y + (index % 2 === 0 ? 5 : 2)} l`).join(' ')} S\n`,
    ],
    [
      'in a wave, of which each piece is short',
      (left: number, y: number) =>
        `0.7 w ${left} ${y + 3} m ${left + 5} ${y + 5} ${left + 11} ${y + 1} ${left + 16} ${y + 3.5} c S\n`,
    ],
    ['near its feet', (left: number, y: number) => stroke(left - 1, y + 1, left + 18, y + 1)],
    ['near its heads', (left: number, y: number) => stroke(left - 1, y + 5.5, left + 18, y + 5.5)],
    [
      'in dashes',
      (left: number, y: number) =>
        [0, 1, 2, 3, 4]
          .map((dash) => stroke(left + dash * 3.5, y + 3, left + dash * 3.5 + 2.5, y + 3))
          .join(''),
    ],
    [
      'upright, through its first digit',
      (left: number, y: number) => stroke(left + 2.8, y - 2, left + 2.8, y + 9),
    ],
    [
      'upright, over several rows',
      (left: number, y: number) => stroke(left + 8.3, y - 30, left + 8.3, y + 30),
    ],
    ['upright and filled', (left: number, y: number) => box(left + 8, y - 20, 0.6, 40, '1 0 0')],
    ['over one of its digits', (left: number, y: number) => stroke(left, y + 3, left + 5.5, y + 3)],
    [
      'over the last of its digits',
      (left: number, y: number) => stroke(left + 11.2, y + 3, left + 16.6, y + 3),
    ],
  ])('stops the build where nobody knows whether a line strikes it out: %s', async (_, line) => {
    const cell: PrintedCell = (right, y) => `${ending(right, y, '345')}${line(right - widthOf('345'), y)}`;
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: inSecondRow(cell), ruled })).toMatch(
        /^page\.pdf: page 1, line \d+ of its text: table change/,
      );
  });

  it('is no number in a cell whose neighbour is crossed out', async () => {
    const crossed: PrintedCell = (right, y) => stroke(right - 60, y - 6, right + 8, y + 14);
    const rows: PrintedRows = [
      ['375', '20', '34'],
      [crossed, '11', '17'],
      ['30', '9', '17'],
    ];
    expect(await valuesOf({ rows, declared: 'blank: missing\n' })).toBe('375 20 34 missing 11 17 30 9 17');
  });

  it('is no number that is underlined, overlined or framed', async () => {
    for (const up of [-1.5, -0.5, 8])
      expect(await valuesOf({ rows: inSecondRow(through('345', up)) })).toBe(WHOLE);
    const framed: PrintedCell = (right, y) => `${ending(right, y, '345')}${right - 20} ${y - 3} 22 13 re S\n`;
    expect(await valuesOf({ rows: inSecondRow(framed), ruled: false })).toBe(WHOLE);
  });
});
