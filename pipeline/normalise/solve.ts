import type { Slot } from '../document/plan.ts';
import type { Instance } from '../identities/instance.ts';
import { evaluate, type SlotValue } from '../identities/verdict.ts';
import type { CellContent, ReadCell } from './cell.ts';
import type { ReadRow } from './grid.ts';
import { decimalsOf } from './number.ts';

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
  readonly readings: readonly (readonly ReadCell[])[];
}

/** What arithmetic made of the rows. */
export interface Solution {
  readonly solved: readonly SolvedRow[];
  readonly open: readonly OpenRow[];
  /** The value of each slot; an open row's slots are unknown where its readings differ. */
  readonly values: readonly (SlotValue | undefined)[];
}

/** A row that still has several readings, with the identities that reach into it. */
interface Candidate {
  readonly row: ReadRow;
  readonly readings: readonly (readonly ReadCell[])[];
}

const MOST_COMBINATIONS = 4_000;

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
  const candidates = new Map<ReadRow, Candidate>();
  const owner = new Map<number, ReadRow>();
  for (const row of rows) {
    setKnown(values, row, row.splits);
    if (row.splits.length < 2) continue;
    candidates.set(row, { row, readings: row.splits });
    for (const slot of row.item.slots) owner.set(slot.index, row);
  }
  const reaching = instances.filter(({ slots }) => slots.some((slot) => owner.has(slot)));
  for (let changed = true; changed; ) {
    changed = false;
    for (const instance of reaching) {
      const open = openRows(instance, values, owner, candidates);
      if (open.length === 0) continue;
      for (const narrowed of narrow(instance, open, values)) {
        candidates.set(narrowed.row, narrowed);
        setKnown(values, narrowed.row, narrowed.readings);
        changed = true;
      }
    }
  }
  return conclude(rows, candidates, values, reaching);
}

function conclude(
  rows: readonly ReadRow[],
  candidates: ReadonlyMap<ReadRow, Candidate>,
  values: readonly (SlotValue | undefined)[],
  instances: readonly Instance[],
): Solution {
  const solved: SolvedRow[] = [];
  const open: OpenRow[] = [];
  for (const row of rows) {
    const readings = candidates.get(row)?.readings ?? row.splits;
    const [cells] = readings;
    if (cells === undefined) continue;
    if (readings.length > 1) open.push({ row, readings });
    else
      solved.push({
        row,
        cells,
        decision: row.splits.length === 1 ? 'form' : decisionOf(row, cells, values, instances),
      });
  }
  return { solved, open, values };
}

/**
 * How well the chosen reading of a row is proved: `identities` if at least two exclude each of the others.
 * One alone can be masked, since other splits of digit groups often differ by a multiple of 1 000.
 */
function decisionOf(
  row: ReadRow,
  chosen: readonly ReadCell[],
  values: readonly (SlotValue | undefined)[],
  instances: readonly Instance[],
): Decision {
  const own = new Set(row.item.slots.map(({ index }) => index));
  const sound = instances.filter((instance) => {
    return instance.slots.some((slot) => own.has(slot)) && isSatisfied(instance, values);
  });
  const others = row.splits.filter((reading) => reading !== chosen);
  const fewest = Math.min(
    ...others.map((reading) => {
      const trial = [...values];
      setRow(trial, row, reading);
      return sound.filter((instance) => !isSatisfied(instance, trial)).length;
    }),
  );
  return fewest > 1 ? 'identities' : 'one_identity';
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

/** The rows that an identity leaves with fewer readings. */
function narrow(
  instance: Instance,
  open: readonly Candidate[],
  values: readonly (SlotValue | undefined)[],
): readonly Candidate[] {
  if (open.reduce((count, { readings }) => count * readings.length, 1) > MOST_COMBINATIONS) return [];
  const supported = open.map(() => new Set<readonly ReadCell[]>());
  const trial = [...values];
  const walk = (position: number, chosen: readonly (readonly ReadCell[])[]): void => {
    const candidate = open[position];
    if (candidate === undefined) {
      const outcome = evaluate(instance, trial);
      if (outcome === undefined || outcome.verdict === 'broken') return;
      for (const [index, reading] of chosen.entries()) supported[index]?.add(reading);
      return;
    }
    for (const reading of candidate.readings) {
      setRow(trial, candidate.row, reading);
      walk(position + 1, [...chosen, reading]);
    }
  };
  walk(0, []);
  return open.flatMap((candidate, index) => {
    const left = candidate.readings.filter((reading) => supported[index]?.has(reading));
    if (left.length === 0 || left.length === candidate.readings.length) return [];
    return [{ ...candidate, readings: left }];
  });
}

/** Records the slots in which all readings of a row agree. */
function setKnown(
  values: (SlotValue | undefined)[],
  row: ReadRow,
  readings: readonly (readonly ReadCell[])[],
): void {
  const [first, ...others] = readings.map(contentsOf);
  for (const [index, slot] of row.item.slots.entries()) {
    const content = first?.[index];
    const agreed = content !== undefined && others.every((other) => sameContent(other[index], content));
    values[slot.index] = agreed ? arithmeticOf(content, slot) : undefined;
  }
}

function setRow(values: (SlotValue | undefined)[], row: ReadRow, reading: readonly ReadCell[]): void {
  const contents = contentsOf(reading);
  for (const [index, slot] of row.item.slots.entries()) {
    const content = contents[index];
    values[slot.index] = content && arithmeticOf(content, slot);
  }
}

/** One content a column: a spanning cell fills all of its columns. */
export function contentsOf(cells: readonly ReadCell[]): readonly CellContent[] {
  return cells.flatMap(({ content, columns }) => Array.from({ length: columns }, () => content));
}

/** Whether two cells say the same; marks aside. */
export function sameContent(a: CellContent | undefined, b: CellContent): boolean {
  if (a?.kind !== b.kind) return false;
  return a.kind !== 'number' || (b.kind === 'number' && a.value === b.value);
}

/** A cell's content for arithmetic: nil and a norm not in force count as nothing, a missing value is unknown. */
export function arithmeticOf(content: CellContent, slot?: Pick<Slot, 'counted'>): SlotValue {
  if (content.kind === 'missing') return { kind: 'unknown' };
  if (content.kind !== 'number') return { kind: 'nil' };
  const number = {
    kind: 'number',
    value: Number(content.value),
    decimals: decimalsOf(content.value),
  } as const;
  return slot?.counted ? { ...number, exact: true } : number;
}
