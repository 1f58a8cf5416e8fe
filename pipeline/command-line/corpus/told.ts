import type { ManyOutcome } from './build-many.ts';
import type { MergeOutcome } from './merge.ts';

/**
 * How far a build of many documents has come, at which rate, and when it will be done if that stays:
 * `1204 of 10000 documents (3 refused), 45.2 a second, 3 min 15 s left`
 */
export function progressText(done: number, of: number, refused: number, seconds: number): string {
  const faults = refused === 0 ? '' : ` (${refused} refused)`;
  const begun = `${done} of ${of} documents${faults}`;
  if (done === 0 || seconds <= 0) return begun;
  const rate = done / seconds;
  const left = done === of ? '' : `, ${durationText((of - done) / rate)} left`;
  return `${begun}, ${rate.toFixed(1)} a second${left}`;
}

/** `2 h 5 min`, `3 min 15 s`, `7 s` */
function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}

/** The summary for a person. */
export function manyTable(outcome: ManyOutcome, seconds: number): string {
  const { out, shard, documents, kept, refused, rows, files, bytes } = outcome;
  const built = documents - kept;
  const lines: readonly (readonly [string, string])[] = [
    ['shard', `${shard.index} of ${shard.of}`],
    ['documents', String(documents)],
    ['built', `${built}${built > 0 && seconds > 0 ? `, ${(built / seconds).toFixed(1)} a second` : ''}`],
    ['as they were', String(kept)],
    ['refused', refused === 0 ? '0' : `${refused}: see data/finding`],
    ['rows', String(rows)],
    ['files', `${files}, ${(bytes / 1e6).toFixed(1)} MB`],
    ['folder', out],
    ['time', `${seconds.toFixed(1)} s`],
  ];
  return aligned(lines);
}

function aligned(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

/** The summary for a program: one JSON object. */
export function manyJson(outcome: ManyOutcome, seconds: number): string {
  const status = outcome.refused > 0 ? 'refused' : 'done';
  return JSON.stringify({ status, ...outcome, seconds: Number(seconds.toFixed(3)) });
}

/** The summary of a merge for a person. */
export function mergeTable(outcome: MergeOutcome, seconds: number): string {
  const { folder, documents, published, refused, findings, tables, rows, files, identities } = outcome;
  const { across, pruned, isOfToday } = outcome;
  const verdicts = Object.entries(across).map(([verdict, count]) => `${verdict} ${count}`);
  return aligned([
    ['documents', `${documents}: ${published} published, ${refused} refused`],
    ['findings', String(findings)],
    ['tables', String(tables)],
    ['rows', String(rows)],
    ['files', String(files)],
    ['identities checked', String(identities)],
    ['between documents', verdicts.length === 0 ? 'nothing checked' : verdicts.join(', ')],
    ...(pruned.length === 0 ? [] : [['taken away', String(pruned.length)] as const]),
    ...(isOfToday
      ? []
      : [['remark', 'the documents are not at hand: nobody asked whether they have changed'] as const]),
    ['folder', folder],
    ['time', `${seconds.toFixed(1)} s`],
  ]);
}

/** The summary of a merge for a program: one JSON object. */
export function mergeJson(outcome: MergeOutcome, seconds: number): string {
  return JSON.stringify({ status: 'merged', ...outcome, seconds: Number(seconds.toFixed(3)) });
}
