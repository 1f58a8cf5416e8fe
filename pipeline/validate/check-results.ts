import type { Instance } from '../identities/instance.ts';
import type { Check } from '../identities/verdict.ts';
import type { NormalisedDocument } from '../normalise/document.ts';
import { fault } from '../page/finding.ts';
import type { Dataset, Row } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';

const MOST_DECIMALS = 6;

/** A number of arithmetic as text: at most six decimals, no trailing zeros; `0.2`, not `0.1999999999998181`. */
export function plainNumber(value: number): string {
  const text = value.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** The dataset of evaluated identities: both sides, how far they are apart, how far they may be, the verdict. */
export function checkDataset(checks: readonly Check[], cellIds: CellIds, schema: TableSchema): Dataset {
  const rows = checks.map(
    ({ instance, outcome }): Row => ({
      check_id: instance.checkId,
      kind: instance.identity.kind,
      description: instance.identity.because,
      left_value: exactNumber(outcome.left, instance),
      right_value: exactNumber(outcome.right, instance),
      difference: plainNumber(outcome.difference),
      tolerance: plainNumber(outcome.tolerance),
      verdict: outcome.verdict,
      cells: cellsOf(instance.slots, cellIds).join(' '),
      formula: instance.identity.says,
      codes: codesOf(instance),
    }),
  );
  return { schema, rows };
}

/** A side of an identity as text. Arithmetic keeps 15 digits exactly; a number of more is not told wrongly but refused. */
function exactNumber(value: number, { checkId }: Instance): string {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return plainNumber(value);
  throw fault({
    kind: 'identity',
    place: { row: checkId },
    expected: 'numbers of at most 15 digits in what an identity compares',
    found: String(value),
    action: 'declare no identity over numbers of more digits',
  });
}

/** The codes that an identity was evaluated for: `region=KZ year=2010`. */
function codesOf({ codes }: Instance): string | null {
  const chosen = Object.entries(codes).map(([key, code]) => `${key}=${code}`);
  return chosen.length === 0 ? null : chosen.join(' ');
}

/** The cell that each slot was read from; several slots may share one that spans their columns. */
export type CellIds = readonly (string | undefined)[];

/** Finds the cell of each slot. */
export function cellIdsOf({ cells }: Pick<NormalisedDocument, 'cells'>): CellIds {
  const ids: (string | undefined)[] = [];
  for (const { cellId, values } of cells) for (const { slot } of values) ids[slot] = cellId;
  return ids;
}

/** The cells of some slots, each once, in the order of the document. */
export function cellsOf(slots: readonly number[], cellIds: CellIds): readonly string[] {
  return [...new Set(slots.flatMap((slot) => cellIds[slot] ?? []))];
}
