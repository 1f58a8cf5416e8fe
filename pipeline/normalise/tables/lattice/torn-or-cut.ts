import type { RowForm } from '../../../template/plan.ts';
import { type Atom, type ReadCell, readAtoms, readStretch } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import { SETTINGS } from '../../settings.ts';
import { joined, type Line } from './beside.ts';
import type { Step, Way } from './lattice.ts';

/**
 * Pieces in their order, two of them joined where a line ends; undefined where none can be. A place is the number of
 * pieces, negative behind it. `whole` reads them as they stand.
 */
export function tornOnce(
  ink: Ink,
  { atoms, lines, whole }: RowPieces,
  form: RowForm,
): Way<number> | undefined {
  const mayJoin = (at: number): boolean =>
    !atoms[at - 1]?.phrase && !atoms[at]?.phrase && atoms[at]?.broken === false;
  const begins = lines
    .slice(1)
    .flatMap(([first]) => (first ? [atoms.indexOf(first)] : []))
    .filter(mayJoin);
  if (begins.length === 0) return undefined;
  const cellsOf = cellsOnce(ink, form);
  return {
    start: 0,
    keyOf: (place) => place + atoms.length,
    isEnd: (place) => place === -atoms.length,
    *steps(place, columnsLeft): Generator<Step<number>> {
      for (const { cell, to } of whole.steps(Math.abs(place), columnsLeft))
        yield { cell, to: place < 0 ? -to : to };
      if (place < 0) return;
      for (const at of begins) {
        if (at <= place) continue;
        for (
          let last = at + 1;
          last <= Math.min(atoms.length, place + 1 + SETTINGS.mostAtoms.value);
          last += 1
        ) {
          const pieces = joined([atoms.slice(place, at), atoms.slice(at, last)]);
          for (const cell of cellsOf(pieces)) yield { cell, to: -last };
        }
      }
    },
  };
}

/** The pieces of a row, by line too, and the way that reads them in their order. */
interface RowPieces {
  readonly atoms: readonly Atom[];
  readonly lines: readonly Line[];
  readonly whole: Way<number>;
}

/** A piece that may be cut: its place among the pieces, and where in the ink. */
interface Cut {
  readonly at: number;
  readonly place: number;
}

/**
 * Pieces in their order, one of them cut where no white space stands, at a place behind which a text may end; undefined
 * where there is none. A place is the number of pieces; then that of the cut; then the number of pieces behind it.
 */
export function cutOnce(
  ink: Ink,
  { atoms, whole }: RowPieces,
  form: RowForm,
  isPlace: (before: string) => boolean,
): Way<number> | undefined {
  const count = atoms.length;
  const cellsOf = (pieces: readonly Atom[]): readonly ReadCell[] =>
    pieces.slice(1).some(({ broken }) => broken) ? [] : readStretch(ink, pieces, form);
  const cuts = cutsIn(atoms, form, isPlace, (pieces) => cellsOf(pieces).length > 0);
  if (cuts.length === 0) return undefined;
  const behindOf = (pieces: number): number => count + 1 + cuts.length + pieces;
  // A text that spans columns fills some that have no piece of their own.
  const spanned = atoms.reduce((sum, { phrase }) => sum + (phrase?.columns ?? 1) - 1, 0);
  return {
    start: 0,
    keyOf: (place) => place,
    isEnd: (place) => place === behindOf(count),
    *steps(place, columnsLeft): Generator<Step<number>> {
      if (place > count + cuts.length) {
        const first = behindOf(0);
        for (const { cell, to } of whole.steps(place - first, columnsLeft)) yield { cell, to: to + first };
        return;
      }
      if (place > count) {
        const { at, place: from } = cuts[place - count - 1] ?? { at: 0, place: 0 };
        for (
          let last = at + 1;
          last <= Math.min(count - columnsLeft + 1 + spanned, at + SETTINGS.mostAtoms.value);
          last += 1
        ) {
          const pieces = atoms
            .slice(at, last)
            .map((atom, index) => (index === 0 ? partOf(atom, from, atom.to) : atom));
          for (const cell of cellsOf(pieces)) yield { cell, to: behindOf(last) };
        }
        return;
      }
      // The cut is still to come: it makes two cells of one piece.
      yield* whole.steps(place, columnsLeft - 1);
      for (const [index, { at, place: to }] of cuts.entries()) {
        if (at < place || at >= place + SETTINGS.mostAtoms.value || count - at < columnsLeft - 1 - spanned)
          continue;
        const pieces = atoms
          .slice(place, at + 1)
          .map((atom, own) => (own === at - place ? partOf(atom, atom.from, to) : atom));
        for (const cell of cellsOf(pieces)) yield { cell, to: count + 1 + index };
      }
    },
  };
}

/** The cuts that leave the row as many cells as it has columns: where they make a piece more, two others must be one. */
function cutsIn(
  atoms: readonly Atom[],
  { columns }: RowForm,
  isPlace: (before: string) => boolean,
  areCell: (pieces: readonly Atom[]) => boolean,
): readonly Cut[] {
  const cuts = atoms.flatMap(({ phrase, text, from }, at): readonly Cut[] => {
    if (phrase !== undefined) return [];
    return text
      .split('')
      .flatMap((_, index) =>
        index > 0 && isPlace(text.slice(0, index)) ? [{ at, place: from + index }] : [],
      );
  });
  if (cuts.length === 0 || atoms.length > columns.length) return cuts;
  const joinable = atoms.map((atom, at) => at > 0 && areCell(atoms.slice(at - 1, at + 1)) && !atom.broken);
  return cuts.filter(({ at, place }) => {
    const [atom, before, behind] = [atoms[at], atoms[at - 1], atoms[at + 1]];
    if (atom === undefined || joinable.some((is, other) => is && other !== at && other !== at + 1))
      return true;
    const isWith = (pieces: readonly (Atom | undefined)[]): boolean =>
      areCell(pieces.filter((piece) => piece !== undefined)) && !pieces.includes(undefined);
    return isWith([before, partOf(atom, atom.from, place)]) || isWith([partOf(atom, place, atom.to), behind]);
  });
}

/** The cells that pieces can be; none where a certain break stands between them. */
function cellsOnce(ink: Ink, form: RowForm): (pieces: readonly Atom[]) => readonly ReadCell[] {
  const known = new Map<string, readonly ReadCell[]>();
  return (pieces) => {
    const key = pieces.map(({ from, to }) => `${from} ${to}`).join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const cells = pieces.slice(1).some(({ broken }) => broken) ? [] : readAtoms(ink, pieces, form);
    known.set(key, cells);
    return cells;
  };
}

/** A part of an atom; before what is cut off stands no break. */
function partOf(atom: Atom, from: number, to: number): Atom {
  const text = atom.text.slice(from - atom.from, to - atom.from);
  return { ...atom, from, to, text, broken: atom.broken && from === atom.from };
}
