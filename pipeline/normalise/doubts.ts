import type { Instance } from '../identities/instance.ts';
import { evaluate } from '../identities/verdict.ts';
import { type Assumption, assumedGraphs, MENDS, OF_BROKEN_ROWS, OF_EVERY_ROW } from './assumptions.ts';
import type { ReadCell } from './cell.ts';
import { contentsOf, sameContent } from './contents.ts';
import type { Ink } from './ink.ts';
import { type Allows, findReading } from './lattice.ts';
import { mayHoldTwo, mayMissValue } from './lost-values.ts';
import { type RowIdentities, rowIdentities, type Surroundings } from './row-identities.ts';
import { DOUBTS } from './settings.ts';
import type { SolvedRow } from './solve.ts';

/** Another reading of a row that stands, or that there are more than are tried. */
export interface Doubt {
  /** What the other reading assumes; a value that is lost, or that stands there twice. */
  readonly assumes: Assumption | 'lost value' | 'two values';
  /** Undefined where a limit is reached, and of values that are lost. */
  readonly other: readonly ReadCell[] | undefined;
  /** The other reading satisfies all that the chosen one breaks; else nothing tells the two apart. */
  readonly isBetter: boolean;
  readonly isCut: boolean;
}

/** A row with what speaks against the reading that was chosen. */
export interface DoubtfulRow extends SolvedRow {
  readonly doubt: Doubt;
}

/**
 * Rows that were read, and of which another reading stands that no identity tells from the chosen one: none that the
 * chosen one satisfies is broken by it. Where the chosen one breaks some, more is assumed.
 *
 * Of rows that the same broken identity makes doubtful one is told: a number that may be two comes first.
 */
export function doubtfulRows(
  ink: Ink,
  solved: readonly SolvedRow[],
  around: Surroundings,
): readonly DoubtfulRow[] {
  const doubted = (row: SolvedRow, assumes: Doubt['assumes']): DoubtfulRow => ({
    ...row,
    doubt: { assumes, other: undefined, isBetter: false, isCut: false },
  });
  const tooFull = solved.filter((row) => mayHoldTwo(row, ink, around));
  const others = solved.filter((row) => !tooFull.includes(row));
  const rest = others.flatMap((row): readonly DoubtfulRow[] => {
    if (mayMissValue(row, ink, around)) return [doubted(row, 'lost value')];
    const doubt = otherReading(ink, row, around);
    return doubt === undefined ? [] : [{ ...row, doubt }];
  });
  return leading([...tooFull.map((row) => doubted(row, 'two values')), ...rest], around);
}

/** The first other reading of a row that stands. */
function otherReading(ink: Ink, row: SolvedRow, around: Surroundings): Doubt | undefined {
  const identities = rowIdentities(row.row, around);
  const { all, sound, broken, brokenBy } = identities;
  const chosen = contentsOf(row.cells);
  const { slots } = row.row.item;
  const moved = (cells: readonly ReadCell[]): readonly number[] => {
    const contents = contentsOf(cells);
    return slots.flatMap(({ index }, at) => {
      const content = contents[at];
      return content === undefined || sameContent(chosen[at], content) ? [] : [index];
    });
  };
  const isRefuted = (cells: readonly ReadCell[]): boolean => brokenBy(cells, sound).length > 0;
  const isBetter = (cells: readonly ReadCell[]): boolean => brokenBy(cells, all).length === 0;
  const touches = (cells: readonly ReadCell[], { slots: reached }: Instance): boolean =>
    moved(cells).some((slot) => reached.includes(slot));
  const search = searchIn(ink, row, identities);
  const differing = search(OF_EVERY_ROW, 'sound', (cells) => moved(cells).length > 0 && !isRefuted(cells));
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

/** Searches the graphs of assumptions for a reading; what identities refute of a cell alone is not in them. */
function searchIn(
  ink: Ink,
  row: SolvedRow,
  { cost }: RowIdentities,
): (
  assumptions: readonly Assumption[],
  of: 'sound' | 'all',
  isSought: (cells: readonly ReadCell[]) => boolean,
) => Doubt | undefined {
  const costs = { sound: cost('sound'), all: cost('all') };
  return (assumptions, of, isSought) => {
    const allows: Allows = (column, cell) => costs[of](cell, column) === 0;
    for (const assumes of assumptions) {
      for (const graph of assumedGraphs(assumes, ink, row, allows)) {
        let looked = 0;
        const other =
          graph &&
          findReading(graph, (cells) => {
            looked += 1;
            return looked > DOUBTS.mostReadings || isSought(cells);
          });
        const isCut = graph === undefined || looked > DOUBTS.mostReadings;
        if (isCut) return { assumes, other: undefined, isBetter: false, isCut };
        if (other !== undefined) return { assumes, other, isBetter: false, isCut };
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
