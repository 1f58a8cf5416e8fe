import { type Finding, renderFinding } from '../page/finding.ts';

/** How many findings a person is shown; a wrong code list can break every row of a table. */
const MOST_SHOWN = 12;

/** The findings for a person: two lines each, and how many are left out. */
export function faultText(findings: readonly Finding[]): string {
  const left = findings.length - MOST_SHOWN;
  const shown = findings.slice(0, MOST_SHOWN).map(renderFinding);
  return [...shown, ...(left > 0 ? [`and ${left} more; --json tells them all`] : [])].join('\n');
}
