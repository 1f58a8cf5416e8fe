import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDrawnHyphens } from '../../pipeline/extract/soft-hyphens.ts';
import { readTextFile } from '../../pipeline/extract/text-file.ts';

const read = (text: string): string => readTextFile(new TextEncoder().encode(text), 'x.txt').text;

describe('a soft hyphen', () => {
  it.each([
    ['\u00ad5', '-5'],
    ['\u00ad 5', '- 5'],
    ['all \u00ad5 \u00ad6', 'all -5 -6'],
    ['2001\u00ad2003', '2001-2003'],
    ['5\u00ad', '5-'],
    ['5\u00ad\n6', '5-\n6'],
    ['COVID\u00ad19', 'COVID-19'],
    ['7 \u00ad 8', '7 - 8'],
    ['\u00ad', '-'],
    ['\u00ad\u200b5', '-5'],
  ])('is a sign that is drawn beside a digit and by itself: %j', (text, drawn) => {
    expect(read(text)).toBe(drawn);
  });

  it.each([
    ['or\u00adchard', 'orchard'],
    ['or\u00ad\nchard', 'or\nchard'],
    ['\u00adNorth', 'North'],
    ['North\u00ad', 'North'],
  ])('prints nothing between letters: %j', (text, plain) => {
    expect(read(text)).toBe(plain);
  });

  it('is never lost before a number, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (before, number) => {
        expect(withDrawnHyphens(`${before}\u00ad${number}`).endsWith(`-${number}`)).toBe(true);
      }),
    );
  });
});
