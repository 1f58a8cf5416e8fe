import { describe, expect, it } from 'vitest';
import { box, FIRST_OBJECT, stream, stroke, words } from '../extract/pdf/made-up-pdf.ts';
import { inSecondRow } from './printed-cells.ts';
import { ending, type PrintedCell, valuesOf } from './printed-table.ts';

const BLANK = 'blank: missing\n';
const PICTURES = {
  resources: `/XObject<</P ${FIRST_OBJECT} 0 R/M ${FIRST_OBJECT + 1} 0 R>>`,
  objects: [
    stream(
      '\0\0\0\0',
      '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8',
    ),
    stream('\x40\x80', '/Type/XObject/Subtype/Image/Width 2/Height 2/ImageMask true/BitsPerComponent 1'),
  ],
};
const picture =
  (name: string, width: number, height: number): PrintedCell =>
  (right, y) =>
    `q ${width} 0 0 ${height} ${right - width} ${y - 1} cm /${name} Do Q\n`;
/** A digit of lines, each drawn by itself: pairs of ends, from its foot. */
const ofLines =
  (width: number, ...lines: readonly (readonly [number, number, number, number])[]): PrintedCell =>
  (right, y) =>
    lines.map(([x1, y1, x2, y2]) => stroke(right - 6 + x1, y + y1, right - 6 + x2, y + y2, width)).join('');
/** A 7 of squares. */
const ofDots =
  (size: number): PrintedCell =>
  (right, y) =>
    Array.from({ length: 12 }, (_, at) => {
      const [across, up] = at < 7 ? [0, at] : [at - 7, 6];
      return `${right - 6 + across * 1.1} ${y + up * 1.1} ${size} ${size} re f `;
    }).join('');
/** Three shapes as high as digits, each ended by `paint`. */
const shapes =
  (paint: string, last = ''): PrintedCell =>
  (right, y) =>
    [right - 18, right - 12, right - 6]
      .map(
        (x) =>
          `${x} ${y} m ${x + 2} ${y + 7} ${x + 4} ${y + 7} ${x + 5} ${y} c ${x + 3} ${y + 4} ${x + 2} ${y + 2} ${x} ${y} c ${paint} `,
      )
      .join('') + last;
const SAYS = 'something drawn in a cell, and no letter in it';

describe('a value that is drawn and no letter', () => {
  it.each([
    ['a picture', picture('P', 17, 8)],
    ['a picture of one digit', picture('P', 5, 7)],
    ['a picture that fills the cell', picture('P', 68, 20)],
    ['a stencil', picture('M', 17, 8)],
    ['filled curves', shapes('h f')],
    ['curves that are one path', shapes('h', 'f\n')],
    ['stroked curves', shapes('S')],
    ['an upright stroke', (right: number, y: number) => stroke(right - 4, y, right - 4, y + 7, 1)],
    ['the thinnest upright stroke', ofLines(0, [2, 0, 2, 7])],
    ['a 7 of two hairlines', ofLines(0.2, [0, 7, 4, 7], [4, 7, 1.5, 0])],
    ['a 4 of three lines', ofLines(0.5, [3, 0, 3, 7], [3, 7, 0, 2], [0, 2, 4, 2])],
    [
      'an 8 of five lines',
      ofLines(0.5, [0, 0, 4, 0], [0, 3.5, 4, 3.5], [0, 7, 4, 7], [0, 0, 0, 7], [4, 0, 4, 7]),
    ],
    ['squares as small as dust', ofDots(0.3)],
    ['squares below a point', ofDots(0.9)],
    ['squares above a point', ofDots(1.2)],
  ])('is no empty cell, though these are declared to say something: %s', async (_, cell) => {
    for (const ruled of [true, false])
      for (const declared of [BLANK, ''])
        expect(await valuesOf({ rows: inSecondRow(cell), ruled, parts: PICTURES, declared })).toContain(SAYS);
  });

  it('is no empty cell where a letter of a font is a picture', async () => {
    const glyph = stream('556 0 d0 q 500 0 0 700 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \0\x80\x80\0 EI Q');
    const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a ${FIRST_OBJECT} 0 R>>/Encoding<</Type/Encoding/Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[556]/Resources<<>>>>`;
    const parts = { fonts: { T: font }, objects: [glyph] };
    const cell: PrintedCell = (right, y) => words(right - 6, y, 'a', 10, 'T');
    expect(await valuesOf({ rows: inSecondRow(cell), parts, declared: BLANK })).toMatch(
      /^page\.pdf: page 1, line \d+ of its text: table/,
    );
  });

  it('is no part of a number that is read beside it', async () => {
    for (const name of ['P', 'M'])
      for (const [width, height] of [
        [17, 8],
        [40, 12],
      ] as const) {
        const cell: PrintedCell = (right, y) =>
          `${ending(right, y, '345')}q ${width} 0 0 ${height} ${right - width - 18} ${y - 1} cm /${name} Do Q\n`;
        expect(await valuesOf({ rows: inSecondRow(cell), parts: PICTURES })).toContain(
          'a picture beside a number, in its cell',
        );
      }
  });

  it('is none where it is the shading of its cell, a part of a border, or what letters stand on', async () => {
    const shaded: PrintedCell = (right, y) => box(right - 60, y - 7, 70, 22, '0.9 0.9 0.9');
    const bordered: PrintedCell = (right, y) => stroke(right - 58, y - 6, right + 8, y - 6);
    for (const cell of [shaded, bordered, ''])
      expect(await valuesOf({ rows: inSecondRow(cell), declared: BLANK })).toBe(
        '375 20 34 missing 11 17 30 9 17',
      );
    const ground = 'q 400 0 0 300 0 0 cm /P Do Q\n1 g\n';
    expect(await valuesOf({ rows: inSecondRow(''), before: ground, parts: PICTURES, declared: BLANK })).toBe(
      '375 20 34 missing 11 17 30 9 17',
    );
  });

  it.each([-4, -1, 0, 3, 6, 9])(
    'takes no number from the row below, where a line is drawn %d points above the foot of an empty cell',
    async (up) => {
      for (const [from, to] of [
        [30, 2],
        [55, -5],
        [16, 0],
      ] as const) {
        const cell: PrintedCell = (right, y) => stroke(right - from, y + up, right - to, y + up, 0.8);
        const values = await valuesOf({ rows: inSecondRow(cell), declared: BLANK });
        expect(values).toMatch(/no letter in it|as long as a minus|^375 20 34 missing 11 17 30 9 17$/);
        if (up > 2) expect(values).not.toMatch(/^375/);
      }
    },
  );
});

describe('bands that are thinner than a border', () => {
  const bands = (colour: string, right: number, y: number): string =>
    [-1, 2.2, 5.4].map((up) => box(right - 20, y + up, 24, 3.2, colour)).join('');

  it('hide what they cover together', async () => {
    const covered: PrintedCell = (right, y) => `${ending(right, y, '345')}${bands('1 1 1', right, y)}`;
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: inSecondRow(covered), ruled });
      expect(message).toMatch(/^page\.pdf: page 1, line \d+ of its text: table change, row North Hill/);
    }
  });

  it('show the letters that stand on them, and are not taken for an empty cell', async () => {
    const white: PrintedCell = (right, y) =>
      `${bands('0 0 0', right, y)}q 1 1 1 rg ${ending(right, y, '345')}Q\n`;
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: inSecondRow(white), ruled, declared: BLANK })).not.toContain('missing');
  });
});
