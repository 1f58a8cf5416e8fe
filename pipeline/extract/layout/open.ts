import type { Extent } from '../../page/place.ts';
import { textOf } from '../../page/token.ts';
import { isCaption, isHeadAgain, isOtherHead, isRuledOff } from './another-table.ts';
import { isAboveHead, isLegend } from './apart.ts';
import { columnsOf } from './columns.ts';
import type { Rule } from './ink.ts';
import { isNumber, isValueSegment, type PrintedLine, runsAcross, type Segment } from './lines.ts';
import { isContents, isList } from './lists.ts';
import { median } from './measures.ts';
import { coveredBy } from './placing.ts';
import { SETTINGS } from './settings.ts';
import { isOneValue } from './values.ts';

/** Finds the lines that stand in columns as the rows of a table do, with the heads above them: it may have no frame. */
export function columnedLines(
  lines: readonly PrintedLine[],
  levels: readonly Rule[],
): readonly (readonly PrintedLine[])[] {
  const found: (readonly PrintedLine[])[] = [];
  let taken = 0;
  let next = 0;
  while (next < lines.length) {
    const range = rangeFrom(lines, next, levels);
    if (range === undefined) {
      next += 1;
      continue;
    }
    if (!range.isContents) found.push(lines.slice(Math.max(range.from, taken), range.to + 1));
    next = range.to + 1;
    taken = next;
  }
  return found;
}

function rangeFrom(
  lines: readonly PrintedLine[],
  start: number,
  levels: readonly Rule[],
): { from: number; to: number; isContents: boolean } | undefined {
  const first = lines[start];
  if (first === undefined || !isTabular(first) || isCaption(first)) return undefined;
  const rows = [first];
  let to = start;
  let stop = lines.length;
  let last = first;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (line.baseline - last.baseline) / first.size > SETTINGS.widestRowGap.value)
      break;
    if (isCaption(line)) break;
    if (isTabular(line)) {
      if (isHeadAgain(rows, line, levels) || isOtherHead(rows, line, last)) {
        stop = index;
        break;
      }
      if (!isCompatible(rows, line)) break;
      rows.push(line);
      to = index;
    } else if (isProse(line, rows)) break;
    last = line;
  }
  while (isLegend(rows, levels)) {
    rows.pop();
    to = lines.lastIndexOf(rows.at(-1) ?? first);
  }
  const columns = columnsOf(rows);
  if (isContents(rows, columns.length)) return { from: start, to, isContents: true };
  if (!isTable(rows)) return undefined;
  const above = lines
    .slice(start, to)
    .findLastIndex((line, at) => isAboveHead(line, lines.slice(start + at + 1, to + 1), columns, levels));
  const from = above < 0 ? headFrom(lines, start, rows, levels) : start + above + 1;
  return { from, to: tailTo(lines.slice(0, stop), to, rows, levels), isContents: false };
}

/** A line of several segments of which not all are sentences. */
function isTabular({ segments }: PrintedLine): boolean {
  return segments.length > 1 && segments.some(({ tokens }) => tokens.length < SETTINGS.proseTokens.value);
}

function isProse(line: PrintedLine, rows: readonly PrintedLine[]): boolean {
  const left = Math.min(...rows.map(({ box }) => box.left));
  const right = Math.max(...rows.map(({ box }) => box.right));
  return runsAcross(line, { left, right }, rows);
}

/** Whether a line may stand in the columns of the rows above it. */
function isCompatible(rows: readonly PrintedLine[], line: PrintedLine): boolean {
  const columns = columnsOf([...rows.slice(-12), line]);
  const before = columnsOf(rows.slice(-12));
  if (columns.length < 2) return false;
  const spans = line.segments.filter((segment) => {
    const [first, last] = coveredBy(segment, before);
    return last > first;
  });
  return (
    columns.length >= Math.min(before.length, line.segments.length, 3) - 1 &&
    spans.length <= line.segments.length / 2 + 0.5
  );
}

/** Whether rows are those of a table, not of columns of text, a list or a contents. */
function isTable(rows: readonly PrintedLine[]): boolean {
  const columns = columnsOf(rows);
  if (rows.length < (columns.length > 2 ? 2 : 3) || columns.length < 2) return false;
  const cells = rows.flatMap(({ segments }) =>
    segments.map((segment) => ({
      segment,
      column: coveredBy(segment, columns)[0],
      isValue: isValueSegment(segment),
    })),
  );
  const beside = cells.filter(({ column }) => column > 0);
  const values = beside.filter(({ isValue }) => isValue);
  const words = median(beside.map(({ segment }) => segment.tokens.length));
  const ofColumns = columns.filter((_, column) => {
    const own = cells.filter((cell) => cell.column === column);
    return (
      column > 0 &&
      own.length > 1 &&
      own.filter(({ isValue }) => isValue).length >= SETTINGS.valueShare.value * own.length
    );
  });
  if (cells.length < SETTINGS.leastFilled.value * rows.length * columns.length) return false;
  const repeated = columns.filter((_, column) => cells.filter((cell) => cell.column === column).length > 1);
  if (repeated.length < SETTINGS.repeatedColumns.value * columns.length) return false;
  if (columns.length === 2 && isList(rows)) return false;
  return ofColumns.length > 0 && values.length >= 2 && words < 4;
}

/** The first line of a table's boxhead: lines above that stand in its columns, up to a title or a rule. */
function headFrom(
  lines: readonly PrintedLine[],
  start: number,
  rows: readonly PrintedLine[],
  levels: readonly Rule[],
): number {
  const columns = columnsOf(rows);
  const [label] = columns;
  let from = start;
  for (let index = start - 1; index >= 0; index -= 1) {
    const line = lines[index];
    const below = lines[index + 1];
    if (line === undefined || below === undefined || label === undefined) break;
    const isRuledOff = levels.some(
      ({ at, from: left, to: right }) =>
        at > line.baseline && at < below.baseline && left < label.right && right > label.right,
    );
    const isLikeBelow =
      line.segments.length > 1 || Math.abs(line.size - below.size) < SETTINGS.sameSize.value;
    const furthest = isRuledOff ? SETTINGS.ruledHead : isLikeBelow ? SETTINGS.nextHead : SETTINGS.otherHead;
    if ((below.baseline - line.baseline) / line.size > furthest.value) break;
    const isAbove = isAboveHead(line, lines.slice(index + 1), columns, levels);
    if (isAbove || isProse(line, rows) || isCaption(line)) break;
    const isOver = line.segments.every(({ left }) => left > label.right - 1);
    const isInside = line.box.right < (columns.at(-1)?.right ?? 0) + 2 * line.size;
    if (line.segments.length > 1 || (isOver && isInside)) from = index;
    else break;
  }
  return from;
}

/**
 * The last line of a table: the rest of a label below its last row, labels without any value above the rule that closes
 * it, and a number alone, right below the last row or in a column of values: a row of its own, or a part of the one above.
 */
function tailTo(
  lines: readonly PrintedLine[],
  to: number,
  rows: readonly PrintedLine[],
  levels: readonly Rule[],
): number {
  const columns = columnsOf(rows);
  const beside = columns[1]?.left ?? -Infinity;
  const areRowsRuled = rows.slice(1, -1).every((row) => isRuledOff(row, levels));
  let end = to;
  for (let index = to + 1; index < lines.length; index += 1) {
    const [above, line] = [lines[index - 1], lines[index]];
    const segment = line?.segments[0];
    if (above === undefined || line === undefined || segment === undefined) break;
    if (line.segments.length > 1) break;
    const apart = (line.baseline - above.baseline) / line.size;
    const nearest = isOfColumn(segment, columns) ? SETTINGS.loneValue : SETTINGS.nextLine;
    if (apart < nearest.value && isNumber(segment)) {
      end = index;
      continue;
    }
    if (segment.right > beside && !isRestOfValue(segment, line, lines.slice(0, index), columns)) break;
    const isBehindRule = levels.some(({ at }) => at > above.baseline && at < line.baseline - 0.3 * line.size);
    if (isBehindRule && !areRowsRuled) break;
    const isRest = apart < SETTINGS.nextLine.value && /^\p{Ll}/u.test(segment.tokens[0]?.text ?? '');
    if (apart > SETTINGS.widestRowGap.value) break;
    if (isRest || segment.right > beside || isClosed(line, columns, levels)) end = index;
  }
  return end;
}

/** Whether the only text of a line stands in one column of values. */
function isOfColumn(segment: Segment, columns: readonly Extent[]): boolean {
  const [first, last] = coveredBy(segment, columns);
  const own = columns[first];
  return (
    first > 0 && first === last && own !== undefined && segment.left >= own.left && segment.right <= own.right
  );
}

/** Whether the only number of a line goes on with the one above it: `101` / `263`. */
function isRestOfValue(
  segment: Segment,
  line: PrintedLine,
  before: readonly PrintedLine[],
  columns: readonly Extent[],
): boolean {
  const [column] = coveredBy(segment, columns);
  const near = before.filter(
    ({ baseline }) => line.baseline - baseline < SETTINGS.nextLine.value * line.size,
  );
  const above = near
    .flatMap(({ segments }) => segments)
    .findLast((each) => coveredBy(each, columns)[0] === column);
  const texts = [above, segment].map((each) => textOf(each?.tokens ?? []));
  return column > 0 && above !== undefined && isValueSegment(segment) && isOneValue(texts);
}

/** Whether a rule below a line closes the table: it reaches from its first column to its last. */
function isClosed(line: PrintedLine, columns: readonly Extent[], levels: readonly Rule[]): boolean {
  const [left, right] = [columns[0]?.right ?? 0, columns.at(-1)?.left ?? 0];
  return levels.some(
    ({ at, from, to }) =>
      at > line.baseline &&
      at < line.baseline + SETTINGS.nextRow.value * line.size &&
      from < left &&
      to > right,
  );
}
