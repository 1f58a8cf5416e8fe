import type { Check } from '../identities/check.ts';
import type { BoundExpression, Instance } from '../identities/instance.ts';
import type { NormalisedDocument } from '../normalise/normalise.ts';
import { fault } from '../page/finding.ts';
import type { Review } from '../template/corrections.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Slot } from '../template/plan.ts';
import { type Cause, causesOf } from './causes.ts';
import { type CellIds, cellIdsOf, cellsOf, describe, plainNumber } from './check-results.ts';
import type { Erratum } from './erratum.ts';
import type { FittingValues } from './fitting-values.ts';
import { footnoteErrata } from './footnotes.ts';
import { neighbourFinder } from './neighbours.ts';
import type { ReviewedContradiction } from './reviews.ts';

/** Kinds of identity that hold exactly whatever method the source used; the others depend on a definition. */
const EXACT: ReadonlySet<string> = new Set(['sum', 'total', 'equality', 'difference', 'text']);
/** Kinds whose definition the running text itself gives, where it prints the number beside those that it is of. */
const TOLD: ReadonlySet<string> = new Set(['share', 'growth']);

/** All errata: one for each cause of broken identities, those that are `reviewed` first, for each declared misprint, for each stray footnote mark. */
export function errataOf(
  document: DocumentDescription,
  normalised: NormalisedDocument,
  checks: readonly Check[],
  values: Parameters<typeof causesOf>[0]['values'],
  reviewed: readonly ReviewedContradiction[],
): readonly Erratum[] {
  const cellIds = cellIdsOf(normalised);
  const printed: (string | undefined)[] = [];
  for (const { values: own } of normalised.cells) {
    for (const { slot, content } of own) if (content.kind === 'number') printed[slot] = content.value;
  }
  // What was read by a notation that is not declared, or put into its column by one identity, proves no error.
  const uncertain = new Set(
    normalised.cells.flatMap(({ isNotationCertain, isColumnCertain, values: own }) =>
      isNotationCertain && isColumnCertain ? [] : own.map(({ slot }) => slot),
    ),
  );
  return [
    ...causesOf(
      { checks, values, printed, neighboursOf: neighbourFinder(document.plan.slots, values, checks) },
      reviewed.map(({ broken }) => broken),
    ).map((cause) => {
      const review = reviewed.find(({ broken }) => broken === cause.broken)?.review;
      return ofCause(cause, review, document, printed, cellIds, (slot) => !uncertain.has(slot));
    }),
    ...headerErrata(document, cellIds),
    ...observedErrata(document, normalised),
    ...footnoteErrata(normalised, document),
  ];
}

function ofCause(
  { broken, suspects, fitting, suggestion }: Cause,
  review: Review | undefined,
  document: DocumentDescription,
  printed: readonly (string | undefined)[],
  cellIds: CellIds,
  isCertain: (slot: number) => boolean,
): Erratum {
  const { slots } = document.plan;
  const [first] = broken;
  if (first === undefined) throw new Error('a cause without a broken identity');
  const { identity } = first.instance;
  const where = slots[fitting?.slot ?? homeOf(first.instance) ?? -1];
  const also = broken.length === 1 ? '' : ` ${broken.length} identities over these cells are broken.`;
  return {
    id: first.instance.checkId,
    kind: identity.erratum ?? 'arithmetic',
    dataset: where?.table ?? null,
    paragraph: where?.paragraph ?? null,
    cells: cellsOf(suspects, cellIds),
    description: `${describe(first.instance)} ${sides(first)}${also}${review === undefined ? '' : ` ${review.reason}`}`,
    printed: (fitting && printed[fitting.slot]) ?? plainNumber(first.outcome.left),
    implied: suggestion ?? (fitting === undefined ? plainNumber(first.outcome.right) : impliedBy(fitting)),
    suggestion: suggestion ?? null,
    certainty: broken.some(({ instance }) => isExact(instance, slots) && instance.slots.every(isCertain))
      ? 'proven'
      : 'likely',
  };
}

/**
 * Whether a broken identity proves an error, whatever the source counted and however: a sum, a repetition; a limit
 * that is stated in words; a share or a growth of the running text by numbers that it prints there too. A rate of
 * exchange, an index or a ratio of annexes can rest on a method that is not told.
 */
function isExact({ identity, relation, slots: own }: Instance, slots: readonly Slot[]): boolean {
  if (EXACT.has(identity.kind) || isStated(relation)) return true;
  return TOLD.has(identity.kind) && own.every((slot) => (slots[slot]?.paragraph ?? null) !== null);
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
  if (side.kind === 'binary') return leadingSlot(side.left);
  return side.kind === 'number' ? undefined : side.slots[0];
}

function sides({ instance, outcome }: Check): string {
  const { left, right, difference, tolerance } = outcome;
  const right_ = instance.relation === '=' ? 'the right side gives' : 'the bound is';
  if (isStated(instance.relation))
    return `The left side is ${plainNumber(left)} as printed, ${instance.relation === '>' ? 'not more' : 'not less'} than ${plainNumber(right)}; the difference is ${plainNumber(difference)}, and rounding explains at most ${plainNumber(tolerance)}.`;
  return `The left side is ${plainNumber(left)} as printed, ${right_} ${plainNumber(right)}; the difference is ${plainNumber(difference)}, and rounding explains at most ${plainNumber(tolerance)}.`;
}

/** What the identities of a value ask it to be, at its printed decimals: a number, or a bound where only one is known. */
function impliedBy({ low, high, nearest, decimals }: FittingValues): string {
  if (!Number.isFinite(low) && Number.isFinite(high)) return `≤ ${high.toFixed(decimals)}`;
  if (Number.isFinite(low) && !Number.isFinite(high)) return `≥ ${low.toFixed(decimals)}`;
  return nearest.toFixed(decimals);
}

function headerErrata(
  { headerCorrections, plan }: DocumentDescription,
  cellIds: CellIds,
): readonly Erratum[] {
  return headerCorrections.map((correction) => {
    const grid = plan.annexes
      .flatMap(({ elements }) => elements)
      .find(
        (element) =>
          element.kind === 'grid' &&
          element.table === correction.table &&
          Object.entries(correction.codes).every(([key, code]) => element.codes[key] === code),
      );
    const column = grid?.kind === 'grid' ? (grid.meantHeaders ?? []).indexOf(correction.read_as) : -1;
    const under =
      grid?.kind === 'grid'
        ? grid.body.flatMap((item) => (item.kind === 'row' ? item.slots.slice(column, column + 1) : []))
        : [];
    return {
      id: correction.id,
      kind: 'header',
      dataset: correction.table,
      paragraph: null,
      cells: cellsOf(
        under.map(({ index }) => index),
        cellIds,
      ),
      description: correction.reason,
      printed: correction.printed,
      implied: correction.read_as,
      suggestion: correction.read_as,
      certainty: correction.certainty,
    };
  });
}

/** Errors that a person found in the running text; each must still be printed there. */
function observedErrata(
  { observations, folder }: DocumentDescription,
  { text, file }: NormalisedDocument,
): readonly Erratum[] {
  if (text === undefined) return [];
  const paragraphs = new Map(text.paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  return observations.map((observed) => {
    const paragraph = paragraphs.get(observed.paragraph);
    if (paragraph?.text.replace(/\s+/g, ' ').includes(observed.printed) !== true) {
      throw fault({
        kind: 'correction',
        place: {
          file,
          ...(paragraph && { line: paragraph.lineStart }),
          row: `paragraph ${observed.paragraph}`,
        },
        expected: `"${observed.printed}", the error that ${folder}/corrections.yaml names (${observed.id})`,
        found: 'other words',
        action: 'remove the observation if the error is gone',
      });
    }
    return {
      id: observed.id,
      kind: observed.kind,
      dataset: null,
      paragraph: observed.paragraph,
      cells: [],
      description: observed.reason,
      printed: observed.printed,
      implied: observed.implied,
      suggestion: observed.suggestion ?? null,
      certainty: observed.certainty,
    };
  });
}
