import type { Instance } from '../../pipeline/identities/instance.ts';
import { evaluate, type SlotValue } from '../../pipeline/identities/verdict.ts';
import type { Choices } from './choices.ts';

/** The values of a document by slot, of which some may be changed. */
export interface Changeable {
  readonly values: readonly (SlotValue | undefined)[];
  readonly instances: readonly Instance[];
  /** The bounds of each slot that may be changed; the others stay. */
  readonly bounds: ReadonlyMap<number, { readonly minimum: number; readonly maximum: number }>;
}

/** How often each value is tried to be another, on average: after two rounds hardly one is left as it was. */
const ROUNDS = 2;
/** How many other values one change may ask for: a part, its total, the total's total, and the same in another table. */
const MOST_FOLLOWING = 12;

type Number_ = Extract<SlotValue, { kind: 'number' }>;

/**
 * Other values for a document, of the same decimals and about the same size, for which every identity holds that held
 * before, and exactly where it held exactly. A value is changed at random; each identity that this breaks is mended by another of its values, which may
 * break others, and so on; what cannot be mended is left as it was.
 */
export function otherValues(document: Changeable, choices: Choices): readonly (SlotValue | undefined)[] {
  const { instances, bounds } = document;
  const values = [...document.values];
  const touching = new Map<number, Instance[]>();
  const wasExact = new Set<Instance>();
  for (const instance of instances) {
    const verdict = evaluate(instance, values)?.verdict;
    if (verdict === 'broken') continue;
    if (verdict === 'holds') wasExact.add(instance);
    for (const slot of instance.slots) touching.set(slot, [...(touching.get(slot) ?? []), instance]);
  }
  const slots = [...bounds.keys()].filter((slot) => values[slot]?.kind === 'number');
  const isBroken = (instance: Instance): boolean => {
    const verdict = evaluate(instance, values)?.verdict;
    return verdict === 'broken' || (verdict === 'rounding' && wasExact.has(instance));
  };
  for (let round = ROUNDS * slots.length; round > 0; round -= 1) {
    const slot = slots[choices.below(slots.length)] ?? 0;
    const before = values[slot];
    if (before?.kind !== 'number') continue;
    const undone = new Map<number, SlotValue | undefined>();
    const set = (at: number, value: number): boolean => {
      const old = values[at];
      if (old?.kind !== 'number' || undone.has(at)) return false;
      const next = admitted(old, value, bounds.get(at));
      if (next === undefined) return false;
      undone.set(at, old);
      values[at] = next;
      return true;
    };
    const factor = 0.5 + choices.next();
    const isDone = set(slot, before.value === 0 ? choices.below(9) : before.value * factor);
    if (!isDone || !mended(values, undone, touching, isBroken, set, choices))
      for (const [at, old] of undone) values[at] = old;
  }
  return values;
}

/** The number nearest to a value that can stand in a slot; undefined where none of its sign and bounds can. */
function admitted(
  old: Number_,
  value: number,
  bounds: { readonly minimum: number; readonly maximum: number } | undefined,
): Number_ | undefined {
  if (bounds === undefined || !Number.isFinite(value)) return undefined;
  const rounded = Number(value.toFixed(old.decimals));
  // A number that becomes nothing would be printed by a sign, and a share of nothing says nothing.
  if (rounded === 0 || Math.sign(rounded) !== Math.sign(old.value || 1)) return undefined;
  if (rounded < bounds.minimum || rounded > bounds.maximum || Math.abs(rounded) >= 1e12) return undefined;
  return { ...old, value: rounded };
}

/** Mends what the changed values break, by values that have not been changed yet. */
function mended(
  values: readonly (SlotValue | undefined)[],
  changed: ReadonlyMap<number, SlotValue | undefined>,
  touching: ReadonlyMap<number, readonly Instance[]>,
  isBroken: (instance: Instance) => boolean,
  set: (slot: number, value: number) => boolean,
  choices: Choices,
): boolean {
  for (;;) {
    const open = [...changed.keys()].flatMap((slot) => touching.get(slot) ?? []);
    const broken = open.find(isBroken);
    if (broken === undefined) return true;
    if (changed.size > MOST_FOLLOWING) return false;
    const others = inOrder(broken, choices).filter((slot) => !changed.has(slot));
    if (!others.some((slot) => set(slot, solved(broken, slot, values)))) return false;
  }
}

/** The values of an identity in the order in which they are asked to give way: the total first. */
function inOrder({ left, slots }: Instance, choices: Choices): readonly number[] {
  const whole = left.kind === 'slot' ? [left.slot] : [];
  const parts = slots.filter((slot) => !whole.includes(slot));
  const first = choices.below(parts.length);
  return [...whole, ...parts.slice(first), ...parts.slice(0, first)];
}

/** The value of a slot with which the two sides of an identity are equal, or the value is at its bound. */
function solved(instance: Instance, slot: number, values: readonly (SlotValue | undefined)[]): number {
  const old = values[slot];
  if (old?.kind !== 'number') return Number.NaN;
  const differenceAt = (value: number): number => {
    const tried = [...values];
    tried[slot] = { ...old, value };
    return evaluate(instance, tried)?.difference ?? Number.NaN;
  };
  const step = Math.max(1, Math.abs(old.value) / 100);
  let value = old.value;
  // One step where the sides are linear in the value, a few where it divides.
  for (let turn = 0; turn < 4; turn += 1) {
    const difference = differenceAt(value);
    const slope = (differenceAt(value + step) - difference) / step;
    if (Math.abs(difference) < 1e-9 || !Number.isFinite(slope) || slope === 0) break;
    value -= difference / slope;
  }
  return value;
}
