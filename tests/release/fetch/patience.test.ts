import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff, isPassing, type Patience, retryAfter } from '../../../release/fetch/patience.ts';

const patience: Patience = { attempts: 9, first: 1000, longest: 8000, longestAskedFor: 60_000 };
const now = new Date('1994-11-06T08:49:07Z');

describe('a pause', () => {
  it('is drawn from nought to a bound that doubles up to the longest', () => {
    const almost = () => 1 - Number.EPSILON;
    const bounds = [0, 1, 2, 3, 4, 60].map((attempt) => backoff(attempt, patience, almost));
    expect(bounds).toEqual([999, 1999, 3999, 7999, 7999, 7999]);
    expect(backoff(5, patience, () => 0)).toBe(0);
  });

  it('is a whole number of milliseconds in these bounds, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, chance) => {
          const pause = backoff(attempt, patience, () => chance);
          return Number.isInteger(pause) && pause >= 0 && pause <= patience.longest;
        },
      ),
    );
  });
});

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    [' 0 ', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 30_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 30_000],
    ['Sun Nov  6 08:49:37 1994', 30_000],
    ['Sun, 06 Nov 1994 08:49:00 GMT', 0],
  ])('"%s" asks for %i ms', (header, milliseconds) => {
    expect(retryAfter(header, now)).toBe(milliseconds);
  });

  it.each([
    [undefined],
    [''],
    ['soon'],
    ['-5'],
    ['1.5'],
    ['1e3'],
    ['Sunday'],
    ['Sun, 99 Nov 1994 08:49:37 GMT'],
  ])('%j asks for nothing', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });
});

describe('a status passes', () => {
  it('when the server is busy or broken, and not when it says no', () => {
    expect([429, 500, 502, 503, 504, 599].filter(isPassing)).toEqual([429, 500, 502, 503, 504, 599]);
    expect([200, 304, 400, 401, 403, 404, 410, 451, 501, 505].filter(isPassing)).toEqual([]);
  });
});
