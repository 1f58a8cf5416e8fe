import type { Notation } from '../../../template/notation.ts';
import type { RowForm } from '../../../template/plan.ts';
import { type Atom, atomsOf, readStretch } from '../../reading/cell.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { levelEnd } from '../../reading/raised-marks.ts';
import { SETTINGS } from '../../settings.ts';
import { type Allows, graphOf, type LatticeNode, NO_READING, type Step, type Way } from './lattice.ts';

/**
 * Every way to read a row's cell text as exactly one cell a column, its cells following each other in the order of the
 * text. `100 404 304 2 419 53 382` under five columns has one for each way to join its groups of three; arithmetic
 * chooses later. Where the cells are certain, cell n is column n.
 */
export function rowLattice(ink: Ink, stretches: readonly Stretch[], form: RowForm): LatticeNode {
  const atoms = atomsIn(ink, stretches, form);
  if (atoms === undefined) return NO_READING;
  const cells = certainCells(ink, stretches, atoms, form);
  if (cells !== undefined) return latticeOf(ink, cells, form, { areCertain: true });
  return hasHole(ink, atoms) ? NO_READING : latticeOf(ink, atoms, form);
}

/** What holds for a row besides its form. */
interface LatticeRules {
  /** Each cell ends where a certain cell break stands, or the row does. */
  readonly areCertain?: boolean;
  readonly allows?: Allows;
}

/** The readings of pieces in their order. */
export function latticeOf(
  ink: Ink,
  atoms: readonly Atom[],
  form: RowForm,
  { areCertain = false, allows }: LatticeRules = {},
): LatticeNode {
  if (atoms.length > form.columns.length * SETTINGS.mostAtoms.value) return NO_READING;
  return graphOf(inOrder(ink, atoms, form, areCertain), form.columns, allows) ?? NO_READING;
}

/** The way that reads pieces in their order: a place is the number of pieces that are read. */
export function inOrder(ink: Ink, atoms: readonly Atom[], form: RowForm, areCertain = false): Way<number> {
  const steps = new Map<number, readonly Step<number>[]>();
  const arePhrases = atoms.some(({ phrase }) => phrase !== undefined);
  const mayBeCell = beginningsOf(ink, atoms, form.notation);
  const stepsFrom = (first: number): readonly Step<number>[] => {
    const found: Step<number>[] = [];
    for (let last = first + 1; last <= Math.min(atoms.length, first + SETTINGS.mostAtoms.value); last += 1) {
      if (last > first + 1 && (atoms[last - 1]?.broken || !mayBeCell(first, last))) break;
      if (areCertain && atoms[last]?.broken === false) continue;
      for (const cell of readStretch(ink, atoms.slice(first, last), form)) found.push({ cell, to: last });
    }
    return found;
  };
  return {
    start: 0,
    keyOf: (place) => place,
    isEnd: (place) => place === atoms.length,
    *steps(place, columnsLeft) {
      const known = steps.get(place) ?? stepsFrom(place);
      steps.set(place, known);
      for (const step of known) {
        const left = atoms.length - step.to;
        // A piece fills a column, but for a text that spans several.
        if (left > (columnsLeft - 1) * SETTINGS.mostAtoms.value) continue;
        if (arePhrases || left >= columnsLeft - 1) yield step;
      }
    },
  };
}

/** The atoms of a row; undefined where they are more than its cells can have. */
function atomsIn(ink: Ink, stretches: readonly Stretch[], form: RowForm): readonly Atom[] | undefined {
  const most = form.columns.length * SETTINGS.mostAtoms.value;
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

/** Digits that can stand in a number behind others: a group of three, or one that is letter-spaced. */
const GROUP = /^(?:\d|\d{3})(?:[,.]\d*)?$/;
const DIGITS = /^\d+(?:[,.]\d*)?$/;
const HAS_DIGIT = /\d/;

/** How many decimal signs a text has. */
export function decimalSignsIn(text: string, { decimal }: Notation): number {
  return [...text].filter((character) => decimal.includes(character)).length;
}

/**
 * Tells of atoms, from one to before another, whether they can begin a number at all: it has one decimal sign, and
 * groups of three behind its first. All that begins with other atoms is no number either.
 */
function beginningsOf(
  ink: Ink,
  atoms: readonly Atom[],
  notation: Notation,
): (first: number, last: number) => boolean {
  const signs = [0];
  const others = [0];
  for (const [index, atom] of atoms.entries()) {
    const text = atom.text.slice(0, levelEnd(ink, atom) - atom.from);
    // A mark may be torn from its bracket: `67 1122` / `)` is 67 112 with mark 2.
    const isTorn = atoms[index + 1]?.text.startsWith(')') === true;
    signs.push((signs.at(-1) ?? 0) + decimalSignsIn(text, notation));
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
