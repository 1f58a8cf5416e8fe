import type { BoundExpression, Instance } from '../identities/instance.ts';
import type { Check } from '../identities/verdict.ts';
import { plainNumber } from './check-results.ts';
import type { FittingValues } from './fitting-values.ts';
import { SETTINGS } from './settings.ts';

/** A printed number that is, times a factor, one side of an identity, and what the other side makes of it. */
interface HomeSide {
  readonly slot: number;
  readonly factor: number;
  readonly implied: number;
}

/** A limit that the text states: "more than 300". */
export function isStated(relation: Instance['relation']): boolean {
  return relation === '<' || relation === '>';
}

/** The value that an identity speaks of: a stated limit is what the words around it claim. */
export function homeOf({ relation, left, right }: Instance): number | undefined {
  return leadingSlot(isStated(relation) ? right : left) ?? leadingSlot(left);
}

/** The first printed value of a side, which tells where an identity is at home. */
function leadingSlot(side: BoundExpression): number | undefined {
  if (side.kind === 'slot') return side.slot;
  if (side.kind === 'binary') return leadingSlot(side.left) ?? leadingSlot(side.right);
  return side.kind === 'number' ? undefined : side.slots[0];
}

/**
 * The broken checks that speak of one printed number; the first, whose sides are shown, where none does.
 *
 *     84 120 is not the sum 85 761 by 1.9 %; that a share beside it is wrong by 41 % says nothing of these two.
 */
export function speakingOf(slot: number | undefined, broken: readonly Check[]): readonly Check[] {
  const own = broken.filter((check) => slot !== undefined && sideOf(check)?.slot === slot);
  return own.length > 0 ? own : broken.slice(0, 1);
}

/**
 * The printed number that the others speak against, and what they imply for it: as a number and as it is published. Against
 * a limit that words state speaks the number found farthest beyond it, not another limit that nothing prints.
 *
 *     "more than 300 every year", and 279, 287 and 267 are printed: 267.
 */
export function homeNumber(
  broken: readonly Check[],
  fitting: FittingValues | undefined,
  suggestion: string | undefined,
  digits: readonly (string | undefined)[],
): { readonly slot: number; readonly implied: number; readonly text: string | null } | undefined {
  const [first] = broken;
  const home = first && sideOf(first);
  const isLimit = first !== undefined && isStated(first.instance.relation);
  if (fitting !== undefined && !(isLimit && fitting.slot === home?.slot))
    return { slot: fitting.slot, implied: fitting.nearest, text: suggestion ?? impliedBy(fitting) };
  if (home === undefined || first === undefined) return undefined;
  if (!isLimit) return { ...home, text: isOneNumber(first, home, digits) ? plainNumber(home.implied) : null };
  const side = sideOf(shownOf(broken)) ?? home;
  return { ...side, text: plainNumber(side.implied) };
}

/**
 * The check whose formula and sides are shown: the first; of a limit that words state, that of the number farthest
 * beyond it, which is what is said to be implied.
 */
export function shownOf(broken: readonly Check[]): Check {
  const [first] = broken;
  if (first === undefined) throw new Error('a cause without a broken identity');
  const home = isStated(first.instance.relation) ? sideOf(first) : undefined;
  return home === undefined ? first : farthestOf(speakingOf(home.slot, broken));
}

/**
 * Whether the other numbers imply one number for what is printed: not where their rounding leaves several, and the
 * printed one is hardly farther from them than they from each other.
 *
 *     3 153.6 and 1 027.5 are from 4 181.0 to 4 181.2, and 4 181.3 is printed: any of the three may be meant.
 */
function isOneNumber(
  { outcome }: Check,
  { slot, factor }: HomeSide,
  digits: readonly (string | undefined)[],
): boolean {
  const decimals = digits[slot]?.split('.')[1]?.length ?? 0;
  const ofOthers = outcome.tolerance - (Math.abs(factor) * 10 ** -decimals) / 2;
  return ofOthers < SETTINGS.impliedSlack.value * Math.abs(outcome.difference);
}

/** The check whose sides lie farthest apart. */
function farthestOf(checks: readonly Check[]): Check {
  const apart = ({ outcome }: Check): number => Math.abs(outcome.difference);
  return checks.reduce((farthest, check) => (apart(check) > apart(farthest) ? check : farthest));
}

/**
 * The side of an identity that is a printed number, and what the other side makes of it; none where both are computed.
 * A stated limit is looked for first where the words state it.
 *
 *     sum(parts) > 1000 * claim: 19,6 is printed, 19.587 is implied.
 */
function sideOf({ instance, outcome }: Check): HomeSide | undefined {
  const { left, right, relation } = instance;
  const sides = [
    { side: left, other: outcome.right },
    { side: right, other: outcome.left },
  ];
  const ordered = isStated(relation) ? sides.reverse() : sides;
  return ordered.flatMap(({ side, other }) => {
    const printed = multipleOf(side);
    return printed === undefined ? [] : [{ ...printed, implied: other / printed.factor }];
  })[0];
}

/** A printed number, or its multiple by a constant. */
function multipleOf(side: BoundExpression): { readonly slot: number; readonly factor: number } | undefined {
  if (side.kind === 'slot') return { slot: side.slot, factor: 1 };
  if (side.kind !== 'binary' || side.operator !== '*') return undefined;
  const [constant, slot] = side.left.kind === 'number' ? [side.left, side.right] : [side.right, side.left];
  return constant.kind === 'number' && slot.kind === 'slot' && constant.value !== 0
    ? { slot: slot.slot, factor: constant.value }
    : undefined;
}

/** What the identities of a value ask it to be, at its printed decimals: a number, or a bound where only one is known. */
function impliedBy({ low, high, nearest, decimals }: FittingValues): string {
  if (!Number.isFinite(low) && Number.isFinite(high)) return `≤ ${high.toFixed(decimals)}`;
  if (Number.isFinite(low) && !Number.isFinite(high)) return `≥ ${low.toFixed(decimals)}`;
  return nearest.toFixed(decimals);
}
