import type { Aspect, Difference, TableDifference } from '../../pipeline/command-line/compare/difference.ts';
import { nameOf } from '../../pipeline/command-line/compare/output.ts';

/** How much a change asks of those who use the data; see `README.md`, "Make a release". */
export const LEVELS = ['none', 'patch', 'minor', 'major'] as const;
export type Level = (typeof LEVELS)[number];

/** One change in words. */
export interface Change {
  readonly level: Exclude<Level, 'none'>;
  /** What changed alike: only the first few of a kind are shown. */
  readonly kind: string;
  /** The table it happened in; undefined for the package as a whole. */
  readonly table?: string;
  readonly text: string;
}

/**
 * What breaks a reader that worked is major; what only adds is minor; what corrects is a patch. A table, a row or
 * a column that can be looked up no longer breaks as a renamed one does; so does a number that is in another unit
 * or type, and a column in another place, for those who read by place.
 */
const ASPECT_LEVELS: Readonly<Record<Aspect, Change['level']>> = {
  type: 'major',
  unit: 'major',
  'primary key': 'major',
  'order of columns': 'major',
  constraints: 'minor',
  'foreign keys': 'minor',
  title: 'patch',
  description: 'patch',
  caution: 'patch',
};

/** Of the package as a whole, other terms of use ask something of users; the rest describes. */
const MEMBER_LEVELS: ReadonlyMap<string, Change['level']> = new Map([
  ['licenses', 'major'],
  ['name', 'major'],
]);

/** Every change of a difference, the package first, then table by table. */
export function changesOf(difference: Difference): readonly Change[] {
  const { addedTables, removedTables, changedTables, about, addedFiles, removedFiles, changedFiles } =
    difference;
  return [
    ...removedTables.map(
      ({ name }): Change => ({ level: 'major', kind: 'table removed', text: `table ${name} removed` }),
    ),
    ...addedTables.map(({ name, rows }): Change => {
      return {
        level: 'minor',
        kind: 'table added',
        text: `table ${name} added, with ${counted(rows.length, 'row')}`,
      };
    }),
    ...removedFiles.map(
      (path): Change => ({ level: 'major', kind: 'file removed', text: `file ${path} removed` }),
    ),
    ...addedFiles.map((path): Change => ({ level: 'minor', kind: 'file added', text: `file ${path} added` })),
    ...changedFiles.map(
      (path): Change => ({ level: 'patch', kind: 'file changed', text: `file ${path} changed` }),
    ),
    ...about.map(({ member, old, next }): Change => {
      const level = MEMBER_LEVELS.get(member) ?? 'patch';
      return { level, kind: 'description', text: `${member}: ${shown(old)} -> ${shown(next)}` };
    }),
    ...changedTables.flatMap(tableChanges),
  ];
}

function tableChanges(difference: TableDifference): readonly Change[] {
  const { table, knownBy, primaryKey, columns, contract, addedRows, removedRows, values } = difference;
  const change = (level: Change['level'], kind: string, text: string): Change => ({
    level,
    kind,
    table,
    text,
  });
  const oldKey = knownBy.map(
    (name) => columns.find((each) => each.kind === 'renamed' && each.to === name)?.column ?? name,
  );
  return [
    ...columns.map((column) => {
      if (column.kind === 'removed')
        return change('major', 'column removed', `column ${column.column} removed`);
      if (column.kind === 'renamed') {
        return change('major', 'column renamed', `column ${column.column} renamed to ${column.to}`);
      }
      const filled = `${counted(column.values.length, 'value')} in rows that were there`;
      return change('minor', 'column added', `column ${column.column} added, with ${filled}`);
    }),
    ...contract.map(({ column, aspect, old, next }) => {
      const of = column === undefined ? aspect : `${aspect} of column ${column}`;
      return change(ASPECT_LEVELS[aspect], 'contract', `${of}: ${shown(old)} -> ${shown(next)}`);
    }),
    ...removedRows.map((row) => change('major', 'row removed', `row ${shown(nameOf(row, oldKey))} removed`)),
    ...addedRows.map((row) => change('minor', 'row added', `row ${shown(nameOf(row, primaryKey))} added`)),
    ...values.map(({ key, column, old, next }) =>
      change(
        'patch',
        'value changed',
        `${shown(nameOf(key, knownBy))} ${column}: ${shown(old)} -> ${shown(next)}`,
      ),
    ),
  ];
}

/** The greatest level among changes. */
export function levelOf(changes: readonly Change[]): Level {
  return LEVELS.findLast((level) => changes.some((change) => change.level === level)) ?? 'none';
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const LONGEST = 160;

/** A value for people: on one line, without characters that move a terminal's cursor, and not without end. */
function shown(value: string | null): string {
  if (value === null) return '(empty)';
  const plain = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  const letters = [...plain];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 3).join('')}...` : plain;
}
