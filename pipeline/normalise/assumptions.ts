import type { RowForm } from '../template/plan.ts';
import { besideGraphs, joined, type Line } from './beside.ts';
import { type Atom, areCellsCertain, atomsOf, type ReadCell, readAtoms, spaced } from './cell.ts';
import { inOrder } from './in-order.ts';
import type { Ink } from './ink.ts';
import { type Allows, graphOf, type LatticeNode, type Step, type Way } from './lattice.ts';
import { readNumber } from './number.ts';
import { SETTINGS } from './settings.ts';
import type { SolvedRow } from './solve.ts';

/**
 * What may be assumed of a row instead of that its cells follow each other in the order of the text, cut at white space:
 *
 * - `other mark`: a mark of a note that is not listed: `3,811)` may be 3,8 with mark 11 where the list knows mark 1;
 * - `line of another`: a last line that is not the row's: `15` / `101` may be 15, and 101 the number of a page;
 * - `beside`: cells wrapped side by side: `1 003  313 590  690 166` / `756` may be 1 003 756, 313 590, 690 166;
 * - `torn`: a line that ends inside a number: `339 792,80` / `7 627 418,42` may be 339 792,807 and 627 418,42;
 * - `touching`: cells that touch: `048,015 748 059,5` may be 48,0 and 15 748 059,5.
 *
 * The others are made only of rows that break an identity:
 *
 * - `cut`: cells that touch anywhere: `590690 166` may be 590 and 690 166;
 * - `bare mark`: a mark that lost its bracket: `671122` may be 67 112 with mark 2;
 * - `lower`: cells that stand lower than the others of their row.
 */
export type Assumption =
  | 'other mark'
  | 'line of another'
  | 'beside'
  | 'torn'
  | 'touching'
  | 'cut'
  | 'bare mark'
  | 'lower';

/** What is made of every row, in the order in which it is heard, and what of rows that break an identity. */
export const OF_EVERY_ROW = ['other mark', 'line of another', 'beside', 'torn', 'touching'] as const;
export const OF_BROKEN_ROWS = ['cut'] as const;
/** What is believed only if it mends all that the row breaks. */
export const MENDS = ['bare mark', 'lower'] as const;

/**
 * The edges that an assumption adds to a row that was read, as graphs whose every path makes use of it; undefined in
 * the place of one that is too large to be tried. Where cell breaks are certain, as in a PDF, nothing else can be
 * assumed of a row that holds than another mark.
 */
export function assumedGraphs(
  assumption: Assumption,
  ink: Ink,
  { row, cells }: SolvedRow,
  allows: Allows,
): readonly (LatticeNode | undefined)[] {
  const { form } = row.item;
  if (assumption === 'other mark' && !cells.some(hasMark)) return [];
  const isFirm = areCellsCertain(ink, cells);
  const graph = <Place>(way: Way<Place>, also: Allows = allows): readonly (LatticeNode | undefined)[] => [
    graphOf(way, form.columns, also),
  ];
  if (assumption === 'other mark') return graph(otherCells(cells, (cell) => otherMarks(ink, cell, form)));
  if (assumption === 'bare mark') return graph(otherCells(cells, (cell) => bareMarks(cell, form)));
  const atoms = cells.flatMap((cell) => [...atomsOf(ink, cell, form)]);
  if (assumption === 'cut') return graph(cutOnce(ink, atoms, form, () => true));
  const lines = linesOf(ink, atoms);
  const areFew = lines.length <= SETTINGS.mostLinesBeside.value;
  if (assumption === 'lower') return areFew ? besideGraphs(ink, lines, form, false, allows) : [];
  if (isFirm) return [];
  if (assumption !== 'touching' && lines.length < 2) return [];
  if (assumption === 'line of another')
    return isLastApart(ink, cells, lines) ? graph(withoutLast(ink, lines, form)) : [];
  if (assumption === 'touching') {
    // A letter-spaced row has spaces between its digits, so its cells do not touch.
    const isSolid: Allows = (column, cell) =>
      (cell.reading !== 'letter_spaced' || cells[column]?.reading === 'letter_spaced') &&
      allows(column, cell);
    return graph(
      cutOnce(ink, atoms, form, (before) => /[,.]\d+$/.test(before)),
      isSolid,
    );
  }
  if (!areFew) return [];
  return assumption === 'beside'
    ? besideGraphs(ink, lines, form, true, allows)
    : graph(tornOnce(ink, atoms, lines, form));
}

function hasMark({ content }: ReadCell): boolean {
  return content.kind === 'number' && content.marks.length > 0;
}

/** A row's own cells, of which one is read otherwise. A place is the number of cells that are read, negative behind it. */
function otherCells(
  cells: readonly ReadCell[],
  othersOf: (cell: ReadCell) => readonly ReadCell[],
): Way<number> {
  const most = cells.length + 1;
  return {
    start: 0,
    keyOf: (place) => place + most,
    isEnd: (place) => place === -most,
    *steps(place): Generator<Step<number>> {
      const isSpent = place < 0;
      const at = isSpent ? -place - 1 : place;
      const cell = cells[at];
      if (cell === undefined) return;
      if (!isSpent) for (const other of othersOf(cell)) yield { cell: other, to: -(at + 2) };
      yield { cell, to: isSpent ? -(at + 2) : at + 1 };
    },
  };
}

/** Marks of two digits are the longest that are printed. */
const UNLISTED_MARKS: readonly string[] = Array.from({ length: 99 }, (_, index) => String(index + 1));

/** A cell with its digits before the bracket parted elsewhere. Where the mark is set apart by print nothing is open. */
function otherMarks(ink: Ink, cell: ReadCell, { marks, notation }: RowForm): readonly ReadCell[] {
  const { content, from, to } = cell;
  if (content.kind !== 'number' || content.marks.length !== 1) return [];
  const at = to - (content.marks[0]?.length ?? 0) - 1;
  if (ink.raised[at] === 1 && ink.raised[at - 1] !== 1) return [];
  const others = UNLISTED_MARKS.filter((mark) => !marks.includes(mark));
  return readNumber(spaced(ink, from, to), others, notation).flatMap(({ value, marks: other }) =>
    other.length === 1 ? [{ ...cell, content: { kind: 'number', value, marks: other } }] : [],
  );
}

function bareMarks(cell: ReadCell, { marks }: RowForm): readonly ReadCell[] {
  const { content } = cell;
  if (content.kind !== 'number') return [];
  const { value } = content;
  return marks
    .filter((mark) => value.endsWith(mark) && /\d$/.test(value.slice(0, -mark.length)))
    .map((mark) => ({
      ...cell,
      content: { kind: 'number', value: value.slice(0, -mark.length), marks: [mark] },
    }));
}

/** A line of a row that holds nothing but footnote marks or what is left of one. */
const MARKS = /^(\d+\)|\))$/;

/** The lines of a row, those of marks alone with the line before them: a mark changes no value. */
function linesOf({ lines }: Ink, atoms: readonly Atom[]): readonly Line[] {
  const grouped: Atom[][] = [];
  let number = -1;
  for (const atom of atoms) {
    if (lines[atom.from] !== number) grouped.push([]);
    number = lines[atom.from] ?? 0;
    grouped.at(-1)?.push(atom);
  }
  return grouped.reduce<Atom[][]>((kept, line) => {
    const before = kept.at(-1);
    if (before !== undefined && line.every(({ text }) => MARKS.test(text))) before.push(...line);
    else kept.push([...line]);
    return kept;
  }, []);
}

/** Whether the last line may be another's: not where the other cells are wrapped as well, or each has a line of its own. */
function isLastApart({ lines }: Ink, cells: readonly ReadCell[], printed: readonly Line[]): boolean {
  const isWrapped = ({ from, to }: ReadCell): boolean => lines[from] !== lines[to - 1];
  const [, ...behind] = cells;
  const isColumn = behind.length > 0 && behind.every(({ from }) => lines[from] !== lines[from - 1]);
  return printed.length > 1 && !isColumn && !cells.slice(0, -1).some(isWrapped);
}

function withoutLast(ink: Ink, lines: readonly Line[], form: RowForm): Way<number> {
  return inOrder(ink, lines.slice(0, -1).flat(), form);
}

/** Pieces in their order, two of them joined where a line ends. A place is the number of pieces, negative behind it. */
function tornOnce(ink: Ink, atoms: readonly Atom[], lines: readonly Line[], form: RowForm): Way<number> {
  const whole = inOrder(ink, atoms, form);
  const cellsOf = cellsOnce(ink, form);
  const begins = new Set(lines.slice(1).flatMap(([first]) => (first ? [atoms.indexOf(first)] : [])));
  const mayJoin = (at: number): boolean =>
    begins.has(at) && !atoms[at - 1]?.phrase && !atoms[at]?.phrase && atoms[at]?.broken === false;
  return {
    start: 0,
    keyOf: (place) => place + atoms.length,
    isEnd: (place) => place === -atoms.length,
    *steps(place, columnsLeft): Generator<Step<number>> {
      for (const { cell, to } of whole.steps(Math.abs(place), columnsLeft))
        yield { cell, to: place < 0 ? -to : to };
      if (place < 0) return;
      for (const at of begins) {
        if (at <= place || !mayJoin(at)) continue;
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

/** A piece that may be cut: its place among the pieces, and where in the ink. */
interface Cut {
  readonly at: number;
  readonly place: number;
}

/**
 * Pieces in their order, one of them cut where no white space stands, at a place behind which a text may end. A place is
 * the number of pieces; then that of the cut; then the number of pieces behind it.
 */
function cutOnce(
  ink: Ink,
  atoms: readonly Atom[],
  form: RowForm,
  isPlace: (before: string) => boolean,
): Way<number> {
  const count = atoms.length;
  const whole = inOrder(ink, atoms, form);
  const cellsOf = cellsOnce(ink, form);
  const cuts = cutsIn(atoms, form, isPlace, (pieces) => cellsOf(pieces).length > 0);
  const behindOf = (pieces: number): number => count + 1 + cuts.length + pieces;
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
          last <= Math.min(count - columnsLeft + 1, at + SETTINGS.mostAtoms.value);
          last += 1
        ) {
          const pieces = atoms
            .slice(at, last)
            .map((atom, index) => (index === 0 ? partOf(atom, from, atom.to) : atom));
          for (const cell of cellsOf(pieces)) yield { cell, to: behindOf(last) };
        }
        return;
      }
      yield* whole.steps(place, columnsLeft);
      for (const [index, { at, place: to }] of cuts.entries()) {
        if (at < place || at >= place + SETTINGS.mostAtoms.value || count - at < columnsLeft - 1) continue;
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
