import type { Check } from '../identities/verdict.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import { decimalsOf } from '../normalise/reading/number.ts';
import { type FittingValues, fittingValues } from './fitting-values.ts';
import { type Neighbours, speakAgainst } from './neighbours.ts';
import type { Scale } from './scales.ts';
import { SETTINGS } from './settings.ts';
import { smallEdits } from './small-edits.ts';

/** Broken identities that one wrong value explains, with the values that may be it. */
export interface Cause {
  readonly broken: readonly Check[];
  /**
   * Slots that could each alone be what is wrong, or the one with the suggestion; all slots of the broken identities
   * where none could.
   */
  readonly suspects: readonly number[];
  /** What the only suspect could be instead. */
  readonly fitting: FittingValues | undefined;
  /** The only small edit of any of them that satisfies all its identities, unless it may do so by chance; as text. */
  readonly suggestion: string | undefined;
}

/** What the causes are worked out from. */
export interface Evidence {
  readonly checks: readonly Check[];
  readonly values: readonly (SlotValue | undefined)[];
  /** The printed digits of each slot, `-?\d+(\.\d+)?`. */
  readonly printed: readonly (string | undefined)[];
  /** The values of the years beside a slot, where they may be heard. */
  readonly neighboursOf: (slot: number) => Neighbours | undefined;
  /** The units that one wrong word makes of that of a slot. */
  readonly scalesOf?: (slot: number) => readonly Scale[];
}

/**
 * Groups broken identities by cause, not by symptom: two belong together if a value that they share breaks
 * at least as many identities as it satisfies. The exchange rate of a year in which four of six conversions
 * hold is not why the other two are broken; a headcount whose three sums are all broken is.
 *
 * `reviewed` are groups that a person has found; they come first, and a new error takes no part in them.
 */
export function causesOf(evidence: Evidence, reviewed: readonly (readonly Check[])[] = []): readonly Cause[] {
  const { checks } = evidence;
  const covering = coverage(checks);
  const known = new Set(reviewed.flat());
  const others = checks.filter((check) => !known.has(check));
  const open = coverage(others);
  return [
    ...reviewed.map((group) => causeOf(group, covering, evidence)),
    ...groupsOf(others).map((group) => causeOf(group, open, evidence)),
  ];
}

/**
 * A slot is suspected only if some value of it satisfies every identity that it is in, so that it alone can be wrong,
 * and if the years beside it do not speak for what is printed. Where no slot is left by the first, several numbers
 * are wrong or the words are, and all are named.
 *
 *     120,3 dollars are not 17 491 tenge at 149,11. The rate is pinned by four other conversions; the tenge lie on
 *     the line from 16 047 to 19 066, and 17 938 would not; so the dollars are wrong, and 117,3 is meant.
 */
function causeOf(
  broken: readonly Check[],
  covering: ReadonlyMap<number, readonly Check[]>,
  evidence: Evidence,
): Cause {
  const { values, printed, neighboursOf } = evidence;
  const slots = [...new Set(broken.flatMap(({ instance }) => instance.slots))];
  const able = slots.flatMap((slot) => fittingValues(slot, broken, covering.get(slot) ?? [], values) ?? []);
  const isLikely = (slot: number, changed: number): boolean => {
    const beside = neighboursOf(slot);
    const value = values[slot];
    return !(beside && value?.kind === 'number' && speakAgainst(beside, value.value, changed));
  };
  const likely = able.filter(({ slot, nearest }) => isLikely(slot, nearest));
  const edits = likely.flatMap((fitting) =>
    editsOf(fitting.slot, broken, covering, evidence).map((text) => ({ fitting, ...text })),
  );
  const [edit] = edits.length === 1 ? edits : [];
  const isTold =
    edit !== undefined &&
    isLikely(edit.fitting.slot, edit.value) &&
    (edit.isOfUnit || !isByChance(edit.fitting, edit.value, printed[edit.fitting.slot] ?? ''));
  const suspects = isTold ? [edit.fitting] : likely.length > 0 ? likely : able;
  return {
    broken,
    suspects: suspects.length === 0 ? slots : suspects.map(({ slot }) => slot),
    fitting: suspects.length === 1 ? suspects[0] : undefined,
    suggestion: isTold ? edit.text : undefined,
  };
}

/**
 * Whether so many values fit that some small edit was to be expected among them: edits of 21 238 stand a hundred apart
 * where 21 538 is, and nineteen of a hundred values give some other number of dollars, so that this one does says
 * nothing. Where the identities fix a value but for its last digit, nothing is left to chance.
 */
function isByChance({ low, high, decimals }: FittingValues, edit: number, digits: string): boolean {
  const width = high - low;
  if (width <= SETTINGS.fixed.value * 10 ** -decimals) return false;
  const away = smallEdits(digits).map((other) => Number(other) - edit);
  const above = Math.min(...away.filter((distance) => distance > 0));
  const below = Math.min(...away.flatMap((distance) => (distance < 0 ? [-distance] : [])));
  return width / ((above + below) / 2) > SETTINGS.mostByChance.value;
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

/** An edit as it would be printed, and the value that it gives in the unit that is printed. */
interface Edit {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
  readonly isOfUnit: boolean;
}

/** Every small edit of printed digits, and of the multiple in their unit: a billion for a trillion. */
function smallEditsOf(digits: string, scales: readonly Scale[]): readonly Edit[] {
  const ofDigits = smallEdits(digits).map((text) => {
    return { text, value: Number(text), decimals: decimalsOf(text), isOfUnit: false };
  });
  const ofUnit = scales.map(({ unit, factor }) => ({
    text: `${digits} ${unit}`,
    value: Number(digits) * factor,
    decimals: decimalsOf(digits) - Math.round(Math.log10(factor)),
    isOfUnit: true,
  }));
  return [...ofDigits, ...ofUnit];
}

/** Tries every small edit of a value; all identities of the value and of the group must then agree. */
function editsOf(
  slot: number,
  group: readonly Check[],
  covering: ReadonlyMap<number, readonly Check[]>,
  { values, printed, scalesOf }: Evidence,
): readonly Edit[] {
  const digits = printed[slot];
  const known = values[slot];
  if (digits === undefined) return [];
  // Those of the group first: hardly an edit satisfies them.
  const own = [...new Set([...group, ...(covering.get(slot) ?? [])])];
  const exactness = known?.kind === 'number' && known.exact ? { exact: true } : {};
  const tried = [...values];
  return smallEditsOf(digits, scalesOf?.(slot) ?? []).filter(({ value, decimals }) => {
    tried[slot] = { kind: 'number', value, decimals, ...exactness };
    return own.every(({ instance }) => (evaluate(instance, tried)?.verdict ?? 'holds') !== 'broken');
  });
}
