import { layerOf } from '../../../extract/source-layer.ts';
import type { TextLayer } from '../../../extract/text-layer.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import type { Finding } from '../../../page/finding.ts';
import type { Source } from '../../../page/source.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { BodyItem, GridPlan } from '../../../template/plan.ts';
import { readingText } from '../../reading/cell.ts';
import { arithmeticOf } from '../../reading/cell-content.ts';
import { type Ink, takeInk } from '../../reading/ink.ts';
import { BY_WORDS } from '../deciding/chosen.ts';
import { type Decided, decided } from '../deciding/deciding.ts';
import type { ExplainedRow, Explanation } from '../deciding/explained.ts';
import { explainedCell, explainedCells } from '../deciding/explained.ts';
import { printEvidence, withCauses } from '../deciding/print-remarks.ts';
import { placeAt, rowName, tableName } from '../diagnosis/fault-finder.ts';
import { type Surroundings, surroundings } from '../solve/row-identities.ts';
import { listedMarks, type ReadAnnexes, readAnnexes } from './annexes.ts';

/**
 * Tells of every declared value by what evidence it is read, and what it would be without; of a row that is refused
 * which readings are left. It throws nothing of a source that is at fault, for that is what it explains.
 */
export function explanationOf(source: Source, document: DeclaredReading): Explanation {
  const layer = layerOf(source);
  const ink = takeInk(layer);
  const read = readAnnexes(layer, ink, document);
  const known: (SlotValue | undefined)[] = [];
  for (const { slot, cell } of read.values) known[slot.index] = arithmeticOf(cell.content, slot);
  const result = decided(layer, ink, read.rows, known, document);
  const around = surroundings(result.values, read.rows, document.instances);
  const findings = withCauses([...read.findings, ...result.findings], layer, listedMarks(document));
  const rows = [
    ...gridsOf(document).flatMap((grid) =>
      grid.body.flatMap((item) =>
        item.kind === 'row' ? [explainedRow({ layer, ink, around, read, result, findings }, grid, item)] : [],
      ),
    ),
    ...read.values.map(
      ({ slot, cell }): ExplainedRow => ({
        table: slot.table,
        row: 'sentence',
        place: placeAt(layer, ink, cell.from),
        cells: [{ ...explainedCell(layer, ink, cell, BY_WORDS), cellId: slot.cellId, column: slot.column }],
        readings: [],
      }),
    ),
  ];
  const values = rows.flatMap(({ table, cells }) =>
    cells.map((cell) => ({ ...cell, table, values: [cell] })),
  );
  const { findings: drawn } = printEvidence(layer, values);
  return { rows, findings: findings.length > 0 ? findings : drawn };
}

interface Told {
  readonly layer: TextLayer;
  readonly ink: Ink;
  readonly around: Surroundings;
  readonly read: ReadAnnexes;
  readonly result: Decided;
  readonly findings: readonly Finding[];
}

function gridsOf({ plan }: DeclaredReading): readonly GridPlan[] {
  return plan.annexes.flatMap(({ elements }) => elements).filter((element) => element.kind === 'grid');
}

function explainedRow(
  { layer, ink, around, read, result, findings }: Told,
  grid: GridPlan,
  item: Extract<BodyItem, { kind: 'row' }>,
): ExplainedRow {
  const names = { table: tableName(grid), row: rowName(item) };
  const row = read.rows.find((each) => each.item === item);
  const finding = findings.find(({ place }) => place.table === names.table && place.row === names.row);
  const place = { ...(row ? placeAt(layer, ink, row.label.from) : { file: layer.file }), ...names };
  const told = { ...names, place: finding?.place ?? place, ...(finding && { finding }) };
  const solved = result.solved.find((each) => each.row === row);
  const left = row && result.readings.get(row);
  const readings = left?.map(readingText) ?? [];
  if (row === undefined || solved === undefined) return { ...told, cells: [], readings };
  const cells = explainedCells(layer, ink, solved, around, (_, at) => grid.columnHeaders[at] ?? '');
  return { ...told, cells, readings };
}
