import type { Difference, MemberChange } from '../../pipeline/command-line/compare/difference.ts';
import type { Output } from '../../pipeline/command-line/compare/output.ts';
import { compareTables } from '../../pipeline/command-line/compare/tables.ts';

/** Compares an output with the one before it: tables, columns, rows and values, by the keys of their rows. */
export function compareOutputs(old: Output, next: Output): Difference {
  const tables = [...next.tables.values()];
  return {
    old: { place: old.place, version: old.version },
    next: { place: next.place, version: next.version },
    addedTables: tables.filter(({ name }) => !old.tables.has(name)),
    removedTables: [...old.tables.values()].filter(({ name }) => !next.tables.has(name)),
    changedTables: tables.flatMap((table) => {
      const before = old.tables.get(table.name);
      return (before === undefined ? undefined : compareTables(before, table)) ?? [];
    }),
    about: memberChanges(old.about, next.about),
    addedFiles: next.otherFiles.filter((path) => !old.otherFiles.includes(path)),
    removedFiles: old.otherFiles.filter((path) => !next.otherFiles.includes(path)),
    changedFiles: [...next.documents.keys()].filter(
      (path) => old.documents.has(path) && old.documents.get(path) !== next.documents.get(path),
    ),
  };
}

function memberChanges(old: Output['about'], next: Output['about']): readonly MemberChange[] {
  const members = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort();
  return members
    .map((member) => ({ member, old: said(old[member]), next: said(next[member]) }))
    .filter((change) => change.old !== change.next);
}

function said(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
