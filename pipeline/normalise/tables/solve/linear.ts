import type { BoundExpression, Instance } from '../../../identities/instance.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import type { Share } from './shares.ts';

/** An identity that says: these values, each added or taken away, come to nothing. */
interface Linear {
  /** What some slots add to it; undefined where one of their values is not known. */
  readonly shareOf: (
    slots: readonly number[],
    valueAt: (slot: number) => SlotValue | undefined,
  ) => Share | undefined;
}

/** An identity as a sum; undefined where it is something else, such as a product or a bound. */
export function linearOf({ relation, left, right }: Instance): Linear | undefined {
  if (relation !== '=') return undefined;
  const terms = new Map<number, { factor: number; width: number }>();
  const add = (slot: number, factor: number): void => {
    const own = terms.get(slot) ?? { factor: 0, width: 0 };
    // A value that stands on both sides cancels out; what it may be off does not.
    terms.set(slot, { factor: own.factor + factor, width: own.width + Math.abs(factor) });
  };
  let constant = 0;
  const walk = (expression: BoundExpression, factor: number): boolean => {
    switch (expression.kind) {
      case 'slot':
        add(expression.slot, factor);
        return true;
      case 'number':
        constant += factor * expression.value;
        return true;
      case 'sum':
        for (const slot of expression.slots) add(slot, factor);
        return true;
      case 'binary': {
        const { operator } = expression;
        if (operator !== '+' && operator !== '-') return false;
        return walk(expression.left, factor) && walk(expression.right, operator === '+' ? factor : -factor);
      }
      default:
        return false;
    }
  };
  // A constant would belong to no slot, and no sum of printed values has one.
  if (!walk(left, 1) || !walk(right, -1) || constant !== 0) return undefined;
  return {
    shareOf: (slots, valueAt) => {
      let [sum, half, size] = [0, 0, 0];
      for (const slot of slots) {
        const value = valueAt(slot);
        const term = terms.get(slot);
        if (value === undefined || value.kind === 'unknown') return undefined;
        if (term === undefined || value.kind !== 'number') continue;
        sum += term.factor * value.value;
        size += term.width * Math.abs(value.value);
        half += value.exact ? 0 : term.width * 0.5 * 10 ** -value.decimals;
      }
      return { sum, half, size };
    },
  };
}
