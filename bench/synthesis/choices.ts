/** A source of choices that is the same for the same seed, on every machine. */
export interface Choices {
  /** A number from 0 to 1, 1 left out. */
  readonly next: () => number;
  /** A whole number from 0 up to `end`, which is left out. */
  readonly below: (end: number) => number;
  readonly chance: (share: number) => boolean;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
}

/**
 * Choices by the generator "mulberry32" (public domain): 32 bits of state, which is enough to draw a document.
 *
 *     const choices = choicesOf(7);
 *     choices.below(10);   // the same at each run
 */
export function choicesOf(seed: number): Choices {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (share) => next() < share,
    one: (of) => of[below(of.length)] ?? of[0],
  };
}
