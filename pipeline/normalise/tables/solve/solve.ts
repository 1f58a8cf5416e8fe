import type { Instance } from '../../../identities/instance.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import type { ReadCell } from '../../reading/cell.ts';
import { contentsOf } from '../../reading/cell.ts';
import type { CellContent } from '../../reading/cell-content.ts';
import { arithmeticOf, sameContent } from '../../reading/cell-content.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import { edgesOf, type LatticeNode, readingsOf, type SolvedRow } from '../lattice/lattice.ts';
import { type Candidate, narrow } from './narrowing.ts';

/** Readings that are shown where several are left. */
const SHOWN = 4;

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
  const lattices = new Map(rows.map((row) => [row, row.lattice]));
  const owner = new Map<number, ReadRow>();
  for (const row of rows) {
    setKnown(values, row, row.lattice);
    if (row.lattice.count > 1) for (const slot of row.item.slots) owner.set(slot.index, row);
  }
  const cut = narrowAll(
    instances.filter(({ slots }) => slots.some((slot) => owner.has(slot))),
    values,
    owner,
    lattices,
  );
  const solved: SolvedRow[] = [];
  const open: OpenRow[] = [];
  for (const [row, lattice] of lattices) {
    const readings = readingsOf(lattice, SHOWN);
    const [cells] = readings;
    if (cells === undefined) continue;
    if (lattice.count > 1) open.push({ row, readings, count: lattice.count, isCut: cut.has(row) });
    else solved.push({ row, cells });
  }
  return { solved, open, values };
}

/** Lets identities narrow rows until none does any more; the rows that one could not decide because of a limit. */
function narrowAll(
  instances: readonly Instance[],
  values: (SlotValue | undefined)[],
  owner: ReadonlyMap<number, ReadRow>,
  lattices: Map<ReadRow, LatticeNode>,
): ReadonlySet<ReadRow> {
  const cut = new Map<Instance, readonly Candidate[]>();
  /** Identities that would find what they found before. */
  const settled = new Set<Instance>();
  const reaching = new Map<ReadRow, Instance[]>();
  for (const instance of instances) {
    for (const row of new Set(instance.slots.flatMap((slot) => owner.get(slot) ?? [])))
      reaching.set(row, [...(reaching.get(row) ?? []), instance]);
  }
  while (settled.size < instances.length) {
    for (const instance of instances) {
      if (settled.has(instance)) continue;
      settled.add(instance);
      cut.delete(instance);
      const open = openRows(instance, values, owner, lattices);
      const narrowed = open.length === 0 ? [] : narrow(instance, open, values);
      if (narrowed === 'too many') {
        cut.set(instance, open);
        continue;
      }
      for (const { row, lattice } of narrowed) {
        lattices.set(row, lattice);
        setKnown(values, row, lattice);
        for (const other of reaching.get(row) ?? []) settled.delete(other);
      }
    }
  }
  return new Set([...cut.values()].flatMap((open) => open.map(({ row }) => row)));
}

/** The rows of an identity that have several readings which differ in a slot of it. */
function openRows(
  instance: Instance,
  values: readonly (SlotValue | undefined)[],
  owner: ReadonlyMap<number, ReadRow>,
  lattices: ReadonlyMap<ReadRow, LatticeNode>,
): readonly Candidate[] {
  const rows = new Set<ReadRow>();
  for (const slot of instance.slots) {
    if (values[slot] !== undefined) continue;
    const row = owner.get(slot);
    if (row === undefined) return [];
    rows.add(row);
  }
  return [...rows].flatMap((row) => {
    const lattice = lattices.get(row);
    return lattice === undefined ? [] : [{ row, lattice }];
  });
}

/** Records what a row that was read says in its slots. */
export function record(values: (SlotValue | undefined)[], { row, cells }: SolvedRow): void {
  for (const [at, content] of contentsOf(cells).entries()) {
    const slot = row.item.slots[at];
    if (slot !== undefined) values[slot.index] = arithmeticOf(content, slot);
  }
}

/** Records the slots in which all readings of a row agree. */
function setKnown(values: (SlotValue | undefined)[], { item }: ReadRow, lattice: LatticeNode): void {
  const found = item.slots.map((): CellContent[] => []);
  for (const { edge, column } of edgesOf(lattice)) {
    for (let at = column; at < edge.to.column; at += 1) found[at]?.push(edge.cell.content);
  }
  for (const [index, slot] of item.slots.entries()) {
    const [first, ...others] = found[index] ?? [];
    const isAgreed = first !== undefined && others.every((other) => sameContent(other, first));
    values[slot.index] = isAgreed ? arithmeticOf(first, slot) : undefined;
  }
}
