import type { Instance } from './instance.ts';
import { type CheckOutcome, evaluate, type SlotValue } from './verdict.ts';

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
