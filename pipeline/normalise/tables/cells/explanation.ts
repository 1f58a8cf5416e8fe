import { placeIn } from '../../../extract/text-layer.ts';
import type { Source } from '../../../page/source.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { Slot } from '../../../template/plan.ts';
import type { PlannedStep, TablePlan } from '../../../template/tables/table-plan.ts';
import { readingText } from '../../reading/cell.ts';
import { type ExplainedRow, type Explanation, explainedCells } from '../deciding/explained.ts';
import { type Surroundings, surroundings } from '../solve/row-identities.ts';
import { type ReadDeclared, readDeclared } from './read-tables.ts';
import { columnText, rowText } from './rows.ts';

/**
 * Tells of every value of the declared tables by what evidence it is read, and what it would be without; of a row that is
 * refused why. Tables that can be read are explained though others cannot. It throws nothing of a source at fault.
 */
export function explanationOfTables(source: Source, document: DeclaredReading): Explanation {
  const read = readDeclared(source, document);
  const around = surroundings(read.values, read.rows, document.instances);
  return {
    rows: document.plan.tables.flatMap((plan) =>
      plan.steps.flatMap((step) => (step.kind === 'row' ? [explainedRow(read, plan, step, around)] : [])),
    ),
    findings: read.findings,
  };
}

function explainedRow(
  { reading, rows, solved, readings, findings }: ReadDeclared,
  plan: TablePlan,
  step: Extract<PlannedStep, { kind: 'row' }>,
  around: Surroundings,
): ExplainedRow {
  const { layer, ink, source } = reading;
  const label = rowText({ row: step });
  const names = { table: plan.name, row: label === step.name ? label : `${label} (${step.name})` };
  const first = step.slots[0]?.index;
  const row = rows.find(({ item }) => item.slots.some(({ index }) => index === first));
  const finding = findings.find(
    ({ place }) => place.table === plan.name && (place.row === label || place.row === names.row),
  );
  const place = row === undefined ? { file: source.file } : placeIn(layer, ink.offsets[row.label.from] ?? 0);
  const own = solved.find((each) => each.row === row);
  const told = {
    ...names,
    place: finding?.place ?? place,
    ...(finding && { finding }),
    readings: ((row && readings.get(row)) ?? []).map(readingText),
  };
  if (row === undefined || own === undefined) return { ...told, cells: [] };
  const columnOf = (slot: Slot | undefined): string =>
    columnText(
      plan,
      step.slots.findIndex(({ index }) => index === slot?.index),
    );
  return { ...told, cells: explainedCells(layer, ink, own, around, columnOf) };
}
