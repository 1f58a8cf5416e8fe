import type { NormalisedDocument } from '../normalise/document.ts';
import { type CellContent, marksOf } from '../normalise/reading/cell-content.ts';
import type { Cell } from '../normalise/reading/provenance.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Slot } from '../template/plan.ts';
import { type Row, typed, typedCode, type Value } from '../template/schema/rows.ts';
import type { Field, TableSchema } from '../template/schema/table-schema.ts';
import type { YearBasis } from '../template/slot.ts';

/** Status codes of the contract: as printed, provisional, nil (zero), no value possible, missing, norm not in force. */
type Status = 'A' | 'P' | 'Z' | 'M' | 'O' | 'X';

const STATUS_OF: Readonly<Record<Exclude<CellContent['kind'], 'number'>, Status>> = {
  nil: 'Z',
  not_applicable: 'M',
  missing: 'O',
  not_in_force: 'X',
};

/** A row of a table with the cell that it was read from. */
interface ObservedRow {
  readonly row: Row;
  readonly cell: Cell;
}

/**
 * Turns cells into rows of observations: the slot's codes are the keys, the printed value fills its column. Values of one
 * list item, which share codes, fill one row.
 */
export function observedRows(
  { cells, text }: NormalisedDocument,
  { plan, codelists, schemas }: DocumentDescription,
): ReadonlyMap<string, readonly ObservedRow[]> {
  const provisional = new Set(
    codelists.get('note')?.entries.flatMap(({ code, fields }) => (fields.obs_status === 'P' ? [code] : [])) ??
      [],
  );
  const paragraphs = new Map(text?.paragraphs.map((paragraph) => [paragraph.number, paragraph.text]));
  const rows = new Map<string, Map<string, ObservedRow>>();
  for (const cell of cells) {
    for (const { slot: index, content } of cell.values) {
      const slot = plan.slots[index];
      const schema = slot && schemas.get(slot.table);
      if (slot === undefined || schema === undefined) continue;
      const table = rows.get(slot.table) ?? new Map<string, ObservedRow>();
      rows.set(slot.table, table);
      const known = table.get(slot.cellId)?.row ?? emptyRow(schema, slot, cell, paragraphs);
      table.set(slot.cellId, { cell, row: { ...known, ...filled(schema, slot, content, provisional) } });
    }
  }
  return new Map([...rows].map(([table, own]) => [table, [...own.values()]]));
}

function emptyRow(
  { fields }: TableSchema,
  slot: Slot,
  cell: Cell,
  paragraphs: ReadonlyMap<number, string>,
): Row {
  const times = timeColumns(cell);
  return Object.fromEntries(
    fields.map((field): [string, Value] => {
      if (field.name === 'cell_id') return [field.name, cell.cellId];
      if (field.name === 'unit') return [field.name, slot.unit];
      if (field.name === 'paragraph') return [field.name, slot.paragraph];
      if (field.name === 'qualifier') return [field.name, cell.qualifier ?? null];
      if (field.name === 'year_basis') return [field.name, yearBasis(slot, paragraphs)];
      if (field.name === 'first_year') return [field.name, slot.firstYear ?? null];
      const time = times[field.name];
      if (time !== undefined) return [field.name, time];
      const code = slot.codes[field.name];
      return [field.name, code === undefined ? null : typedCode(code, field)];
    }),
  );
}

/** The days that a number of the running text is said for; of a table none of these columns. */
function timeColumns({ time }: Cell): Readonly<Record<string, string | null>> {
  if (time === undefined) return {};
  const { start, end, asOf } = time.extent;
  return { period_start: start, period_end: end, as_of: asOf, time_quote: time.timeQuote };
}

/**
 * What the year of a figure of the running text rests on, as a code of `year_basis`: what is declared of it, else
 * whether its paragraph prints it or it was inferred from others.
 */
function yearBasis(
  { yearBasis: declared, paragraph, codes: { year = '' } }: Slot,
  paragraphs: ReadonlyMap<number, string>,
): YearBasis | 'printed' {
  if (declared !== undefined) return declared;
  const isPrinted = new RegExp(`(?<!\\d)${year}(?!\\d)`).test(paragraphs.get(paragraph ?? -1) ?? '');
  return isPrinted ? 'printed' : 'inferred';
}

function filled(
  { fields }: TableSchema,
  slot: Slot,
  content: CellContent,
  provisional: ReadonlySet<string>,
): Row {
  const row: Record<string, Value> = {};
  const has = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const column = has(slot.column);
  if (column !== undefined)
    row[column.name] =
      content.kind === 'number'
        ? typed(content.value, column)
        : content.kind === 'nil'
          ? typed('0', column)
          : null;
  const marks = marksOf(content);
  if (has('notes')) row.notes = marks.length === 0 ? null : marks.join(' ');
  if (has('obs_status')) {
    row.obs_status =
      content.kind !== 'number'
        ? STATUS_OF[content.kind]
        : marks.some((mark) => provisional.has(mark))
          ? 'P'
          : 'A';
  }
  return row;
}
