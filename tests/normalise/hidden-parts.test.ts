import { describe, expect, it } from 'vitest';
import {
  box,
  FIRST_OBJECT,
  type MadeUpParts,
  stream,
  stroke,
  widthOf,
  words,
} from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedCell, type PrintedRows, valuesOf } from './printed-table.ts';

const withCell = (cell: PrintedCell): PrintedRows => [
  ['41', '70', cell],
  ['38', '44', '7'],
  ['3', '26', '5'],
];
const BLANK = 'blank: missing\n';
const DIGIT = widthOf('5');

/** What is read of the cell, ruled and not. */
async function bothOf(cell: PrintedCell, declared = BLANK): Promise<readonly string[]> {
  const rows = withCell(cell);
  return [await valuesOf({ rows, declared }), await valuesOf({ rows, declared, ruled: false })];
}

/** A number with something drawn after it. */
const under =
  (draw: (right: number, y: number) => string): PrintedCell =>
  (right, y) =>
    `${ending(right, y, '345')}${draw(right, y)}`;
/** A number in a clip. */
const clipped =
  (clip: (right: number, y: number) => string): PrintedCell =>
  (right, y) =>
    `q ${clip(right, y)} re W n ${ending(right, y, '345')}Q\n`;

describe('a number of which a part is hidden', () => {
  it.each<readonly [string, PrintedCell, string]>([
    [
      'the last digit by a clip',
      clipped((right, y) => `${right - 30} ${y - 3} ${30 - DIGIT} 13`),
      '"5" (clipped)',
    ],
    [
      'the first digit by a clip',
      clipped((right, y) => `${right - 2 * DIGIT} ${y - 3} 30 13`),
      '"3" (clipped)',
    ],
    ['the last digit by a box', under((right, y) => box(right - DIGIT, y - 2, 8, 12)), '"5" (covered)'],
    ['two digits by a box', under((right, y) => box(right - 2 * DIGIT, y - 2, 14, 12)), '"45" (covered)'],
  ])('is refused: %s', async (_, cell, part) => {
    for (const message of await bothOf(cell))
      expect(message).toContain(`a number of which a part is hidden: ${part}`);
  });

  it('is read where another digit stands in its place, or the part was never to be seen', async () => {
    const replaced = under((right, y) => `${box(right - DIGIT, y - 2, 8, 12)}${ending(right, y, '6')}`);
    for (const values of await bothOf(replaced)) expect(values).toBe('41 70 346 38 44 7 3 26 5');
    const padded: PrintedCell = (right, y) =>
      `${ending(right - DIGIT, y, '345')}q 1 g ${ending(right, y, '0')}Q\n`;
    for (const values of await bothOf(padded)) expect(values).toBe('41 70 345 38 44 7 3 26 5');
  });

  it.each([
    ['the feet', (right: number, y: number) => `${right - 30} ${y - 3} 32 5`],
    ['the heads', (right: number, y: number) => `${right - 30} ${y + 5} 32 8`],
  ])('is no empty cell where a clip leaves %s of its digits', async (_, clip) => {
    for (const message of await bothOf(clipped(clip)))
      expect(message).toContain('a digit of which a clip leaves a part');
  });

  it('is no empty cell where it is blacked out, however near the next number stands', async () => {
    const shifted = (right: number, y: number): string =>
      `${ending(right + 30, y, '345')}${box(right + 10, y - 2, 22, 12, '0 0 0')}`;
    const rows: PrintedRows = [
      ['41', shifted, '70'],
      ['38', '44', '7'],
      ['3', '26', '5'],
    ];
    expect(await valuesOf({ rows, ruled: false, declared: BLANK })).toContain(
      'text that something is drawn over, and nothing in its place',
    );
  });
});

describe('a digit of which a part is covered', () => {
  const PART = 'a digit that something covers in part';
  const eight = (draw: (right: number, y: number) => string): PrintedCell => {
    return (right, y) => `${ending(right, y, '348')}${draw(right, y)}`;
  };
  const picture = (data: string, entries: string): string =>
    stream(data, `/Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8${entries}`);
  const parts: MadeUpParts = {
    resources: `/XObject<</P ${FIRST_OBJECT} 0 R/M ${FIRST_OBJECT + 2} 0 R>>/ExtGState<</Most<</ca 0.95>>/Multiply<</BM/Multiply>>/Masked<</SMask<</S/Luminosity/G ${FIRST_OBJECT + 3} 0 R>>>>>>`,
    objects: [
      picture('\xff\xff', `/ColorSpace/DeviceGray/SMask ${FIRST_OBJECT + 1} 0 R`),
      picture('\xff\x00', '/ColorSpace/DeviceGray'),
      stream('\x40', '/Type/XObject/Subtype/Image/Width 2/Height 1/ImageMask true/BitsPerComponent 1'),
      stream(
        '1 g 0 0 400 300 re f',
        '/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Group<</S/Transparency/CS/DeviceGray>>',
      ),
    ],
  };
  const at = (right: number, y: number, name: string): string =>
    `q 1 g ${DIGIT} 0 0 12 ${right - DIGIT} ${y - 2} cm /${name} Do Q `;

  it.each<readonly [string, PrintedCell, string]>([
    ['the left half', eight((right, y) => box(right - DIGIT, y - 1, DIGIT * 0.4, 10)), PART],
    ['the heads', eight((right, y) => box(right - 20, y + 3.6, 21, 6)), PART],
    ['the feet, in black', eight((right, y) => box(right - DIGIT, y - 2, 6, 5, '0 0 0')), PART],
    [
      'a slanting band',
      eight((right, y) => `q 1 G 3 w ${right - 8} ${y - 1} m ${right + 1} ${y + 8} l S Q `),
      PART,
    ],
    [
      'through a round clip',
      eight(
        (right, y) =>
          `q ${right - 9} ${y} m ${right - 1} ${y} ${right - 1} ${y + 8} ${right - 9} ${y + 8} c h W n ${box(right - 9, y, 9, 9)}Q `,
      ),
      PART,
    ],
    ['by a picture that is clear elsewhere', eight((right, y) => at(right, y, 'P')), PART],
    ['by a stencil', eight((right, y) => at(right, y, 'M')), PART],
    ['by nearly all of white', eight((right, y) => `q /Most gs ${box(right - DIGIT, y - 2, 3, 12)}Q `), PART],
    [
      'by what is drawn through a mask',
      eight((right, y) => `q /Masked gs ${box(right - DIGIT, y - 2, 3, 12)}Q `),
      'under something that is drawn through a mask',
    ],
    [
      'by white digits',
      eight((right, y) => `q 1 g ${ending(right, y, '111')}Q `),
      'letters in the colour of the paper that are drawn over it',
    ],
    [
      'by a clip',
      clipped((right, y) => `${right - 30} ${y - 3} 28 13`),
      'a digit of which a clip leaves a part',
    ],
    [
      'by its ground',
      (right, y) => `${box(right - 20, y - 3, 17, 12, '0 0 0')}q 1 g ${ending(right, y, '348')}Q `,
      'a digit of which a part has the colour of what it stands on',
    ],
  ])('is refused: %s', async (_, cell, says) => {
    expect(await valuesOf({ rows: withCell(cell), declared: BLANK, parts })).toContain(says);
  });

  it.each<readonly [string, PrintedCell]>([
    [
      'by a marker',
      (right, y) => `${ending(right, y, '345')}q /Multiply gs ${box(right - 20, y - 2, 14, 12, '1 1 0')}Q `,
    ],
    [
      'by white that is drawn before',
      (right, y) =>
        `q 1 g ${ending(right, y, '888')}Q ${box(right - 20, y - 2, 14, 12)}${ending(right, y, '345')}`,
    ],
    [
      'beside its ink',
      (right, y) =>
        `${ending(right, y, '345')}${box(right - 20, y - 5, 22, 4.5)}${box(right - 20, y + 8, 22, 3)}`,
    ],
  ])('is none: %s', async (_, cell) => {
    expect(await valuesOf({ rows: withCell(cell), parts })).toBe('41 70 345 38 44 7 3 26 5');
  });
});

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
