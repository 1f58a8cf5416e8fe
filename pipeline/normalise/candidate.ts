import type { CellContent, ReadCell } from './cell.ts';
import { contentsOf, sameContent } from './contents.ts';
import type { ReadRow } from './grid.ts';
import { edgesOf, type LatticeNode, readingsOf } from './lattice.ts';
import { MOST_READINGS, splitsOf } from './splits.ts';

/** A reading with what it says in each column. */
export interface Listed {
  readonly cells: readonly ReadCell[];
  readonly contents: readonly CellContent[];
}

/** A row with the readings that it may still have. */
export interface Candidate {
  readonly row: ReadRow;
  /** Every reading that the row's form allows; undefined where there are more than are looked at one by one. */
  readonly all: readonly Listed[] | undefined;
  /** Those that are left; undefined where there are more than are looked at one by one. */
  readonly readings: readonly Listed[] | undefined;
  /** Those that are left, where they are not listed. */
  readonly lattice: LatticeNode;
  /** How many are left. */
  readonly count: number;
}

/** Readings that are shown where several are left. */
const SHOWN = 4;

/** A row with all its readings. */
export function candidateOf(row: ReadRow): Candidate {
  const { lattice } = row;
  const { count } = lattice;
  const all = listed(lattice);
  return { row, all, readings: all, lattice, count };
}

/** A row with some of its listed readings left. */
export function withReadings(candidate: Candidate, readings: readonly Listed[]): Candidate {
  return { ...candidate, readings, count: readings.length };
}

/** A row with a part of its graph left, whose readings are listed once they are few enough. */
export function withLattice(candidate: Candidate, lattice: LatticeNode): Candidate {
  const { count } = lattice;
  return { ...candidate, lattice, count, readings: listed(lattice) };
}

/** The first of the readings that are left. */
export function firstReadings({ readings, lattice }: Candidate): readonly (readonly ReadCell[])[] {
  return readings?.slice(0, SHOWN).map(({ cells }) => cells) ?? readingsOf(lattice, SHOWN);
}

function listed(lattice: LatticeNode): readonly Listed[] | undefined {
  if (lattice.count > MOST_READINGS) return undefined;
  return splitsOf(lattice).map((cells) => ({ cells, contents: contentsOf(cells) }));
}

/** For each column what all readings that are left say of it; undefined where they differ. */
export function agreed({ row, readings, lattice }: Candidate): readonly (CellContent | undefined)[] {
  const width = row.item.slots.length;
  if (readings !== undefined) {
    return Array.from({ length: width }, (_, column) => {
      const content = readings[0]?.contents[column];
      const isSame = content && readings.every(({ contents }) => sameContent(contents[column], content));
      return isSame ? content : undefined;
    });
  }
  const found = Array.from({ length: width }, (): CellContent[] => []);
  for (const { edge, column } of edgesOf(lattice)) {
    for (let at = column; at < edge.to.column; at += 1) found[at]?.push(edge.cell.content);
  }
  return found.map(([first, ...others]) =>
    first && others.every((other) => sameContent(other, first)) ? first : undefined,
  );
}
