import { describe, expect, it } from 'vitest';
import { box, FIRST_OBJECT, type MadeUpParts, stream, widthOf } from '../extract/pdf/made-up-pdf.ts';
import { BLANK, bothOf, withCell } from './printed-cells.ts';
import { ending, type PrintedCell, type PrintedRows, valuesOf } from './printed-table.ts';

const DIGIT = widthOf('5');

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

describe('a number under a box of a file that prints inks over each other', () => {
  const over = (right: number, y: number): string =>
    `${ending(right, y, '345')}q /Over gs 0 0 0 0 k ${right - 30} ${y - 3} 32 13 re f Q\n`;
  const cellIn = (entries: string): Promise<string> =>
    valuesOf({ rows: withCell(over), parts: { resources: `/ExtGState<</Over<<${entries}>>>>` } });

  it('stops a value: some programs show it, and so may paper', async () => {
    expect(await cellIn('/OP true/op true/OPM 1')).toContain('printed over it, which may cover it');
  });

  it('is not seen where it does not', async () => {
    expect(await cellIn('/OP false/op false/OPM 1')).not.toContain('which may cover it');
  });
});
