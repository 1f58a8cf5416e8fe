import type { Finding, FindingKind } from '../../../page/finding.ts';
import type { FigurePlan } from '../../../template/plan.ts';
import { SERIES_TABLE } from '../../../template/series.ts';
import type { Paragraph } from '../paragraph.ts';

const EXCERPT = 50;

/** A finding about a series in a paragraph; its line is the paragraph's first. */
export function findingIn(
  { number, lineStart }: Paragraph,
  kind: FindingKind,
  row: string,
  expected: string,
  found: string,
  action: string,
): Finding {
  return {
    kind,
    place: { line: lineStart, table: SERIES_TABLE, row: `${row} (paragraph ${number})` },
    expected,
    found,
    action,
  };
}

/** What stands in a paragraph at a place, cut short. */
export function shown(text: string, at: number): string {
  const rest = text.slice(at).trim();
  if (rest === '') return 'the end of the paragraph';
  return `"${rest.slice(0, EXCERPT).replace(/\s+/g, ' ')}${rest.length > EXCERPT ? '...' : ''}"`;
}

/** Names a member by its codes: `adaptation_centres.admitted._T.2010`. */
export function memberName({ slot }: Pick<FigurePlan, 'slot'>): string {
  return Object.values(slot.codes).join('.');
}
