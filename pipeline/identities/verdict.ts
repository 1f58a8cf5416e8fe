import type { BoundExpression, Instance } from './instance.ts';
import {
  add,
  divide,
  exactInterval,
  extreme,
  halfDigit,
  type Interval,
  multiply,
  printedInterval,
  subtract,
} from './interval.ts';

/**
 * What stands in a slot, for arithmetic: a number with its decimals; a nil, which is exactly 0; none, where there can be
 * no value, which adds nothing to a sum and bounds nothing; not known; or in no row that is printed, so that a sum goes
 * without it. A count is `exact`: no unrounded number hides behind it.
 */
export type SlotValue =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number; readonly exact?: boolean }
  | { readonly kind: 'nil' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'absent' };

/** The value of each slot by its index. */
type SlotValues = readonly (SlotValue | undefined)[];

/** `holds`: equal as printed. `rounding`: some unrounded values satisfy it. `broken`: none can. */
export type Verdict = 'holds' | 'rounding' | 'broken';

/** An evaluated identity. */
export interface CheckOutcome {
  readonly verdict: Verdict;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** How far the two sides may be apart before no unrounded values can satisfy the identity. */
  readonly tolerance: number;
}

/** Doubles carry 15 digits; the printed values have at most 12. */
const RELATIVE_ERROR = 1e-12;

/** Evaluates an identity on values, or nothing where a value is not known, or a bound has a side that can have none. */
export function evaluate(instance: Instance, values: SlotValues): CheckOutcome | undefined {
  const left = intervalOf(instance.left, values);
  const right = intervalOf(instance.right, values);
  if (left === undefined || right === undefined || !isBounded(left) || !isBounded(right)) return undefined;
  if (instance.relation === 'between') {
    const other = instance.high && intervalOf(instance.high, values);
    if (
      other === undefined ||
      [instance.left, instance.right, instance.high].some((side) => isNone(side, values))
    ) {
      return undefined;
    }
    return within(left, extreme([right, other], 'least'), extreme([right, other], 'greatest'));
  }
  if (instance.relation === '=') return equal(left, right);
  if (instance.relation === '<' || instance.relation === '>') return beyond(left, right, instance.relation);
  return instance.relation === '<='
    ? within(left, exactInterval(Number.NEGATIVE_INFINITY), right)
    : within(left, right, exactInterval(Number.POSITIVE_INFINITY));
}

/** A limit that the text states is meant as it is printed: 5 994 is not more than 6 thousand, nor 300 more than 300. */
function beyond(value: Interval, limit: Interval, relation: '<' | '>'): CheckOutcome {
  const slack = RELATIVE_ERROR * Math.max(1, Math.abs(limit.printed));
  const isBeyond = (side: number): boolean =>
    relation === '>' ? side > limit.printed + slack : side < limit.printed - slack;
  const verdict = isBeyond(value.printed)
    ? 'holds'
    : isBeyond(relation === '>' ? value.high : value.low)
      ? 'rounding'
      : 'broken';
  return {
    verdict,
    left: value.printed,
    right: limit.printed,
    difference: value.printed - limit.printed,
    tolerance: halfWidth(value),
  };
}

function equal(left: Interval, right: Interval): CheckOutcome {
  const slack = RELATIVE_ERROR * Math.max(1, Math.abs(left.printed), Math.abs(right.printed));
  const difference = left.printed - right.printed;
  const tolerance = halfWidth(left) + halfWidth(right);
  const apart = Math.max(left.low - right.high, right.low - left.high);
  const verdict =
    Math.abs(difference) <= halfWidth(left) + slack ? 'holds' : apart <= slack ? 'rounding' : 'broken';
  return { verdict, left: left.printed, right: right.printed, difference, tolerance };
}

function within(value: Interval, low: Interval, high: Interval): CheckOutcome {
  const slack = RELATIVE_ERROR * Math.max(1, Math.abs(value.printed));
  const below = low.printed - value.printed;
  const above = value.printed - high.printed;
  const nearest = below > above ? low : high;
  const verdict =
    below <= slack && above <= slack
      ? 'holds'
      : value.high >= low.low - slack && value.low <= high.high + slack
        ? 'rounding'
        : 'broken';
  return {
    verdict,
    left: value.printed,
    right: nearest.printed,
    difference: value.printed - nearest.printed,
    tolerance: halfWidth(value) + halfWidth(nearest),
  };
}

/** A quotient whose divisor may be nothing says nothing. */
function isBounded({ low, high }: Interval): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

function halfWidth({ low, high }: Interval): number {
  return low === high ? 0 : (high - low) / 2;
}

function isNone(expression: BoundExpression | undefined, values: SlotValues): boolean {
  return expression?.kind === 'slot' && values[expression.slot]?.kind === 'none';
}

function intervalOf(expression: BoundExpression, values: SlotValues): Interval | undefined {
  switch (expression.kind) {
    case 'number':
      return exactInterval(expression.value);
    case 'slot':
      return slotInterval(values[expression.slot]);
    case 'binary': {
      const left = intervalOf(expression.left, values);
      const right = intervalOf(expression.right, values);
      return left && right && ARITHMETIC[expression.operator](left, right);
    }
    default: {
      if (expression.kind === 'sum') return sumOf(expression.slots, values);
      const parts: Interval[] = [];
      for (const slot of expression.slots) {
        if (values[slot]?.kind === 'absent') continue;
        const part = slotInterval(values[slot]);
        if (part === undefined) return undefined;
        parts.push(part);
      }
      return parts.length === 0 ? undefined : extreme(parts, expression.kind);
    }
  }
}

/** The sum of what is printed in slots; nothing where a value is not known, or none is printed. */
function sumOf(slots: readonly number[], values: SlotValues): Interval | undefined {
  let isPrinted = false;
  let [printed, low, high] = [0, 0, 0];
  for (const slot of slots) {
    const value = values[slot];
    if (value === undefined || value.kind === 'unknown') return undefined;
    if (value.kind === 'absent') continue;
    isPrinted = true;
    if (value.kind !== 'number') continue;
    const half = value.exact ? 0 : halfDigit(value.decimals);
    printed += value.value;
    low += value.value - half;
    high += value.value + half;
  }
  return isPrinted ? { printed, low, high } : undefined;
}

const ARITHMETIC = { '+': add, '-': subtract, '*': multiply, '/': divide } as const;

function slotInterval(value: SlotValue | undefined): Interval | undefined {
  if (value === undefined || value.kind === 'unknown' || value.kind === 'absent') return undefined;
  if (value.kind === 'nil' || value.kind === 'none') return exactInterval(0);
  return value.exact ? exactInterval(value.value) : printedInterval(value.value, value.decimals);
}

/** An identity for one choice of its keys, with what came of it. */
export interface Check {
  readonly instance: Instance;
  readonly outcome: CheckOutcome;
}

/** Evaluates every identity; those with a value that is not printed say nothing and are left out. */
export function evaluateAll(
  instances: readonly Instance[],
  values: readonly (SlotValue | undefined)[],
): readonly Check[] {
  return instances.flatMap((instance) => {
    const outcome = evaluate(instance, values);
    return outcome === undefined ? [] : [{ instance, outcome }];
  });
}
