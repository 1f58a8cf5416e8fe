import type { TextLayer } from '../../../extract/text-layer.ts';
import type { Finding } from '../../../page/finding.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { SentenceValue } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import { findPhrase, matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { unaccounted } from '../diagnosis/fault-finder.ts';
import {
  annexBeforeItsPlace,
  elementBeforeItsPlace,
  holdsElement,
  holdsStamp,
  missingStamp,
} from '../diagnosis/misplaced.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import type { Claim, Context, ElementReader } from './element-step.ts';
import { begins, readElement } from './elements.ts';
import { readQuotes } from './sentence.ts';

/** Everything that was read of the annexes, before arithmetic has chosen among readings. */
export interface ReadAnnexes {
  readonly rows: readonly ReadRow[];
  readonly values: readonly SentenceValue[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

/** The marks of notes that values of a document may carry. */
export function listedMarks({ plan }: Pick<DeclaredReading, 'plan'>): ReadonlySet<string> {
  const items = plan.annexes
    .flatMap(({ elements }) => elements)
    .flatMap((element) => (element.kind === 'grid' ? element.body : []));
  return new Set(items.flatMap((item) => (item.kind === 'row' ? item.form.marks : [])));
}

const CUT = /the (end|rest) of the text$/;

/** Reads all annexes in printed order: each element must begin where the one before it ended. */
export function readAnnexes(
  layer: TextLayer,
  ink: Ink,
  { plan, language, notation }: Pick<DeclaredReading, 'plan' | 'language' | 'notation'>,
  reader: ElementReader = readElement,
): ReadAnnexes {
  const context: Context = { layer, ink, language, notation };
  const rows: ReadRow[] = [];
  const values: SentenceValue[] = [];
  const claims: Claim[] = [];
  const findings: Finding[] = [];
  const skips: Stretch[] = [];
  let at = 0;
  let faulty = false;
  for (const [number, annex] of plan.annexes.entries()) {
    const stamp = findPhrase(ink, at, annex.stampInk);
    if (stamp === undefined) {
      if (!skips.some((skip) => holdsStamp(ink, skip, annex)))
        findings.push(missingStamp(context, plan, number, at));
      if (number === 0) break;
      faulty = true;
      continue;
    }
    if (number === 0) {
      claims.push({ element: 'body', from: at, to: stamp.from });
      for (const step of readQuotes(context, stamp.from, plan.quotes)) {
        values.push(...(step.values ?? []));
        findings.push(...(step.findings ?? []));
      }
    } else if (stamp.from > at) {
      const skip = { from: at, to: stamp.from };
      if (!faulty) {
        const before = annexBeforeItsPlace(context, plan, number, skip);
        findings.push(before ?? unaccounted(context, at, stamp.from, `annex ${annex.annex}`));
      }
      skips.push(skip);
    }
    faulty = false;
    claims.push({ element: 'annex_stamp', ...stamp });
    at = stamp.to;
    const nextStamp = plan.annexes[number + 1];
    let isOneMissing = false;
    for (const [position, element] of annex.elements.entries()) {
      const after = annex.elements[position + 1];
      const follows = (index: number): boolean => {
        if (after !== undefined) return begins(ink, index, after);
        return nextStamp === undefined
          ? index === ink.folded.length
          : matchPhrase(ink, index, nextStamp.stampInk) >= 0;
      };
      const step = reader(context, at, element, follows);
      rows.push(...(step.rows ?? []));
      values.push(...(step.values ?? []));
      claims.push(...(step.claims ?? []));
      // What a faulty element leaves unread is the same fault, not another one.
      if (step.skipped !== undefined) {
        if (!faulty)
          findings.push(...elementBeforeItsPlace(context, annex, position, step.skipped, isOneMissing));
        skips.push(step.skipped);
      }
      isOneMissing ||= step.isMissing === true;
      const isTold = step.isMissing === true && skips.some((skip) => holdsElement(ink, skip, element));
      const own = isTold ? [] : (step.findings ?? []);
      findings.push(...own);
      faulty = own.length > 0;
      at = step.to;
    }
  }
  if (findings.length === 0 && at < ink.folded.length) {
    findings.push(unaccounted(context, at, ink.folded.length, undefined));
  }
  return { rows, values, claims, findings: untilCut(findings) };
}

/** A text that is cut off lacks everything behind the cut; that is one fault, not one for each table. */
function untilCut(findings: readonly Finding[]): readonly Finding[] {
  const cut = findings.findIndex(({ found }) => CUT.test(found));
  return cut < 0 ? findings : findings.slice(0, cut + 1);
}
