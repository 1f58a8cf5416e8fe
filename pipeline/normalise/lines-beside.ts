import type { RowForm } from '../template/plan.ts';
import { type Atom, admits, type ReadCell, readAtoms } from './cell.ts';
import type { Ink } from './ink.ts';
import { type Allows, decimalSignsIn, MOST_ATOMS_OF_A_CELL } from './lattice.ts';

export type Cells = readonly ReadCell[];
/** A reading, or that there are more than are tried: then it is not known whether another one would do. */
export type Found = Cells | 'too many';
/** What stands in one line of a row. */
export type Line = readonly Atom[];

/** Cells that are tried for a row whose lines stand beside each other. */
const MOST_STEPS = 200_000;

/**
 * Cells whose lines stand beside each other: each column takes the next atoms of some lines. `hasMain` asks for a
 * line that has a piece of every cell, as where some cells of a row are wrapped and the others are not.
 *
 * What was taken of each line says what can still be read, so that from where nothing could be read once, nothing is
 * tried again.
 */
export function* sideBySide(
  ink: Ink,
  lines: readonly Line[],
  form: RowForm,
  hasMain: boolean,
  allows: Allows,
  mostSteps = MOST_STEPS,
): Generator<Found> {
  const { columns } = form;
  if (lines.length < 2 || lines.flat().some(({ phrase }) => phrase !== undefined)) return;
  const cellsOf = cellsBeside(ink, lines, form);
  const signs = lines.map((line) => line.map(({ text }) => decimalSignsIn(text, form.notation)));
  const mains = hasMain
    ? [...lines.keys()].filter((index) => (lines[index]?.length ?? 0) >= columns.length)
    : [undefined];
  let steps = 0;
  for (const main of mains) {
    const dead = new Set<string>();
    /** Returns whether anything could be read. */
    const walk = function* (taken: readonly number[], cells: Cells): Generator<Found, boolean> {
      const column = cells.length;
      const left = lines.reduce((sum, line, index) => sum + line.length - (taken[index] ?? 0), 0);
      const columnsLeft = columns.length - column;
      if (columnsLeft === 0) {
        if (left === 0) yield cells;
        return left === 0;
      }
      const place = `${column} ${taken.join(' ')}`;
      if (left < columnsLeft || left > columnsLeft * MOST_ATOMS_OF_A_CELL || dead.has(place)) return false;
      let isRead = false;
      for (const next of takings({ lines, signs, taken, main, columnsLeft })) {
        steps += 1;
        if (steps > mostSteps) {
          yield 'too many';
          return true;
        }
        for (const cell of cellsOf(taken, next)) {
          if (!admits(columns.slice(column, column + 1), cell) || !allows(column, cell)) continue;
          if (yield* walk(next, [...cells, cell])) isRead = true;
        }
      }
      if (!isRead) dead.add(place);
      return isRead;
    };
    yield* walk(
      lines.map(() => 0),
      [],
    );
  }
}

/** The cells that the atoms of several lines can make, from those that are taken to those that are taken next. */
function cellsBeside(
  ink: Ink,
  lines: readonly Line[],
  form: RowForm,
): (taken: readonly number[], next: readonly number[]) => Cells {
  const known = new Map<string, Cells>();
  return (taken, next) => {
    const place = `${taken.join(' ')}:${next.join(' ')}`;
    const before = known.get(place);
    if (before !== undefined) return before;
    const pieces = lines.map((line, index) => line.slice(taken[index], next[index]));
    const isWrapped = pieces.filter((piece) => piece.length > 0).length > 1;
    const ways = isWrapped ? [pieces.flat(), joined(pieces)] : [pieces.flat()];
    const cells = ways.flatMap((atoms) => readAtoms(ink, atoms, form));
    known.set(place, cells);
    return cells;
  };
}

/** The pieces of a cell that is broken inside a number: `1` / `51,2` is 151,2. */
export function joined(pieces: readonly Line[]): Line {
  return pieces.reduce<Atom[]>((atoms, [first, ...rest]) => {
    const last = atoms.at(-1);
    if (first === undefined) return atoms;
    if (last === undefined) return [first, ...rest];
    return [...atoms.slice(0, -1), { ...last, to: first.to, text: last.text + first.text }, ...rest];
  }, []);
}

/** Lines of which each column takes some atoms. */
interface Taking {
  readonly lines: readonly Line[];
  /** How many decimal signs each atom of each line has. */
  readonly signs: readonly (readonly number[])[];
  readonly taken: readonly number[];
  readonly main: number | undefined;
  readonly columnsLeft: number;
}

/**
 * Every choice of how many atoms each line has given once one more cell is made; the main line gives at least one. A
 * cell has one decimal sign and no more pieces than a number has.
 */
function* takings(
  taking: Taking,
  line = 0,
  atomsLeft = MOST_ATOMS_OF_A_CELL,
  signsLeft = 1,
): Generator<readonly number[]> {
  const { lines, signs, taken, main, columnsLeft } = taking;
  const atoms = lines[line];
  if (atoms === undefined) {
    if (atomsLeft < MOST_ATOMS_OF_A_CELL) yield [];
    return;
  }
  const from = taken[line] ?? 0;
  const isMain = main === line;
  const most = Math.min(atoms.length - (isMain ? columnsLeft - 1 : 0), from + atomsLeft);
  let signsThen = signsLeft;
  for (let next = from; next <= most; next += 1) {
    if (next > from) signsThen -= signs[line]?.[next - 1] ?? 0;
    if (signsThen < 0) return;
    if (isMain && next === from) continue;
    for (const rest of takings(taking, line + 1, atomsLeft - (next - from), signsThen)) yield [next, ...rest];
  }
}
