import type { Difference } from '../../pipeline/command-line/compare/difference.ts';
import type { OutputTable } from '../../pipeline/command-line/compare/output.ts';
import { type Change, changesOf, counted, LEVELS, levelOf } from './changes.ts';
import { proposedVersion } from './version.ts';

/** How many changes of one kind are shown for a table. */
const MOST_SHOWN = { terminal: 10, markdown: 25 } as const;

/** What ends a line, moves a cursor, or changes the order in which letters are seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A difference for the terminal: every kind of change with its first few, and the version that it asks for. */
export function renderTerminal(difference: Difference): string {
  const blocks = grouped(changesOf(difference)).map(([table, changes]) =>
    [table ?? 'package', ...listed(changes, MOST_SHOWN.terminal).map((text) => `  ${text}`)].join('\n'),
  );
  const { old, next } = difference;
  const head = `${old.place} (${old.version}) -> ${next.place} (${next.version})`;
  return [head, ...blocks, summary(difference)].join('\n\n');
}

/** The same as Markdown, for a changelog or a pull request; it names no place, so that it is the same everywhere. */
export function renderMarkdown(difference: Difference): string {
  const blocks = grouped(changesOf(difference)).flatMap(([table, changes]) => [
    `- ${table === undefined ? 'the package' : code(table)}`,
    ...listed(changes, MOST_SHOWN.markdown).map((text) => `  - ${escaped(text)}`),
  ]);
  return [summary(difference), ...(blocks.length === 0 ? [] : [blocks.join('\n')])].join('\n\n');
}

/**
 * The whole difference as JSON; it names no place either. Every row and value is there but for the rows of tables
 * that came or went, which are whole in the one output or the other.
 */
export function renderJson(difference: Difference): string {
  const { old, next, addedTables, removedTables, ...rest } = difference;
  const named = ({ name, fields, primaryKey, rows }: OutputTable) => {
    return { table: name, columns: fields.map((field) => field.name), primaryKey, rows: rows.length };
  };
  const whole = {
    old: old.version,
    next: next.version,
    level: levelOf(changesOf(difference)),
    proposed: proposedVersion(difference, old.version),
    addedTables: addedTables.map(named),
    removedTables: removedTables.map(named),
    ...rest,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** What changed in numbers, and the version that it asks for: the last line in the terminal, the first elsewhere. */
export function summary(difference: Difference): string {
  const changes = changesOf(difference);
  if (changes.length === 0) return 'No difference.';
  const level = levelOf(changes);
  const kinds = [...new Set(changes.map(({ kind }) => kind))].map(
    (kind) => `${kind} ${changes.filter((change) => change.kind === kind).length}`,
  );
  const counts = LEVELS.filter((each) => each !== 'none')
    .map((each) => [each, changes.filter((change) => change.level === each).length] as const)
    .filter(([, count]) => count > 0)
    .map(([each, count]) => `${count} ${each}`)
    .reverse();
  const proposed = proposedVersion(difference, difference.old.version);
  return [
    `${counted(changes.length, 'change')} (${counts.join(', ')}): ${kinds.join(', ')}.`,
    `This is a ${level} change: version ${proposed} follows ${difference.old.version}.`,
  ].join('\n');
}

function grouped(changes: readonly Change[]): readonly (readonly [string | undefined, readonly Change[]])[] {
  const tables = [...new Set(changes.map(({ table }) => table))];
  return tables.map((table) => [table, changes.filter((change) => change.table === table)]);
}

function listed(changes: readonly Change[], most: number): readonly string[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const alike = changes.filter((change) => change.kind === kind);
    const left = alike.length - most;
    const more = left > 0 ? [`${kind}: ${left} more; the JSON tells them all`] : [];
    return [...alike.slice(0, most).map(({ text, level }) => `${text} (${level})`), ...more];
  });
}

/** A text of the data on one line, without the characters that Markdown or HTML would read as markup. */
function escaped(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/[\\`*_[\]<>|#~&]/g, '\\$&');
}

function code(text: string): string {
  return `\`${text.replace(UNSEEN, ' ').replaceAll('`', '')}\``;
}
