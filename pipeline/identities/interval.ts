/**
 * A quantity that is known to its printed precision only: `6,5` stands for everything from 6.45 to 6.55, and
 * `printed` is what arithmetic on the printed digits gives.
 */
export interface Interval {
  readonly printed: number;
  readonly low: number;
  readonly high: number;
}

/** Half of the last digit of a number of so many decimals: 0.5, 0.05 and so on. */
const HALVES: readonly number[] = Array.from({ length: 16 }, (_, decimals) => 0.5 * 10 ** -decimals);

/** Half of the last digit of a number of so many decimals. */
export function halfDigit(decimals: number): number {
  return HALVES[decimals] ?? 0.5 * 10 ** -decimals;
}

/** A printed value with its decimals: it stands for half its last digit to either side. */
export function printedInterval(value: number, decimals: number): Interval {
  const half = halfDigit(decimals);
  return { printed: value, low: value - half, high: value + half };
}

/** A quantity that is known exactly: a constant, or a nil. */
export function exactInterval(value: number): Interval {
  return { printed: value, low: value, high: value };
}

/** Sum of two quantities. */
export function add(a: Interval, b: Interval): Interval {
  return { printed: a.printed + b.printed, low: a.low + b.low, high: a.high + b.high };
}

/** Difference of two quantities. */
export function subtract(a: Interval, b: Interval): Interval {
  return { printed: a.printed - b.printed, low: a.low - b.high, high: a.high - b.low };
}

/** Product of two quantities, of any sign. */
export function multiply(a: Interval, b: Interval): Interval {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { printed: a.printed * b.printed, low: Math.min(...corners), high: Math.max(...corners) };
}

/** Quotient of two quantities; unbounded where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval {
  const printed = a.printed / b.printed;
  if (b.low <= 0 && b.high >= 0)
    return { printed, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return { printed, low: Math.min(...corners), high: Math.max(...corners) };
}

/** The greatest or least of several quantities. */
export function extreme(intervals: readonly Interval[], which: 'greatest' | 'least'): Interval {
  const choose = which === 'greatest' ? Math.max : Math.min;
  return {
    printed: choose(...intervals.map(({ printed }) => printed)),
    low: choose(...intervals.map(({ low }) => low)),
    high: choose(...intervals.map(({ high }) => high)),
  };
}
