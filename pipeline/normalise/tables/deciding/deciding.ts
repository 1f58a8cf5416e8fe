import type { TextLayer } from '../../../extract/text-layer.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import { evaluateAll } from '../../../identities/verdict.ts';
import { type Finding, SourceFault } from '../../../page/finding.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { ReadCell } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import { type Cell, provenance } from '../../reading/provenance.ts';
import { swappedColumns } from '../diagnosis/columns.ts';
import { placeOfSlot, rowFindings } from '../diagnosis/row-findings.ts';
import { doubtfulRows } from '../doubts/doubts.ts';
import type { ReadRow, SolvedRow } from '../lattice/lattice.ts';
import { type Surroundings, surroundings } from '../solve/row-identities.ts';
import { type Solution, solve } from '../solve/solve.ts';
import { BY_WORDS, chosenCells } from './chosen.ts';

/** What evidence made of the rows, and what is wrong with those that it could not decide. */
export interface Decided extends Solution {
  readonly findings: readonly Finding[];
  /** The readings that are left of rows that are refused. */
  readonly readings: ReadonlyMap<ReadRow, readonly (readonly ReadCell[])[]>;
}

/** The cells of rows that were decided, with what decided how each is read. `around` surrounds all rows that were read. */
export function cellsOf(
  layer: TextLayer,
  ink: Ink,
  solved: readonly SolvedRow[],
  around: Surroundings,
): readonly Cell[] {
  return solved.flatMap(({ row, cells }) => {
    const chosen = chosenCells(ink, row, cells, around);
    let column = 0;
    return cells.map((cell, index) => {
      const slots = row.item.slots.slice(column, column + cell.columns);
      column += cell.columns;
      const isSplit = row.lattice.count > 1 && cell.content.kind === 'number';
      const reading = isSplit ? 'solved' : cell.reading;
      return provenance(layer, ink, slots, { ...cell, reading }, chosen[index] ?? BY_WORDS);
    });
  });
}

/** Chooses the reading of each row as `decided` does, or throws what is wrong. */
export function decide(
  layer: TextLayer,
  ink: Ink,
  rows: readonly ReadRow[],
  known: readonly (SlotValue | undefined)[],
  document: Pick<DeclaredReading, 'plan' | 'instances'>,
): Solution {
  const result = decided(layer, ink, rows, known, document);
  if (result.findings.length > 0) throw new SourceFault(result.findings);
  return result;
}

/**
 * Chooses readings as `decided` does, and leaves rows out, all that are refused or doubted at once, until nothing is wrong
 * with those that are left: a row that a refused one made look right is doubted when that one is gone.
 */
export function decidedPartly(
  layer: TextLayer,
  ink: Ink,
  rows: readonly ReadRow[],
  known: readonly (SlotValue | undefined)[],
  document: Pick<DeclaredReading, 'plan' | 'instances'>,
): Decided {
  const findings: Finding[] = [];
  const readings: Decided['readings'][] = [];
  for (let left = rows; ; ) {
    const result = decided(layer, ink, left, known, document);
    readings.push(result.readings);
    if (result.findings.length === 0)
      return { ...result, findings, readings: new Map(readings.flatMap((each) => [...each])) };
    findings.push(...result.findings);
    const kept = left.filter((row) => !result.readings.has(row));
    // What is wrong with no row in particular is wrong with all.
    left = kept.length < left.length ? kept : [];
  }
}

/**
 * Chooses the reading of each row. Place, print and form have struck out readings while its graph was made; identities
 * choose among those that are left. Findings are rows of which several stay, and rows of which another reading stands
 * under another assumption. `known` are the values outside these rows.
 */
export function decided(
  layer: TextLayer,
  ink: Ink,
  rows: readonly ReadRow[],
  known: readonly (SlotValue | undefined)[],
  { plan, instances }: Pick<DeclaredReading, 'plan' | 'instances'>,
): Decided {
  const solution = solve(rows, known, instances);
  const doubtful = doubtfulRows(ink, solution.solved, surroundings(solution.values, rows, instances));
  const readings = new Map(solution.open.map((row) => [row.row, row.readings]));
  for (const { row, cells, doubt } of doubtful)
    readings.set(row, doubt.other === undefined ? [cells] : [cells, doubt.other]);
  const about = { layer, ink, plan, covered: new Set(instances.flatMap(({ slots }) => slots)) };
  const findings = rowFindings(about, solution.open, doubtful);
  if (findings.length === 0) return { ...solution, readings, findings };
  // Columns in each other's place make all their rows doubtful; then it is they that are at fault.
  const areAlone = doubtful.some(({ doubt }) => doubt.isAlone);
  const checks = areAlone ? [] : evaluateAll(instances, solution.values);
  const swapped = swappedColumns(plan, checks, solution.values, (slot) => placeOfSlot(about, rows, slot));
  return { ...solution, readings, findings: swapped.length > 0 ? swapped : findings };
}
