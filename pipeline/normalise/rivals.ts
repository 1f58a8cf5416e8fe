import type { RowForm } from '../template/plan.ts';
import { type Atom, admits, areCellsCertain, atomsOf, type ReadCell, readAtoms } from './cell.ts';
import type { Ink } from './ink.ts';
import { type Allows, type LatticeNode, latticeOf, readingsOf } from './lattice.ts';
import { type Cells, type Found, joined, type Line, sideBySide } from './lines-beside.ts';
import { withOtherMarks } from './marks.ts';
import type { SolvedRow } from './solve.ts';
import { MOST_READINGS } from './splits.ts';

/** A line of a row that holds nothing but footnote marks or what is left of one. */
const MARKS = /^(\d+\)|\))$/;
/** A row of more lines is one whose cells were wrapped one after the other. */
const MOST_LINES_BESIDE = 3;

/**
 * Other readings of a row whose characters stand where they stand for another reason than the one assumed, which
 * is that its cells follow each other in the order of the text, cut at white space:
 *
 * - cells wrapped side by side: `1 003  313 590  690 166` / `756` may be 1 003 756, 313 590, 690 166;
 * - a last line that is not the row's: `15` / `101` may be 15, and 101 the number of a page;
 * - a line broken inside a number: `339 792,80` / `7 627 418,42` may be 339 792,807 and 627 418,42;
 * - a mark of a note that is not listed: `3,811)` may be 3,8 with mark 11 where the list knows mark 1;
 * - cells that touch: `048,015 748 059,5` may be 48,0 and 15 748 059,5.
 *
 * Where cell breaks are certain, as in a PDF, there are none but those of marks. `allows` tells of a
 * column's cell whether it is worth going on with.
 */
export function* rivalsOf(ink: Ink, solved: SolvedRow, allows: Allows): Generator<Found> {
  const { row, cells } = solved;
  const { form } = row.item;
  yield* withOtherMarks(ink, cells, form);
  if (areCellsCertain(ink, cells)) return;
  const lines = linesOf(ink, atomsOfRow(ink, solved));
  yield* withoutLastLine(ink, cells, lines, form, allows);
  if (lines.length <= MOST_LINES_BESIDE) {
    yield* sideBySide(ink, lines, form, true, allows);
    yield* brokenInside(ink, lines, form, allows);
  }
  // A letter-spaced row has spaces between its digits, so its cells do not touch.
  for (const rival of cutsOf(ink, solved, allows, (before) => /[,.]\d+$/.test(before))) {
    if (rival === 'too many') yield rival;
    else if (
      !rival.some(({ reading }, index) => reading === 'letter_spaced' && cells[index]?.reading !== reading)
    )
      yield rival;
  }
}

/**
 * Readings that are believed only if they mend what the printed cells break: cells that stand lower than the others
 * of their row, and a footnote mark that lost its bracket (`671122` may be 67112 with mark 2).
 */
export function* mendsOf(ink: Ink, solved: SolvedRow, allows: Allows): Generator<Found> {
  const { row, cells } = solved;
  yield* withMarkBare(cells, row.item.form);
  const lines = linesOf(ink, atomsOfRow(ink, solved));
  if (lines.length <= MOST_LINES_BESIDE) yield* sideBySide(ink, lines, row.item.form, false, allows);
}

function* withMarkBare(cells: Cells, { columns, marks }: RowForm): Generator<Cells> {
  for (const [index, cell] of cells.entries()) {
    if (cell.content.kind !== 'number') continue;
    const { value } = cell.content;
    for (const mark of marks.filter(
      (each) => value.endsWith(each) && /\d$/.test(value.slice(0, -each.length)),
    )) {
      const bare = {
        ...cell,
        content: { kind: 'number', value: value.slice(0, -mark.length), marks: [mark] },
      } as const;
      if (admits(columns.slice(index, index + 1), bare)) yield cells.with(index, bare);
    }
  }
}

/** Readings with a number cut where no white space stands, at places behind which a text may end: `590690 166`. */
export function* cutsOf(
  ink: Ink,
  solved: SolvedRow,
  allows: Allows,
  isPlace: (before: string) => boolean = () => true,
): Generator<Found> {
  const { form } = solved.row.item;
  const atoms = atomsOfRow(ink, solved);
  const cuts = atoms.flatMap((atom, index) => placesIn(atom, isPlace).map((at) => ({ atom, index, at })));
  if (cuts.length === 0) return;
  const isCell = (first: Atom | undefined, second: Atom | undefined): boolean =>
    first !== undefined && second !== undefined && readAtoms(ink, [first, second], form).length > 0;
  const joinable = atoms.slice(1).map((atom, index) => isCell(atoms[index], atom));
  for (const { atom, index, at } of cuts) {
    const pieces = [partOf(atom, atom.from, at), { ...partOf(atom, at, atom.to), broken: false }];
    const [first, second] = pieces;
    // A cut makes one atom more, so two others must be one cell.
    const isElsewhere =
      atoms.length > form.columns.length || joinable.some((is, at) => is && at !== index && at !== index - 1);
    if (!isElsewhere && !isCell(atoms[index - 1], first) && !isCell(second, atoms[index + 1])) continue;
    yield* readIn(
      latticeOf(ink, [...atoms.slice(0, index), ...pieces, ...atoms.slice(index + 1)], form, { allows }),
    );
  }
}

/** Offsets in the ink at which an atom may be cut. */
function placesIn({ phrase, text, from }: Atom, isPlace: (before: string) => boolean): readonly number[] {
  if (phrase !== undefined) return [];
  return text.split('').flatMap((_, at) => (at > 0 && isPlace(text.slice(0, at)) ? [from + at] : []));
}

function atomsOfRow(ink: Ink, { row, cells }: SolvedRow): readonly Atom[] {
  return cells.flatMap((cell) => [...atomsOf(ink, cell, row.item.form)]);
}

function partOf(atom: Atom, from: number, to: number): Atom {
  return { ...atom, from, to, text: atom.text.slice(from - atom.from, to - atom.from) };
}

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

/** The last line is not the row's; unless its other cells are wrapped as well, or each has a line of its own. */
function* withoutLastLine(
  ink: Ink,
  cells: Cells,
  lines: readonly Line[],
  form: RowForm,
  allows: Allows,
): Generator<Found> {
  const isWrapped = ({ from, to }: ReadCell): boolean => ink.lines[from] !== ink.lines[to - 1];
  const [, ...behind] = cells;
  const isColumn = behind.length > 0 && behind.every(({ from }) => ink.lines[from] !== ink.lines[from - 1]);
  if (lines.length < 2 || isColumn || cells.slice(0, -1).some(isWrapped)) return;
  yield* readIn(latticeOf(ink, lines.slice(0, -1).flat(), form, { allows }));
}

/** The readings of a graph, unless they are too many. */
function* readIn(lattice: LatticeNode): Generator<Found> {
  if (lattice.count > MOST_READINGS) yield 'too many';
  else yield* readingsOf(lattice, MOST_READINGS);
}

/** The end of a line stands inside a number, where no white space does. */
function* brokenInside(ink: Ink, lines: readonly Line[], form: RowForm, allows: Allows): Generator<Found> {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const [last, first] = [line.at(-1), next?.[0]];
    if (next === undefined || last?.phrase || first?.phrase || first?.broken) continue;
    const both = joined([line, next]);
    const atoms = [...lines.slice(0, index).flat(), ...both, ...lines.slice(index + 2).flat()];
    yield* readIn(latticeOf(ink, atoms, form, { allows }));
  }
}
