/** A straight scale from values to places on the screen, with round values to mark on it. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/**
 * A scale over `low..high`, widened to round ends, that has about `count` round ticks.
 *
 *     scaleOf(0, 18.1, 200, 0, 4).ticks   // 0, 5, 10, 15, 20
 */
export function scaleOf(low: number, high: number, from: number, to: number, count: number): Scale {
  // A spread that is next to nothing has no step that a double could hold.
  const spread = Math.max(high - low || Math.abs(high) || 1, 1e-300);
  const step = roundStep(spread / count);
  const [first, last] = [
    Math.floor(low / step),
    Math.max(Math.ceil(high / step), Math.floor(low / step) + 1),
  ];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * step));
  return { ticks, at: linear(first * step, last * step, from, to) };
}

/** A scale that ends where its values end, with ticks at those of `values` that have room. */
export function scaleThrough(values: readonly number[], from: number, to: number, count: number): Scale {
  const sorted = [...new Set(values)].sort((left, right) => left - right);
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  const every = Math.max(1, Math.ceil(sorted.length / count));
  return { ticks: sorted.filter((_, at) => at % every === 0), at: linear(low, high, from, to) };
}

function linear(low: number, high: number, from: number, to: number): (value: number) => number {
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}

/** The nearest of 1, 2 and 5 times a power of ten that is not less. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Without what binary fractions add: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
