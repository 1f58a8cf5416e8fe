import type { Check } from '../identities/check.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import { decimalsOf } from '../normalise/number.ts';
import { smallEdits } from './small-edits.ts';

/** Broken identities that one wrong value explains, with the values that may be it. */
export interface Cause {
  readonly broken: readonly Check[];
  /** Slots that stand in most of the broken identities and in the fewest that hold; all slots of a single one. */
  readonly suspects: readonly number[];
  /** The one small edit that satisfies every identity of its value, if there is exactly one. */
  readonly edit: { readonly slot: number; readonly value: string } | undefined;
}

/** What the causes are worked out from. */
export interface Evidence {
  readonly checks: readonly Check[];
  readonly values: readonly (SlotValue | undefined)[];
  /** The printed digits of each slot, `-?\d+(\.\d+)?`. */
  readonly printed: readonly (string | undefined)[];
}

/**
 * Groups broken identities by cause, not by symptom: two belong together if a value that they share breaks
 * at least as many identities as it satisfies. The exchange rate of a year in which four of six conversions
 * hold is not why the other two are broken; a headcount whose three sums are all broken is.
 *
 * `reviewed` are groups that a person has found; they come first, and a new error takes no part in them.
 */
export function causesOf(
  { checks, values, printed }: Evidence,
  reviewed: readonly (readonly Check[])[] = [],
): readonly Cause[] {
  const covering = coverage(checks);
  const known = new Set(reviewed.flat());
  const open = coverage(checks.filter((check) => !known.has(check)));
  return [
    ...reviewed.map((group) => causeOf(group, covering, values, printed)),
    ...groupsOf(checks.filter((check) => !known.has(check))).map((group) =>
      causeOf(group, open, values, printed),
    ),
  ];
}

function causeOf(
  group: readonly Check[],
  covering: ReadonlyMap<number, readonly Check[]>,
  values: Evidence['values'],
  printed: Evidence['printed'],
): Cause {
  return {
    broken: group,
    suspects: suspectsOf(group, covering),
    edit: onlyEdit(group, covering, values, printed),
  };
}

function groupsOf(checks: readonly Check[]): readonly (readonly Check[])[] {
  const covering = coverage(checks);
  const broken = checks.filter(({ outcome }) => outcome.verdict === 'broken');
  const groups: Check[][] = [];
  const left = new Set(broken);
  const isBlamed = (slot: number): boolean => {
    const own = covering.get(slot) ?? [];
    const bad = own.filter(({ outcome }) => outcome.verdict === 'broken').length;
    return bad > 1 && bad * 2 >= own.length;
  };
  for (const start of broken) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const check of group) {
      for (const slot of check.instance.slots.filter(isBlamed)) {
        for (const other of covering.get(slot) ?? []) {
          if (isAlike(check, other) && left.delete(other)) group.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Errors of different kinds, wrong words and a wrong number, have causes of their own. */
function isAlike(a: Check, b: Check): boolean {
  return a.instance.identity.erratum === b.instance.identity.erratum;
}

function coverage(checks: readonly Check[]): ReadonlyMap<number, readonly Check[]> {
  const covering = new Map<number, Check[]>();
  for (const check of checks) {
    for (const slot of check.instance.slots) {
      const own = covering.get(slot) ?? [];
      own.push(check);
      covering.set(slot, own);
    }
  }
  return covering;
}

function suspectsOf(
  group: readonly Check[],
  covering: ReadonlyMap<number, readonly Check[]>,
): readonly number[] {
  const slots = [...new Set(group.flatMap(({ instance }) => instance.slots))];
  if (group.length === 1) return slots;
  const ranked = slots.map((slot) => ({
    slot,
    broken: group.filter(({ instance }) => instance.slots.includes(slot)).length,
    sound: (covering.get(slot) ?? []).filter(({ outcome }) => outcome.verdict !== 'broken').length,
  }));
  const most = Math.max(...ranked.map(({ broken }) => broken));
  const blamed = ranked.filter(({ broken }) => broken === most);
  const least = Math.min(...blamed.map(({ sound }) => sound));
  return blamed.filter(({ sound }) => sound === least).map(({ slot }) => slot);
}

/** Tries every small edit of every value concerned; all identities of the value and of the group must then agree. */
function onlyEdit(
  group: readonly Check[],
  covering: ReadonlyMap<number, readonly Check[]>,
  values: readonly (SlotValue | undefined)[],
  printed: readonly (string | undefined)[],
): Cause['edit'] {
  const trial = [...values];
  const found: { slot: number; value: string }[] = [];
  for (const slot of new Set(group.flatMap(({ instance }) => instance.slots))) {
    // Those of the group first: hardly an edit satisfies them.
    const own = [...new Set([...group, ...(covering.get(slot) ?? [])])];
    const digits = printed[slot];
    const known = values[slot];
    const exactness = known?.kind === 'number' && known.exact ? { exact: true } : {};
    if (digits === undefined || group.some(({ instance }) => !instance.slots.includes(slot))) continue;
    for (const value of smallEdits(digits)) {
      trial[slot] = { kind: 'number', value: Number(value), decimals: decimalsOf(value), ...exactness };
      if (own.every(({ instance }) => (evaluate(instance, trial)?.verdict ?? 'holds') !== 'broken')) {
        found.push({ slot, value });
        if (found.length > 1) return undefined;
      }
    }
    trial[slot] = values[slot];
  }
  return found[0];
}
