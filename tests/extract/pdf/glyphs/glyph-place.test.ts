import { describe, expect, it } from 'vitest';
import { isOfItsSize, standingOf } from '../../../../pipeline/extract/pdf/glyphs/glyph-place.ts';

/** A box of ink, in em, from its left to its right, and from its feet to its head. */
const box = (left: number, right: number, feet: number, head: number) => ({
  left,
  right,
  top: feet,
  bottom: head,
});

describe('where a digit stands', () => {
  it('is its line where it is drawn as most are, those of old style too', () => {
    for (const [feet, head] of [
      [0, 0.7],
      [-0.22, 0.47],
      [0, 0.45],
    ] as const)
      expect(standingOf(box(0.05, 0.5, feet, head), 0.56, false)).toBeUndefined();
  });

  it('is higher or lower where its font draws it so', () => {
    expect(standingOf(box(0.02, 0.3, 0.3, 0.72), 0.35, false)).toMatchObject({ rise: 0.3, ahead: 0 });
    expect(standingOf(box(0.02, 0.3, -0.15, 0.27), 0.35, false)).toMatchObject({ rise: -0.15 });
    expect(standingOf(box(0.02, 0.3, 30, 72), 0.35, true)).toMatchObject({ rise: 30 });
  });

  it('is where its ink is, not where its advance says', () => {
    expect(standingOf(box(1.2, 1.6, 0, 0.7), 0.56, false)).toMatchObject({ ahead: 1.2, rise: 0, scale: 1 });
    expect(standingOf(box(0.05, 0.5, 0, 0.7), 0, false)).toMatchObject({ ahead: 0.05 });
  });

  it('is not told by an advance that is none in a font that turns its glyphs itself', () => {
    expect(standingOf(box(0.05, 0.5, 0, 0.7), 0, true)).toBeUndefined();
  });
});

describe('the size of what belongs to numbers', () => {
  it.each([
    ['3', box(0, 0.5, 0, 0.7), true],
    ['3', box(0, 1.2, 0, 0.7), false],
    ['3', box(0, 0.1, 0, 0.1), false],
    ['3', box(0, 1.5, 0, 2.1), false],
    ['\u0660', box(0.2, 0.34, 0.25, 0.4), true],
    ['\u0663', box(0.2, 0.34, 0.25, 0.4), false],
    ['.', box(0.1, 0.2, 0, 0.1), true],
    ['.', box(0.1, 0.2, -0.15, 0.1), false],
    ['.', box(0, 0.5, 0, 0.7), false],
    [',', box(0.1, 0.2, -0.15, 0.1), true],
    [',', box(0.1, 0.2, 0, 0.1), false],
    [',', box(0.2, 0.48, 0, 0.34), true],
    ['-', box(0, 0.3, 0.2, 0.3), true],
  ])('can be that of "%s"', (character, ink, can) => {
    expect(isOfItsSize(character, ink, false)).toBe(can);
  });

  it('is not known of a font that scales its glyphs, but for how wide they are', () => {
    expect(isOfItsSize('3', box(0, 50, 0, 70), true)).toBe(true);
    expect(isOfItsSize('3', box(0, 120, 0, 70), true)).toBe(false);
  });
});
