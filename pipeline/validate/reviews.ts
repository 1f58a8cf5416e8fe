import type { Check } from '../identities/verdict.ts';
import { type NormalisedDocument, placeOf } from '../normalise/document.ts';
import type { Finding } from '../page/finding.ts';
import type { Review } from '../template/corrections.ts';
import type { DocumentDescription } from '../template/document.ts';
import { plainNumber } from './check-results.ts';

/** A contradiction that a person has reviewed, with its broken identities as they are printed. */
export interface ReviewedContradiction {
  readonly review: Review;
  readonly broken: readonly Check[];
}

/**
 * The reviews that hold: each identity that they name is broken between the very sides that the person saw. A new
 * error in a reviewed place changes a side, and then the old words must not stand beside it.
 */
export function reviewedContradictions(
  reviews: readonly Review[],
  checks: readonly Check[],
): readonly ReviewedContradiction[] {
  const byId = checksById(checks);
  return reviews.flatMap((review) => {
    const named = Object.entries(review.checks).flatMap(([id, sides]) => {
      const check = byId.get(id);
      return check === undefined ? [] : [{ check, sides }];
    });
    const holds = named.length > 0 && named.every(({ check, sides }) => isAsReviewed(check, sides));
    return holds ? [{ review, broken: named.map(({ check }) => check) }] : [];
  });
}

function isAsReviewed({ outcome }: Check, [left, right]: readonly [number, number]): boolean {
  return (
    outcome.verdict === 'broken' &&
    plainNumber(outcome.left) === plainNumber(left) &&
    plainNumber(outcome.right) === plainNumber(right)
  );
}

/** The errata of broken identities that no review holds for. */
export function unreviewed(
  errata: readonly { readonly id: string }[],
  reviewed: readonly ReviewedContradiction[],
  checks: readonly Check[],
): readonly string[] {
  const seen = new Set(reviewed.flatMap(({ broken }) => broken.map(({ instance }) => instance.checkId)));
  const byId = checksById(checks);
  return errata.flatMap(({ id }) => (byId.has(id) && !seen.has(id) ? [id] : []));
}

/**
 * Reviews of what is not broken any more: the source was corrected, or another error hides the one that was seen. An
 * annex alone prints no running text, so nothing is said of identities that it does not reach.
 */
export function reviewFindings(
  { reviews, folder, plan }: DocumentDescription,
  checks: readonly Check[],
  normalised: NormalisedDocument,
): readonly Finding[] {
  const { cells, hasText } = normalised;
  const byId = checksById(checks);
  return reviews.flatMap((review): readonly Finding[] => {
    const gone = Object.entries(review.checks).find(([id]) => {
      const check = byId.get(id);
      return check === undefined ? hasText : check.outcome.verdict !== 'broken';
    });
    if (gone === undefined) return [];
    const [id, [left, right]] = gone;
    const check = byId.get(id);
    const slot = check?.instance.slots[0];
    const cell = cells.find(({ values }) => values.some((value) => value.slot === slot));
    return [
      {
        kind: 'correction',
        place: {
          ...placeOf(normalised, cell),
          ...(slot !== undefined && { table: plan.slots[slot]?.table ?? '' }),
          row: id,
        },
        expected: `${plainNumber(left)} against ${plainNumber(right)}, the contradiction that ${folder}/corrections.yaml reviews`,
        found: check
          ? `${plainNumber(check.outcome.left)} against ${plainNumber(check.outcome.right)}, which agree`
          : 'none of its values',
        action: 'remove the review if the source was corrected',
      },
    ];
  });
}

/** What is said of footnote marks that are not printed so any more. */
export function footnoteReviewFindings(
  { footnoteReviews, folder }: Pick<DocumentDescription, 'footnoteReviews' | 'folder'>,
  errata: readonly { readonly id: string }[],
  { file }: Pick<NormalisedDocument, 'file'>,
): readonly Finding[] {
  const found = new Set(errata.map(({ id }) => id));
  return footnoteReviews.flatMap(({ id }): readonly Finding[] =>
    found.has(id)
      ? []
      : [
          {
            kind: 'correction',
            place: { file, row: id },
            expected: `the footnote mark that ${folder}/corrections.yaml speaks of`,
            found: 'none that cannot be meant there',
            action: 'remove its sentence if the mark is right or gone',
          },
        ],
  );
}

function checksById(checks: readonly Check[]): ReadonlyMap<string, Check> {
  return new Map(checks.map((check) => [check.instance.checkId, check]));
}
