import type { RowForm } from '../../../template/plan.ts';
import { type Atom, areCellsCertain, atomsOf, type ReadCell } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import { spaced } from '../../reading/ink.ts';
import { readNumber } from '../../reading/number.ts';
import { markStarts } from '../../reading/raised-marks.ts';
import { SETTINGS } from '../../settings.ts';
import { besideGraphs, type Line } from './beside.ts';
import { inOrder } from './in-order.ts';
import type { SolvedRow } from './lattice.ts';
import { type Allows, graphOf, type LatticeNode, type Step, type Way } from './lattice.ts';
import { cutOnce, tornOnce } from './torn-or-cut.ts';

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

/** The graphs of an assumption about a row, of the cells that are allowed. */
type Assume = (assumption: Assumption, allows: Allows) => readonly (LatticeNode | undefined)[];

/**
 * The edges that assumptions add to a row that was read, as graphs whose every path makes use of one; undefined in the
 * place of a graph that is too large to be tried. Where cell breaks are certain, as in a PDF, nothing else can be
 * assumed of a row that holds than another mark.
 */
export function assumptionsOf(ink: Ink, { row, cells }: SolvedRow): Assume {
  const { form } = row.item;
  const isFirm = areCellsCertain(ink, cells);
  const atoms = cells.flatMap((cell) => [...atomsOf(ink, cell, form)]);
  const lines = linesOf(ink, atoms);
  const areFew = lines.length <= SETTINGS.mostLinesBeside.value;
  const pieces = { atoms, lines, whole: inOrder(ink, atoms, form) };
  const graph = <Place>(way: Way<Place> | undefined, allows: Allows): ReturnType<Assume> =>
    way === undefined ? [] : [graphOf(way, form.columns, allows)];
  const graphs: Readonly<Record<Assumption, (allows: Allows) => ReturnType<Assume>>> = {
    'other mark': (allows) =>
      cells.some(hasMark)
        ? graph(
            otherCells(cells, (cell) => otherMarks(ink, cell, form)),
            allows,
          )
        : [],
    'bare mark': (allows) =>
      graph(
        otherCells(cells, (cell) => bareMarks(cell, form)),
        allows,
      ),
    cut: (allows) =>
      graph(
        cutOnce(ink, pieces, form, () => true),
        allows,
      ),
    lower: (allows) => (areFew ? besideGraphs(ink, lines, form, false, allows) : []),
    'line of another': (allows) =>
      !isFirm && isLastApart(ink, cells, lines) ? graph(withoutLast(ink, lines, form), allows) : [],
    beside: (allows) => (!isFirm && areFew ? besideGraphs(ink, lines, form, true, allows) : []),
    torn: (allows) => (!isFirm && areFew ? graph(tornOnce(ink, pieces, form), allows) : []),
    touching: (allows) =>
      isFirm
        ? []
        : graph(
            cutOnce(ink, pieces, form, (before) => /[,.]\d+$/.test(before)),
            // A letter-spaced row has spaces between its digits, so its cells do not touch.
            (column, cell) =>
              (cell.reading !== 'letter_spaced' || cells[column]?.reading === 'letter_spaced') &&
              allows(column, cell),
          ),
  };
  return (assumption, allows) => graphs[assumption](allows);
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
  const [at = to] = markStarts(ink, cell, content.marks);
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
