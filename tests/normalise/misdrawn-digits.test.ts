import { describe, expect, it } from 'vitest';
import { bar, digitOf, type MadeUpGlyph, moved, withFont } from '../extract/pdf/made-up-font.ts';
import { FIRST_OBJECT, type MadeUpParts, stream, words } from '../extract/pdf/made-up-pdf.ts';
import { code, own, read } from './digits-in-fonts.ts';

type Outlines = MadeUpGlyph['outlines'];

const UNLIKE = 'printed unlike it: a mark, or a part of the number';
const UNNAMED = 'a drawn character that the file does not name';

/** Outlines with each corner put elsewhere. */
const placed = (outlines: Outlines, place: (x: number, y: number) => readonly [number, number]): Outlines =>
  outlines.map((outline) => outline.map(([x, y]) => place(x, y)));
const narrow = (digit: number, ahead = 0): Outlines =>
  placed(digitOf(digit), (x, y) => [Math.round(x / 2.2) + ahead, y]);
const mirrored = (digit: number): Outlines =>
  placed(digitOf(digit), (x, y) => [560 - x, y]).map((outline) => [...outline].reverse());
const HALF: Outlines = [
  ...moved(digitOf(1), 0.5, 0, 350),
  [
    [150, 0],
    [380, 700],
    [430, 700],
    [200, 0],
  ],
  ...moved(digitOf(2), 0.5, 320, 0),
];

/** What is read of `1`, a glyph, and `2`. */
function readGlyph(glyph: MadeUpGlyph): Promise<string> {
  const parts = withFont([own(1), glyph, own(2)], FIRST_OBJECT);
  return read((right, y) => `BT /C 10 Tf 1 0 0 1 ${right - 20} ${y} Tm <000100020003> Tj ET\n`, parts);
}

describe('a digit of a font that the file brings', () => {
  it('is read where it is drawn as what it is called', async () => {
    for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(await readGlyph(own(digit))).toBe(`1${digit}2`);
  });

  it.each([
    [5, 2],
    [2, 5],
    [6, 9],
    [9, 6],
    [8, 3],
    [3, 8],
    [1, 8],
    [7, 2],
    [4, 5],
    [0, 3],
  ])('is none that can be read where %i is drawn as %i', async (called, drawn) => {
    expect(await readGlyph({ outlines: digitOf(drawn), named: code(called) })).toContain(UNNAMED);
  });

  it.each<readonly [string, MadeUpGlyph]>([
    [
      'two digits',
      { outlines: [...digitOf(3), ...moved(digitOf(4), 1, 560, 0)], named: code(3), advance: 1120 },
    ],
    ['a dot', { outlines: [bar(200, 0, 300, 100)], named: code(3) }],
    ['nothing', { outlines: [], named: code(3) }],
    ['three times as large', { outlines: moved(digitOf(3), 3, 0, 0), named: code(3) }],
    ['as small as dust', { outlines: moved(digitOf(3), 0.05, 0, 0), named: code(3) }],
    ['one that the file calls two', { outlines: digitOf(3), named: '00330034' }],
    ['two narrow digits', { outlines: [...narrow(3), ...narrow(4, 270)], named: code(3) }],
    ['a minus before it', { outlines: [bar(-260, 310, 0, 380), ...digitOf(3)], named: code(3) }],
    ['struck out by a bar', { outlines: [...digitOf(3), bar(0, 330, 560, 370)], named: code(3) }],
    ['struck out, a 1', { outlines: [...digitOf(1), bar(20, 330, 550, 390)], named: code(1) }],
    ['a half that the file calls 12', { outlines: HALF, named: '00310032' }],
    ['two of another order', { outlines: [...narrow(4), ...narrow(3, 270)], named: '00330034' }],
    ['a full stop that is a digit', { outlines: digitOf(3), named: '002e' }],
  ])('is none that can be read where it is %s', async (_, glyph) => {
    expect(await readGlyph(glyph)).toContain(UNNAMED);
  });

  it.each([2, 3, 4, 5, 6, 7, 9])('is none that can be read in a mirror: %i', async (digit) => {
    expect(await readGlyph({ outlines: mirrored(digit), named: code(digit) })).toContain(UNNAMED);
  });

  it('is two where the file calls it two and both are drawn', async () => {
    const both = [...moved(digitOf(3), 0.5, 0, 0), ...moved(digitOf(4), 0.5, 280, 0)];
    expect(await readGlyph({ outlines: both, named: '00330034' })).toBe('1342');
  });

  it.each([
    ['raised', 0.55, 330],
    ['lowered', 0.55, -150],
  ])('is a mark where its font draws it %s', async (_, scale, up) => {
    const parts = withFont(
      [own(3), own(4), { outlines: moved(digitOf(1), scale, 0, up), named: code(1) }],
      FIRST_OBJECT,
    );
    const cell = (right: number, y: number): string =>
      `BT /C 10 Tf 1 0 0 1 ${right - 20} ${y} Tm <000100020003> Tj ET\n`;
    expect(await read(cell, parts)).toBe('34[1]');
  });

  const small = (digit: number): MadeUpGlyph => ({
    outlines: moved(digitOf(digit), 0.6, 0, 0),
    named: code(digit),
  });
  const deep = (digit: number): MadeUpGlyph => ({
    outlines: moved(digitOf(digit), 0.95, 0, -200),
    named: code(digit),
  });
  const shown = (codes: string) => (right: number, y: number) =>
    `BT /C 10 Tf 1 0 0 1 ${right - (codes.length / 4) * 5.6} ${y} Tm <${codes}> Tj ET\n`;

  it.each([
    ['behind it', [own(3), own(4), small(1)], '000100020003'],
    ['before it', [small(1), own(3), own(4)], '000100020003'],
    ['behind digits that old style has as high', [own(6), own(8), small(1), own(3)], '0001000200030004'],
  ])('stops a value where its font draws it lower than those beside it: %s', async (_, glyphs, codes) => {
    expect(await read(shown(codes), withFont(glyphs, FIRST_OBJECT))).toContain(UNLIKE);
  });

  it('is read where all its font are of old style', async () => {
    const parts = withFont([own(6), small(1), own(8), small(0), deep(3)], FIRST_OBJECT);
    expect(await read(shown('0001000200030004'), parts)).toBe('6180');
    expect(await read(shown('000100020003000400050001'), parts)).toBe('618036');
  });

  it('stands where it is drawn, wherever the pen is', async () => {
    const glyph = { outlines: moved(digitOf(3), 1, -1120, 0), named: code(3) };
    expect(await readGlyph(glyph)).toContain('345 31 2 17');
    expect(await readGlyph({ ...glyph, outlines: moved(digitOf(3), 1, -560, 0) })).toContain(
      'two digits that are drawn over each other',
    );
  });
});

describe('a bar of a font that the file brings, without a character', () => {
  const barred = (left: number, low: number, right: number, named = 'e123'): MadeUpParts =>
    withFont([{ outlines: [bar(left, low, right, low + 80)], named }, own(3)], FIRST_OBJECT);
  const shown = (codes: string) => (right: number, y: number) =>
    `BT /C 10 Tf 1 0 0 1 ${right - (codes.length / 4) * 5.6} ${y} Tm <${codes}> Tj ET\n`;

  it.each(['e123', '0000', 'fffd'])('is a sign right before a digit: %s', async (named) => {
    expect(await read(shown('00010002'), barred(60, 300, 480, named))).toBe('-3');
  });

  it.each([
    ['by itself', shown('0001'), [60, 300, 480]],
    ['behind a digit', shown('00020001'), [60, 300, 480]],
    [
      'away from the digit',
      (right: number, y: number) => `${shown('0001')(right - 20, y)}${shown('0002')(right, y)}`,
      [60, 300, 480],
    ],
    ['on the line', shown('00010002'), [60, 0, 480]],
    ['at the head', shown('00010002'), [60, 600, 480]],
    ['as long as a rule', shown('00010002'), [-600, 300, 480]],
  ] as const)('stops a value elsewhere: %s', async (_, cell, [left, low, right]) => {
    expect(await read(cell, barred(left, low, right))).toContain(UNNAMED);
  });
});

describe('a glyph of a font of drawing operators', () => {
  const font = (entries: string): string =>
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</one ${FIRST_OBJECT} 0 R/three ${FIRST_OBJECT + 1} 0 R>>/Encoding<</Type/Encoding/Differences[49/one 51/three]>>/FirstChar 49/LastChar 51/Widths[556 556 556]/Resources<<${entries}>>>>`;
  const shows = (text: string): string => stream(`556 0 d0 BT /H 1000 Tf (${text}) Tj ET`);
  const parts = (three: string): MadeUpParts => ({
    fonts: { T: font(`/Font<</H 3 0 R>>/XObject<</X ${FIRST_OBJECT + 2} 0 R>>`) },
    objects: [
      shows('1'),
      three,
      stream(
        'BT /H 1000 Tf (8) Tj ET',
        '/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]/Resources<</Font<</H 3 0 R>>>>',
      ),
    ],
  });
  const cell = (right: number, y: number): string => words(right - 11.12, y, '13', 10, 'T');

  it('is read where it shows itself in another font', async () => {
    expect(await read(cell, parts(shows('3')))).toBe('13');
  });

  const drawn = (up: 1 | -1): string =>
    stream(
      `556 0 d0 ${digitOf(3)
        .flatMap((outline) => outline.map(([x, y], at) => `${x} ${up * y} ${at === 0 ? 'm' : 'l'}`))
        .join(' ')} f`,
    );
  const turned =
    (matrix: string) =>
    (right: number, y: number): string =>
      `BT /T 10 Tf ${matrix} ${right - (matrix.startsWith('-') ? 0 : 6)} ${y} Tm (3) Tj ET\n`;

  it.each([
    ['drawn upright', 1, '1 0 0 1'],
    ['drawn hanging and turned over', -1, '1 0 0 -1'],
  ] as const)('is read where it is %s', async (_, up, matrix) => {
    expect(await read(turned(matrix), parts(drawn(up)))).toBe('3');
  });

  it.each([
    ['mirrored', 1, '-1 0 0 1'],
    ['turned over', 1, '1 0 0 -1'],
    ['drawn hanging', -1, '1 0 0 1'],
  ] as const)('stops a value where it is %s', async (_, up, matrix) => {
    expect(await read(turned(matrix), parts(drawn(up)))).toContain('letters that are drawn mirrored');
  });

  it.each([
    ['shows another digit', shows('8')],
    ['shows two', shows('33')],
    ['shows another in a form', stream('556 0 d0 /X Do')],
    ['is white', stream('556 0 d0 1 g 0 0 500 700 re f')],
    ['cuts what it draws', stream('556 0 d0 0 0 9 9 re W n 0 0 500 700 re f')],
  ])('is none that can be read where it %s', async (_, three) => {
    expect(await read(cell, parts(three))).toContain(UNNAMED);
  });
});
