import type { TextLine, Word } from '../lines/lines.ts';
import { isNumeric } from '../lines/numbers.ts';
import { partOf, segmentsOf } from '../lines/segments.ts';
import { type Column, isAligned } from './cell-extents.ts';
import type { OpenTable } from './columns.ts';
import type { CellLine } from './spacing.ts';

/** Where a table's labels begin and its columns stand. */
export type Frame = Pick<OpenTable, 'left' | 'columns' | 'headEnd'>;

/** Words reach into a cell from this distance on, in em. */
const INTO = 0.2;

/** The parts of a line by column: 0 is the label, the table's columns count from 1. */
export function cellLines(line: TextLine, frame: Frame): CellLine[] {
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
export function piecesOf(segment: TextLine, { left, columns, headEnd }: Frame): TextLine[] {
  const isLabelled = segment.left < left + segment.size;
  const isHead = headEnd !== undefined && segment.baseline < headEnd;
  const pieces: TextLine[] = [];
  let words: Word[] = [];
  for (const word of segment.words) {
    const before = words.at(-1);
    const part = partOf(segment, [word]);
    if (
      before !== undefined &&
      (beginsColumn(part, before, columns, isLabelled) ||
        (isHead && changesColumn(partOf(segment, [before]), part, columns)))
    ) {
      pieces.push(partOf(segment, words));
      words = [];
    }
    words.push(word);
  }
  return [...pieces, partOf(segment, words)];
}

/** Heads of columns may stand as close as words; but each keeps to the cells of its column. */
function changesColumn(before: TextLine, word: TextLine, columns: readonly Column[]): boolean {
  const [from, ...alsoFrom] = coverOf(before, columns);
  const [to, ...alsoTo] = coverOf(word, columns);
  return from !== undefined && to !== undefined && from !== to && alsoFrom.length + alsoTo.length === 0;
}

/** A number in a column, after a word that stands in another one or left of it. */
function beginsColumn(
  word: TextLine,
  before: Word,
  columns: readonly Column[],
  isLabelled: boolean,
): boolean {
  const [column, ...more] = coverOf(word, columns);
  return (
    column !== undefined &&
    more.length === 0 &&
    isNumeric(word) &&
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

/** Words of a cell may begin left of its column's numbers, but not in the nearer half of the labels. */
export function isLabel(segment: TextLine, { left, columns }: Frame): boolean {
  return segment.left < (left + (columns[0]?.left ?? left)) / 2;
}

/**
 * The columns that a number stands in, or whose cells other words reach into. How far cells reach is known by the
 * numbers only; words that are aligned to one column and leave the numbers of the others free are a wide cell of it.
 */
export function coverOf(part: TextLine, columns: readonly Column[]): number[] {
  const { left, right, size } = part;
  const standsIn = (column: Column): boolean => left < column.right && right > column.left;
  if (isNumeric(part)) return columns.flatMap((column, index) => (standsIn(column) ? [index] : []));
  const covered = columns.flatMap((column, index) =>
    left < column.cellRight - INTO * size && right > column.cellLeft + INTO * size ? [{ column, index }] : [],
  );
  const [aligned, ...others] = covered.filter(({ column }) => isAligned(part, column));
  const isWideCell =
    others.length === 0 && covered.every((each) => each === aligned || !standsIn(each.column));
  return aligned !== undefined && isWideCell ? [aligned.index] : covered.map(({ index }) => index);
}
