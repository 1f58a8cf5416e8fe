import type { Instance } from '../identities/instance.ts';
import type { SlotValue } from '../identities/verdict.ts';
import { agreed, type Candidate, candidateOf, firstReadings } from './candidate.ts';
import type { ReadCell } from './cell.ts';
import { arithmeticOf } from './contents.ts';
import type { ReadRow } from './grid.ts';
import { narrow } from './narrowing.ts';

/** A row with the reading that was chosen. */
export interface SolvedRow {
  readonly row: ReadRow;
  readonly cells: readonly ReadCell[];
}

/** A row that several readings fit. */
export interface OpenRow {
  readonly row: ReadRow;
  /** Some of the readings that are left. */
  readonly readings: readonly (readonly ReadCell[])[];
  /** How many are left. */
  readonly count: number;
  /** An identity of the row allows more combinations than are tried, so that it could not decide. */
  readonly isCut: boolean;
}

/** What arithmetic made of the rows. */
export interface Solution {
  readonly solved: readonly SolvedRow[];
  readonly open: readonly OpenRow[];
  /** The value of each slot; an open row's slots are unknown where its readings differ. */
  readonly values: readonly (SlotValue | undefined)[];
}

/**
 * Chooses among the readings of each row by the identities: a reading stays if every identity that some
 * reading of the rows concerned can satisfy is satisfied by it. Rows decide one another in turn until
 * nothing changes. An identity that no reading can satisfy decides nothing: it is a contradiction. `known`
 * are the values of slots outside these rows.
 */
export function solve(
  rows: readonly ReadRow[],
  known: readonly (SlotValue | undefined)[],
  instances: readonly Instance[],
): Solution {
  const values = [...known];
  const candidates = new Map(rows.map((row) => [row, candidateOf(row)]));
  const owner = new Map<number, ReadRow>();
  for (const candidate of candidates.values()) {
    setKnown(values, candidate);
    if (candidate.count > 1)
      for (const slot of candidate.row.item.slots) owner.set(slot.index, candidate.row);
  }
  const reaching = instances.filter(({ slots }) => slots.some((slot) => owner.has(slot)));
  const cut = new Map<Instance, readonly Candidate[]>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const instance of reaching) {
      const open = openRows(instance, values, owner, candidates);
      cut.delete(instance);
      if (open.length === 0) continue;
      const narrowed = narrow(instance, open, values);
      if (narrowed === 'too many') {
        cut.set(instance, open);
        continue;
      }
      for (const candidate of narrowed) {
        candidates.set(candidate.row, candidate);
        setKnown(values, candidate);
        changed = true;
      }
    }
  }
  const cutRows = new Set([...cut.values()].flatMap((open) => open.map(({ row }) => row)));
  return conclude([...candidates.values()], cutRows, values);
}

function conclude(
  candidates: readonly Candidate[],
  cut: ReadonlySet<ReadRow>,
  values: readonly (SlotValue | undefined)[],
): Solution {
  const solved: SolvedRow[] = [];
  const open: OpenRow[] = [];
  for (const candidate of candidates) {
    const { row, count } = candidate;
    const readings = firstReadings(candidate);
    const [cells] = readings;
    if (cells === undefined) continue;
    if (count > 1) open.push({ row, readings, count, isCut: cut.has(row) });
    else solved.push({ row, cells });
  }
  return { solved, open, values };
}

/** The rows of an identity that have several readings which differ in a slot of it. */
function openRows(
  instance: Instance,
  values: readonly (SlotValue | undefined)[],
  owner: ReadonlyMap<number, ReadRow>,
  candidates: ReadonlyMap<ReadRow, Candidate>,
): readonly Candidate[] {
  const rows = new Set<ReadRow>();
  for (const slot of instance.slots) {
    const row = owner.get(slot);
    if (values[slot] === undefined && row !== undefined) rows.add(row);
    else if (values[slot] === undefined) return [];
  }
  return [...rows].flatMap((row) => candidates.get(row) ?? []);
}

/** Records the slots in which all readings of a row agree. */
function setKnown(values: (SlotValue | undefined)[], candidate: Candidate): void {
  const contents = agreed(candidate);
  for (const [index, slot] of candidate.row.item.slots.entries()) {
    const content = contents[index];
    values[slot.index] = content && arithmeticOf(content, slot);
  }
}
