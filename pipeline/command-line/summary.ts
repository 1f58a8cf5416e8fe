import type { Outcome } from './stages.ts';

/** The summary for a person: a short table. */
export function summaryTable(outcome: Outcome, seconds: number): string {
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
          ['folder', outcome.out],
        ];
  const rows: [string, string][] = [...entries, ['time', `${seconds.toFixed(1)} s`]];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

/** The summary for a program: one JSON object. */
export function summaryJson(outcome: Outcome, seconds: number): string {
  const time = { seconds: Number(seconds.toFixed(3)) };
  return JSON.stringify(
    outcome.kind === 'written'
      ? { status: 'done', file: outcome.file, ...outcome.counts, ...time }
      : { status: 'published', folder: outcome.out, ...outcome.summary, ...time },
  );
}
