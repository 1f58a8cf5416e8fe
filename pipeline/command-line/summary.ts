import type { Outcome } from './stages.ts';
import { upToDateText } from './up-to-date.ts';

/** The summary for a person: a short table, or a sentence when there was nothing to do. */
export function summaryTable(outcome: Outcome, seconds: number): string {
  if (outcome.kind === 'up to date') return upToDateText(outcome.out);
  const entries: [string, string][] =
    outcome.kind === 'written'
      ? [
          ...Object.entries(outcome.counts).map(([name, count]): [string, string] => [name, String(count)]),
          ['file', outcome.file],
        ]
      : [
          ['datasets', String(outcome.summary.datasets)],
          ['rows', String(outcome.summary.rows)],
          ['files', String(outcome.summary.files)],
          ['identities checked', String(outcome.summary.identitiesChecked)],
          ...outcome.summary.unreviewed.map((id): [string, string] => ['not reviewed', `${id}, see erratum`]),
          ...outcome.summary.remarks.map((says): [string, string] => ['remark', says]),
          ['folder', outcome.out],
        ];
  const rows: [string, string][] = [...entries, ['time', `${seconds.toFixed(1)} s`]];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

/** The summary for a program: one JSON object. */
export function summaryJson(outcome: Outcome, seconds: number): string {
  return JSON.stringify({ ...factsOf(outcome), seconds: Number(seconds.toFixed(3)) });
}

function factsOf(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'written':
      return { status: 'done', file: outcome.file, ...outcome.counts };
    case 'published':
      return {
        status: 'published',
        folder: outcome.out,
        ...outcome.summary,
        ...(outcome.redone !== undefined && { redone: outcome.redone }),
      };
    case 'up to date':
      return { status: 'up to date', folder: outcome.out };
  }
}
