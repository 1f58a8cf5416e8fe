import type { DocumentDescription } from '../template/document.ts';

/** Whether a code of a table's key stands for the whole of it. */
export type IsWhole = (table: string, key: string, code: string) => boolean;

/** The declared codes of wholes, and those that the identities say are totals. */
export function wholesOf({ totals, together }: Pick<DocumentDescription, 'totals' | 'together'>): IsWhole {
  const declared = new Map(together?.dimensions.map(({ key, whole }) => [key, whole]));
  return (table, key, code) => declared.get(key) === code || totals.get(table)?.get(key)?.has(code) === true;
}
