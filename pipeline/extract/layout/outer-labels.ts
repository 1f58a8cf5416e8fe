import { isValueSegment } from './lines.ts';
import type { Placed } from './placing.ts';
import type { Row } from './rows.ts';
import { SETTINGS } from './settings.ts';

/** A label that is set in the middle beside all rows that it is of. */
interface OuterLabel {
  readonly column: number;
  /** The first and the last of its rows. */
  readonly from: number;
  readonly to: number;
}

/**
 * The labels of several rows that are printed once, halfway down beside them, where a rule below the last of them parts
 * them from the others: read in the row at whose height it stands, `North` would be missing from the row above, or the
 * label of the last group be taken to hold there.
 *
 *     ──────────────────────
 *              Ash       120
 *     North    Birch      88
 *              Cedar      45
 *     ──────────────────────
 *     South    Dale       60
 */
export function outerLabels(
  rows: readonly Row[],
  isRuled: (row: Row, column: number) => boolean,
): readonly OuterLabel[] {
  const first = firstValueColumn(rows);
  return Array.from({ length: Math.max(0, first - 1) }, (_, column) => {
    const found: OuterLabel[] = [];
    let from = 0;
    for (const [at, row] of rows.entries()) {
      if (!isRuled(row, column)) continue;
      if (isHalfway(rows.slice(from, at + 1), column, first)) found.push({ column, from, to: at });
      from = at + 1;
    }
    return found;
  }).flat();
}

/** The first column in which rows of the body print values. */
function firstValueColumn(rows: readonly Row[]): number {
  const values = rows.flatMap((row) =>
    row.isHead ? [] : partsOf(row).filter(({ segment }) => isValueSegment(segment)),
  );
  return Math.min(...values.map(({ column }) => column), values.length === 0 ? 0 : Infinity);
}

/** Whether one label stands in the middle beside rows that all have labels of their own before their values. */
function isHalfway(group: readonly Row[], column: number, values: number): boolean {
  const lines = group.flatMap((row) => row.lines);
  const own = lines.filter(({ parts }) => parts.some((part) => part.column === column));
  const inner = group.map((row) =>
    row.lines.find(({ parts }) => parts.some((part) => part.column > column && part.column < values)),
  );
  const [top, bottom] = [inner[0], inner.at(-1)];
  const labelled = group.filter((row) => partsOf(row).some((part) => part.column === column));
  if (group.length < 2 || labelled.length !== 1 || top === undefined || bottom === undefined) return false;
  if (group.some(({ isHead }) => isHead) || inner.includes(undefined)) return false;
  const baselines = own.map(({ line }) => line.baseline);
  const middle = (Math.min(...baselines) + Math.max(...baselines)) / 2;
  const off = Math.abs(middle - (top.line.baseline + bottom.line.baseline) / 2);
  return off < SETTINGS.halfway.value * top.line.size;
}

function partsOf({ lines }: Row): readonly Placed[] {
  return lines.flatMap(({ parts }) => parts);
}
