import type { Notation } from '../../../template/notation.ts';
import type { RowForm } from '../../../template/plan.ts';
import {
  admits,
  areCellsCertain,
  atomsOf,
  contentsOf,
  type ReadCell,
  readingText,
} from '../../reading/cell.ts';
import { type CellContent, sameCell } from '../../reading/cell-content.ts';
import { Gap, hasRaised, type Ink } from '../../reading/ink.ts';
import { LIKE_THOUSANDS } from '../doubts/doubtful-notation.ts';
import { latticeOf } from '../lattice/in-order.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import { rowIdentities, type Surroundings } from '../solve/row-identities.ts';
import { nextBest } from './next-best.ts';

/** The kinds of evidence, in the order in which they are heard: each strikes out readings that those before it left. */
export type Evidence = 'place' | 'print' | 'form' | 'arithmetic';

/** The next best reading of a cell, and what speaks against it. */
interface RunnerUp {
  /** What the cell would say, such as `100200` or `nil`. */
  readonly says: string;
  /** The row as it would be read then: `1 | 100200 | 3`. */
  readonly row: string;
  readonly felledBy: Evidence;
  /** The identities that it breaks, by their names; none unless arithmetic felled it. */
  readonly identities: readonly string[];
}

/** What decided how a cell is read. */
export interface Chosen {
  /** The evidence without which the next best reading would stand; the form where there is none. */
  readonly evidence: Evidence;
  /** Nothing where the printed characters can be read in no other way. */
  readonly runnerUp?: RunnerUp;
  /** Whether the notation of the number is declared, or its characters have one meaning in every notation. */
  readonly isNotationCertain: boolean;
  /** Whether more than one identity alone keeps the cell in its column. */
  readonly isColumnCertain: boolean;
}

/** What is read in a sentence: the words around it leave nothing open. */
export const BY_WORDS: Chosen = {
  evidence: 'form',
  isNotationCertain: true,
  isColumnCertain: true,
};

type Others = (RunnerUp | undefined)[];
type Cells = readonly ReadCell[];

/**
 * Tells of each cell of a row what decided how it is read. Its readings are made again with one kind of evidence left
 * out: `12 345 | 678` of a ruled page would be 12 and 345678 as well, had place not told where a cell ends, and `345`
 * with a raised `1` would be 3451, had print not told.
 */
export function chosenCells(ink: Ink, row: ReadRow, cells: Cells, around: Surroundings): readonly Chosen[] {
  const { form } = row.item;
  const others = runnersUp(ink, row, cells, around);
  const isParted = areCellsCertain(ink, cells) || cells.every((cell) => !hasSpace(ink, cell));
  let column = 0;
  return cells.map((cell): Chosen => {
    const runnerUp = others[column];
    column += cell.columns;
    return {
      evidence: runnerUp?.felledBy ?? 'form',
      ...(runnerUp && { runnerUp }),
      isNotationCertain: isNotationCertain(ink, cell, form.notation),
      isColumnCertain:
        isParted ||
        (runnerUp?.felledBy === 'arithmetic' ? runnerUp.identities.length > 1 : form.notation.isDeclared),
    };
  });
}

function runnersUp(ink: Ink, row: ReadRow, cells: Cells, around: Surroundings): Others {
  const { form } = row.item;
  const contents = contentsOf(cells);
  const others: Others = contents.map(() => undefined);
  if (row.lattice.count > 1) addFelledByArithmetic(others, row, cells, around);
  const isOpen = (): boolean => others.includes(undefined);
  const add = (felledBy: Evidence, readings: readonly (Cells | undefined)[]): void => {
    for (const [column, reading] of readings.entries()) {
      if (reading !== undefined) others[column] ??= runnerUpOf(reading, column, felledBy, []);
    }
  };
  const atoms = cells.flatMap((cell) => [...atomsOf(ink, cell, form)]);
  const without = (page: Ink, rules: RowForm, areBroken: boolean): readonly (Cells | undefined)[] => {
    const pieces = areBroken ? atoms : atoms.map((atom) => ({ ...atom, broken: false }));
    return nextBest(latticeOf(page, pieces, rules), contents, farFrom(contents, form));
  };
  if (isOpen() && atoms.slice(1).some(({ broken }) => broken)) {
    add('place', without(ink, form, false));
    add('place', withHolesElsewhere(cells, form));
  }
  const last = cells.at(-1);
  if (isOpen() && last !== undefined && hasRaised(ink, cells[0]?.from ?? 0, last.to))
    add('print', without({ ...ink, raised: new Uint8Array(ink.raised.length) }, form, true));
  if (isOpen()) add('form', without(ink, { ...form, columns: form.columns.map(() => ANYTHING) }, true));
  return others;
}

/** A cell that its column cannot have is further from a reading than so many others that it can. */
const FOREIGN = 100;

/** How far a cell is from what was chosen: nothing where it says the same, most where its column cannot have it. */
function farFrom(
  chosen: readonly CellContent[],
  { columns }: RowForm,
): (cell: ReadCell, column: number) => number {
  return (cell, column) => {
    if (sameCell(chosen[column], cell.content)) return 0;
    return admits(columns, column, cell) ? 1 : FOREIGN;
  };
}

/** No bound and no number of decimals. */
const ANYTHING = { decimals: [], minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };

function runnerUpOf(row: Cells, column: number, felledBy: Evidence, identities: readonly string[]): RunnerUp {
  let at = 0;
  const own = row.find(({ columns }) => {
    at += columns;
    return at > column;
  });
  return { says: own === undefined ? '' : readingText([own]), row: readingText(row), felledBy, identities };
}

/** What tells two readings apart that break as many identities: a part of one that no row has enough cells to make whole. */
const TIE = 1e-6;

/** The readings of a row that its form leaves and identities do not. */
function addFelledByArithmetic(others: Others, row: ReadRow, cells: Cells, around: Surroundings): void {
  const { sound, brokenBy, cost } = rowIdentities(row, around);
  const contents = contentsOf(cells);
  const far = farFrom(contents, row.item.form);
  const broken = cost('sound');
  const costOf = (cell: ReadCell, column: number): number => broken(cell, column) + far(cell, column) * TIE;
  for (const [column, reading] of nextBest(row.lattice, contents, costOf).entries()) {
    if (reading === undefined) continue;
    const names = brokenBy(reading, sound).map(({ checkId }) => checkId);
    others[column] = runnerUpOf(reading, column, 'arithmetic', names);
  }
}

/** For each column a reading in which an empty cell of the row stands there: only place tells where nothing is printed. */
function withHolesElsewhere(cells: Cells, form: RowForm): readonly (Cells | undefined)[] {
  const hole = cells.findIndex(({ from, to }) => from === to);
  const empty = cells[hole];
  if (empty === undefined || cells.length !== form.columns.length) return [];
  return cells.map((cell, column) => {
    const beside = column + 1 < cells.length ? column + 1 : column - 1;
    const moved =
      cell.from === cell.to
        ? cells.with(column, cells[beside] ?? cell).with(beside, cell)
        : cells.toSpliced(hole, 1).toSpliced(column, 0, empty);
    return moved.every((each, at) => admits(form.columns, at, each)) ? moved : undefined;
  });
}

function hasSpace({ gaps }: Ink, { from, to }: ReadCell): boolean {
  for (let at = from + 1; at < to; at += 1) if (gaps[at] !== Gap.none) return true;
  return false;
}

/** Without a declaration `12,5` and `345` mean one thing, while `6,709` may be in thousands and `-` may be missing. */
function isNotationCertain({ printed }: Ink, { content, from, to }: ReadCell, notation: Notation): boolean {
  if (notation.isDeclared) return true;
  if (content.kind !== 'number') return from === to;
  return !LIKE_THOUSANDS.test(content.value) || /^\d+$/.test(printed.slice(from, to));
}
