import type { BoundExpression, Instance } from '../identities/instance.ts';
import type { Check } from '../identities/verdict.ts';
import type { NormalisedDocument } from '../normalise/document.ts';
import type { Review } from '../template/corrections.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Slot } from '../template/plan.ts';
import { type Cause, causesOf } from './causes.ts';
import { type CellIds, cellIdsOf, cellsOf, plainNumber } from './check-results.ts';
import type { Erratum } from './erratum.ts';
import type { FittingValues } from './fitting-values.ts';
import { footnoteErrata } from './footnotes.ts';
import { neighbourFinder } from './neighbours.ts';
import { headerErrata, observedErrata } from './observed-errata.ts';
import type { ReviewedContradiction } from './reviews.ts';
import { scalesIn } from './scales.ts';
import { SETTINGS } from './settings.ts';
import { relativeErrorOf, type Turn, turnFinder } from './severity.ts';
import { wholesOf } from './wholes.ts';

/** Kinds of identity that hold exactly whatever method the source used; the others depend on a definition. */
const EXACT: ReadonlySet<string> = new Set(['sum', 'total', 'equality', 'difference', 'text']);
/** Kinds whose definition the running text itself gives, where it prints the number beside those that it is of. */
const TOLD: ReadonlySet<string> = new Set(['share', 'growth']);

/** What errata of broken identities are made from. */
interface Printed {
  readonly slots: readonly Slot[];
  /** The printed digits of each slot, `-?\d+(\.\d+)?`. */
  readonly digits: readonly (string | undefined)[];
  readonly cellIds: CellIds;
  readonly isCertain: (slot: number) => boolean;
  readonly turnOf: (slot: number, implied: number) => Turn | null;
}

/** A printed number that is, times a factor, one side of an identity, and what the other side makes of it. */
interface HomeSide {
  readonly slot: number;
  readonly factor: number;
  readonly implied: number;
}

/** All errata: one for each cause of broken identities, those that are `reviewed` first, for each declared misprint, for each stray footnote mark. */
export function errataOf(
  document: DocumentDescription,
  normalised: NormalisedDocument,
  checks: readonly Check[],
  values: Parameters<typeof causesOf>[0]['values'],
  reviewed: readonly ReviewedContradiction[],
): readonly Erratum[] {
  const { slots } = document.plan;
  const cellIds = cellIdsOf(normalised);
  const digits: (string | undefined)[] = [];
  for (const { values: own } of normalised.cells) {
    for (const { slot, content } of own) if (content.kind === 'number') digits[slot] = content.value;
  }
  // What was read by a notation that is not declared, or put into its column by one identity, proves no error.
  const uncertain = new Set(
    normalised.cells.flatMap(({ isNotationCertain, isColumnCertain, values: own }) =>
      isNotationCertain && isColumnCertain ? [] : own.map(({ slot }) => slot),
    ),
  );
  const isCertain = (slot: number): boolean => !uncertain.has(slot);
  const unitOfColumn = ({ table, column }: Slot): string | undefined =>
    document.schemas.get(table)?.fields.find(({ name }) => name === column)?.unit;
  const printed = {
    slots,
    digits,
    cellIds,
    isCertain,
    turnOf: turnFinder(slots, values, unitOfColumn, wholesOf(document)),
  };
  const neighboursOf = neighbourFinder(slots, values, checks);
  const scalesOf = scalesIn(document.codelists.get('unit'), slots);
  return [
    ...causesOf(
      { checks, values, printed: digits, neighboursOf, scalesOf },
      reviewed.map(({ broken }) => broken),
    ).map((cause) => {
      const review = reviewed.find(({ broken }) => broken === cause.broken)?.review;
      return ofCause(cause, review, printed);
    }),
    ...headerErrata(document, cellIds),
    ...observedErrata(document, normalised),
    ...footnoteErrata(normalised, document),
  ];
}

function ofCause(
  { broken, suspects, fitting, suggestion }: Cause,
  review: Review | undefined,
  { slots, digits, cellIds, isCertain, turnOf }: Printed,
): Erratum {
  const [first] = broken;
  if (first === undefined) throw new Error('a cause without a broken identity');
  const { instance } = first;
  const { identity } = instance;
  const where = slots[fitting?.slot ?? homeOf(instance) ?? -1];
  const shown = shownOf(broken);
  const { outcome } = shown;
  const home = homeNumber(broken, fitting, suggestion, digits);
  const isProven = broken.some(
    (check) => isExact(check.instance, slots) && check.instance.slots.every(isCertain),
  );
  return {
    id: instance.checkId,
    kind: identity.erratum ?? 'arithmetic',
    dataset: where?.table ?? null,
    paragraph: where?.paragraph ?? null,
    cells: cellsOf(suspects, cellIds),
    says: review?.says ?? { en: unreviewedSentence(first) },
    printed: (home && digits[home.slot]) ?? null,
    implied: home?.text ?? null,
    suggestion: suggestion ?? null,
    certainty: review?.certainty ?? (isProven ? 'proven' : 'likely'),
    printedCell: (home && cellIds[home.slot]) ?? null,
    checks: [shown, ...broken.filter((check) => check !== shown)].map((check) => check.instance.checkId),
    formula: identity.says,
    sides: { left: outcome.left, right: outcome.right, difference: outcome.difference },
    tolerance: outcome.tolerance,
    relativeError: identity.erratum === 'period' ? null : greatestError(speakingOf(home?.slot, broken)),
    greatestError: identity.erratum === 'period' ? null : greatestError(broken),
    turns: home === undefined ? null : turnOf(home.slot, home.implied),
  };
}

/**
 * Whether a broken identity proves an error, whatever the source counted and however: a sum, a repetition; a limit
 * that is stated in words of one number; a share or a growth of the running text by numbers that it prints there too. A
 * rate of exchange, an index or a ratio of annexes can rest on a method that is not told, and a list that is held
 * against a stated limit need not be complete.
 *
 *     "more than 19,6 thousand, among them 14 675, 4 440 and 472" make 19 587: a fourth kind may not be listed.
 */
function isExact({ identity, relation, left, right, slots: own }: Instance, slots: readonly Slot[]): boolean {
  if (EXACT.has(identity.kind)) return true;
  if (isStated(relation)) return !isOfList(left) && !isOfList(right);
  return TOLD.has(identity.kind) && own.every((slot) => (slots[slot]?.paragraph ?? null) !== null);
}

/** Whether an expression adds up the numbers of a list. */
function isOfList(side: BoundExpression): boolean {
  return side.kind === 'binary' ? isOfList(side.left) || isOfList(side.right) : side.kind === 'sum';
}

/** A limit that the text states: "more than 300". */
function isStated(relation: Instance['relation']): boolean {
  return relation === '<' || relation === '>';
}

/** The value that an identity speaks of: a stated limit is what the words around it claim. */
function homeOf({ relation, left, right }: Instance): number | undefined {
  return leadingSlot(isStated(relation) ? right : left) ?? leadingSlot(left);
}

/** The first printed value of a side, which tells where an identity is at home. */
function leadingSlot(side: BoundExpression): number | undefined {
  if (side.kind === 'slot') return side.slot;
  if (side.kind === 'binary') return leadingSlot(side.left) ?? leadingSlot(side.right);
  return side.kind === 'number' ? undefined : side.slots[0];
}

/** The greatest relative error of some checks; years are no quantities, and have none. */
function greatestError(broken: readonly Check[]): number {
  return Math.max(...broken.map(({ outcome }) => relativeErrorOf(outcome) ?? 0));
}

/**
 * The broken checks that speak of one printed number; the first, whose sides are shown, where none does.
 *
 *     84 120 is not the sum 85 761 by 1.9 %; that a share beside it is wrong by 41 % says nothing of these two.
 */
function speakingOf(slot: number | undefined, broken: readonly Check[]): readonly Check[] {
  const own = broken.filter((check) => slot !== undefined && sideOf(check)?.slot === slot);
  return own.length > 0 ? own : broken.slice(0, 1);
}

/**
 * The printed number that the others speak against, and what they imply for it: as a number and as it is published. Against
 * a limit that words state speaks the number found farthest beyond it, not another limit that nothing prints.
 *
 *     "more than 300 every year", and 279, 287 and 267 are printed: 267.
 */
function homeNumber(
  broken: readonly Check[],
  fitting: FittingValues | undefined,
  suggestion: string | undefined,
  digits: Printed['digits'],
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
function shownOf(broken: readonly Check[]): Check {
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
function isOneNumber({ outcome }: Check, { slot, factor }: HomeSide, digits: Printed['digits']): boolean {
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

/** What is said of a contradiction that nobody has looked at yet. */
function unreviewedSentence({ instance, outcome }: Check): string {
  const [left, right] = [plainNumber(outcome.left), plainNumber(outcome.right)];
  return `${instance.identity.because} By the printed numbers the left side of the formula is ${left} and the right side ${right}.`;
}

/** What the identities of a value ask it to be, at its printed decimals: a number, or a bound where only one is known. */
function impliedBy({ low, high, nearest, decimals }: FittingValues): string {
  if (!Number.isFinite(low) && Number.isFinite(high)) return `≤ ${high.toFixed(decimals)}`;
  if (Number.isFinite(low) && !Number.isFinite(high)) return `≥ ${low.toFixed(decimals)}`;
  return nearest.toFixed(decimals);
}
