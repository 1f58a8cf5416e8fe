import { type Box, boxAround } from '../../page/place.ts';
import type { ToldBy } from '../../page/table.ts';
import { withHeadsBeside } from './beside.ts';
import { columnsTold } from './evidence.ts';
import { headLength } from './head-length.ts';
import { headGroups, holdsLevels, withSpans } from './heads.ts';
import type { InkLine, InkToken } from './ink.ts';
import { inkLineOf, printedLines, segmentOf, sidewaysLines } from './lines.ts';
import type { PlacedLine } from './placed-line.ts';
import { placedIn } from './placing.ts';
import {
  type Columns,
  columnsIn,
  cutAtRules,
  cutAtUnderlines,
  distinct,
  innerUprights,
  type Region,
} from './region.ts';
import { holdsRows, mayHoldRows, partedByGaps, pitchOf, type Row, rowsOf } from './rows.ts';
import { SETTINGS } from './settings.ts';
import { type Area, areasOf, isDrawn, isInRules } from './spans.ts';
import { isLeader } from './values.ts';

/** A cell whose tokens have no spans yet. */
export interface DraftCell extends Area {
  readonly lines: readonly InkLine[];
  readonly box: Box | undefined;
}

/** A table before it is known where its text stands in the text layer. */
export interface DraftTable {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly DraftCell[];
  readonly headRows: number;
  readonly rowsToldBy: ToldBy;
  readonly columnsToldBy: ToldBy;
  readonly box: Box;
  /** Whether upright rules part the cells of each row. */
  readonly ruledRows: readonly boolean[];
  /** Whether a rule from edge to edge stands somewhere below each row. */
  readonly closedRows: readonly boolean[];
  readonly frame: RuledFrame;
}

/** The ruled frame of a table, by which the rest of it on the next page is known. */
interface RuledFrame {
  /** x of its upright rules and of its outer edges; none where no rule stands between its columns. */
  readonly uprights: readonly number[];
  /** Whether no rule closes it. */
  readonly opensAbove: boolean;
  readonly opensBelow: boolean;
}

/** Reads a region as a table: finds its columns, its rows, and which cells span. */
export function tableIn(region: Region): DraftTable | undefined {
  const lines = cutAtUnderlines(cutAtRules(region.lines, region.uprights), region);
  const printed = columnsIn({ ...region, lines });
  if (printed.extents.length < 2) return undefined;
  const placedBy = ({ extents }: Columns): readonly PlacedLine[] =>
    lines.map((line) => ({ line, parts: placedIn(line, extents, segmentOf) }));
  const apart = placedBy(printed);
  const head = headLength(apart, printed, region);
  const columns = withHeadsBeside(printed, apart, head) ?? printed;
  const bare = columns === printed ? apart : placedBy(columns);
  const [names, body] = [bare.slice(0, head), bare.slice(head)];
  const placed = [...withSpans(names, body, columns, region), ...body];
  const { rows, rowsToldBy } = rowsIn(region, placed, head, columns);
  if (rows.length < 2) return undefined;
  const { areas, ruledRows } = areasOf(rows, columns, region);
  const columnsToldBy = columnsTold(rows, columns, ruledRows);
  const width = region.box.right - region.box.left;
  const foot = Math.max(
    ...region.levels.flatMap(({ at, from, to }) =>
      to - from > SETTINGS.fullWidth.value * width ? [at + SETTINGS.sameRule.value] : [],
    ),
  );
  const closedRows = rows.map((row) => row.lines.every(({ line }) => line.baseline < foot));
  const frame = frameOf(region, columns);
  return {
    ...drafted(rows, columns, areas, region),
    rowsToldBy,
    columnsToldBy,
    ruledRows,
    closedRows,
    frame,
  };
}

function frameOf({ box, levels }: Region, { borders }: Columns): RuledFrame {
  const ruled = borders.flatMap(({ x, isRuled }) => (isRuled ? [x] : []));
  const opens = (y: number): boolean => ruled.length > 0 && !isDrawn(levels, y, box.left, box.right);
  const uprights = ruled.length === 0 ? [] : [box.left, ...ruled, box.right];
  return { uprights, opensAbove: opens(box.top), opensBelow: opens(box.bottom) };
}

function rowsIn(
  region: Region,
  placed: readonly PlacedLine[],
  head: number,
  columns: Columns,
): { readonly rows: readonly Row[]; readonly rowsToldBy: ToldBy } {
  const { box, levels } = region;
  const uprights = innerUprights(region);
  const ys = distinct([box.top, ...levels.map(({ at }) => at), box.bottom], SETTINGS.sameRule.value);
  const middle = ({ line }: PlacedLine): number => line.baseline - 0.3 * line.size;
  const bands = ys.flatMap((top, index) => {
    const bottom = ys[index + 1];
    if (bottom === undefined) return [];
    const own = placed.filter((line) => middle(line) >= top && middle(line) < bottom);
    return own.length === 0 ? [] : [{ top, bottom, own }];
  });
  const early = placed.filter((line) => middle(line) < (ys[0] ?? 0));
  const late = placed.filter((line) => middle(line) >= (ys.at(-1) ?? Infinity));
  if (early.length > 0) bands.unshift({ top: early[0]?.line.box.top ?? 0, bottom: ys[0] ?? 0, own: early });
  if (late.length > 0)
    bands.push({ top: ys.at(-1) ?? 0, bottom: late.at(-1)?.line.box.bottom ?? 0, own: late });
  const heads = new Set(placed.slice(0, head));
  const pitch = pitchOf(placed.slice(head));
  let isRuled = true;
  let isSure = true;
  const rows = bands.flatMap(({ top, bottom, own }) => {
    const isClosed =
      uprights.some(({ from, to }) => from < top + 2 && to > bottom - 2) ||
      isInRules({ top, bottom }, uprights);
    const headLines = own.filter((line) => heads.has(line));
    const body = own.filter((line) => !heads.has(line));
    const isOneRow = isClosed && !holdsRows(own) && !(body.length === 0 && holdsLevels(own));
    const below = isOneRow ? undefined : rowsOf(body, columns.extents, pitch);
    const groups = below === undefined ? partedByGaps(own) : [...headGroups(headLines), ...below.rows];
    const isDoubtful =
      below === undefined ? bands.length <= SETTINGS.fewBands.value && mayHoldRows(own) : !below.isSure;
    if (isDoubtful) isSure = false;
    if (groups.length > 1 || isDoubtful) isRuled = false;
    return withRooms(groups, top, bottom, heads);
  });
  return { rows, rowsToldBy: isRuled ? 'ruled' : isSure ? 'aligned' : 'none' };
}

/** The room of each row of a band: halfway to its neighbours. */
function withRooms(
  groups: readonly (readonly PlacedLine[])[],
  top: number,
  bottom: number,
  heads: ReadonlySet<PlacedLine>,
): Row[] {
  const footOf = (group: readonly PlacedLine[]): number =>
    Math.max(...group.map(({ line }) => line.box.bottom));
  const headOf = (group: readonly PlacedLine[]): number => Math.min(...group.map(({ line }) => line.box.top));
  const cuts = groups.slice(1).map((group, index) => (footOf(groups[index] ?? group) + headOf(group)) / 2);
  return groups.map((lines, index) => ({
    lines,
    top: cuts[index - 1] ?? top,
    bottom: cuts[index] ?? bottom,
    isHead: lines.every((line) => heads.has(line)),
  }));
}

function drafted(
  rows: readonly Row[],
  { extents, borders }: Columns,
  areas: readonly Area[],
  region: Region,
): Omit<DraftTable, 'frame' | 'ruledRows' | 'closedRows' | 'rowsToldBy' | 'columnsToldBy'> {
  const lefts = [region.box.left, ...borders.map(({ x }) => x), region.box.right];
  const cells = areas.map((area): DraftCell => {
    const lines = inReadingOrder(linesOf(area, rows));
    const box = {
      left: lefts[area.column] ?? region.box.left,
      right: lefts[area.column + area.columnSpan] ?? region.box.right,
      top: rows[area.row]?.top ?? region.box.top,
      bottom: rows[area.row + area.rowSpan - 1]?.bottom ?? region.box.bottom,
    };
    return { ...area, lines, box: boxAround([box, ...lines.map((line) => line.box)]) };
  });
  return {
    kind: 'table',
    rows: rows.length,
    columns: extents.length,
    cells,
    headRows: rows.findIndex(({ isHead }) => !isHead),
    box: boxAround(cells.flatMap(({ box }) => box ?? [])) ?? region.box,
  };
}

/** Text that is set sideways runs across the lines of the page. */
function inReadingOrder(lines: readonly InkLine[]): readonly InkLine[] {
  if (lines.every((line) => line.tokens.every(({ print }) => print.turns === 0))) return lines;
  const tokens = lines.flatMap((line) => line.tokens);
  return [...printedLines(tokens.filter(({ print }) => print.turns === 0)), ...sidewaysLines(tokens)];
}

/** What is printed in an area, line by line. Leaders go with the text before them. */
function linesOf({ row, column, rowSpan, columnSpan }: Area, rows: readonly Row[]): InkLine[] {
  const found: InkLine[] = [];
  for (let at = row; at < row + rowSpan; at += 1) {
    for (const { line, parts } of rows[at]?.lines ?? []) {
      const isOwn = (part: { readonly column: number }): boolean =>
        part.column >= column && part.column < column + columnSpan;
      if (!parts.some(isOwn)) continue;
      const tokens = new Set<InkToken>();
      const others = new Set<InkToken>();
      for (const part of parts)
        for (const token of part.segment.tokens) (isOwn(part) ? tokens : others).add(token);
      const whole = inkLineOf(withLeaders(line.tokens, tokens, others));
      if (whole !== undefined) found.push(whole);
    }
  }
  return found;
}

function withLeaders(
  all: readonly InkToken[],
  own: ReadonlySet<InkToken>,
  others: ReadonlySet<InkToken>,
): InkToken[] {
  const placed: InkToken[] = [];
  let isOwn = false;
  for (const token of all) {
    if (own.has(token)) isOwn = true;
    else if (isOwn && (others.has(token) || !isLeader(token.text))) isOwn = false;
    if (isOwn) placed.push(token);
  }
  return placed;
}
