import type { RowForm } from '../../../template/plan.ts';
import { type Atom, type ReadCell, readAtoms } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import { SETTINGS } from '../../settings.ts';
import { decimalSignsIn } from './in-order.ts';
import { type Allows, graphOf, type LatticeNode, type Step } from './lattice.ts';

/** What stands in one line of a row. */
export type Line = readonly Atom[];

/** So many atoms of each line are read. */
type Taken = readonly number[];

/**
 * Cells whose lines stand beside each other, as graphs: each column takes the next atoms of some lines. `hasMain` asks
 * for a line that has a piece of every cell, as where some cells of a row are wrapped and the others are not; there is a
 * graph for each line that may be it. Undefined stands for one of more steps than are tried.
 */
export function besideGraphs(
  ink: Ink,
  lines: readonly Line[],
  form: RowForm,
  hasMain: boolean,
  allows: Allows,
  mostSteps: number = SETTINGS.mostSteps.value,
): readonly (LatticeNode | undefined)[] {
  if (lines.length < 2 || lines.flat().some(({ phrase }) => phrase !== undefined)) return [];
  const width = form.columns.length;
  const signs = lines.map((line) => line.map(({ text }) => decimalSignsIn(text, form.notation)));
  const cellsOf = cellsBeside(ink, lines, form);
  const leftOf = (taken: Taken): number =>
    lines.reduce((sum, line, index) => sum + line.length - (taken[index] ?? 0), 0);
  const mains = [...lines.keys()].filter((index) => (lines[index]?.length ?? 0) >= width);
  return (hasMain ? mains : [undefined]).map((main) =>
    graphOf<Taken>(
      {
        start: lines.map(() => 0),
        keyOf: (taken) =>
          taken.reduce((key, next, index) => key * ((lines[index]?.length ?? 0) + 1) + next, 0),
        isEnd: (taken) => leftOf(taken) === 0,
        *steps(taken, columnsLeft): Generator<Step<Taken>> {
          const left = leftOf(taken);
          if (left < columnsLeft || left > columnsLeft * SETTINGS.mostAtoms.value) return;
          for (const to of takings({ lines, signs, taken, main, columnsLeft })) {
            for (const cell of cellsOf(taken, to)) yield { cell, to };
          }
        },
      },
      form.columns,
      allows,
      mostSteps,
    ),
  );
}

/** The cells that the atoms of several lines can make, from those that are taken to those that are taken next. */
function cellsBeside(
  ink: Ink,
  lines: readonly Line[],
  form: RowForm,
): (taken: Taken, next: Taken) => readonly ReadCell[] {
  const known = new Map<string, readonly ReadCell[]>();
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
  readonly taken: Taken;
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
  atomsLeft = SETTINGS.mostAtoms.value,
  signsLeft = 1,
): Generator<Taken> {
  const { lines, signs, taken, main, columnsLeft } = taking;
  const atoms = lines[line];
  if (atoms === undefined) {
    if (atomsLeft < SETTINGS.mostAtoms.value) yield [];
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
