import { levelled } from '../lines/levels.ts';
import type { TextLine } from '../lines/lines.ts';
import { isNumeric } from '../lines/numbers.ts';
import { EMPTY, type Phrase } from '../lines/phrase.ts';
import { segmentsOf } from '../lines/segments.ts';
import type { TableRow } from './cell-text.ts';
import { type OpenTable, openTablesOf } from './columns.ts';
import { cellLines, coverOf, type Frame, isLabel, piecesOf } from './placing.ts';
import { type OpenRow, rowsOf } from './rows.ts';
import { headOf, headRow } from './table-head.ts';

/** A stretch of lines that is either running text or rows of a table without rules. */
export type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] };

/** How far above its first numbers, and below its last, a table may reach, in em from line to line. */
const REACH = 2.2;
/** The head may stand off further, but not a text. */
const REACH_OF_HEAD = 3;
/** The next line of the same cell follows within this, in em. */
const NEXT_LINE = 1.35;

/** Takes lines from top to bottom apart into running text and tables. */
export function stretchesOf(printed: readonly TextLine[], separators: readonly number[]): Stretch[] {
  const lines = levelled(printed);
  const stretches: Stretch[] = [];
  let next = 0;
  for (const table of openTablesOf(lines)) {
    const from = firstLine(table, lines, next);
    const to = lastLine(table, lines);
    if (from > next) stretches.push({ kind: 'text', lines: lines.slice(next, from) });
    stretches.push(...tableStretches(table, lines.slice(from, to + 1), separators));
    next = to + 1;
  }
  if (next < lines.length) stretches.push({ kind: 'text', lines: lines.slice(next) });
  return stretches;
}

/** The head of a table: lines above the first numbers that keep to its columns, from one that has several. */
function firstLine(table: OpenTable, lines: readonly TextLine[], limit: number): number {
  let from = table.first;
  for (let index = table.first; index > limit; index -= 1) {
    const above = lines[index - 1];
    const line = lines[index];
    if (above === undefined || line === undefined) break;
    const apart = (line.baseline - above.baseline) / line.size;
    const hasCells = segmentsOf(above).length > 1;
    if (apart > (hasCells && index === table.first ? REACH_OF_HEAD : REACH)) break;
    if (!hasCells && crossesColumns(above, table)) break;
    if (hasCells || (from === index && apart < NEXT_LINE && index < table.first)) from = index - 1;
  }
  return from;
}

/** The rest of the last row's label below its numbers. */
function lastLine({ last, columns }: OpenTable, lines: readonly TextLine[]): number {
  let to = last;
  for (; to < lines.length - 1; to += 1) {
    const line = lines[to];
    const below = lines[to + 1];
    if (line === undefined || below === undefined) break;
    if (below.baseline - line.baseline > REACH * line.size || below.right > (columns[0]?.left ?? 0)) break;
  }
  return to;
}

/** A heading, running text, or a head that does not stand clearly in one column; it has no numbers in them. */
function crossesColumns(line: TextLine, frame: Frame): boolean {
  const { columns } = frame;
  const segments = segmentsOf(line).flatMap((segment) => piecesOf(segment, frame));
  if (segments.some((segment) => isNumeric(segment) && coverOf(segment, columns).length === 1)) return false;
  return segments.some((segment) => {
    const covered = coverOf(segment, columns);
    if (covered.length === 0) return segment.right > (columns[0]?.left ?? 0);
    return covered.length > 1 || isLabel(segment, frame);
  });
}

/** Cuts a table's lines at its headings and reads the rows between them. */
export function tableStretches(
  frame: Frame,
  lines: readonly TextLine[],
  separators: readonly number[],
): Stretch[] {
  const { columns } = frame;
  const above = lines.filter(({ baseline }) => baseline < (frame.headEnd ?? -Infinity));
  const head = headOf(above);
  const body = lines.slice(head.length);
  const headings = body.filter((line) => crossesColumns(line, frame));
  const cells = body.filter((line) => !headings.includes(line)).map((line) => cellLines(line, frame));
  const cuts = [...separators, ...headings.map(({ baseline, size }) => baseline - size / 3)];
  const hasLabels = cells.some((line) => line.some(({ column }) => column === 0));
  const placed = [
    ...rowsOf(cells, cuts).map((row) => ({ top: row.top, row: tableRow(row, columns.length, hasLabels) })),
    ...headings.map((line) => ({ top: line.baseline - line.size, line })),
  ].sort((one, other) => one.top - other.top);
  const headRows = head.length === 0 ? [] : [{ kind: 'rows' as const, rows: [headRow(head)] }];
  const stretches = placed.map(
    (item): Stretch =>
      'row' in item ? { kind: 'rows', rows: [item.row] } : { kind: 'text', lines: [item.line] },
  );
  return [...headRows, ...stretches];
}

/**
 * A row with its empty cells: `columns` are those besides the labels. A cell that spans columns may span more of them
 * than its text covers; no cell is empty beside it.
 */
export function tableRow(
  { top, bottom, isCertain, cells }: OpenRow,
  columns: number,
  hasLabels: boolean,
): TableRow {
  const last = Math.max(...cells.map(({ lastColumn }) => lastColumn));
  const isData = cells.some(({ column, text }) => column > 0 && /\p{Nd}/u.test(text.text));
  const first = isCertain ? (hasLabels ? 0 : 1) : Math.min(...cells.map(({ column }) => column));
  const end = last === 0 ? 0 : isData ? columns : last;
  const slots: { readonly text: Phrase; readonly spans: boolean }[] = [];
  const fill = (to: number): void => {
    for (; next < to; next += 1) slots.push({ text: EMPTY, spans: false });
  };
  let next = first;
  for (const { column, lastColumn, text } of cells) {
    fill(column);
    slots.push({ text, spans: lastColumn > column });
    next = Math.max(next, lastColumn + 1);
  }
  fill(end + 1);
  const texts = slots.flatMap(({ text }, index) => {
    const isBesideSpan =
      slots[index - 1]?.spans === true || (index > 1 - first && slots[index + 1]?.spans === true);
    return text.text === '' && isBesideSpan ? [] : [text];
  });
  return { cells: texts, top, bottom };
}
