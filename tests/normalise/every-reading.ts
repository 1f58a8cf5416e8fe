import {
  type Atom,
  admits,
  atomsOf,
  type ReadCell,
  readAtoms,
} from '../../pipeline/normalise/reading/cell.ts';
import { contentText } from '../../pipeline/normalise/reading/cell-content.ts';
import type { Ink } from '../../pipeline/normalise/reading/ink.ts';
import type { Line } from '../../pipeline/normalise/tables/lattice/beside.ts';
import { type LatticeNode, readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import { whole } from './made-up-ink.ts';

/** A row with its pieces, by line too, for who tries every way to read it, one by one. */
export interface MadeUpRow {
  readonly ink: Ink;
  readonly form: RowForm;
  readonly atoms: readonly Atom[];
  readonly lines: readonly Line[];
}

/** What one way to read a row says, with the ink of each cell. */
type Reading = readonly string[];

export function rowOf(ink: Ink, form: RowForm): MadeUpRow {
  const atoms = [...atomsOf(ink, whole(ink), form)];
  const numbers = [...new Set(atoms.map(({ from }) => ink.lines[from]))];
  const lines = numbers.map((line) => atoms.filter(({ from }) => ink.lines[from] === line));
  return { ink, form, atoms, lines };
}

/** The readings of graphs, in no order. */
export function readingsIn(graphs: readonly (LatticeNode | undefined)[]): readonly string[] {
  return sorted(graphs.flatMap((graph) => (graph === undefined ? [] : readingsOf(graph).map(saidOf))));
}

const saidOf = (cells: readonly ReadCell[]): Reading => cells.map(cellText);
const sorted = (readings: readonly Reading[]): readonly string[] =>
  readings.map((reading) => reading.join(' | ')).sort();

/** `3:5 plain 12`: the ink from 3 to 5 says 12. */
function cellText({ from, to, reading, content }: ReadCell): string {
  return `${from}:${to} ${reading} ${contentText(content)}`;
}

/** Every way to read pieces as cells that follow each other, from a column on. */
function inOrderFrom({ ink, form }: MadeUpRow, atoms: readonly Atom[], column: number): readonly Reading[] {
  const { columns } = form;
  if (column === columns.length) return atoms.length === 0 ? [[]] : [];
  return atoms.flatMap((_, last) => {
    const own = atoms.slice(0, last + 1);
    if (own.slice(1).some(({ broken }) => broken)) return [];
    return readAtoms(ink, own, form)
      .filter((cell) => admits(columns, column, cell))
      .flatMap((cell) =>
        inOrderFrom({ ink, form, atoms, lines: [] }, atoms.slice(last + 1), column + cell.columns).map(
          (rest) => [cellText(cell), ...rest],
        ),
      );
  });
}

/** Every way to read a row as cells that follow each other. */
export function everyInOrder(row: MadeUpRow): readonly string[] {
  return sorted(inOrderFrom(row, row.atoms, 0));
}

/** The same of a row in which the last piece of one line and the first of the next are one. */
export function everyTorn(row: MadeUpRow): readonly string[] {
  const { atoms, lines } = row;
  const begins = lines.slice(1).flatMap(([first]) => (first === undefined ? [] : [atoms.indexOf(first)]));
  return sorted(
    begins.flatMap((at) => {
      const [last, first] = [atoms[at - 1], atoms[at]];
      if (last === undefined || first === undefined || first.broken) return [];
      if (last.phrase !== undefined || first.phrase !== undefined) return [];
      const joined = { ...last, to: first.to, text: last.text + first.text };
      return inOrderFrom(row, [...atoms.slice(0, at - 1), joined, ...atoms.slice(at + 1)], 0);
    }),
  );
}

/** The same of a row of which one piece is the end of a cell and the beginning of the next. */
export function everyCut(row: MadeUpRow, isPlace: (before: string) => boolean): readonly string[] {
  const { atoms, form } = row;
  return sorted(
    atoms.flatMap((atom, at) => {
      if (atom.phrase !== undefined) return [];
      return [...atom.text].slice(1).flatMap((_, before) => {
        const [one, other] = [atom.text.slice(0, before + 1), atom.text.slice(before + 1)];
        if (!isPlace(one)) return [];
        const place = atom.from + one.length;
        const head = [...atoms.slice(0, at), { ...atom, to: place, text: one }];
        const tail = [{ ...atom, from: place, text: other, broken: false }, ...atoms.slice(at + 1)];
        return form.columns.flatMap((_, column) => {
          if (column === 0) return [];
          const until = { ...row, form: { ...form, columns: form.columns.slice(0, column) } };
          return inOrderFrom(until, head, 0).flatMap((begin) =>
            inOrderFrom(row, tail, column).map((end) => [...begin, ...end]),
          );
        });
      });
    }),
  );
}

/** Every choice of how many more pieces each line gives. */
function everyTaking(lines: readonly Line[], taken: readonly number[]): readonly (readonly number[])[] {
  return lines.reduce<readonly (readonly number[])[]>(
    (choices, line, index) =>
      choices.flatMap((choice) =>
        Array.from({ length: line.length - (taken[index] ?? 0) + 1 }, (_, more) => [
          ...choice,
          (taken[index] ?? 0) + more,
        ]),
      ),
    [[]],
  );
}

/** Every way to read a row each of whose cells takes the next pieces of some lines: of `main`, if it is given, at least one. */
function besideFrom(
  row: MadeUpRow,
  taken: readonly number[],
  column: number,
  main: number | undefined,
): readonly Reading[] {
  const { ink, form, lines } = row;
  if (column === form.columns.length)
    return lines.every((line, index) => line.length === taken[index]) ? [[]] : [];
  return everyTaking(lines, taken).flatMap((next) => {
    const pieces = lines.map((line, index) => line.slice(taken[index], next[index]));
    if (pieces.flat().length === 0 || (main !== undefined && pieces[main]?.length === 0)) return [];
    const filled = pieces.filter((piece) => piece.length > 0);
    const glued = filled.reduce<readonly Atom[]>((before, [first, ...rest], index) => {
      const last = before.at(-1);
      if (first === undefined) return before;
      if (index === 0 || last === undefined) return [first, ...rest];
      return [...before.slice(0, -1), { ...last, to: first.to, text: last.text + first.text }, ...rest];
    }, []);
    const ways = filled.length > 1 ? [pieces.flat(), glued] : [pieces.flat()];
    return ways
      .flatMap((atoms) => readAtoms(ink, atoms, form))
      .filter((cell) => admits(form.columns, column, cell))
      .flatMap((cell) =>
        besideFrom(row, next, column + cell.columns, main).map((rest) => [cellText(cell), ...rest]),
      );
  });
}

/** The same for each line that has a piece for every cell, or without such a line. */
export function everyBeside(row: MadeUpRow, hasMain: boolean): readonly string[] {
  const { lines, form, atoms } = row;
  if (lines.length < 2 || atoms.some(({ phrase }) => phrase !== undefined)) return [];
  const mains = [...lines.keys()].filter((index) => (lines[index]?.length ?? 0) >= form.columns.length);
  const start = lines.map(() => 0);
  return sorted((hasMain ? mains : [undefined]).flatMap((main) => besideFrom(row, start, 0, main)));
}
