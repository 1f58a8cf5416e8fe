import type { Check, SlotValue } from '../identities/verdict.ts';
import type { NormalisedDocument } from '../normalise/document.ts';
import { arithmeticOf } from '../normalise/reading/cell-content.ts';
import { decimalsOf } from '../normalise/reading/number.ts';
import type { Cell } from '../normalise/reading/provenance.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Plan } from '../template/plan.ts';
import type { Dataset, Row } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';

/** The value of each slot, for arithmetic. */
export function slotValues(
  { cells }: NormalisedDocument,
  { slots }: Pick<Plan, 'slots'>,
): readonly (SlotValue | undefined)[] {
  const values: (SlotValue | undefined)[] = [];
  for (const cell of cells)
    for (const { slot, content } of cell.values) values[slot] = arithmeticOf(content, slots[slot]);
  return values;
}

/** The dataset of printed cells: provenance, reading, and the evidence for each. */
export function cellDataset(
  { cells }: NormalisedDocument,
  checks: readonly Check[],
  { plan }: DocumentDescription,
  schema: TableSchema,
): Dataset {
  const covering = new Map<number, Check[]>();
  for (const check of checks) {
    for (const slot of check.instance.slots) {
      const own = covering.get(slot) ?? [];
      own.push(check);
      covering.set(slot, own);
    }
  }
  const rows = cells.map((cell): Row => {
    const own = new Set(cell.values.flatMap(({ slot }) => covering.get(slot) ?? []));
    return {
      cell_id: cell.cellId,
      dataset: plan.slots[cell.values[0]?.slot ?? -1]?.table ?? cell.table,
      page: cell.page,
      line_start: cell.lineStart,
      line_end: cell.lineEnd,
      char_start: cell.start,
      char_end: cell.end,
      raw: cell.raw,
      reading: cell.reading,
      identities: own.size,
      decimals: printedDecimals(cell),
      evidence: cell.evidence,
      state: [...own].some(({ outcome }) => outcome.verdict === 'broken') ? 'contradictory' : 'certain',
      deciding_identities: cell.runnerUp?.identities.length ?? 0,
      x0: points(cell.box?.left),
      y0: points(cell.box?.top),
      x1: points(cell.box?.right),
      y1: points(cell.box?.bottom),
      runner_up: cell.runnerUp?.says ?? null,
      runner_up_row: cell.runnerUp?.row ?? null,
      runner_up_breaks: cell.runnerUp?.identities.join(' ') || null,
    };
  });
  return { schema, rows };
}

/** A place on a page as a decimal. */
function points(place: number | undefined): string | null {
  return place === undefined ? null : place.toFixed(2);
}

function printedDecimals({ values }: Cell): number | null {
  const [first] = values;
  return first?.content.kind === 'number' ? decimalsOf(first.content.value) : null;
}
