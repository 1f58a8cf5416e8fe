import type { Instance } from '../identities/instance.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import { agreed, type Candidate, candidateOf, firstReadings } from './candidate.ts';
import type { CellContent, ReadCell } from './cell.ts';
import { arithmeticOf } from './contents.ts';
import type { ReadRow } from './grid.ts';
import { narrow } from './narrowing.ts';

/** What decided how a cell is read: only one reading is possible, or identities left only one. */
export type Decision = 'form' | 'one_identity' | 'identities';

/** A row with the reading that was chosen. */
export interface SolvedRow {
  readonly row: ReadRow;
  readonly cells: readonly ReadCell[];
  readonly decision: Decision;
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
  return conclude([...candidates.values()], cutRows, values, reaching);
}

function conclude(
  candidates: readonly Candidate[],
  cut: ReadonlySet<ReadRow>,
  values: readonly (SlotValue | undefined)[],
  instances: readonly Instance[],
): Solution {
  const solved: SolvedRow[] = [];
  const open: OpenRow[] = [];
  for (const candidate of candidates) {
    const { row, count } = candidate;
    const readings = firstReadings(candidate);
    const [cells] = readings;
    if (cells === undefined) continue;
    if (count > 1) open.push({ row, readings, count, isCut: cut.has(row) });
    else {
      const isFixed = row.lattice.count === 1;
      const decision = isFixed ? 'form' : decisionOf(candidate, cells, values, instances);
      solved.push({ row, cells, decision });
    }
  }
  return { solved, open, values };
}

/**
 * How well the chosen reading of a row is proved: `identities` if at least two exclude each of the others.
 * One alone can be masked, since other splits of digit groups often differ by a multiple of 1 000. Where the others are
 * too many to be looked at one by one, no more is claimed than one.
 */
function decisionOf(
  { row, all }: Candidate,
  chosen: readonly ReadCell[],
  values: readonly (SlotValue | undefined)[],
  instances: readonly Instance[],
): Decision {
  if (all === undefined) return 'one_identity';
  const own = new Set(row.item.slots.map(({ index }) => index));
  const sound = instances.filter((instance) => {
    return instance.slots.some((slot) => own.has(slot)) && isSatisfied(instance, values);
  });
  const trial = [...values];
  const isProved = all.every(({ cells, contents }) => {
    if (cells === chosen) return true;
    setRow(trial, row, contents);
    return sound.filter((instance) => !isSatisfied(instance, trial)).length > 1;
  });
  return isProved ? 'identities' : 'one_identity';
}

function isSatisfied(instance: Instance, values: readonly (SlotValue | undefined)[]): boolean {
  const outcome = evaluate(instance, values);
  return outcome !== undefined && outcome.verdict !== 'broken';
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

function setRow(values: (SlotValue | undefined)[], row: ReadRow, contents: readonly CellContent[]): void {
  for (const [index, slot] of row.item.slots.entries()) {
    const content = contents[index];
    values[slot.index] = content && arithmeticOf(content, slot);
  }
}
