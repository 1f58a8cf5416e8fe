import { describe, expect, it } from 'vitest';
import { helvetica, widthOf, words } from '../extract/pdf/made-up-pdf.ts';
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

/** How a mark stands behind the number 345: its size, how high, and how far apart. */
const BEHIND: readonly (readonly [string, (mark: string) => PrintedCell])[] = [
  ['raised and small', (mark) => marked(mark, 6, 4)],
  ['raised a little', (mark) => marked(mark, 7, 2)],
  ['raised high', (mark) => marked(mark, 6, 7)],
  ['raised as large as the number', (mark) => marked(mark, 10, 4)],
  ['raised behind a hair space', (mark) => marked(mark, 6, 4, 1)],
  ['smaller on the same line', (mark) => marked(mark, 6.5, 0)],
  ['hardly lower than the line', (mark) => marked(mark, 6, -0.6)],
  ['lowered and small', (mark) => marked(mark, 6, -2.5)],
  ['lowered as large as the number', (mark) => marked(mark, 10, -3)],
  ['hardly smaller on the same line', (mark) => marked(mark, 9.2, 0)],
  ['hardly smaller and raised a hair', (mark) => marked(mark, 8.8, 0.6)],
  ['raised as large as the number, a little apart', (mark) => marked(mark, 10, 4, 4)],
  [
    'raised by the text itself',
    (mark) => (right, y) =>
      `BT /F 10 Tf 1 0 0 1 ${right - 24} ${y} Tm (345) Tj /F 6 Tf 4 Ts (${mark}) Tj 0 Ts ET\n`,
  ],
];

/** Where nobody knows whose the digit is. */
const ELSEWHERE: readonly (readonly [string, (mark: string) => PrintedCell])[] = [
  ['raised higher than a line is thick', (mark) => marked(mark, 6, 8.5)],
  [
    'raised before the number',
    (mark) => (right, y) => `${words(right - 24, y + 4, mark, 6)}${ending(right, y, '345')}`,
  ],
  [
    'smaller before the number',
    (mark) => (right, y) => `${words(right - 21, y, mark, 6)}${ending(right, y, '345')}`,
  ],
  [
    'hardly smaller and raised a little before the number',
    (mark) => (right, y) => `${words(right - 29, y + 1.5, mark, 9.5)}${ending(right - 7, y, '345')}`,
  ],
  [
    'lowered before the number',
    (mark) => (right, y) => `${words(right - 20, y - 2, mark, 6)}${ending(right, y, '345')}`,
  ],
  [
    'raised as decimals',
    (mark) => (right, y) =>
      `${words(right - 24, y, '3,')}${words(right - 24 + widthOf('3,'), y + 3, mark, 6)}`,
  ],
  ['raised, two of which each has a note', (mark) => marked(`${mark}2`, 6, 4)],
];

describe('digits that stand off the digits beside them', () => {
  it.each([
    ...[...BEHIND, ...ELSEWHERE].map(([name, cell]) => [`${name}, without a note`, cell('3')] as const),
    ...ELSEWHERE.map(([name, cell]) => [`${name}, with a note`, cell('1')] as const),
  ])('are no digits of a number: %s', async (_, cell) => {
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: withCell(cell), ruled });
      expect(message).toMatch(/^page\.pdf: page 1, line \d+ of its text: table change/);
      expect(message).toContain('\n  expected ');
    }
  });

  it.each(BEHIND)('are the mark of a note that is listed: %s', async (_, cell) => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell(cell('1')), ruled })).toBe('355 412 20 345[1] 400 10 10 12 10');
  });

  it('are told as what they are', async () => {
    expect(await valuesOf({ rows: withCell(marked('3', 6, 4)) })).toContain(
      'found "3" behind "345", raised or smaller than it: a mark, or an exponent',
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

describe('digits that are printed unlike those right before them', () => {
  const fonts = {
    I: helvetica().replace('/Helvetica', '/Helvetica-Oblique'),
    B: helvetica().replace('/Helvetica', '/Helvetica-Bold'),
    O: helvetica(),
  };
  const behind =
    (drawn: (x: number, y: number) => string): PrintedCell =>
    (right, y) =>
      `${ending(right - 6, y, '34')}${drawn(right - 6, y)}`;
  const read = (cell: PrintedCell): Promise<string> => valuesOf({ rows: withCell(cell), parts: { fonts } });

  it.each<readonly [string, PrintedCell]>([
    ['of another colour', behind((x, y) => `q 0 0 1 rg ${words(x, y, '5')}Q `)],
    ['slanting', behind((x, y) => words(x, y, '5', 10, 'I'))],
    ['bold', behind((x, y) => words(x, y, '5', 10, 'B'))],
    [
      'drawn before the number',
      (right, y) => `${words(right - 6, y, '5', 10, 'I')}${ending(right - 6, y, '34')}`,
    ],
  ])('stop the build: %s', async (_, cell) => {
    expect(await read(cell)).toContain('a digit ("5") right behind another that is printed unlike it');
  });

  it.each<readonly [string, PrintedCell]>([
    ['in another font of the same style', behind((x, y) => words(x, y, '5', 10, 'O'))],
    ['of nearly the same colour', behind((x, y) => `q .05 g ${words(x, y, '5')}Q `)],
    ['all of one colour', (right, y) => `q 1 0 0 rg ${ending(right, y, '345')}Q `],
    ['all bold', (right, y) => words(right - 18, y, '345', 10, 'B')],
  ])('are read where they are not: %s', async (_, cell) => {
    expect(await read(cell)).toBe('355 412 20 345 400 10 10 12 10');
  });
});
