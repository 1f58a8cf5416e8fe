import type { TableRow } from './pdf-cell-text.ts';
import { type Column, type OpenTable, openTablesOf } from './pdf-columns.ts';
import type { TextLine, Word } from './pdf-lines.ts';
import { isNumeric } from './pdf-numbers.ts';
import { EMPTY, type Phrase } from './pdf-phrase.ts';
import { type CellLine, type OpenRow, rowsOf } from './pdf-rows.ts';
import { partOf, segmentsOf } from './pdf-segments.ts';

/** A stretch of lines that is either running text or rows of a table without rules. */
export type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] };

/** Where a table's labels begin and its columns stand. */
type Frame = Pick<OpenTable, 'left' | 'columns'>;

/** How far above its first numbers, and below its last, a table may reach, in em from line to line. */
const REACH = 2.2;
const SAME_LEVEL = 0.3;

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

/** A superscript pushes the line of its cell down a little; beside the other cells it is still the same line. */
function levelled(lines: readonly TextLine[]): TextLine[] {
  const level: TextLine[] = [];
  for (const line of lines) {
    const above = level.at(-1);
    const isLevel = above !== undefined && line.baseline - above.baseline < SAME_LEVEL * line.size;
    if (above === undefined || !isLevel || !standBeside(above, line)) {
      level.push(line);
      continue;
    }
    const words = [...above.words, ...line.words].sort((one, other) => one.left - other.left);
    level[level.length - 1] = {
      ...above,
      words,
      left: Math.min(above.left, line.left),
      right: Math.max(above.right, line.right),
    };
  }
  return level;
}

function standBeside(one: TextLine, other: TextLine): boolean {
  return one.words.every(({ left, right }) =>
    other.words.every((word) => word.left > right || word.right < left),
  );
}

/** The head of a table: lines above the first numbers that keep to its columns, from one that has several. */
function firstLine(table: OpenTable, lines: readonly TextLine[], limit: number): number {
  let from = table.first;
  for (let index = table.first; index > limit; index -= 1) {
    const above = lines[index - 1];
    const line = lines[index];
    if (above === undefined || line === undefined) break;
    if (line.baseline - above.baseline > REACH * line.size || crossesColumns(above, table)) break;
    if (segmentsOf(above).length > 1) from = index - 1;
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

/** Words of a cell may begin left of its column's numbers, but not in the nearer half of the labels. */
function isLabel(segment: TextLine, { left, columns }: Frame): boolean {
  return segment.left < (left + (columns[0]?.left ?? left)) / 2;
}

function coverOf({ left, right }: Column, columns: readonly Column[]): number[] {
  return columns.flatMap((column, index) => (left < column.right && right > column.left ? [index] : []));
}

/** Cuts a table's lines at its headings and reads the rows between them. */
export function tableStretches(
  frame: Frame,
  lines: readonly TextLine[],
  separators: readonly number[],
): Stretch[] {
  const { columns } = frame;
  const headings = lines.filter((line) => crossesColumns(line, frame));
  const cells = lines.filter((line) => !headings.includes(line)).flatMap((line) => cellLines(line, frame));
  const cuts = [...separators, ...headings.map(({ baseline, size }) => baseline - size / 3)];
  const hasLabels = cells.some(({ column }) => column === 0);
  const placed = [
    ...rowsOf(cells, cuts).map((row) => ({ top: row.top, row: tableRow(row, columns.length, hasLabels) })),
    ...headings.map((line) => ({ top: line.baseline - line.size, line })),
  ].sort((one, other) => one.top - other.top);
  return placed.map((item) =>
    'row' in item ? { kind: 'rows', rows: [item.row] } : { kind: 'text', lines: [item.line] },
  );
}

/** The parts of a line by column: 0 is the label, the table's columns count from 1. */
function cellLines(line: TextLine, frame: Frame): CellLine[] {
  const cells: CellLine[] = [];
  let words: Word[] = [];
  let at: readonly [first: number, last: number] | undefined;
  const close = (): void => {
    if (at !== undefined && words.length > 0) {
      cells.push({ line: partOf(line, words), column: at[0], lastColumn: at[1] });
    }
    words = [];
  };
  for (const segment of segmentsOf(line)) {
    for (const part of piecesOf(segment, frame)) {
      const place = placeOf(part, frame.columns);
      if (at === undefined || place[0] !== at[0] || place[1] !== at[1]) close();
      at = place;
      words.push(...part.words);
    }
  }
  close();
  return cells;
}

/** Numbers set so tight that only the other rows show where one column ends and the next begins. */
function piecesOf(segment: TextLine, { left, columns }: Frame): TextLine[] {
  const isLabelled = segment.left < left + segment.size;
  const pieces: TextLine[] = [];
  let words: Word[] = [];
  for (const word of segment.words) {
    const before = words.at(-1);
    if (before !== undefined && beginsColumn(word, before, columns, isLabelled)) {
      pieces.push(partOf(segment, words));
      words = [];
    }
    words.push(word);
  }
  return [...pieces, partOf(segment, words)];
}

/** A number in a column, after a word that stands in another one or left of it. */
function beginsColumn(word: Word, before: Word, columns: readonly Column[], isLabelled: boolean): boolean {
  const [column, ...more] = coverOf(word, columns);
  return (
    column !== undefined &&
    more.length === 0 &&
    isNumeric({ words: [word] }) &&
    (isLabelled || isNumeric({ words: [before] })) &&
    before.right <= (columns[column]?.left ?? 0)
  );
}

function placeOf(part: TextLine, columns: readonly Column[]): readonly [first: number, last: number] {
  const covered = coverOf(part, columns);
  const first = covered[0];
  const last = covered.at(-1);
  if (first !== undefined && last !== undefined) return [first + 1, last + 1];
  const nearest = nearestColumn(part, columns);
  return [nearest, nearest];
}

/** A head may stand beside the numbers of its column; what stands left of all columns is the label. */
function nearestColumn({ left, right, size }: TextLine, columns: readonly Column[]): number {
  let nearest = 0;
  let distance = right < (columns[0]?.left ?? 0) ? 2 * size : Infinity;
  for (const [index, column] of columns.entries()) {
    const apart = Math.max(column.left - right, left - column.right);
    const isFirst = index === 0 && right < column.left;
    if (apart < distance && !(isFirst && left < column.left - 3 * size)) {
      nearest = index + 1;
      distance = apart;
    }
  }
  return nearest;
}

/** A cell that spans columns may span more of them than its text covers; no cell is empty beside it. */
function tableRow({ top, bottom, isCertain, cells }: OpenRow, columns: number, hasLabels: boolean): TableRow {
  const last = Math.max(...cells.map(({ lastColumn }) => lastColumn));
  const isData = cells.some(({ column, text }) => column > 0 && /\p{Nd}/u.test(text.text));
  const first = isCertain ? (hasLabels ? 0 : 1) : Math.min(...cells.map(({ column }) => column));
  const end = last === 0 ? 0 : isData ? columns : last;
  const slots: { readonly text: Phrase; readonly spans: boolean }[] = [];
  for (let column = first; column <= end; ) {
    const cell = cells.find((one) => one.column === column);
    const spans = cell !== undefined && cell.lastColumn > cell.column;
    slots.push({ text: cell?.text ?? EMPTY, spans });
    column = (cell?.lastColumn ?? column) + 1;
  }
  const texts = slots.flatMap(({ text }, index) => {
    const isBesideSpan =
      slots[index - 1]?.spans === true || (index > 1 - first && slots[index + 1]?.spans === true);
    return text.text === '' && isBesideSpan ? [] : [text];
  });
  return { cells: texts, top, bottom };
}
