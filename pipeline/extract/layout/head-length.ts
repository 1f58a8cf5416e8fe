import { withSpans } from './heads.ts';
import type { InkToken, Rule } from './ink.ts';
import { isValueSegment, type Segment } from './lines.ts';
import { hasLabel, hasValues, isHeadOver, type PlacedLine } from './placed-line.ts';
import type { Placed } from './placing.ts';
import { type Columns, distinct, type Region, underlinesOf } from './region.ts';
import { SETTINGS } from './settings.ts';
import { isName } from './values.ts';

const COUNTED = /^[([]?(\p{Nd}{1,2})[)\]]?$/u;

/**
 * How many lines at the top of a region are its boxhead: those above its first values, and of those the lines above the
 * first rule from edge to edge, with what names columns between that rule and the next.
 */
export function headLength(lines: readonly PlacedLine[], columns: Columns, region: Region): number {
  const [first] = lines;
  if (first === undefined) return 0;
  const width = columns.extents.length;
  const rules = fullRules(columns, region).map(
    ({ at }) => lines.filter(({ line }) => line.baseline < at).length,
  );
  // Where every row is ruled off, a rule does not tell the first from the others.
  const isRuledOff = (at: number): boolean => rules.includes(at + 1) && !rules.includes(at + 2);
  const valued = lines.findIndex(
    (line, at) =>
      hasValues(line) &&
      !isNames(line) &&
      !isCount(line, width) &&
      !areUnits(lines, at) &&
      !(isRuledOff(at) && (countsBesideWords(line) || areUnderHead(lines, at, region))),
  );
  const limit = valued < 0 ? lines.length : valued;
  const [cut, ...cuts] = distinct(
    rules.filter((above) => above > 0 && above < lines.length && above <= limit),
    0,
  );
  if (cut === undefined) {
    if (valued < 0) return 1;
    const body = lines.slice(limit);
    const isHead = (line: PlacedLine): boolean =>
      line.parts.some(({ column }) => column > 0) && !body.some((other) => areHeadings(line, other));
    return lines.slice(0, limit).findLastIndex(isHead) + 1;
  }
  let length = cut;
  for (const next of cuts) {
    if (!goesOnNaming(lines.slice(0, next), lines.slice(limit), length, columns, region)) break;
    length = next;
  }
  const values = lines[limit];
  while (length < limit && isBelowHead(lines[length], values, width)) length += 1;
  return length;
}

/** Whether each of two lines is a word or two over the same middle: headings within the table are, `Men` and `Women`. */
function areHeadings(one: PlacedLine, other: PlacedLine): boolean {
  const [first, second] = [one, other].map(({ parts: [only, ...rest], line }) =>
    only === undefined || rest.length > 0 || isValueSegment(only.segment)
      ? NaN
      : (only.segment.left + only.segment.right) / 2 / line.size,
  );
  return Math.abs((first ?? NaN) - (second ?? NaN)) < SETTINGS.offCentre.value;
}

/** The level rules that reach from the first column to the last. */
function fullRules({ extents }: Columns, { levels }: Region): readonly Rule[] {
  const [first, last] = [extents[0], extents.at(-1)].map((extent) =>
    extent === undefined ? 0 : (extent.left + extent.right) / 2,
  );
  return levels.filter(({ from, to }) => from < (first ?? 0) && to > (last ?? 0));
}

/** Whether a line may name columns though no rule parts it from the values below: their units, or their numbers. */
function isBelowHead(line: PlacedLine | undefined, values: PlacedLine | undefined, width: number): boolean {
  return line !== undefined && (isCount(line, width) || (values !== undefined && isHeadOver(line, values)));
}

/**
 * Whether what stands between two rules below a head is of the boxhead as well: it names the columns that have no name
 * of their own so far, counts the columns, or names several of them and labels no row, as units do.
 *
 *     | Region | Exports       |
 *     |--------|---------------|
 *     |        | 2010  | 2011  |
 *     |--------|---------------|
 *     |        | EUR m | EUR m |
 */
function goesOnNaming(
  lines: readonly PlacedLine[],
  body: readonly PlacedLine[],
  from: number,
  columns: Columns,
  region: Region,
): boolean {
  const width = columns.extents.length;
  const own = lines.slice(from);
  if (own.some((line) => isCount(line, width))) return true;
  const spanned = withSpans(lines, body, columns, region);
  const above = namedBy(spanned.slice(0, from));
  const below = namedBy(own);
  const open = columns.extents.flatMap((_, column) => (column > 0 && !above.has(column) ? [column] : []));
  if (open.length >= (width - 1) / 2 && open.every((column) => below.has(column))) return true;
  const isLabelled = own.some(({ parts }) => parts.some(({ column }) => column === 0));
  return !isLabelled && below.size > 1;
}

/** The columns over which a cell stands that stands over no other. */
function namedBy(lines: readonly PlacedLine[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ parts }) =>
      parts.flatMap(({ column, lastColumn }) => (column === lastColumn ? [column] : [])),
    ),
  );
}

/** Whether all values of a line are names of columns. */
function isNames({ parts }: PlacedLine): boolean {
  return parts.every(({ column, segment }) => column === 0 || isNoValue(segment));
}

/**
 * Whether a line holds the ends of names that were wrapped, or their units, though one of these is a number: `(1,000)  EUR m  %`
 * right below words, without a label, numbers in brackets alone, and not all of it numbers.
 */
function areUnits(lines: readonly PlacedLine[], at: number): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (above === undefined || line === undefined || hasValues(above)) return false;
  const isNear = line.line.baseline - above.line.baseline < SETTINGS.nextLine.value * line.line.size;
  const values = line.parts.filter(({ segment }) => isValueSegment(segment));
  return (
    isNear &&
    values.length < line.parts.length &&
    line.parts.every(({ column }) => column > 0) &&
    values.every(({ segment: { tokens } }) => /^\(.*\)$/u.test(tokens.map(({ text }) => text).join('')))
  );
}

/** Whether a segment is no value of a table, or one that may be the name of a column. */
export function isNoValue(segment: Segment): boolean {
  return !isValueSegment(segment) || segment.tokens.every(({ text }) => isName(text));
}

/**
 * Whether a line counts the columns, all of them: `1 | 2 | 3 | 4`, or `A | 1 | 2 | 3`. Numbers in brackets may stand in
 * columns of their own, beside the values that they count.
 */
function isCount(line: PlacedLine, columns: number): boolean {
  const first = line.parts[0]?.column === 0 ? 0 : 1;
  const areBracketed = line.parts.every(({ segment: { tokens } }) => /^\(/u.test(tokens[0]?.text ?? ''));
  const parts = areBracketed ? line.parts.map((part, at) => inColumn(part, first + at)) : line.parts;
  const width = areBracketed ? first + parts.length : columns;
  const numbers = parts.map(({ segment: { tokens } }) => countedBy(tokens));
  const values = numbers.slice(-(width - 1));
  const [least = NaN] = values;
  const label = parts.length === width ? parts[0]?.segment.tokens : undefined;
  return (
    width >= SETTINGS.countedColumns.value &&
    parts.length >= width - 1 &&
    parts.every(
      ({ column, lastColumn }, at) => column === lastColumn && column === at + width - parts.length,
    ) &&
    values.every((number, at) => number === least + at) &&
    (label === undefined ? least <= 2 : countedBy(label) === least - 1 || isLetter(label))
  );
}

function inColumn(part: Placed, column: number): Placed {
  return { ...part, column, lastColumn: column };
}

/** Whether the numbers of a line count the columns that have no words: `M  SD  1  2  3`. */
function countsBesideWords({ parts }: PlacedLine): boolean {
  const beside = parts.filter(({ column }) => column > 0).map(({ segment }) => segment);
  const numbers = beside.filter(isValueSegment).map(({ tokens }) => countedBy(tokens));
  return numbers.length < beside.length && numbers.every((number, at) => number === at + 1);
}

/** Whether all numbers of a line stand below the rules that a head over several columns has, and label no row. */
function areUnderHead(lines: readonly PlacedLine[], at: number, { levels, box }: Region): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (above === undefined || line === undefined || hasLabel(line)) return false;
  const under = underlinesOf(above.line, levels, box).filter(({ at: y }) => y < line.line.baseline);
  return line.parts.every(({ segment: { left, right } }) =>
    under.some(({ from, to }) => (left + right) / 2 > from && (left + right) / 2 < to),
  );
}

function countedBy([token, ...rest]: readonly InkToken[]): number {
  return rest.length > 0 ? NaN : Number(COUNTED.exec(token?.text ?? '')?.[1] ?? NaN);
}

function isLetter([token, ...rest]: readonly InkToken[]): boolean {
  return rest.length === 0 && /^\p{L}$/u.test(token?.text ?? '');
}
