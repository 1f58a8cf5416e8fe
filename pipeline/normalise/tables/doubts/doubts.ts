import type { Instance } from '../../../identities/instance.ts';
import { evaluate } from '../../../identities/verdict.ts';
import { contentsOf, type ReadCell } from '../../reading/cell.ts';
import { sameContent } from '../../reading/cell-content.ts';
import type { Ink } from '../../reading/ink.ts';
import { SETTINGS } from '../../settings.ts';
import {
  type Assumption,
  assumptionsOf,
  MENDS,
  OF_BROKEN_ROWS,
  OF_EVERY_ROW,
} from '../lattice/assumptions.ts';
import type { SolvedRow } from '../lattice/lattice.ts';
import { type Allows, findReading } from '../lattice/lattice.ts';
import { type RowIdentities, rowIdentities, type Surroundings } from '../solve/row-identities.ts';
import { displacedIn } from './displaced.ts';
import { doubtfulTables } from './doubtful-notation.ts';
import { lostIn } from './lost-values.ts';

/** Another reading of a row that stands, or that there are more than are tried. */
export interface Doubt {
  /** What the other reading assumes; what no other cells are shown for, see below. */
  readonly assumes: Assumption | Lack;
  /** Undefined where a limit is reached, and of values that are lost. */
  readonly other: readonly ReadCell[] | undefined;
  /** The other reading satisfies all that the chosen one breaks; else nothing tells the two apart. */
  readonly isBetter: boolean;
  readonly isCut: boolean;
  /** A number whose notation is open, as printed, with what it may be. */
  readonly printed?: string;
  /** What such a row breaks makes others doubtful that are not at fault. */
  readonly isAlone: boolean;
}

/**
 * What may be wrong with a row besides: a value stands under another column than it is read for, a mark at another value
 * than it belongs to, the sign in a number parts thousands, a value is lost, or there are two in the place of one.
 */
type Lack = 'out of column' | 'slipped mark' | 'other sign' | 'lost value' | 'two values';

/** A row with what speaks against the reading that was chosen. */
export interface DoubtfulRow extends SolvedRow {
  readonly doubt: Doubt;
}

/** One kind of doubt: the rows that it speaks against. */
type Hearing = (ink: Ink, solved: readonly SolvedRow[], around: Surroundings) => readonly DoubtfulRow[];

/**
 * What may speak against rows that were read, in the order in which it is heard: their places, the notation of their
 * table, and other readings that no identity tells from the chosen one.
 */
const HEARINGS: readonly Hearing[] = [displaced, writtenOtherwise, readOtherwise];

/**
 * Rows that were read though another reading of them stands. The first kind of doubt that there is makes other rows
 * doubtful that are not at fault, and is told alone.
 *
 * Another reading of the columns of a row is an edge of its graph, with the assumption that it rests on. The others are
 * none: a mark says nothing that arithmetic or form could hold against it, a value too few or too many leaves no reading
 * of the columns, and a notation is that of a whole table.
 */
export function doubtfulRows(
  ink: Ink,
  solved: readonly SolvedRow[],
  around: Surroundings,
): readonly DoubtfulRow[] {
  for (const hear of HEARINGS) {
    const rows = hear(ink, solved, around);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Rows of which a value or a mark stands elsewhere than it belongs. */
function displaced(ink: Ink, solved: readonly SolvedRow[]): readonly DoubtfulRow[] {
  return solved.flatMap((row) => {
    const assumes = displacedIn(ink, row.cells);
    return assumes === undefined ? [] : [doubted(row, { assumes, isAlone: true })];
  });
}

/** Rows that show that their table may be read in two notations. */
function writtenOtherwise(ink: Ink, solved: readonly SolvedRow[]): readonly DoubtfulRow[] {
  return doubtfulTables(ink, solved).map(({ row, printed }) =>
    doubted(row, { assumes: 'other sign', isAlone: true, printed }),
  );
}

/**
 * Rows of which another reading stands that no identity tells from the chosen one: none that the chosen one satisfies is
 * broken by it. Where the chosen one breaks some, more is assumed.
 *
 * Of rows that the same broken identity makes doubtful one is told: a number that may be two comes first.
 */
function readOtherwise(ink: Ink, solved: readonly SolvedRow[], around: Surroundings): readonly DoubtfulRow[] {
  const rows = solved.flatMap((row): readonly DoubtfulRow[] => {
    const assumes = lostIn(row, ink, around);
    if (assumes !== undefined) return [doubted(row, { assumes })];
    const doubt = otherReading(ink, row, around);
    return doubt === undefined ? [] : [{ ...row, doubt }];
  });
  const isOfTwo = ({ doubt }: DoubtfulRow): boolean => doubt.assumes === 'two values';
  return leading([...rows.filter(isOfTwo), ...rows.filter((row) => !isOfTwo(row))], around);
}

function doubted(row: SolvedRow, doubt: Pick<Doubt, 'assumes'> & Partial<Doubt>): DoubtfulRow {
  return { ...row, doubt: { other: undefined, isBetter: false, isCut: false, isAlone: false, ...doubt } };
}

/**
 * Rows of certain columns of which a mark may have more digits than the one that is listed, and no identity tells: nothing
 * else can be assumed of such a row.
 */
export function doubtfulMarks(
  ink: Ink,
  solved: readonly SolvedRow[],
  around: Surroundings,
): readonly DoubtfulRow[] {
  return solved.flatMap((row) => {
    if (!hasMarks(row)) return [];
    const identities = rowIdentities(row.row, around);
    const doubt = differingIn(row, identities, searchIn(ink, row, identities), ['other mark']);
    return doubt === undefined ? [] : [{ ...row, doubt }];
  });
}

function hasMarks({ cells }: SolvedRow): boolean {
  return cells.some(({ content }) => content.kind === 'number' && content.marks.length > 0);
}

/** The first other reading of a row that stands. */
function otherReading(ink: Ink, row: SolvedRow, around: Surroundings): Doubt | undefined {
  const identities = rowIdentities(row.row, around);
  const { all, sound, broken, brokenBy } = identities;
  const moved = movedIn(row);
  const isRefuted = (cells: readonly ReadCell[]): boolean => brokenBy(cells, sound).length > 0;
  const isBetter = (cells: readonly ReadCell[]): boolean => brokenBy(cells, all).length === 0;
  const touches = (cells: readonly ReadCell[], { slots: reached }: Instance): boolean =>
    moved(cells).some((slot) => reached.includes(slot));
  const search = searchIn(ink, row, identities);
  const differing = differingIn(row, identities, search, OF_EVERY_ROW);
  if (differing !== undefined || broken.length === 0) return differing;
  const cut = search(
    OF_BROKEN_ROWS,
    'sound',
    (cells) => broken.some((instance) => touches(cells, instance)) && !isRefuted(cells),
  );
  if (cut !== undefined) return { ...cut, isBetter: cut.other !== undefined && isBetter(cut.other) };
  const mend = search(MENDS, 'all', isBetter);
  return mend && { ...mend, isBetter: true };
}

/** The first reading that has other values than the chosen one and breaks nothing that it satisfies. */
function differingIn(
  row: SolvedRow,
  { sound, brokenBy }: RowIdentities,
  search: Search,
  assumptions: readonly Assumption[],
): Doubt | undefined {
  const moved = movedIn(row);
  return search(
    assumptions,
    'sound',
    (cells) => moved(cells).length > 0 && brokenBy(cells, sound).length === 0,
  );
}

/** The slots of a row that have another value in another reading of it. */
function movedIn({ row, cells: own }: SolvedRow): (cells: readonly ReadCell[]) => readonly number[] {
  const chosen = contentsOf(own);
  return (cells) => {
    const contents = contentsOf(cells);
    return row.item.slots.flatMap(({ index }, at) => {
      const content = contents[at];
      return content === undefined || sameContent(chosen[at], content) ? [] : [index];
    });
  };
}

type Search = (
  assumptions: readonly Assumption[],
  of: 'sound' | 'all',
  isSought: (cells: readonly ReadCell[]) => boolean,
) => Doubt | undefined;

/** Searches the graphs of assumptions for a reading; what identities refute of a cell alone is not in them. */
function searchIn(ink: Ink, row: SolvedRow, { cost }: RowIdentities): Search {
  const costs = { sound: cost('sound'), all: cost('all') };
  const assume = assumptionsOf(ink, row);
  return (assumptions, of, isSought) => {
    const allows: Allows = (column, cell) => costs[of](cell, column) === 0;
    for (const assumes of assumptions) {
      for (const graph of assume(assumes, allows)) {
        let looked = 0;
        const other =
          graph &&
          findReading(graph, (cells) => {
            looked += 1;
            return looked > SETTINGS.mostReadings.value || isSought(cells);
          });
        const isCut = graph === undefined || looked > SETTINGS.mostReadings.value;
        if (isCut) return { assumes, other: undefined, isBetter: false, isCut, isAlone: false };
        if (other !== undefined) return { assumes, other, isBetter: false, isCut, isAlone: false };
      }
    }
    return undefined;
  };
}

/** Of rows that the same broken identity makes doubtful one is at fault: the one that breaks most of them. */
function leading(rows: readonly DoubtfulRow[], { values, reaching }: Surroundings): readonly DoubtfulRow[] {
  const ranked = rows.map((row) => {
    const slots = row.row.item.slots.map(({ index }) => index);
    const reached = new Set(slots.flatMap((slot) => reaching.get(slot) ?? []));
    const broken = [...reached].filter((instance) => evaluate(instance, values)?.verdict === 'broken');
    const totals = broken.filter(({ left }) => left.kind === 'slot' && slots.includes(left.slot)).length;
    return { row, broken, totals };
  });
  ranked.sort((a, b) => b.broken.length - a.broken.length || b.totals - a.totals);
  const told = new Set<Instance>();
  return ranked
    .filter(({ broken }) => {
      const isNew = broken.length === 0 || !broken.some((instance) => told.has(instance));
      for (const instance of broken) told.add(instance);
      return isNew;
    })
    .map(({ row }) => row);
}
