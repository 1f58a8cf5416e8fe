import type { Instance } from '../../../identities/instance.ts';
import type { Check } from '../../../identities/verdict.ts';
import { evaluate, type SlotValue } from '../../../identities/verdict.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { GridPlan, Plan } from '../../../template/plan.ts';
import { SETTINGS } from '../../settings.ts';
import { tableName } from './fault-finder.ts';

type Values = readonly (SlotValue | undefined)[];

/**
 * Finds tables of which two columns stand in each other's place: at least half of the rows break an identity,
 * and hardly any does once the two columns are exchanged. One wrong value never looks like this.
 */
export function swappedColumns(
  plan: Plan,
  checks: readonly Check[],
  values: Values,
  placeOf: (slot: number) => Place,
): readonly Finding[] {
  const broken = checks.filter(({ outcome }) => outcome.verdict === 'broken').map(({ instance }) => instance);
  if (broken.length < SETTINGS.fewestRows.value) return [];
  const grids = plan.annexes.flatMap(({ elements }) => elements).filter((element) => element.kind === 'grid');
  const swaps = grids.flatMap((grid) => swapOf(grid, checks, broken, values) ?? []);
  return [...swaps]
    .sort((a, b) => a.after - b.after || b.before - a.before)
    .slice(0, 1)
    .map(({ grid, columns, before, after }) => ({
      kind: 'columns',
      place: { ...placeOf(firstSlot(grid)), table: tableName(grid) },
      expected: `columns that satisfy their identities; ${before} are broken, ${after} if two columns change places`,
      found: `${columns} in each other's place`,
      action: 'compare the header with the printed page',
    }));
}

/** Two columns whose exchange mends a table. */
interface Swap {
  readonly grid: GridPlan;
  readonly columns: string;
  /** Broken identities as printed, and after the exchange. */
  readonly before: number;
  readonly after: number;
}

function firstSlot({ body }: GridPlan): number {
  const row = body.find((item) => item.kind === 'row');
  return row?.kind === 'row' ? (row.slots[0]?.index ?? -1) : -1;
}

function swapOf(
  grid: GridPlan,
  checks: readonly Check[],
  broken: readonly Instance[],
  values: Values,
): Swap | undefined {
  const rows = grid.body.flatMap((item) =>
    item.kind === 'row' ? [item.slots.map(({ index }) => index)] : [],
  );
  const own = new Set(rows.flat());
  const faulty = new Set(broken.flatMap(({ slots }) => slots.filter((slot) => own.has(slot))));
  const touched = rows.filter((row) => row.some((slot) => faulty.has(slot))).length;
  const before = broken.filter(({ slots }) => slots.some((slot) => own.has(slot))).length;
  if (
    before < Math.max(SETTINGS.fewestRows.value, rows.length * SETTINGS.shareOfRows.value) ||
    touched < rows.length * SETTINGS.shareOfRows.value
  )
    return undefined;
  const reaching = checks.filter(({ instance }) => instance.slots.some((slot) => own.has(slot)));
  const width = rows[0]?.length ?? 0;
  for (let first = 0; first < width; first += 1) {
    for (let second = first + 1; second < width; second += 1) {
      const attempt = exchanged(rows, first, second, values);
      const after = reaching.filter(
        ({ instance }) => evaluate(instance, attempt)?.verdict === 'broken',
      ).length;
      if (after > before * SETTINGS.shareLeft.value) continue;
      const names = [first, second]
        .map((column) => `"${grid.columnHeaders[column] ?? column + 1}"`)
        .join(' and ');
      return { grid, columns: names, before, after };
    }
  }
  return undefined;
}

function exchanged(
  rows: readonly (readonly number[])[],
  first: number,
  second: number,
  values: Values,
): Values {
  const attempt = [...values];
  for (const row of rows) {
    const [a, b] = [row[first], row[second]];
    if (a === undefined || b === undefined) continue;
    attempt[a] = values[b];
    attempt[b] = values[a];
  }
  return attempt;
}
