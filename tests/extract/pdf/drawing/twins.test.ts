import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Glyph, PLAIN_FONT } from '../../../../pipeline/extract/pdf/drawing/ink.ts';
import { withoutTwins } from '../../../../pipeline/extract/pdf/drawing/twins.ts';

const PAGE = { width: 600, height: 60_000 };

const glyphAt = (x: number, y: number, text = '5'): Glyph => ({
  text,
  x,
  y,
  width: 5,
  size: 10,
  reach: undefined,
  font: PLAIN_FONT,
  colour: '#000000',
  blank: false,
  object: 0,
  mark: -1,
  hidden: undefined,
  remark: undefined,
});

describe('letters that are drawn twice', () => {
  it.each([0, 5_000, 30_000, 59_990, 90_000, -700])('are one, however far down a page: at %i', (y) => {
    const letters = [glyphAt(20, y), glyphAt(20.4, y), glyphAt(40, y), glyphAt(20, y + 40)];
    expect(withoutTwins(letters, PAGE)).toEqual([letters[0], letters[2], letters[3]]);
  });

  it('are never letters that stand apart, as far as any page reaches', () => {
    const far = fc.integer({ min: -20, max: 20 });
    const apart = fc.uniqueArray(fc.tuple(far, far), { selector: String, maxLength: 40 });
    fc.assert(
      fc.property(apart, fc.constantFrom(12, 6144, 6150, 1e5), (places, step) => {
        const letters = places.map(([x, y]) => glyphAt(x * step, y * step));
        expect(withoutTwins(letters, PAGE)).toEqual(letters);
      }),
    );
  });

  it('are looked for in any place that a file may name', () => {
    const places = [Infinity, -Infinity, Number.NaN, 1e300, -1e300, Number.MAX_SAFE_INTEGER];
    const letters = places.flatMap((at) => [glyphAt(at, 10), glyphAt(10, at, '6')]);
    expect(withoutTwins(letters, PAGE)).toHaveLength(letters.length);
  });

  it('are looked for among few others, on a page that is as long as a whole report', () => {
    let asked = 0;
    const letters = Array.from({ length: 4_000 }, (_, index) => {
      const glyph = glyphAt(20, index * 14);
      return Object.defineProperty(glyph, 'text', {
        enumerable: true,
        get: () => {
          asked += 1;
          return '5';
        },
      });
    });
    withoutTwins(letters, PAGE);
    expect(asked).toBeLessThan(20 * letters.length);
  });
});
