import { describe, expect, it } from 'vitest';
import { words } from '../extract/pdf/made-up-pdf.ts';
import { read } from './digits-in-fonts.ts';
import { ending } from './printed-table.ts';

describe('a digit whose outline is stroked', () => {
  const stroked =
    (operators: string) =>
    (right: number, y: number): string =>
      `q ${operators} ${ending(right, y, '88')}Q 0 Tr\n`;

  it.each([
    ['in its own colour', '0.3 w 2 Tr'],
    ['alone', '0.3 w 1 Tr'],
    ['alone, in no dashes', '0.3 w [2 3] 0 d [] 0 d 1 Tr'],
    ['and filled, in dashes', '0.3 w [2 3] 0 d 2 Tr'],
    ['around white', '1 g 0.3 w 2 Tr'],
    ['in white that hardly eats into it', '1 G 0.1 w 2 Tr'],
    ['in a colour that is seen', '1 0 0 RG 0.5 w 2 Tr'],
  ])('is read: %s', async (_, operators) => {
    expect(await read(stroked(operators))).toBe('88');
  });

  it.each([
    ['in white', '1 G 0.9 w 2 Tr', 'in the colour of what it stands on'],
    ['so wide that it is a blot', '4 w 1 Tr', 'a blot'],
    ['and filled, so wide that it is a blot', '3 w 2 Tr', 'a blot'],
    ['alone, in dashes', '0.3 w [2 3] 0 d 1 Tr', 'in dashes'],
    ['in a way that there is none of', '8 Tr', 'a way of drawing that there is none of'],
    ['in a way before the first', '-1 Tr', 'a way of drawing that there is none of'],
  ])('stops a value: %s', async (_, operators, says) => {
    expect(await read(stroked(operators))).toContain(says);
  });

  it('is not seen where both are white', async () => {
    expect(await read(stroked('1 g .99 G .3 w 2 Tr'))).toContain('an empty cell under "2002"');
  });
});

describe('a digit that is mixed into paper', () => {
  const states = ['Multiply', 'Difference', 'Screen', 'Luminosity', 'Overlay'];
  const parts = { resources: `/ExtGState<<${states.map((name) => `/${name}<</BM/${name}>>`).join('')}>>` };
  const box = (right: number, y: number): string => `${right - 20} ${y - 3} 22 12 re f`;

  it('is read where all programs show it', async () => {
    expect(await read((right, y) => `q /Multiply gs ${ending(right, y, '88')}Q\n`, parts)).toBe('88');
    expect(
      await read(
        (right, y) => `${ending(right, y, '88')}q /Multiply gs 1 1 0 rg ${box(right, y)} Q\n`,
        parts,
      ),
    ).toBe('88');
  });

  it.each(['Difference', 'Screen', 'Luminosity', 'Overlay'])(
    'stops a value where some programs do not show it: %s',
    async (name) => {
      const mixed = 'mixed into what';
      expect(await read((right, y) => `q /${name} gs ${ending(right, y, '88')}Q\n`, parts)).toContain(mixed);
    },
  );

  it.each(['Difference', 'Screen', 'Luminosity', 'Overlay'])(
    'and what covers it in some: %s',
    async (name) => {
      const cell = (right: number, y: number): string =>
        `${ending(right, y, '88')}q /${name} gs 0 g ${box(right, y)} Q\n`;
      expect(await read(cell, parts)).toContain('drawn through a mask, mixed into it');
    },
  );
});

describe('a dot that is a line of no length', () => {
  const dotted =
    (cap: number) =>
    (right: number, y: number): string =>
      `${words(right - 14, y, '1')}${words(right - 5.56, y, '7')} q ${cap} J 1 w ${right - 7} ${y + 0.5} m ${right - 7} ${y + 0.5} l S Q\n`;

  it('parts two digits where its ends are round or square', async () => {
    for (const cap of [1, 2]) expect(await read(dotted(cap))).toContain('a dot between two digits');
  });

  it('draws nothing where they are not', async () => {
    expect(await read(dotted(0))).toBe('17');
  });
});

describe('a number of which a clip leaves a part', () => {
  const clipped = (rectangle: string, right: number, y: number): string =>
    `q ${rectangle} re W n ${ending(right, y, '9137')}Q `;

  it('is no empty cell, whichever digit it leaves it of', async () => {
    const sliver = (right: number, y: number): string => clipped(`${right - 13.7} ${y - 2} 1.1 6`, right, y);
    expect(await read(sliver, {}, 'blank: missing\n')).toContain('a digit of which a clip leaves a part');
  });

  it('stops a value that is printed over it', async () => {
    const under = (right: number, y: number): string =>
      `${clipped(`${right - 20} ${y - 2} 18 4`, right, y)}${ending(right - 10, y, '1')}`;
    expect(await read(under)).toContain('a number of which a part is hidden');
  });

  it('stops a value beside digits in its colour that are not seen on their ground', async () => {
    const dark = (right: number, y: number): string =>
      `q 0 g ${right - 5.5} ${y - 3} 8 12 re f 1 g ${ending(right, y, '17')}Q `;
    expect(await read(dark)).toContain('a number of which a part is hidden');
  });
});
