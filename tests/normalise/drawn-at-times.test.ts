import { describe, expect, it } from 'vitest';
import { FIRST_OBJECT, type MadeUpParts, stream } from '../extract/pdf/made-up-pdf.ts';
import { read } from './digits-in-fonts.ts';
import { ending } from './printed-table.ts';

describe('a number in a layer', () => {
  const layer = (usage: string): MadeUpParts => ({
    resources: `/Properties<</L ${FIRST_OBJECT} 0 R>>`,
    catalogue: `/OCProperties<</OCGs[${FIRST_OBJECT} 0 R]/D<<>>>>`,
    objects: [`<</Type/OCG/Name(layer)${usage}>>`],
  });
  const cell = (right: number, y: number): string => `/OC /L BDC ${ending(right, y, '88')}EMC\n`;

  it('is read where the layer is always seen', async () => {
    expect(await read(cell, layer(''))).toBe('88');
    expect(await read(cell, layer('/Usage<</CreatorInfo<</Creator(Maps)>>>>'))).toBe('88');
  });

  it.each([
    ['at one size', '/Usage<</Zoom<</min 2>>>>'],
    ['in one language', '/Usage<</Language<</Lang(de)>>>>'],
    ['on the screen alone', '/Usage<</Print<</PrintState/OFF>>>>'],
  ])('stops a value where it is seen at times: %s', async (_, usage) => {
    expect(await read(cell, layer(usage))).toContain('a layer that is seen at times');
  });
});

describe('a pattern', () => {
  const pattern = (drawn: string): MadeUpParts => ({
    resources: `/Pattern<</P ${FIRST_OBJECT} 0 R>>`,
    objects: [
      stream(
        drawn,
        '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 400 300]/XStep 400/YStep 300/Resources<</Font<</F 3 0 R>>>>',
      ),
    ],
  });
  const filled = (right: number, y: number): string =>
    `${ending(right, y, '88')}q /Pattern cs /P scn ${right - 30} ${y - 3} 19 12 re f Q\n`;
  const says = 'a pattern that draws letters, or shapes which may be some';

  it.each([
    ['text', 'BT /F 10 Tf 240 176 Td (3) Tj ET'],
    ['an outline', '0 0 m 5 0 l 5 9 l 0 9 l 0 7 l 3 7 l 3 5 l 0 5 l 0 4 l 3 4 l 3 2 l 0 2 l h f'],
  ])('beside a number stops it where it draws %s', async (_, drawn) => {
    expect(await read(filled, pattern(drawn))).toContain(says);
  });

  it('under a number is read over where it draws lines or dots', async () => {
    const under = (right: number, y: number): string =>
      `q /Pattern cs /P scn ${right - 60} ${y - 5} 64 15 re f Q ${ending(right, y, '88')}`;
    const dot = '0.8 g 4 2 m 4 3 3 4 2 4 c 1 4 0 3 0 2 c 0 1 1 0 2 0 c 3 0 4 1 4 2 c h f';
    for (const drawn of [dot, '0.8 G 0 0 m 400 300 l S', '0.8 g 0 0 2 2 re f'])
      expect(await read(under, pattern(drawn))).toBe('88');
  });
});
