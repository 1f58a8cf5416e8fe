import type { PrintedRow } from '../copy/csv-rows.ts';
import { typeOf } from './contract.ts';
import type { Renames } from './difference.ts';
import type { OutputTable } from './output.ts';

/** A row of the old table and the same row in the new one. */
export type RowPair = readonly [old: PrintedRow, next: PrintedRow];

/**
 * Columns of the key that have another name: the one that stands in the same place of the new key, when the old
 * table knows it not and it knows every value that the old one held.
 */
export function renamedKeyColumns(old: OutputTable, next: OutputTable): Renames {
  if (old.primaryKey.length !== next.primaryKey.length) return new Map();
  return new Map(
    old.primaryKey.flatMap((column, at): [string, string][] => {
      const to = next.primaryKey[at];
      if (to === undefined || !isGone(column, next) || !isGone(to, old)) return [];
      const known = new Set(next.rows.map((row) => row[to]));
      return old.rows.length > 0 && old.rows.every((row) => known.has(row[column])) ? [[column, to]] : [];
    }),
  );
}

/**
 * Other columns that have another name: one went, one of its type came, and their values are equal in every row
 * that both tables have. Where two could be meant, or no row says anything, nothing is guessed: the one is told
 * as removed and the other as added.
 */
export function renamedColumns(
  old: OutputTable,
  next: OutputTable,
  pairs: readonly RowPair[],
  known: Renames,
): Renames {
  const taken = new Set(known.values());
  const gone = old.fields.filter(({ name }) => isGone(name, next) && !known.has(name));
  const fresh = next.fields.filter(({ name }) => isGone(name, old) && !taken.has(name));
  const alike = gone.flatMap((from) =>
    fresh
      .filter((to) => typeOf(from) === typeOf(to) && isSame(from.name, to.name, pairs))
      .map((to): [string, string] => [from.name, to.name]),
  );
  const isClear = ([from, to]: readonly [string, string]): boolean =>
    alike.filter(([each]) => each === from).length === 1 &&
    alike.filter(([, each]) => each === to).length === 1;
  return new Map(alike.filter(isClear));
}

function isSame(from: string, to: string, pairs: readonly RowPair[]): boolean {
  return pairs.some(([old]) => old[from] !== null) && pairs.every(([old, next]) => old[from] === next[to]);
}

function isGone(column: string, { fields }: OutputTable): boolean {
  return !fields.some(({ name }) => name === column);
}
