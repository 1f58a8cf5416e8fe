import { type Extent, sharedWidth } from '../../page/place.ts';
import type { InkToken } from './ink.ts';
import { isValueSegment, type PrintedLine, type Segment } from './lines.ts';
import { SETTINGS } from './settings.ts';
import { isName } from './values.ts';

/** A segment, or a part of one, and the columns it covers. */
export interface Placed {
  readonly segment: Segment;
  readonly column: number;
  readonly lastColumn: number;
}

/**
 * Puts a line's segments into columns. A segment that covers several is cut where one of its gaps lies in the corridor,
 * if its parts are values or stand better over their columns than the whole over all of them; else it spans them.
 */
export function placedIn(line: PrintedLine, columns: readonly Extent[], cut: Cutter): Placed[] {
  return line.segments.flatMap((segment) => placed(segment, columns, cut));
}

/** Makes a segment of tokens. */
type Cutter = (tokens: Segment['tokens']) => Segment;

function placed(segment: Segment, columns: readonly Extent[], cut: Cutter): Placed[] {
  const [first, last] = coveredBy(segment, columns);
  if (first === last) return [{ segment, column: first, lastColumn: last }];
  const names = oneEach(segment, columns, first, last);
  if (names !== undefined) {
    return names.map((token, at) => ({ segment: cut([token]), column: first + at, lastColumn: first + at }));
  }
  for (let column = first; column < last; column += 1) {
    const at = gapBetween(segment, columns, column);
    if (at === undefined) continue;
    const before = cut(segment.tokens.slice(0, at));
    const after = cut(segment.tokens.slice(at));
    const isApart =
      isValueInItsColumn(after, columns[column], columns[column + 1], before) ||
      isBetterApart(segment, before, after, columns.slice(first, last + 1));
    if (isApart) {
      return [...placed(before, columns, cut), ...placed(after, columns, cut)];
    }
  }
  return [{ segment, column: first, lastColumn: last }];
}

/** The first and the last column that a segment prints in; the nearest if it prints in none. */
export function coveredBy(segment: Extent, columns: readonly Extent[]): readonly [number, number] {
  const least = (column: Extent): number =>
    Math.min(2, 0.4 * (column.right - column.left), 0.4 * (segment.right - segment.left));
  const covered = columns.flatMap((column, at) => (sharedWidth(segment, column) > least(column) ? [at] : []));
  const [first] = covered;
  if (first !== undefined) return [first, covered.at(-1) ?? first];
  let nearest = 0;
  for (const [at, column] of columns.entries()) {
    if (sharedWidth(segment, column) > sharedWidth(segment, columns[nearest] ?? column)) nearest = at;
  }
  return [nearest, nearest];
}

/**
 * The words of a segment, where each stands over a column of its own and in line with it: `cyl surf sectors` over
 * `77  1  8`, as on a typewriter, on which one space parts names that are as wide as their columns.
 */
function oneEach(
  { tokens }: Segment,
  columns: readonly Extent[],
  first: number,
  last: number,
): readonly InkToken[] | undefined {
  if (tokens.length !== last - first + 1 || tokens.length < SETTINGS.namesInLine.value) return undefined;
  const areNames = tokens.every(
    (token, at) =>
      coveredBy(token.box, columns).every((column) => column === first + at) &&
      isInLine([token], columns[first + at]),
  );
  return areNames ? tokens : undefined;
}

/** Whether tokens begin or end where their column does. */
function isInLine(tokens: readonly InkToken[], column: Extent | undefined): boolean {
  const [one, other] = [tokens[0], tokens.at(-1)];
  if (one === undefined || other === undefined || column === undefined) return false;
  const slack = SETTINGS.inLine.value * one.print.size;
  return Math.abs(one.box.left - column.left) < slack || Math.abs(other.box.right - column.right) < slack;
}

/** Whether a value one space behind a label stands in line with its column, and the label in its own: `dry moor 77`. */
function isValueInItsColumn(
  value: Segment,
  labels: Extent | undefined,
  column: Extent | undefined,
  label: Segment,
): boolean {
  if (labels === undefined || column === undefined) return false;
  return (
    isValueSegment(value) &&
    !isValueSegment(label) &&
    !value.tokens.every(({ text }) => isName(text)) &&
    label.right <= labels.right + 1 &&
    value.left >= column.left - 1 &&
    value.right <= column.right + 1 &&
    isInLine(value.tokens, column)
  );
}

/** The index of the token after the gap of a segment that lies between a column and the next. */
function gapBetween({ tokens }: Segment, columns: readonly Extent[], column: number): number | undefined {
  const from = columns[column];
  const to = columns[column + 1];
  if (from === undefined || to === undefined) return undefined;
  const middle = (from.right + to.left) / 2;
  for (let index = 1; index < tokens.length; index += 1) {
    const before = tokens[index - 1];
    const token = tokens[index];
    if (before === undefined || token === undefined || token.joined) continue;
    const left = before.box.right;
    const right = token.box.left;
    const isThere = right > from.right - 1 && left < to.left + 1 && left < right;
    if (
      isThere &&
      left <= middle + 1 + (to.left - from.right) / 2 &&
      right >= middle - 1 - (to.left - from.right) / 2
    )
      return index;
  }
  return undefined;
}

function isBetterApart(whole: Segment, before: Segment, after: Segment, columns: readonly Extent[]): boolean {
  if (isValueSegment(before) && isValueSegment(after)) return true;
  if (!isWiderThere(whole, before)) return false;
  const [first] = columns;
  const last = columns.at(-1);
  if (first === undefined || last === undefined) return false;
  const all = { left: first.left, right: last.right };
  const rest = columns.length === 2 ? last : { left: columns[1]?.left ?? last.left, right: last.right };
  const apart = Math.max(offCentre(before, first), offCentre(after, rest));
  return apart < offCentre(whole, all);
}

/** Whether the gap behind the first part is clearly wider than the others of a segment. */
function isWiderThere({ tokens }: Segment, before: Segment): boolean {
  const gaps = tokens.slice(1).map(({ box }, index) => box.left - (tokens[index]?.box.right ?? box.left));
  const at = before.tokens.length - 1;
  const others = gaps.filter((_, index) => index !== at);
  return others.length === 0 || (gaps[at] ?? 0) > SETTINGS.widerGap.value * Math.max(...others);
}

function offCentre(segment: Extent, column: Extent): number {
  const off = Math.abs(segment.left + segment.right - column.left - column.right) / 2;
  return Math.min(off, Math.abs(segment.left - column.left), Math.abs(segment.right - column.right));
}
