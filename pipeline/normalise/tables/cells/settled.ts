import { placeIn } from '../../../extract/text-layer.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { Decided, decided } from '../deciding/deciding.ts';
import { markFinding, notationFinding } from '../diagnosis/row-findings.ts';
import { doubtfulTables } from '../doubts/doubtful-notation.ts';
import { doubtfulMarks } from '../doubts/doubts.ts';
import type { ReadRow, SolvedRow } from '../lattice/lattice.ts';
import { readingsOf } from '../lattice/lattice.ts';
import { surroundings } from '../solve/row-identities.ts';
import { record } from '../solve/solve.ts';
import type { Reading } from './reading.ts';
import type { TableRow } from './rows.ts';

/** The chosen readings of rows, with their values, and the tables and rows whose numbers may be read in two ways. */
interface Settled extends Pick<Decided, 'solved' | 'values' | 'readings' | 'findings'> {
  readonly doubts: readonly Finding[];
}

/** Rows of which `decide` has chosen readings, their values, and what may be read in two ways. */
export function settled(
  reading: Reading,
  rows: readonly TableRow[],
  document: DeclaredReading,
  decide: typeof decided,
): Settled {
  const { layer, ink } = reading;
  const result = settledRows(reading, rows, document, decide);
  const values: (SlotValue | undefined)[] = [];
  for (const row of result.solved) record(values, row);
  const placeOf = ({ label, item }: ReadRow): Place => {
    const place = placeIn(layer, ink.offsets[label.from] ?? 0);
    return { ...place, table: item.slots[0]?.table ?? '', row: item.label };
  };
  const written = doubtfulTables(ink, result.solved).map(({ row: { row }, printed }) =>
    notationFinding(placeOf(row), printed),
  );
  const certain = new Set(rows.flatMap(({ read, isCertain }) => (isCertain ? [read] : [])));
  const around = surroundings(values, [...certain], document.instances);
  const marked = doubtfulMarks(
    ink,
    result.solved.filter(({ row }) => certain.has(row)),
    around,
  ).flatMap(({ row, cells, doubt: { other } }) =>
    other === undefined ? [] : [markFinding(placeOf(row), cells, other)],
  );
  return { ...result, values, doubts: [...written, ...marked] };
}

/** Rows whose columns are certain are read; the others are settled by the identities. */
function settledRows(
  { layer, ink }: Reading,
  rows: readonly TableRow[],
  document: DeclaredReading,
  decide: typeof decided,
): Pick<Decided, 'solved' | 'readings' | 'findings'> {
  const known: (SlotValue | undefined)[] = [];
  const certain: SolvedRow[] = [];
  const open = rows.filter(({ read, isCertain }) => {
    const [cells, other] = isCertain ? readingsOf(read.lattice, 2) : [];
    if (cells === undefined || other !== undefined) return true;
    const row = { row: read, cells };
    certain.push(row);
    record(known, row);
    return false;
  });
  if (open.length === 0) return { solved: certain, readings: new Map(), findings: [] };
  const left = open.map(({ read }) => read);
  const result = decide(layer, ink, left, known, document);
  return { ...result, solved: [...certain, ...result.solved] };
}
