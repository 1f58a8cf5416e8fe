import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../../pipeline/extract/pdf/glyphs/font-glyph.ts';

describe('the characters that a glyph stands for', () => {
  it.each([
    [' ,', ','],
    ['\u200b,', ','],
    [',\u2060', ','],
    ['\u6600\u6900', 'fi'],
    ['\u200b', '\u200b'],
    ['  ', '  '],
    ['\u200b ', '\u200b '],
  ])('are those that draw something: %j', (unicode, name) => {
    expect(nameOf({ unicode, width: 250, isSpace: false })).toBe(name);
  });
});
