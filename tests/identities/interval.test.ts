import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  divide,
  exactInterval,
  extreme,
  type Interval,
  multiply,
  printedInterval,
  subtract,
} from '../../pipeline/identities/interval.ts';

describe('a printed value stands for half its last digit to either side', () => {
  it.each([
    [6.5, 1, 6.45, 6.55],
    [-12162, 0, -12162.5, -12161.5],
    [12.5, 2, 12.495, 12.505],
  ])('%d with %d decimals', (value, decimals, low, high) => {
    const interval = printedInterval(value, decimals);
    expect(interval.printed).toBe(value);
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
  });

  it('and an exact one for itself', () => {
    expect(exactInterval(7)).toEqual({ printed: 7, low: 7, high: 7 });
  });
});

const value = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, decimals]) => printedInterval(digits / 10 ** decimals, decimals));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const within = ({ low, high }: Interval, at: number): number => low + at * (high - low);

describe('arithmetic on intervals holds whatever the unrounded values are', () => {
  it.each([
    ['sum', add, (a: number, b: number) => a + b],
    ['difference', subtract, (a: number, b: number) => a - b],
    ['product', multiply, (a: number, b: number) => a * b],
    ['quotient', divide, (a: number, b: number) => a / b],
  ])('%s', (_, combine, exact) => {
    fc.assert(
      fc.property(value, value, share, share, (a, b, atA, atB) => {
        const [x, y] = [within(a, atA), within(b, atB)];
        fc.pre(Number.isFinite(exact(x, y)));
        const { low, high } = combine(a, b);
        const slack = 1e-9 * Math.max(1, Math.abs(exact(x, y)));
        expect(exact(x, y)).toBeGreaterThanOrEqual(low - slack);
        expect(exact(x, y)).toBeLessThanOrEqual(high + slack);
      }),
    );
  });

  it('and no wider than it must be', () => {
    const [a, b] = [printedInterval(-2, 0), printedInterval(3, 0)];
    expect(add(a, b)).toEqual({ printed: 1, low: 0, high: 2 });
    expect(subtract(a, b)).toEqual({ printed: -5, low: -6, high: -4 });
    expect(multiply(a, b)).toEqual({ printed: -6, low: -8.75, high: -3.75 });
    expect(divide(a, b)).toEqual({ printed: -2 / 3, low: -1, high: -1.5 / 3.5 });
  });

  it('and a quotient is unbounded where its divisor may be nothing', () => {
    expect(divide(exactInterval(1), printedInterval(0.4, 0))).toMatchObject({
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    });
  });
});

it('the greatest and the least of several are so at either end', () => {
  const values = [printedInterval(1, 0), printedInterval(1.4, 1), printedInterval(-3, 0)];
  expect(extreme(values, 'greatest')).toEqual({ printed: 1.4, low: 1.4 - 0.05, high: 1.5 });
  expect(extreme(values, 'least')).toEqual({ printed: -3, low: -3.5, high: -2.5 });
});

describe('a quotient', () => {
  const by = (low: number, high: number): Interval =>
    divide(exactInterval(6), { printed: (low + high) / 2, low, high });

  it('has no bounds where its divisor may be nothing, at the edge too', () => {
    for (const divided of [by(0, 2), by(-2, 0), by(-1, 1)])
      expect(divided).toMatchObject({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  });

  it('has bounds where it cannot, however small it is', () => {
    expect(by(0.5, 2)).toMatchObject({ low: 3, high: 12 });
    expect(by(-2, -0.5)).toMatchObject({ low: -12, high: -3 });
  });
});
