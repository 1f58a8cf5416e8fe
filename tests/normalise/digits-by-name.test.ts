import { describe, expect, it } from 'vitest';
import { digitOf, withFont } from '../extract/pdf/made-up-font.ts';
import {
  FIRST_OBJECT,
  helvetica,
  type MadeUpParts,
  stream,
  toUnicode,
  widthOf,
  words,
} from '../extract/pdf/made-up-pdf.ts';
import { code, own, read } from './digits-in-fonts.ts';

const UNNAMED = 'a drawn character that the file does not name';

describe('a digit of a font of drawing operators by its name', () => {
  const named = (form: string): MadeUpParts => ({
    fonts: {
      T: `<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</three${form} ${FIRST_OBJECT} 0 R>>/Encoding<</Type/Encoding/Differences[130/three${form}]>>/FirstChar 130/LastChar 130/Widths[556]/Resources<<>>>>`,
    },
    objects: [
      stream(
        `556 0 d0 ${digitOf(3)
          .flatMap((outline) => outline.map(([x, y], at) => `${x} ${y} ${at === 0 ? 'm' : 'l'}`))
          .join(' ')} f`,
      ),
    ],
  });
  const cell = (right: number, y: number): string => `BT /T 10 Tf ${right - 6} ${y} Td <82> Tj ET\n`;

  it.each(['', 'oldstyle', '.oldstyle', '.onum', '.tf'])(
    'is read where that is of the line: three%s',
    async (form) => {
      expect(await read(cell, named(form))).toBe('3');
    },
  );

  it.each(['.sups', '.numr', '.dnom', 'foo', '.foo'])(
    'is none that can be read otherwise: three%s',
    async (form) => {
      expect(await read(cell, named(form))).toContain(UNNAMED);
    },
  );
});

describe('a digit that a font which is elsewhere draws by its name', () => {
  const named = (entries: string): MadeUpParts => ({
    fonts: { N: helvetica(`/Encoding<</Differences[49/${entries}]>>/ToUnicode ${FIRST_OBJECT} 0 R`) },
    objects: [toUnicode({ 49: code(1) })],
  });
  const cell = (right: number, y: number): string => words(right - widthOf('351'), y, '351', 10, 'N');

  it.each(['one', 'uni0031', 'one.tnum', 'a49'])('is read: %s', async (name) => {
    expect(await read(cell, named(name))).toBe('351');
  });

  it.each(['onesuperior', 'oneinferior', 'onehalf', 'alpha', 'one.sups', 'one.dnom'])(
    'is none that can be read: %s',
    async (name) => {
      expect(await read(cell, named(name))).toContain(UNNAMED);
    },
  );

  it.each(['ZapfDingbats', 'Wingdings', 'ABCDEF+Webdings-Regular'])(
    'is none in a font of signs: %s',
    async (name) => {
      const font = helvetica(`/Encoding/WinAnsiEncoding/ToUnicode ${FIRST_OBJECT} 0 R`).replace(
        '/Helvetica',
        `/${name}`,
      );
      expect(await read(cell, { fonts: { N: font }, objects: [toUnicode({ 49: code(1) })] })).toContain(
        UNNAMED,
      );
    },
  );

  it('is none that can be read where lines run from top to bottom', async () => {
    const parts = withFont([own(1), own(7)], FIRST_OBJECT);
    const fonts = { C: String(parts.fonts.C).replace('Identity-H', 'Identity-V') };
    const down = (right: number, y: number): string =>
      `BT /C 10 Tf 1 0 0 1 ${right - 10} ${y + 5} Tm <00010002> Tj ET\n`;
    expect(await read(down, { ...parts, fonts })).toContain('letters that are set from top to bottom');
  });
});
