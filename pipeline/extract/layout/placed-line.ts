import { isValueSegment, type PrintedLine } from './lines.ts';
import type { Placed } from './placing.ts';
import { SETTINGS } from './settings.ts';
import { isOneValue } from './values.ts';

/** A printed line of a table with its parts in their columns. */
export interface PlacedLine {
  readonly line: PrintedLine;
  readonly parts: readonly Placed[];
}

/** Whether a line prints a value beside its label. */
export function hasValues({ parts }: PlacedLine): boolean {
  return parts.some(({ column, segment }) => column > 0 && isValueSegment(segment));
}

/** Whether a line prints something in the column of the labels. */
export function hasLabel({ parts }: PlacedLine): boolean {
  return parts.some(({ column }) => column === 0);
}

/** What a line prints in one of its columns. */
export function textOf({ segment }: Placed): string {
  return segment.tokens.map(({ text }) => text).join(' ');
}

/** How far, in em, the baselines of two lines stand apart. */
export function apart(above: PlacedLine, below: PlacedLine): number {
  return (below.line.baseline - above.line.baseline) / below.line.size;
}

/** Lines that print in the same column stand below each other; others may be cells that are set in the middle. */
function shareColumns(above: PlacedLine, below: PlacedLine): boolean {
  return below.parts.some((part) =>
    above.parts.some((over) => over.column <= part.lastColumn && over.lastColumn >= part.column),
  );
}

/** Whether a line stands half a line below another, and beside all of it: cells of one row that are set in the middle. */
export function isBesideHalf(above: PlacedLine, below: PlacedLine): boolean {
  return !shareColumns(above, below) && apart(above, below) < SETTINGS.halfLine.value;
}

/** Whether each value of a line goes on with the value that the lines above print in its column: `21 815` / `517,0`. */
export function mayGoOn(above: readonly PlacedLine[], below: PlacedLine): boolean {
  return below.parts.every((part) => {
    const texts = above.flatMap(({ parts }) =>
      parts.flatMap((over) => (over.column === part.column ? [textOf(over)] : [])),
    );
    return (
      part.column === 0 ||
      texts.length === 0 ||
      !isValueSegment(part.segment) ||
      isOneValue([...texts, textOf(part)])
    );
  });
}

/**
 * Whether a line without a label holds heads over a labelled row of values: `Rain, mm  Days of rain` over
 * `Hill  99  129.4`, where a rule stands below the row only.
 */
export function isHeadOver(above: PlacedLine, below: PlacedLine): boolean {
  if (hasLabel(above) || !hasLabel(below)) return false;
  const under = below.parts.filter(
    (part) =>
      part.column > 0 &&
      isValueSegment(part.segment) &&
      above.parts.some(({ column, segment }) => column === part.column && !isValueSegment(segment)),
  );
  return under.length > 1;
}

/** Whether the one text of a line reaches over columns in which another prints values: a heading that is wider than its column. */
export function reachesOver({ parts }: PlacedLine, other: PlacedLine): boolean {
  const [only, ...rest] = parts;
  if (only?.column !== 0 || rest.length > 0) return false;
  return other.parts.some(
    ({ column, segment }) => column > 0 && column <= only.lastColumn && isValueSegment(segment),
  );
}

/**
 * Whether a line is a heading in the midst of the table, where another prints values: `Women` below `75 138`. Neither
 * goes on with the other, nor does a label with what stands far behind its beginning, and is not centred below it.
 */
export function isHeadingBeside(line: PlacedLine, other: PlacedLine): boolean {
  const [only, ...rest] = line.parts;
  if (only === undefined || rest.length > 0 || !/\p{L}{3}/u.test(textOf(only))) return false;
  const beside = other.parts.find(({ column }) => column === only.column);
  if (beside === undefined) return false;
  if (only.column > 0) return isValueSegment(beside.segment);
  const { left, right } = beside.segment;
  const { size } = line.line;
  const isFar = only.segment.left - left > SETTINGS.furthestIndent.value * size;
  const offMiddle = Math.abs(only.segment.left + only.segment.right - left - right) / 2;
  return hasValues(other) && isFar && offMiddle > SETTINGS.offCentre.value * size;
}
