import type { DocumentOutcome, Outcome } from './stages.ts';
import { upToDateText } from './up-to-date.ts';

const NO_DOCUMENT =
  'nothing to do: there is no document under sources/; etl draft FILE --document NAME declares one, etl build --document PATH builds any folder';

/** The summary for a person: a short table for each document, or a sentence when there was nothing to do. */
export function summaryTable(outcome: Outcome, seconds: number): string {
  switch (outcome.kind) {
    case 'no document':
      return NO_DOCUMENT;
    case 'up to date':
      return upToDateText([outcome.out]);
    case 'several': {
      const done = outcome.outcomes.flatMap((each) => (each.kind === 'published' ? [rowsOf(each)] : []));
      const idle = outcome.outcomes.flatMap((each) => (each.kind === 'up to date' ? [each.out] : []));
      const tables = [...done.map(aligned), ...(idle.length > 0 ? [upToDateText(idle)] : [])];
      return [...tables, aligned([timeRow(seconds)])].join('\n\n');
    }
    case 'written': {
      const counts = Object.entries(outcome.counts).map(([name, count]): Row => [name, String(count)]);
      return aligned([...counts, ['file', outcome.file], timeRow(seconds)]);
    }
    case 'published':
      return aligned([...rowsOf(outcome), timeRow(seconds)]);
  }
}

type Row = readonly [string, string];

const timeRow = (seconds: number): Row => ['time', `${seconds.toFixed(1)} s`];

function rowsOf({
  out,
  summary,
  missing,
}: Extract<DocumentOutcome, { readonly kind: 'published' }>): readonly Row[] {
  return [
    ['datasets', String(summary.datasets)],
    ['rows', String(summary.rows)],
    ['files', String(summary.files)],
    ['identities checked', String(summary.identitiesChecked)],
    ...summary.unreviewed.map((id): Row => ['not reviewed', `${id}, see erratum`]),
    ...summary.remarks.map((says): Row => ['remark', says]),
    ...(missing === undefined
      ? []
      : [['PARTIAL', `a preview, not for use: PARTIAL.md tells what is wrong (${missing.length})`] as const]),
    ['folder', out],
  ];
}

function aligned(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

/** The summary for a program: one JSON object. */
export function summaryJson(outcome: Outcome, seconds: number): string {
  return JSON.stringify({ ...factsOf(outcome), seconds: Number(seconds.toFixed(3)) });
}

function factsOf(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'no document':
      return { status: 'no document' };
    case 'several':
      return {
        status: outcome.findings.length > 0 ? 'fault' : 'done',
        documents: outcome.outcomes.map(factsOf),
        ...(outcome.findings.length > 0 && { findings: outcome.findings }),
      };
    case 'written':
      return { status: 'done', file: outcome.file, ...outcome.counts };
    case 'published':
      return {
        status: 'published',
        folder: outcome.out,
        ...outcome.summary,
        ...(outcome.redone !== undefined && { redone: outcome.redone }),
        ...(outcome.missing !== undefined && { partial: true, findings: outcome.missing }),
      };
    case 'up to date':
      return { status: 'up to date', folder: outcome.out };
  }
}
