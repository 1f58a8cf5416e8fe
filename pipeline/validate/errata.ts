import type { BoundExpression, Instance } from '../identities/instance.ts';
import type { Check } from '../identities/verdict.ts';
import type { NormalisedDocument } from '../normalise/document.ts';
import type { Review } from '../template/corrections.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Slot } from '../template/plan.ts';
import { type Cause, causesOf } from './causes.ts';
import { type CellIds, cellIdsOf, cellsOf, plainNumber } from './check-results.ts';
import type { Erratum } from './erratum.ts';
import { footnoteErrata } from './footnotes.ts';
import { homeNumber, homeOf, isStated, shownOf, speakingOf } from './home-side.ts';
import { neighbourFinder } from './neighbours.ts';
import { headerErrata, observedErrata } from './observed-errata.ts';
import type { ReviewedContradiction } from './reviews.ts';
import { scalesIn } from './scales.ts';
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

/** The greatest relative error of some checks; years are no quantities, and have none. */
function greatestError(broken: readonly Check[]): number {
  return Math.max(...broken.map(({ outcome }) => relativeErrorOf(outcome) ?? 0));
}

/** What is said of a contradiction that nobody has looked at yet. */
function unreviewedSentence({ instance, outcome }: Check): string {
  const [left, right] = [plainNumber(outcome.left), plainNumber(outcome.right)];
  return `${instance.identity.because} By the printed numbers the left side of the formula is ${left} and the right side ${right}.`;
}
