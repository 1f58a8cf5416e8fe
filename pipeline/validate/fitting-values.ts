import type { Instance } from '../identities/instance.ts';
import type { Check } from '../identities/verdict.ts';
import { type CheckOutcome, evaluate, type SlotValue } from '../identities/verdict.ts';

/** The values that one printed number could have so that nothing contradicts it, at its printed decimals. */
export interface FittingValues {
  readonly slot: number;
  readonly decimals: number;
  /** Ends of the range, both in it; infinite where nothing bounds it. A number without a sign stays one: from 0. */
  readonly low: number;
  readonly high: number;
  /** The value of the range at which the first broken identity comes out most exactly. */
  readonly nearest: number;
}

/** A range of real numbers, both ends in it. */
type Range = readonly [low: number, high: number];

/** Halvings that leave nothing between two numbers. */
const MOST_STEPS = 100;
/** Doubling a step this often leaves every number that is printed anywhere. */
const MOST_DOUBLINGS = 70;
/** Ends are found to this share of the last printed digit. */
const FINENESS = 1e-4;

/**
 * Looks for the values of one slot that leave none of its identities broken: of the broken ones, which it must all
 * be in, and of those that hold and pin it. The values of all other slots stay as they are printed.
 *
 * Returns nothing where no value can do it: then this number is not, or not alone, what is wrong.
 */
export function fittingValues(
  slot: number,
  broken: readonly Check[],
  covering: readonly Check[],
  values: readonly (SlotValue | undefined)[],
): FittingValues | undefined {
  const printed = values[slot];
  if (printed?.kind !== 'number' || broken.some(({ instance }) => !instance.slots.includes(slot)))
    return undefined;
  const { decimals } = printed;
  const grid = 10 ** -decimals;
  const tried = [...values];
  const at = (instance: Instance, value: number): CheckOutcome | undefined => {
    tried[slot] = { ...printed, value };
    return evaluate(instance, tried);
  };
  const floor = printed.value < 0 ? Number.NEGATIVE_INFINITY : 0;
  let range: Range = [floor, Number.POSITIVE_INFINITY];
  let root = printed.value;
  // The broken ones first: hardly a value satisfies them.
  const own = [...new Set([...broken, ...covering])].map(({ instance }) => instance);
  for (const instance of own) {
    const isSound = (value: number): boolean => !isBroken(at(instance, value));
    const zero = isSound(printed.value) ? printed.value : rootOf(instance, printed.value, grid, at);
    // A stated limit is broken where both sides are alike.
    const seed = [zero, zero + grid, zero - grid].find(isSound);
    if (seed === undefined) return undefined;
    if (instance === own[0]) root = zero;
    range = [
      Math.max(range[0], endOf(seed, -1, grid, isSound)),
      Math.min(range[1], endOf(seed, 1, grid, isSound)),
    ];
    // Sums are exact, and their ends are found to a share of a digit only.
    if (range[0] > range[1] + grid * FINENESS) return undefined;
  }
  // Ends are found a little inside or outside of a printed number; whether it fits is asked of the identities.
  const fits = (value: number): boolean => own.every((instance) => !isBroken(at(instance, value)));
  const [first, last] = [Math.floor(range[0] / grid), Math.ceil(range[1] / grid)];
  const low = [first, first + 1].map((count) => count * grid).find(fits);
  const high = [last, last - 1].map((count) => count * grid).find(fits);
  if (low === undefined || high === undefined || low > high) return undefined;
  const nearest = Math.round(Math.min(high, Math.max(low, root)) / grid) * grid;
  return { slot, decimals, low: low <= floor ? Number.NEGATIVE_INFINITY : low, high, nearest };
}

function isBroken(outcome: CheckOutcome | undefined): boolean {
  return outcome?.verdict === 'broken';
}

/**
 * The value nearest to a printed one at which both sides of an identity come out alike; not a number where there is
 * none. Both sides rise or fall with a value, so they cross between two tries of which the one lies above.
 */
function rootOf(
  instance: Instance,
  printed: number,
  grid: number,
  at: (instance: Instance, value: number) => CheckOutcome | undefined,
): number {
  const gap = (value: number): number => at(instance, value)?.difference ?? Number.NaN;
  const roots = [upwards(printed, grid), downwards(printed, grid)].flatMap((tries): number[] => {
    let last: Tried = { value: printed, gap: gap(printed) };
    for (const value of tries) {
      const next: Tried = { value, gap: gap(value) };
      if (last.gap * next.gap <= 0) return [crossing(last, next, gap)];
      last = next;
    }
    return [];
  });
  const distances = roots.map((root) => Math.abs(root - printed));
  return roots[distances.indexOf(Math.min(...distances))] ?? Number.NaN;
}

/** Values above a printed one, each further away. */
function* upwards(printed: number, grid: number): Generator<number> {
  for (let count = 0; count < MOST_DOUBLINGS; count += 1) yield printed + grid * 2 ** count;
}

/** Values below it: towards nought and not beyond, unless it is negative itself. */
function* downwards(printed: number, grid: number): Generator<number> {
  const half = printed <= 0 ? Number.NEGATIVE_INFINITY : printed / 2;
  for (let count = 0; count < MOST_DOUBLINGS && printed - grid * 2 ** count > half; count += 1)
    yield printed - grid * 2 ** count;
  for (let value = half; value > grid / 8; value /= 2) yield value;
}

/** A value with how far both sides of an identity come out apart at it. */
interface Tried {
  readonly value: number;
  readonly gap: number;
}

function crossing(a: Tried, b: Tried, gap: (value: number) => number): number {
  let [left, right] = [a, b];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = (left.value + right.value) / 2;
    const middle: Tried = { value, gap: gap(value) };
    const isLast = value === left.value || value === right.value;
    if (left.gap * middle.gap <= 0) right = middle;
    else left = middle;
    // Nothing is left between the two.
    if (isLast) break;
  }
  return Math.abs(left.gap) < Math.abs(right.gap) ? left.value : right.value;
}

/** The last value in a direction that is sound, from one that is. */
function endOf(seed: number, direction: 1 | -1, grid: number, isSound: (value: number) => boolean): number {
  let sound = seed;
  let step = grid;
  for (let count = 0; isSound(sound + direction * step); count += 1) {
    if (count === MOST_DOUBLINGS) return direction * Number.POSITIVE_INFINITY;
    sound += direction * step;
    step *= 2;
  }
  let unsound = sound + direction * step;
  while (Math.abs(unsound - sound) > grid * FINENESS) {
    const middle = (sound + unsound) / 2;
    if (middle === sound || middle === unsound) break;
    if (isSound(middle)) sound = middle;
    else unsound = middle;
  }
  return sound;
}
