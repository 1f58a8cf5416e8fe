import { describe, expect, it } from 'vitest';
import { characterOf, type GlyphFacts } from '../../../../pipeline/extract/pdf/glyphs/characters.ts';
import { shapeOfDrawing, shapeOfOutline } from '../../../../pipeline/extract/pdf/glyphs/glyph-shape.ts';
import { OPS } from '../../../../pipeline/extract/pdf/pdfjs.ts';
import { UNKNOWN } from '../../../../pipeline/page/token.ts';

const glyph = (facts: Partial<GlyphFacts>): string =>
  characterOf({
    character: '2',
    code: 0x32,
    isNamed: true,
    name: undefined,
    picks: false,
    isOwn: true,
    isComposite: false,
    shape: undefined,
    ...facts,
  });

describe('a glyph that brings its drawing', () => {
  it.each([
    ' ',
    '\u00a0',
    '\u2009',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\0',
    '\u0001',
    '\u007f',
    '\ue012',
    '\ufffd',
    '',
  ])('is unknown where it is drawn and its character %j draws nothing', (character) => {
    expect(glyph({ character, shape: 'bar' })).toBe(UNKNOWN);
    expect(glyph({ character, shape: 'other' })).toBe(UNKNOWN);
  });

  it.each([
    ['\u00adз', 'з'],
    ['з\u00ad', 'з'],
    ['\u00ad5', '5'],
    ['\u00ad\u2010', '\u00ad'],
  ])(
    'is no soft hyphen that stood beside its letter, and one hyphen where it is its drawing: %j',
    (character, read) => {
      expect(glyph({ character, shape: 'other' })).toBe(read);
    },
  );

  it.each([
    [' ', ' '],
    ['\u00a0', '\u00a0'],
    ['\u0003', ''],
    ['\u200c', ''],
    ['\u00ad', ''],
  ])('is what it says where nothing is drawn: %j', (character, read) => {
    expect(glyph({ character, shape: 'none' })).toBe(read);
  });

  it('is unknown where it cannot look like its character', () => {
    for (const character of ['2', '0', '.', ',', 'a', 'И'])
      expect(glyph({ character, shape: 'bar' })).toBe(UNKNOWN);
    for (const character of ['-', '\u2212', '\u2013'])
      expect(glyph({ character, shape: 'tall' })).toBe(UNKNOWN);
  });

  it('is its character where it may look like that', () => {
    for (const character of ['-', '\u2212', '\u2014', '_', '一', 'ー'])
      expect(glyph({ character, shape: 'bar' })).toBe(character);
    for (const character of ['1', '8', 'l', 'п']) expect(glyph({ character, shape: 'tall' })).toBe(character);
    for (const character of ['.', 'm', 'Ж']) expect(glyph({ character, shape: 'other' })).toBe(character);
    expect(glyph({ character: '\u00ad', shape: 'bar' })).toBe('\u00ad');
  });
});

describe('a glyph that no table names', () => {
  const byCode = (name: string | undefined, facts: Partial<GlyphFacts> = {}): string =>
    glyph({ isNamed: false, name, shape: 'tall', ...facts });

  it('is unknown under a name that says nothing of its code', () => {
    for (const name of ['H11002', 'glyph7', 'G50x', 'foo', 'minus']) expect(byCode(name)).toBe(UNKNOWN);
    expect(byCode(undefined, { isComposite: true })).toBe(UNKNOWN);
  });

  it('is the character of its code under a name that is its code or its character', () => {
    for (const name of ['a50', 'G32', 'g0032', 'two', undefined]) expect(byCode(name)).toBe('2');
    expect(byCode('parenleft', { character: '(', code: 0x28 })).toBe('(');
    expect(byCode('hyphen', { character: '-', code: 0x2d, shape: 'bar' })).toBe('-');
  });

  it('is unknown where it cannot look like the character of its code', () => {
    expect(byCode('a50', { shape: 'bar' })).toBe(UNKNOWN);
  });
});

describe('a glyph that is drawn by its name', () => {
  const named = (name: string, character: string): string => glyph({ isOwn: false, name, character });

  it('is unknown where the name and the table of characters differ in a sign or a digit', () => {
    expect(named('hyphen', ' ')).toBe(UNKNOWN);
    expect(named('minus', '2')).toBe(UNKNOWN);
    expect(named('hyphen', 'x')).toBe(UNKNOWN);
    expect(named('two', '3')).toBe(UNKNOWN);
  });

  it('is its character where both agree, or where the name draws nothing', () => {
    expect(named('hyphen', '\u2212')).toBe('\u2212');
    expect(named('hyphen', '\u00ad')).toBe('\u00ad');
    expect(named('two', '2')).toBe('2');
    expect(named('space', '\u00a0')).toBe('\u00a0');
    expect(named('Aacute', 'Ә')).toBe('Ә');
  });
});

describe('a letter whose drawing its name picks', () => {
  const picked = (name: string, character: string, picks = true): string =>
    glyph({ name, character, picks, shape: 'tall' });

  it('is the capital that is drawn, where the table of characters knows the document by its small capitals', () => {
    expect(picked('H', 'h')).toBe('H');
    expect(picked('Eacute', 'é')).toBe('É');
    expect(picked('uni0416', 'ж')).toBe('Ж');
  });

  it('is the whole ligature, of which the table has one letter', () => {
    expect(picked('f_i', 'i')).toBe('fi');
    expect(picked('fl', 'l')).toBe('fl');
    expect(picked('T_h', 'h')).toBe('Th');
    expect(picked('f_f_i', 'f')).toBe('ffi');
  });

  it('is what the table says where the name is of another letter, or picks nothing', () => {
    expect(picked('H', 'h', false)).toBe('h');
    expect(picked('H', 'n')).toBe('n');
    expect(picked('E', 'é')).toBe('é');
    expect(picked('h', 'h')).toBe('h');
    expect(picked('h', 'H')).toBe('H');
    expect(picked('uni0416', 'ы')).toBe('ы');
    expect(picked('T_h', 'x')).toBe('x');
    expect(picked('germandbls', 'ß')).toBe('ß');
  });
});

describe('the shape of a glyph', () => {
  it('is told from its outline', () => {
    expect(shapeOfOutline('')).toBe('none');
    expect(shapeOfOutline('M0.39 0.528L0.39 0.528Z')).toBe('none');
    expect(shapeOfOutline('M0.06 0.29L0.52 0.29L0.52 0.36L0.06 0.36Z')).toBe('bar');
    expect(shapeOfOutline('M0.1 0L0.5 0L0.5 0.7Q0.3 7e-1 0.1 0.7Z')).toBe('tall');
    // A part that stays where it begins draws nothing.
    expect(shapeOfOutline('M0.046 0L0.046 0M0.284 0.312L0.046 0.312L0.046 0.24L0.284 0.24Z')).toBe('bar');
    expect(shapeOfOutline('M0.046 0L0.046 0Z')).toBe('none');
  });

  it('is told from what operators draw, wherever they move it', () => {
    const rectangle = [OPS.fill, [new Float32Array([0, 0, 0])], new Float32Array([0, 0, 1, 1])];
    const draw = (matrix: readonly number[]): string =>
      shapeOfDrawing([OPS.save, OPS.transform, OPS.constructPath, OPS.restore], [[], matrix, rectangle, []]);
    expect(draw([460, 0, 0, 70, 60, 290])).toBe('bar');
    expect(draw([400, 0, 0, 700, 0, 0])).toBe('tall');
    expect(shapeOfDrawing([OPS.setCharWidth], [[500, 0]])).toBe('none');
  });
});
