import { isSymbol, maySymbolise, printedNumber } from './printed-number.ts';
import type { SeenRow } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';
import { signsOf } from './several-numbers.ts';

/**
 * What a column holds: the labels of rows, another key of theirs, values, several values in each cell, or what is not
 * published: the numbers of rows, and texts that no row is told by.
 */
export type ColumnRole = 'label' | 'key' | 'value' | 'parts' | 'ignore';

/** Tells the columns of labels and keys from those of values. */
export function rolesOf(columns: number, rows: readonly SeenRow[]): readonly ColumnRole[] {
  const all = Array.from({ length: columns }, (_, column) => column);
  const mixed = all.filter((column) => areValues(rows, column, () => false) || areMixed(rows, column));
  // What stands for a number in one column does so in the others.
  const instead = new Set(mixed.flatMap((column) => textsIn(rows, column).filter(maySymbolise)));
  const words = all.filter(
    (column) => !mixed.includes(column) && !areValues(rows, column, (text) => instead.has(text)),
  );
  // A table whose labels are numbers, such as years, has them first: behind those that several rows have.
  const label =
    words.find((column) => !areCodes(rows, column)) ??
    words[0] ??
    Math.max(
      0,
      all.slice(0, -1).findIndex((column) => !areForSeveral(rows, column)),
    );
  const before = all.filter((column) => column < label && areForSeveral(rows, column));
  const named = words.slice(1).filter((column) => areNames(rows, column));
  const keys = neededKeys(rows, [...before, label], named);
  return all.map((column): ColumnRole => {
    if (column === label) return 'label';
    if (before.includes(column) || keys.includes(column)) return 'key';
    if (column > label && words.includes(column) && signsOf(textsIn(rows, column)) !== undefined)
      return 'parts';
    if (words.includes(column) || (column < label && areCounted(rows, column))) return 'ignore';
    return 'value';
  });
}

function textsIn(rows: readonly SeenRow[], column: number): readonly string[] {
  return rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '');
}

function areValues(rows: readonly SeenRow[], column: number, isInstead: (text: string) => boolean): boolean {
  const filled = textsIn(rows, column);
  if (areCodes(rows, column)) return false;
  const values = filled.filter(
    (text) => printedNumber(text) !== undefined || isSymbol(text) || isInstead(text),
  );
  return values.length >= DRAFT_SETTINGS.valueShare.value * filled.length;
}

/** Whether digits of a column begin with a zero, as those of a code do: 036 is no number. */
function areCodes(rows: readonly SeenRow[], column: number): boolean {
  return textsIn(rows, column).some((text) => /^0\p{Nd}+$/u.test(text));
}

/** Whether a column has numbers, and but one or two other texts again and again: `0.16`, `NA`, `NA`, `NA`. */
function areMixed(rows: readonly SeenRow[], column: number): boolean {
  const filled = textsIn(rows, column);
  if (areCodes(rows, column)) return false;
  const others = filled.filter((text) => printedNumber(text) === undefined && !isSymbol(text));
  const kinds = new Set(others);
  return (
    others.length < filled.length &&
    kinds.size < others.length &&
    kinds.size <= 2 &&
    [...kinds].every(maySymbolise)
  );
}

/** Whether a column holds words, and no two numbers in a cell: `(1.1–1.2)`, `412,413`. */
function areNames(rows: readonly SeenRow[], column: number): boolean {
  const filled = textsIn(rows, column);
  const named = filled.filter((text) => /\p{L}{2}|^\p{L}$/u.test(text));
  return named.length >= DRAFT_SETTINGS.valueShare.value * filled.length;
}

/** Whether what stands in a column is printed once for several rows: a cell of it goes over them. */
function areForSeveral(rows: readonly SeenRow[], column: number): boolean {
  return rows.some(({ cells }) => cells[column]?.covered === 'above');
}

/** Whether a column counts the rows: 1, 2, 3, with or without a point. */
function areCounted(rows: readonly SeenRow[], column: number): boolean {
  const counts = rows
    .flatMap(({ cells }) => cells[column]?.text.match(/^\p{Nd}+(?=\.?$)/u) ?? [])
    .map(Number);
  return (
    counts.length > 1 && counts.every((count, index) => index === 0 || count === (counts[index - 1] ?? 0) + 1)
  );
}

/**
 * Of further columns of words those that are keys: all of them, but where the labels alone tell every row, none that some
 * rows have nothing in, such as a column of remarks.
 */
function neededKeys(
  rows: readonly SeenRow[],
  known: readonly number[],
  further: readonly number[],
): readonly number[] {
  const valued = rows.filter(({ cells }) =>
    cells.some(({ text }, column) => text !== '' && !known.includes(column) && !further.includes(column)),
  );
  const areTold = (columns: readonly number[]): boolean => {
    const labels = valued.map(({ cells }) => columns.map((column) => cells[column]?.text ?? ''));
    const [first = []] = labels;
    return (
      first.length > 0 &&
      new Set(labels.map((texts) => texts.join('\n'))).size === labels.length &&
      labels.every((texts) => texts.some((text) => text !== ''))
    );
  };
  if (known.some((column) => areForSeveral(rows, column)) || !areTold(known)) return further;
  return further.filter((column) => valued.every(({ cells }) => cells[column]?.text !== ''));
}
