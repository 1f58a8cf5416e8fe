import { layerOf } from '../../../extract/source-layer.ts';
import { lineOf, type TextLayer } from '../../../extract/text-layer.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Span } from '../../../page/place.ts';
import type { Source } from '../../../page/source.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { BodyItem, GridPlan } from '../../../template/plan.ts';
import type { ReadCell } from '../../reading/cell.ts';
import { arithmeticOf, readingText } from '../../reading/contents.ts';
import { type Ink, takeInk } from '../../reading/ink.ts';
import { BY_WORDS, type Chosen, chosenCells } from '../deciding/chosen.ts';
import { type Decided, decided } from '../deciding/deciding.ts';
import { printEvidence, withCauses } from '../deciding/print-remarks.ts';
import { placeAt, rowName, tableName } from '../diagnosis/fault-finder.ts';
import { type Surroundings, surroundings } from '../solve/row-identities.ts';
import { type ReadAnnexes, readAnnexes } from './annexes.ts';

/** A value with what decided how it is read. */
export interface ExplainedCell extends Chosen, Span {
  readonly cellId: string;
  /** The header of its column; the name of its column in the data where it stands in a sentence. */
  readonly column: string;
  /** Its characters in the text layer, and what they say: `12 345` says `12345`; with its marks, `345 [1]`. */
  readonly text: string;
  readonly says: string;
  /** 1-based, of the source and of its text. */
  readonly page: number;
  readonly line: number;
}

/** A declared row, or a sentence, and what became of it. */
export interface ExplainedRow {
  readonly table: string;
  /** Its label and its codes, `Ақмола (KZ-AKM)`; `sentence` for what is read in one. */
  readonly row: string;
  /** Where it stands; without a line where it was not found. */
  readonly place: Place;
  /** One for each value; none where the row was not read. A cell that spans columns stands once for each. */
  readonly cells: readonly ExplainedCell[];
  /** Why the build refuses it, and what would decide: for a row that was reached and is at fault. */
  readonly finding?: Finding;
  /** The readings that are left where evidence could not choose: `1 | 100200 | 3`. */
  readonly readings: readonly string[];
}

/** Every declared row, and what the build refuses; no finding where all is well. */
export interface Explanation {
  readonly rows: readonly ExplainedRow[];
  readonly findings: readonly Finding[];
}

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
  const findings = withCauses([...read.findings, ...result.findings], layer);
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
  const values = rows.flatMap(({ table, cells }) => cells.map((cell) => ({ ...cell, table })));
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
  const chosen = chosenCells(ink, row, solved.cells, around);
  const cells = solved.cells.flatMap((cell, index) => {
    const own = explainedCell(layer, ink, cell, chosen[index] ?? BY_WORDS);
    return Array.from({ length: cell.columns }, () => own);
  });
  return {
    ...told,
    cells: cells.map((cell, column) => ({
      ...cell,
      cellId: item.slots[column]?.cellId ?? '',
      column: grid.columnHeaders[column] ?? '',
    })),
    readings,
  };
}

/** A cell as it is explained, without the names of its column and its value. */
export function explainedCell(
  layer: TextLayer,
  { offsets }: Ink,
  { from, to, content }: ReadCell,
  chosen: Chosen,
): Omit<ExplainedCell, 'cellId' | 'column'> {
  const end = (offsets[to - 1] ?? -1) + 1;
  const start = from === to ? end : (offsets[from] ?? 0);
  const { number: line, page } = lineOf(layer, start);
  const marks = content.kind === 'number' ? content.marks.map((mark) => ` [${mark}]`).join('') : '';
  const says = `${content.kind === 'number' ? content.value : content.kind}${marks}`;
  return { ...chosen, start, end, text: layer.text.slice(start, end), says, page, line };
}
