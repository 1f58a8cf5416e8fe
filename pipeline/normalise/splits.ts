import type { RowForm } from '../template/plan.ts';
import { type Atom, atomsOf, type ReadCell } from './cell.ts';
import { Gap, type Ink } from './ink.ts';
import { type LatticeNode, latticeOf, MOST_ATOMS_OF_A_CELL, NO_READING, readingsOf } from './lattice.ts';
import type { Stretch } from './phrase.ts';

/**
 * Readings of one row that are looked at one by one. A row that has more is narrowed as a graph, see lattice.ts; if
 * more are left in the end, that is a finding.
 */
export const MOST_READINGS = 20_000;

/**
 * Every way to read a row's cell text as exactly one cell a column. `100 404 304 2 419 53 382`
 * under five columns has one for each way to join its groups of three; arithmetic chooses later.
 */
export function splitCells(ink: Ink, stretches: readonly Stretch[], form: RowForm): LatticeNode {
  const atoms = atomsIn(ink, stretches, form);
  if (atoms === undefined) return NO_READING;
  const cells = certainCells(ink, stretches, atoms, form);
  if (cells !== undefined) return latticeOf(ink, cells, form, { areCertain: true });
  return hasHole(ink, atoms) ? NO_READING : latticeOf(ink, atoms, form);
}

/** The readings that are looked at one by one. */
export function splitsOf(lattice: LatticeNode): readonly (readonly ReadCell[])[] {
  return readingsOf(lattice, MOST_READINGS);
}

/** The atoms of a row; undefined where they are more than its cells can have. */
function atomsIn(ink: Ink, stretches: readonly Stretch[], form: RowForm): readonly Atom[] | undefined {
  const most = form.columns.length * MOST_ATOMS_OF_A_CELL;
  const atoms: Atom[] = [];
  for (const stretch of stretches) {
    for (const atom of atomsOf(ink, stretch, form)) {
      if (atoms.length === most) return undefined;
      atoms.push(atom);
    }
  }
  return atoms;
}

/** Which columns of a row are certainly empty: nothing is printed in their cells. */
export function emptyColumns(ink: Ink, stretches: readonly Stretch[], form: RowForm): readonly number[] {
  const atoms = atomsIn(ink, stretches, form);
  const cells = (atoms && certainCells(ink, stretches, atoms, form)) ?? [];
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

/**
 * Is a cell empty in a row of several lines? Then what belongs in it stands in another line, and the values are not in
 * the order of their columns.
 */
function hasHole({ gaps, lines }: Ink, atoms: readonly Atom[]): boolean {
  const lineOf = (atom: Atom | undefined): number | undefined => atom && lines[atom.from];
  return lineOf(atoms[0]) !== lineOf(atoms.at(-1)) && atoms.some(({ from }) => gaps[from] === Gap.emptyCell);
}
