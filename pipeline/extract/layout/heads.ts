import type { Extent } from '../../page/place.ts';
import type { Rule } from './ink.ts';
import { isValueSegment, type Segment } from './lines.ts';
import { apart, hasValues, isBesideHalf, type PlacedLine } from './placed-line.ts';
import type { Placed } from './placing.ts';
import { type Columns, type Region, underlinesOf } from './region.ts';
import { SETTINGS } from './settings.ts';

/**
 * The lines of a boxhead with their heads over all columns that they span: those between the upright rules beside a head,
 * or that the rule below it covers, or, without a rule, those over whose middle it stands; and that all have heads of
 * their own below. None of these but the first holds labels of rows: `2010 2011 Fruit 2010 2011` are the columns of two
 * tables.
 */
export function withSpans(
  lines: readonly PlacedLine[],
  body: readonly PlacedLine[],
  { extents: columns, borders }: Columns,
  { box, levels, uprights }: Region,
): PlacedLine[] {
  const labels = labelColumns(body);
  return lines.map(({ line, parts }, index) => {
    const repeated = overRepeated(parts, lines.slice(index + 1), columns);
    if (repeated !== undefined) return { line, parts: repeated };
    const under = underlinesOf(line, levels, box);
    const closed = borders.flatMap(({ x, isRuled }, at) =>
      isRuled &&
      uprights.some(
        (rule) =>
          Math.abs(rule.at - x) < 2 && rule.from < line.baseline && rule.to > line.baseline - line.size / 2,
      )
        ? [at]
        : [],
    );
    const below = new Set(
      lines
        .slice(index + 1)
        .flatMap((each) => each.parts.flatMap(({ column, lastColumn }) => [column, lastColumn])),
    );
    const areBelow = (first: number, last: number): boolean =>
      columns.every((_, column) => column < first || column > last || below.has(column));
    const walled = new Set<number>();
    const spanned = parts.map((part, at): Placed => {
      const middle = (part.segment.left + part.segment.right) / 2;
      const rule = under.find(({ from, to }) => middle >= from && middle <= to);
      const walls = {
        left: Math.max(0, ...closed.filter((border) => border < part.column).map((border) => border + 1)),
        right: Math.min(columns.length - 1, ...closed.filter((border) => border >= part.lastColumn)),
      };
      const before = Math.max((parts[at - 1]?.lastColumn ?? 0) + 1, walls.left);
      const after = Math.min((parts[at + 1]?.column ?? columns.length) - 1, walls.right);
      if (closed.length > 0 && before === walls.left && after === walls.right && areBelow(before, after)) {
        walled.add(at);
        return { ...part, column: before, lastColumn: after };
      }
      const over =
        rule === undefined
          ? centred(part, columns, before, after, below, labels, line.size)
          : overRule(part, columns, rule);
      return over.column < before || over.lastColumn > after ? part : over;
    });
    const isTiled = parts.length > 0 && tiles(spanned, columns.length, labels);
    const believed = spanned.map((part, at) => {
      const own = parts[at] ?? part;
      const isSure =
        isTiled ||
        walled.has(at) ||
        own.lastColumn > own.column ||
        under.some(({ from, to }) => from <= own.segment.left + 1 && to >= own.segment.right - 1);
      return isSure ? part : own;
    });
    return { line, parts: apartOf(believed, parts) };
  });
}

/** The columns in which lines print words and no values. */
function labelColumns(lines: readonly PlacedLine[]): ReadonlySet<number> {
  const parts = lines.flatMap((line) => line.parts);
  const valued = new Set(parts.flatMap(({ column, segment }) => (isValueSegment(segment) ? [column] : [])));
  return new Set(parts.flatMap(({ column }) => (valued.has(column) ? [] : [column])));
}

/**
 * Heads over columns whose own heads are repeated below each of them, as `2015 2016 2015 2016` below `Men Women`: there
 * are as many as repetitions, each over its own, wherever in it it begins. Undefined where it is not so.
 */
export function overRepeated(
  parts: readonly Placed[],
  below: readonly Pick<PlacedLine, 'parts'>[],
  columns: readonly Extent[],
): readonly Placed[] | undefined {
  for (const { parts: names } of below) {
    for (const from of names.keys()) {
      const spanned = overGroups(parts, names.slice(from), columns);
      if (spanned !== undefined) return spanned;
    }
  }
  return undefined;
}

/** Whether heads are repeated after so many, none of which is another's. */
export function isRepeated(names: readonly Segment[], length: number): boolean {
  const texts = names.map(({ tokens }) => tokens.map(({ text }) => text).join(' '));
  return (
    texts.every((text, at) => at < length || text === texts[at - length]) &&
    new Set(texts.slice(0, length)).size === length
  );
}

/** The same for the heads below from one of them on; those before it name the labels of the rows. */
function overGroups(
  parts: readonly Placed[],
  names: readonly Placed[],
  columns: readonly Extent[],
): readonly Placed[] | undefined {
  const [first] = names;
  const own = parts.filter(({ segment }) => first !== undefined && segment.right > first.segment.left);
  // Heads of others than the labels of rows are looked at together.
  if (parts.some((part) => part.lastColumn > 0 && !own.includes(part))) return undefined;
  const length = names.length / own.length;
  if (first === undefined || own.length < 2 || !Number.isInteger(length) || length < 2) return undefined;
  if (!names.every(({ column, lastColumn }, at) => column === first.column + at && column === lastColumn))
    return undefined;
  const segmentsOf = (placed: readonly Placed[]): readonly Segment[] => placed.map(({ segment }) => segment);
  if (!isRepeated(segmentsOf(names), length)) return undefined;
  // The first lines of heads that are repeated and wrapped are repeated as well.
  if (!isRepeated(segmentsOf(own), own.length)) return undefined;
  const spanned = own.map((part, at): Placed => {
    const column = first.column + at * length;
    return { ...part, column, lastColumn: column + length - 1 };
  });
  const isOver = spanned.every(({ segment, column, lastColumn }) => {
    const middle = (segment.left + segment.right) / 2;
    return middle > (columns[column]?.left ?? Infinity) && middle < (columns[lastColumn]?.right ?? -Infinity);
  });
  return isOver ? [...parts.filter((part) => !own.includes(part)), ...spanned] : undefined;
}

/** Whether heads cover all columns of values behind the first that is covered, each several of them. */
function tiles(parts: readonly Placed[], columns: number, labels: ReadonlySet<number>): boolean {
  const isOfLabels = ({ column, lastColumn }: Placed): boolean => column === lastColumn && labels.has(column);
  const beside = parts.filter((part) => part.column > 0 && !isOfLabels(part));
  return (
    beside.at(-1)?.lastColumn === columns - 1 &&
    beside.every(
      ({ column, lastColumn }, at) =>
        lastColumn > column && column === (beside[at - 1]?.lastColumn ?? column - 1) + 1,
    )
  );
}

/** Spans that run into each other are not believed. */
function apartOf(spanned: readonly Placed[], parts: readonly Placed[]): readonly Placed[] {
  const isApart = spanned.every(({ column }, at) => column > (spanned[at - 1]?.lastColumn ?? -1));
  return isApart ? spanned : parts;
}

function overRule(part: Placed, columns: readonly Extent[], { from, to }: Rule): Placed {
  const covered = columns.flatMap(({ left, right }, at) => {
    const middle = (left + right) / 2;
    return middle > from && middle < to ? [at] : [];
  });
  const [first] = covered;
  const last = covered.at(-1);
  if (first === undefined || last === undefined) return part;
  return { ...part, column: Math.min(part.column, first), lastColumn: Math.max(part.lastColumn, last) };
}

function centred(
  part: Placed,
  columns: readonly Extent[],
  before: number,
  after: number,
  below: ReadonlySet<number>,
  labels: ReadonlySet<number>,
  size: number,
): Placed {
  const middle = (part.segment.left + part.segment.right) / 2;
  let best = part;
  for (let first = part.column; first >= before && below.has(first); first -= 1) {
    for (let last = part.lastColumn; last <= after && below.has(last); last += 1) {
      if (last > first && labels.has(last)) break;
      const off = Math.abs(((columns[first]?.left ?? 0) + (columns[last]?.right ?? 0)) / 2 - middle);
      if (off < SETTINGS.offCentre.value * size && last - first > best.lastColumn - best.column) {
        best = { ...part, column: first, lastColumn: last };
      }
    }
  }
  return best;
}

/** Whether lines hold a head over several columns, and heads of these below it. */
export function holdsLevels(lines: readonly PlacedLine[]): boolean {
  return lines.some(({ parts }, at) =>
    parts.some(
      ({ column, lastColumn }) =>
        lastColumn > column &&
        lines
          .slice(at + 1)
          .some(
            (below) =>
              below.parts.filter((part) => part.column >= column && part.lastColumn <= lastColumn).length > 1,
          ),
    ),
  );
}

/**
 * The rows of a boxhead: a line with a head that spans columns is one of its own, as is a line of values; other lines
 * that follow each other are heads that were wrapped. One that stands half a line lower is set in the middle beside it.
 */
export function headGroups(lines: readonly PlacedLine[]): PlacedLine[][] {
  const groups: PlacedLine[][] = [];
  let wasSpan = true;
  let wasHalfLower = false;
  for (const line of lines) {
    const isSpan = line.parts.some(({ column, lastColumn }) => lastColumn > column) || hasValues(line);
    const above = groups.at(-1)?.at(-1);
    const isHalfLower: boolean = above !== undefined && !wasHalfLower && isBesideHalf(above, line);
    const goesOn = isHalfLower || (above !== undefined && areOneHead(above, line));
    if ((isSpan || wasSpan) && !goesOn) groups.push([line]);
    else groups.at(-1)?.push(line);
    wasHalfLower = isHalfLower;
    if (isHalfLower) continue;
    wasSpan = isSpan;
  }
  return groups;
}

/**
 * Whether a line of heads that span columns, or of years, goes on with heads of the line above it: `in thousands` below
 * `Number of persons`, over the same columns; or `2012  2013  2018` below `Actual,` and, over the last, `2014–`.
 */
function areOneHead(above: PlacedLine, line: PlacedLine): boolean {
  if (apart(above, line) > SETTINGS.nextLine.value) return false;
  const inBoth = ({ column, lastColumn }: Placed, { parts }: PlacedLine): boolean =>
    parts.some((part) => part.column === column && part.lastColumn === lastColumn);
  const [few, many] = above.parts.length > line.parts.length ? [line, above] : [above, line];
  const areOver = few.parts.every((part) => part.column > 0 && inBoth(part, many));
  if (few.parts.every(({ column, lastColumn }) => lastColumn > column)) return areOver;
  const last = line.parts.at(-1)?.lastColumn;
  const isOfOne = ({ column, lastColumn, segment }: Placed): boolean =>
    column === lastColumn && (column === last || /[,/&\u2013-]$/u.test(segment.tokens.at(-1)?.text ?? ''));
  return few === above && areOver && above.parts.every(isOfOne);
}
