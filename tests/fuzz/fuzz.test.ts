import { describe, expect, test } from 'vitest';
import { UNITS } from './units.ts';

const RUNS = 150;

describe('damaged input is read, or refused by name:', () => {
  // `npm run fuzz -- 1000000` feeds the same units for as long as one likes.
  test.each([...UNITS])('$name', async (unit) => {
    const { crash, runs } = await unit.check(435, RUNS);
    expect(crash).toBeUndefined();
    expect(runs).toBe(RUNS);
  });
});
