import { describe, expect, it } from 'vitest';
import {
  FIRST_OBJECT,
  helvetica,
  type MadeUpParts,
  stream,
  stroke,
  toUnicode,
  widthOf,
  words,
} from '../extract/pdf/made-up-pdf.ts';
import { withCell } from './printed-cells.ts';
import { ending, type PrintedCell, valuesOf } from './printed-table.ts';

/** A number with something drawn that ends right before it. */
const behind =
  (draw: (left: number, y: number) => string): PrintedCell =>
  (right, y) =>
    `${ending(right, y, '12')}${draw(right - widthOf('12'), y)}`;
const UNKNOWN = 'a drawn character that the file does not name';
const PLAIN = Object.fromEntries(
  Array.from({ length: 95 }, (_, index) => [index + 32, (index + 32).toString(16).padStart(4, '0')]),
);

/** A font in which code 45 draws a hyphen and its table of characters says otherwise. */
const calling = (hex: string): MadeUpParts => ({
  fonts: { M: helvetica(`/Encoding/WinAnsiEncoding/ToUnicode ${FIRST_OBJECT} 0 R`) },
  objects: [toUnicode({ ...PLAIN, 45: hex })],
});
/** A font that draws a bar itself under a name and a code. */
const bar = (name: string, code: number, entries = '', more: readonly string[] = []): MadeUpParts => ({
  fonts: {
    M: `<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 900]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</${name} ${FIRST_OBJECT} 0 R>>/Encoding<</Type/Encoding/Differences[${code}/${name}]>>/FirstChar ${code}/LastChar ${code}/Widths[584]/Resources<<>>${entries}>>`,
  },
  objects: [stream('584 0 d0 60 290 464 70 re f'), ...more],
});
const inFont = (character: string): PrintedCell =>
  behind((left, y) => words(left - 5.84, y, character, 10, 'M'));

describe('a minus whose character the file does not tell', () => {
  it.each([
    ['a space', '0020'],
    ['a space that keeps words together', '00a0'],
    ['a thin space', '2009'],
    ['a zero-width space', '200B'],
    ['a joiner', '200D'],
    ['a byte order mark', 'FEFF'],
    ['NUL', '0000'],
    ['a control character', '0001'],
    ['a character of private use', 'E123'],
    ['a digit', '0032'],
    ['a letter', '0078'],
  ])('stops the build where its font calls it %s, and is told with page and row', async (_, hex) => {
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: withCell(inFont('-')), ruled, parts: calling(hex) });
      expect(message).toMatch(/^page\.pdf: page 1, line \d+ of its text: table change, row /);
      expect(message).toContain(`found ${UNKNOWN}`);
      expect(message.match(/page 1/g)).toHaveLength(1);
    }
  });

  it.each([
    ['an unknown name at the code of a digit', '2', bar('H11002', 50)],
    ['the name of another glyph at the code of a digit', '2', bar('a50', 50)],
    ['an unknown name at the code of a letter', 'x', bar('glyph1', 120)],
    [
      'the name of a minus and a table that calls it a space',
      '-',
      bar('minus', 45, `/ToUnicode ${FIRST_OBJECT + 1} 0 R`, [toUnicode({ 45: '0020' })]),
    ],
    [
      'the name of a minus and a table that calls it a digit',
      '-',
      bar('minus', 45, `/ToUnicode ${FIRST_OBJECT + 1} 0 R`, [toUnicode({ 45: '0031' })]),
    ],
  ])('stops the build where it is drawn by the font itself under %s', async (_, character, parts) => {
    expect(await valuesOf({ rows: withCell(inFont(character)), parts })).toContain(`found ${UNKNOWN}`);
  });

  it('is read where its font names it', async () => {
    const values = '41 70 -12 38 44 7 3 26 5';
    expect(await valuesOf({ rows: withCell(inFont('-')), parts: calling('002d') })).toBe(values);
    expect(await valuesOf({ rows: withCell(inFont('-')), parts: calling('00ad') })).toBe(values);
    expect(await valuesOf({ rows: withCell(inFont('-')), parts: bar('hyphen', 45) })).toBe(values);
  });
});

describe('a stroke as long as a minus beside a number', () => {
  it.each([
    ['before it', behind((left, y) => stroke(left - 6, y + 3.2, left - 1, y + 3.2, 0.7))],
    ['touching it', behind((left, y) => stroke(left - 5, y + 3, left + 0.2, y + 3, 1))],
    ['a little apart', behind((left, y) => stroke(left - 10, y + 3.4, left - 5, y + 3.4, 0.5))],
    ['filled', behind((left, y) => `${left - 6} ${y + 2.8} 5 0.8 re f\n`)],
    [
      'behind it',
      (right: number, y: number) =>
        `${ending(right - 8, y, '12')}${stroke(right - 6, y + 3, right - 1, y + 3)}`,
    ],
  ])('stops the build: %s', async (_, cell) => {
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: withCell(cell), ruled });
      expect(message).toContain('found a level stroke beside a number');
      expect(message).toContain('as long as a minus');
    }
  });

  const picture = stream(
    '\x00\x00\x00',
    '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8',
  );
  const stencil = stream(
    '\x00',
    '/Type/XObject/Subtype/Image/Width 2/Height 1/ImageMask true/BitsPerComponent 1',
  );
  const PAINTED: MadeUpParts = {
    resources: `/XObject<</X ${FIRST_OBJECT} 0 R/M ${FIRST_OBJECT + 1} 0 R>>/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 400 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[0]/N 1>>>>>>`,
    objects: [picture, stencil],
  };
  const at = (left: number, y: number, width: number, height: number): string =>
    `${width} 0 0 ${height} ${left} ${y} cm`;
  it.each([
    ['thick', behind((left, y) => stroke(left - 8, y + 3.5, left - 1, y + 3.5, 3.6))],
    ['short', behind((left, y) => stroke(left - 2.9, y + 3, left - 1, y + 3, 0.7))],
    [
      'of two dashes',
      behind(
        (left, y) => stroke(left - 6, y + 3, left - 4, y + 3) + stroke(left - 3, y + 3, left - 1, y + 3),
      ),
    ],
    ['far before it', behind((left, y) => stroke(left - 19, y + 3, left - 14, y + 3, 0.7))],
    ['low', behind((left, y) => stroke(left - 6, y + 1, left - 1, y + 1, 0.7))],
    ['high', behind((left, y) => stroke(left - 6, y + 5.5, left - 1, y + 5.5, 0.7))],
    ['a picture', behind((left, y) => `q ${at(left - 6, y + 2.7, 5, 0.8)} /X Do Q\n`)],
    ['a stencil', behind((left, y) => `q ${at(left - 6, y + 2.7, 5, 0.8)} /M Do Q\n`)],
    ['a square picture', behind((left, y) => `q ${at(left - 6, y + 1, 5, 5)} /X Do Q\n`)],
    ['a clip that is filled', behind((left, y) => `q ${left - 6} ${y + 2.7} 5 0.8 re W n /S sh Q\n`)],
    [
      'brackets around it',
      behind((left, y) =>
        [left - 1, left + 12]
          .map(
            (x, side) =>
              `0.7 w ${x} ${y + 8} m ${x - 3 + 6 * side} ${y + 6} ${x - 3 + 6 * side} ${y + 1} ${x} ${y - 1} c S\n`,
          )
          .join(''),
      ),
    ],
    [
      'by itself in its cell',
      (right: number, y: number) => stroke(right - 30, y + 3, right - 24, y + 3, 0.7),
    ],
    [
      'a dot between its digits',
      (right: number, y: number) =>
        `${ending(right - 9, y, '1')}${right - 8} ${y} 1 1 re f\n${ending(right, y, '2')}`,
    ],
  ])('stops the build however it is drawn: %s', async (_, cell) => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell(cell), ruled, parts: PAINTED })).toMatch(
        /^page\.pdf: page 1, line \d+ of its text: table change/,
      );
  });

  it('stops the build right at the border of its cell', async () => {
    const cell: PrintedCell = (right, y) =>
      `${words(right - 54, y, '12')}${stroke(right - 59.4, y + 3, right - 55, y + 3, 0.7)}`;
    expect(await valuesOf({ rows: withCell(cell) })).toContain('a level stroke beside a number');
  });

  it.each([
    ['white', behind((left, y) => `q 1 G ${stroke(left - 6, y + 3, left - 1, y + 3)} Q `)],
    [
      'covered',
      behind(
        (left, y) => `${stroke(left - 6, y + 3, left - 1, y + 3)}1 g ${left - 9} ${y - 1} 8.5 8 re f 0 g\n`,
      ),
    ],
    ['a frame around it', behind((left, y) => `0.5 w ${left - 2} ${y - 2} 16 11 re S\n`)],
  ])('is none: %s', async (_, cell) => {
    expect(await valuesOf({ rows: withCell(cell) })).toBe('41 70 12 38 44 7 3 26 5');
  });

  it('is none among the dots that lead to a number', async () => {
    const dots = behind((left, y) =>
      Array.from({ length: 9 }, (_, dot) => `${left - 30 + 3 * dot} ${y} 1 1 re f\n`).join(''),
    );
    expect(await valuesOf({ rows: withCell(dots), ruled: false })).toBe('41 70 12 38 44 7 3 26 5');
  });

  it.each([
    ['under it', behind((left, y) => stroke(left, y - 1.5, left + 11, y - 1.5))],
    ['over it', behind((left, y) => stroke(left, y + 9, left + 11, y + 9))],
    ['longer than any sign', behind((left, y) => stroke(left - 30, y + 3, left - 2, y + 3))],
  ])('is none: %s', async (_, cell) => {
    expect(await valuesOf({ rows: withCell(cell) })).toBe('41 70 12 38 44 7 3 26 5');
  });
});

describe('an ink that is told to print nothing', () => {
  it.each(['/Separation/None', '/Separation /None', '/DeviceN[/None]', '/DeviceN [ /None /None ]'])(
    'stops the build: %s',
    async (ink) => {
      const parts = {
        resources: `/ColorSpace<</S ${FIRST_OBJECT + 1} 0 R>>`,
        objects: [
          '<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>',
          `[${ink}/DeviceGray ${FIRST_OBJECT} 0 R]`,
        ],
      };
      const cell: PrintedCell = (right, y) => `q /S cs 1 scn ${ending(right, y, '12')}Q\n`;
      expect(await valuesOf({ rows: withCell(cell), parts })).toContain(
        'an ink that is told to print nothing',
      );
    },
  );

  it('is none where it prints on all plates', async () => {
    const parts = {
      resources: `/ColorSpace<</S[/Separation/All/DeviceGray ${FIRST_OBJECT} 0 R]>>`,
      objects: ['<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>'],
    };
    const cell: PrintedCell = (right, y) => `q /S cs 1 scn ${ending(right, y, '12')}Q\n`;
    expect(await valuesOf({ rows: withCell(cell), parts })).toBe('41 70 12 38 44 7 3 26 5');
  });
});
