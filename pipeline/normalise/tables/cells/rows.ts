import { labelOf } from '../../../locale/look-alikes.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Cell as TableCell } from '../../../page/table.ts';
import { inkOfNotation } from '../../../template/notation.ts';
import type { RowForm, Slot } from '../../../template/plan.ts';
import { type TablePlan, valueIndexes } from '../../../template/tables/table-plan.ts';
import type { ReadCell } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { adviceFor } from '../diagnosis/cell-advice.ts';
import { rowLattice } from '../lattice/in-order.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import { type LatticeNode, NO_READING } from '../lattice/lattice.ts';
import { readCell } from './cells.ts';
import { lettersOf, shown } from './letters.ts';
import type { BodyRow, PrintedRow } from './pieces.ts';

/** What rows are read with. */
export interface RowContext {
  readonly ink: Ink;
  readonly plan: TablePlan;
  /** The index in the ink of an offset of the text. */
  readonly indexOf: (offset: number) => number;
  /** Where a cell that is empty stands in the ink: behind what is printed before it. */
  readonly emptyAt: (cell: TableCell) => number;
  readonly placeOf: (row: PrintedRow | undefined) => Place;
}

/** A row with every way to read it. */
export interface TableRow {
  readonly read: ReadRow;
  /** Whether its columns are told by their places. */
  readonly isCertain: boolean;
}

/** The cell of each column of values, of the printed rows that a declared row stands on. */
interface ColumnCell {
  readonly index: number;
  readonly cell: TableCell;
}

/** Reads the values of a declared row, column by column; where the columns are not certain, in every way there is. */
export function readRow(
  context: RowContext,
  body: BodyRow,
  others: ReadonlyMap<TableCell, BodyRow>,
): TableRow | { readonly findings: readonly Finding[] } {
  const { plan } = context;
  const { row, printed } = body;
  const name = rowText(body);
  const made = (fault: Pick<Finding, 'expected' | 'found' | 'action'>, index?: number): Finding => ({
    kind: 'cells',
    place: {
      ...context.placeOf(printed[0]),
      table: plan.name,
      row: name,
      ...(index !== undefined && { column: columnText(plan, index) }),
    },
    ...fault,
  });
  const findings: Finding[] = [];
  const cells = columnCells(printed);
  for (const { index, cell } of cells) {
    const fault = spanFault(cell, body, others);
    if (fault !== undefined) findings.push(made(fault, index));
  }
  const twice = cells.find(
    ({ index, cell }, at) =>
      cell.lines.length > 0 &&
      cells.findIndex((each) => each.index === index && each.cell.lines.length > 0) < at,
  );
  if (twice !== undefined) {
    const own = cells.filter(({ index, cell }) => index === twice.index && cell.lines.length > 0);
    findings.push(
      made(
        {
          expected: 'one value',
          found: `${own.length}: ${own.map(({ cell }) => shown(lettersOf(cell.lines))).join(', ')}`,
          action: 'declare a row for each of them',
        },
        twice.index,
      ),
    );
  }
  if (findings.length > 0) return { findings };
  const single = singleCells(cells);
  const slots = single.flatMap(({ index }) => row.slots[index] ?? []);
  const form = formOf(plan, slots);
  const isCertain = printed.every(({ table }) => table.columnsToldBy !== 'none');
  const lattice = isCertain
    ? certainLattice(context, single, form, (fault, index) => findings.push(made(fault, index)))
    : openLattice(context, single, form);
  if (findings.length > 0) return { findings };
  if (lattice.count === 0) {
    const found = single.map(({ cell }) => shown(lettersOf(cell.lines))).join(', ');
    return {
      findings: [made({ expected: `${single.length} values`, found, action: adviceFor(found, form) })],
    };
  }
  const label = stretchOf(
    context,
    printed.flatMap(({ keys }) => [...keys.values()]),
  );
  const text = row.labels.at(-1)?.texts[0] ?? row.name;
  const item = { kind: 'row', label: text, name: row.name, match: labelOf(text), form, slots } as const;
  return { read: { item, label, headers: [], lattice, to: label.to }, isCertain };
}

function columnCells(printed: readonly PrintedRow[]): readonly ColumnCell[] {
  const seen = new Set<TableCell>();
  return printed.flatMap(({ values }) =>
    values.filter(({ cell }) => {
      const isNew = !seen.has(cell) || cell.columnSpan > 1;
      seen.add(cell);
      return isNew;
    }),
  );
}

/** For each column the cell in which something is printed, else the first. */
function singleCells(cells: readonly ColumnCell[]): readonly ColumnCell[] {
  const single = new Map<number, ColumnCell>();
  for (const each of cells)
    if (!single.has(each.index) || each.cell.lines.length > 0) single.set(each.index, each);
  return [...single.values()];
}

/** One value that is printed for several columns or rows is none of theirs alone. */
function spanFault(
  cell: TableCell,
  body: BodyRow,
  others: ReadonlyMap<TableCell, BodyRow>,
): Pick<Finding, 'expected' | 'found' | 'action'> | undefined {
  if (cell.lines.length === 0) return undefined;
  const found = shown(lettersOf(cell.lines));
  if (cell.columnSpan > 1)
    return {
      expected: 'a value in each column',
      found: `${found} over ${cell.columnSpan} columns`,
      action: 'if it stands for a row without values, leave the row out with ignore',
    };
  const owner = others.get(cell);
  return owner === undefined || owner === body
    ? undefined
    : { expected: 'a value in each row', found: `${found} over several rows` };
}

function certainLattice(
  { ink, plan, indexOf, emptyAt }: RowContext,
  cells: readonly ColumnCell[],
  form: RowForm,
  refuse: (fault: Pick<Finding, 'expected' | 'found' | 'action'>, index: number) => void,
): LatticeNode {
  let node: LatticeNode = { column: cells.length, edges: [], count: 1 };
  for (const [column, { index, cell }] of [...cells.entries()].reverse()) {
    const admitted = form.columns[column];
    if (admitted === undefined) return NO_READING;
    const read = readCell(ink, cell, { form, column: admitted, marks: plan.marks, indexOf, emptyAt });
    if ('expected' in read) {
      const { expected, found } = read;
      refuse({ expected, found, action: read.action ?? adviceFor(found.replaceAll('"', ''), form) }, index);
      continue;
    }
    const to = node;
    node = {
      column,
      edges: read.readings.map((own: ReadCell) => ({ cell: own, to })),
      count: read.readings.length * to.count,
    };
  }
  return node;
}

/** The columns of this row are not certain: its pieces are parted among them in every way that their forms allow. */
function openLattice(context: RowContext, cells: readonly ColumnCell[], form: RowForm): LatticeNode {
  const stretches = cells.flatMap(({ cell }): Stretch[] =>
    cell.lines.length === 0 ? [] : [stretchOf(context, [cell])],
  );
  const joined: Stretch[] = [];
  for (const stretch of stretches.sort((one, other) => one.from - other.from)) {
    const before = joined.at(-1);
    if (before !== undefined && before.to === stretch.from)
      joined[joined.length - 1] = { from: before.from, to: stretch.to };
    else joined.push(stretch);
  }
  return rowLattice(context.ink, joined, form);
}

function stretchOf({ indexOf }: RowContext, cells: readonly TableCell[]): Stretch {
  const spans = cells.flatMap(({ lines }) => lines.flatMap(({ tokens }) => tokens.map(({ span }) => span)));
  if (spans.length === 0) return { from: 0, to: 0 };
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  return { from: indexOf(from), to: indexOf(to - 1) + 1 };
}

function formOf({ forms, notation, marks, blank }: TablePlan, slots: readonly Slot[]): RowForm {
  const anything = { decimals: [], minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };
  return {
    columns: slots.map(({ index }) => forms.get(index) ?? anything),
    marks: marks ?? [],
    phrases: [],
    notation,
    ...(blank !== undefined && { blank }),
    ink: [...inkOfNotation(notation)].join(''),
  };
}

/** A row as a person would name it: its labels. */
export function rowText({ row }: Pick<BodyRow, 'row'>): string {
  const texts = row.labels.flatMap(({ texts: [text] }) => (text === undefined ? [] : [text]));
  return texts.length === 0 ? row.name : texts.join(' > ');
}

/** What is printed above a column of values; its place among them where nothing is declared to be. */
export function columnText({ columns }: TablePlan, index: number): string {
  for (const each of columns)
    for (const column of each.columns)
      if (valueIndexes(column).includes(index) && column.header.length > 0)
        return column.header.map(([text = '']) => text).join(' / ');
  return `${index + 1}`;
}
