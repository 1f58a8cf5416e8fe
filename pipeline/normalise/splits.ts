import type { Notation } from '../document/notation.ts';
import { type Atom, admits, atomsOf, type ReadCell, type RowForm, readAtoms } from './cell.ts';
import { Gap, type Ink } from './ink.ts';
import type { Stretch } from './phrase.ts';

/** A number of more pieces is none. */
export const MOST_ATOMS_OF_A_CELL = 12;
const MOST_SPLITS = 20_000;

/**
 * Enumerates every way to read a row's cell text as exactly one cell a column. `100 404 304 2 419 53 382`
 * under five columns has one for each way to join its groups of three; arithmetic chooses later.
 */
export function splitCells(
  ink: Ink,
  stretches: readonly Stretch[],
  form: RowForm,
): readonly (readonly ReadCell[])[] {
  const atoms = stretches.flatMap((stretch) => atomsOf(ink, stretch, form));
  const cells = certainCells(ink, stretches, atoms, form);
  if (cells !== undefined) return splitAtoms(ink, cells, form, true);
  return hasHole(ink, atoms) ? [] : splitAtoms(ink, atoms, form);
}

/** Which columns of a row are certainly empty: nothing is printed in their cells. */
export function emptyColumns(ink: Ink, stretches: readonly Stretch[], form: RowForm): readonly number[] {
  const atoms = stretches.flatMap((stretch) => atomsOf(ink, stretch, form));
  const cells = certainCells(ink, stretches, atoms, form) ?? [];
  const begun = cells.filter(({ broken }) => broken);
  return begun.flatMap(({ from, to }, column) => (from === to ? [column] : []));
}

/**
 * The atoms of a row whose cells are certain, one for each of its columns, with an empty atom for each cell that is
 * empty; undefined where they are not. Cell n is column n then: no number is joined over a border or cut within it.
 */
function certainCells(
  ink: Ink,
  stretches: readonly Stretch[],
  atoms: readonly Atom[],
  { columns }: RowForm,
): readonly Atom[] | undefined {
  const [stretch] = stretches;
  if (stretch === undefined || stretches.length > 1 || atoms.some(({ phrase }) => phrase !== undefined))
    return undefined;
  const { from, to } = stretch;
  const line = ink.lines[from - 1];
  const before = ink.cells[from - 1] ?? 0;
  const breaks = line === undefined ? 0 : (ink.breaks.get(line) ?? 0);
  const isOneLine = to === from || (ink.lines[from] === line && ink.lines[to - 1] === line);
  if (from === 0 || !isOneLine || breaks - before !== columns.length) return undefined;
  if (to > from && (ink.cells[from] ?? 0) === before) return undefined;
  const filled: Atom[] = [];
  for (let cell = before + 1; cell <= breaks; cell += 1) {
    const own = atoms.filter((atom) => ink.cells[atom.from] === cell);
    const behind = atoms.find((atom) => (ink.cells[atom.from] ?? 0) > cell)?.from ?? to;
    filled.push(...(own.length > 0 ? own : [{ from: behind, to: behind, text: '', broken: true }]));
  }
  return filled;
}

/** Enumerates every way to read a row's atoms, in their order, as exactly one cell a column. */
export function splitAtoms(
  ink: Ink,
  atoms: readonly Atom[],
  form: RowForm,
  areCertain = false,
): readonly (readonly ReadCell[])[] {
  const cells = new Map<number, readonly ReadCell[]>();
  const cellsAt = (first: number, last: number): readonly ReadCell[] => {
    const key = first * 4096 + last;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const found = readAtoms(ink, atoms.slice(first, last), form);
    cells.set(key, found);
    return found;
  };
  const mayBeCell = beginningsOf(atoms, form.notation);
  const cellByCell = !areCertain && atoms.length === form.columns.length;
  const fewest = cellByCell ? [] : fewestCells(atoms.length, cellsAt, mayBeCell);
  const longest = cellByCell ? 1 : MOST_ATOMS_OF_A_CELL;
  const splits: ReadCell[][] = [];
  const walk = (first: number, column: number, row: readonly ReadCell[]): void => {
    if (splits.length >= MOST_SPLITS) return;
    if (first === atoms.length) {
      if (column === form.columns.length) splits.push([...row]);
      return;
    }
    if (!cellByCell && column + (fewest[first] ?? Number.POSITIVE_INFINITY) > form.columns.length) return;
    for (let last = first + 1; last <= Math.min(atoms.length, first + longest); last += 1) {
      if (last > first + 1 && (atoms[last - 1]?.broken || !mayBeCell(first, last))) break;
      if (areCertain && atoms[last]?.broken === false) continue;
      for (const cell of cellsAt(first, last)) {
        if (admits(form.columns.slice(column, column + cell.columns), cell)) {
          walk(last, column + cell.columns, [...row, cell]);
        }
      }
    }
  };
  walk(0, 0, []);
  return splits;
}

/** Digits that can stand in a number behind others: a group of three, or one that is letter-spaced. */
const GROUP = /^(?:\d|\d{3})(?:[,.]\d*)?$/;
const DIGITS = /^\d+(?:[,.]\d*)?$/;
const HAS_DIGIT = /\d/;

/**
 * Tells of atoms, from one to before another, whether they can begin a number at all: it has one decimal sign, and
 * groups of three behind its first. All that begins with other atoms is no number either.
 */
function beginningsOf(
  atoms: readonly Atom[],
  { decimal }: Notation,
): (first: number, last: number) => boolean {
  const signs = [0];
  const others = [0];
  for (const [index, { text }] of atoms.entries()) {
    // A mark may be torn from its bracket: `67 1122` / `)` is 67 112 with mark 2.
    const isTorn = atoms[index + 1]?.text.startsWith(')') === true;
    signs.push((signs.at(-1) ?? 0) + [...text].filter((character) => decimal.includes(character)).length);
    others.push((others.at(-1) ?? 0) + (DIGITS.test(text) && !GROUP.test(text) && !isTorn ? 1 : 0));
  }
  // A sign or a currency may stand apart before the digits.
  const firstDigits = (first: number): number => {
    const at = atoms.findIndex(({ text }, index) => index >= first && HAS_DIGIT.test(text));
    return at < 0 ? first : at;
  };
  return (first, last) => {
    const behind = Math.min(last, firstDigits(first) + 1);
    return (signs[last] ?? 0) - (signs[first] ?? 0) <= 1 && (others[last] ?? 0) - (others[behind] ?? 0) === 0;
  };
}

/**
 * Is a cell empty in a row of several lines? Then what belongs in it stands in another line, and the values are not in
 * the order of their columns.
 */
function hasHole({ gaps, lines }: Ink, atoms: readonly Atom[]): boolean {
  const lineOf = (atom: Atom | undefined): number | undefined => atom && lines[atom.from];
  return lineOf(atoms[0]) !== lineOf(atoms.at(-1)) && atoms.some(({ from }) => gaps[from] === Gap.emptyCell);
}

/** The least number of cells that the atoms from each place on can make; prunes hopeless splits. */
function fewestCells(
  count: number,
  cellsAt: (first: number, last: number) => readonly ReadCell[],
  mayBeCell: (first: number, last: number) => boolean,
): readonly number[] {
  const fewest: number[] = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
  fewest[count] = 0;
  for (let first = count - 1; first >= 0; first -= 1) {
    for (let last = first + 1; last <= Math.min(count, first + MOST_ATOMS_OF_A_CELL); last += 1) {
      if (last > first + 1 && !mayBeCell(first, last)) break;
      const cell = cellsAt(first, last)[0];
      const rest = fewest[last] ?? Number.POSITIVE_INFINITY;
      if (cell !== undefined) fewest[first] = Math.min(fewest[first] ?? rest, rest + cell.columns);
    }
  }
  return fewest;
}
