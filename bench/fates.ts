import type { Instance } from '../pipeline/identities/instance.ts';
import { evaluate, evaluateAll, type SlotValue } from '../pipeline/identities/verdict.ts';
import type { DocumentDescription } from '../pipeline/template/document.ts';
import { warningsOf } from '../pipeline/validate/plausibility.ts';

/**
 * What became of a change: the build stops, an identity is newly broken, the changed value is doubted, only another value
 * is (`misled`: a false alarm), or nothing.
 */
export type Fate = 'stopped' | 'broken' | 'warned' | 'misled' | 'slipped';

/** A change of a source: of which kind, in which table, and what becomes of it. */
export interface Change {
  readonly kind: string;
  readonly table: string;
  readonly fate: () => Fate;
}

/** Judges values that were read of a changed source against the true ones. */
export function judgeOf(
  document: DocumentDescription,
  trueValues: readonly (SlotValue | undefined)[],
): (values: readonly (SlotValue | undefined)[]) => Fate {
  const { instances } = document;
  const brokenAtFirst = new Set(
    evaluateAll(instances, trueValues).flatMap(({ instance, outcome }) =>
      outcome.verdict === 'broken' ? [instance] : [],
    ),
  );
  const warnedAtFirst = new Set(warningsOf(document, trueValues).map(({ id }) => id));
  const reaching = new Map<number, Instance[]>();
  for (const instance of instances) {
    for (const slot of instance.slots) reaching.set(slot, [...(reaching.get(slot) ?? []), instance]);
  }
  return (values) => {
    const differing = values.flatMap((value, slot) => (sameValue(value, trueValues[slot]) ? [] : [slot]));
    for (const instance of new Set(differing.flatMap((slot) => reaching.get(slot) ?? []))) {
      if (!brokenAtFirst.has(instance) && evaluate(instance, values)?.verdict === 'broken') return 'broken';
    }
    if (differing.length === 0) return 'slipped';
    const warned = warningsOf(document, values).filter(({ id }) => !warnedAtFirst.has(id));
    const changed = new Set(differing);
    if (warned.some(({ slot }) => changed.has(slot.index))) return 'warned';
    return warned.length > 0 ? 'misled' : 'slipped';
  };
}

function sameValue(a: SlotValue | undefined, b: SlotValue | undefined): boolean {
  return (
    a?.kind === b?.kind &&
    (a?.kind !== 'number' || (b?.kind === 'number' && a.value === b.value && a.decimals === b.decimals))
  );
}
