import type { Rule } from './ink.ts';
import { isValueSegment } from './lines.ts';
import { outerLabels } from './outer-labels.ts';
import { type Columns, innerUprights, type Region } from './region.ts';
import type { Row } from './rows.ts';
import { SETTINGS } from './settings.ts';
import { isOneValue } from './values.ts';

/** The places of a table that one cell covers. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * The cells of a table: each place is one of its own, but where a border that its neighbours have is not drawn, and
 * where the text of a cell covers several.
 */
export function areasOf(
  rows: readonly Row[],
  { extents, borders }: Columns,
  region: Region,
): { readonly areas: readonly Area[]; readonly ruledRows: readonly boolean[] } {
  const width = extents.length;
  const lefts = [region.box.left, ...borders.map(({ x }) => x), region.box.right];
  const owner = Array.from({ length: rows.length * width }, (_, index) => index);
  const headOf = (index: number): number => {
    let head = index;
    while (owner[head] !== head) head = owner[head] ?? head;
    return head;
  };
  const unite = (one: number, other: number): void => {
    const [first, second] = [headOf(one), headOf(other)];
    owner[Math.max(first, second)] = Math.min(first, second);
  };
  const inner = innerUprights(region);
  const ruledRows = rows.map((row) => isInRules(row, inner));
  const isRuledRow = [...ruledRows];
  const isGrid = isRuledRow.filter(Boolean).length > SETTINGS.gridShare.value * rows.length;
  if (isGrid) {
    for (const [at, row] of rows.entries()) {
      if (isRuledRow[at] !== true && isBetweenLevels(row, region)) isRuledRow[at] = true;
    }
  }
  for (const [at, row] of rows.entries()) {
    for (const { column, lastColumn } of row.lines.flatMap(({ parts }) => parts)) {
      for (let each = column; each < lastColumn; each += 1) unite(at * width + each, at * width + each + 1);
    }
    if (isRuledRow[at] !== true) continue;
    for (const [column, { x, isRuled }] of borders.entries()) {
      if (isRuled && !isDrawn(region.uprights, x, row.top, row.bottom))
        unite(at * width + column, at * width + column + 1);
    }
  }
  for (const [at, row] of rows.slice(0, -1).entries()) {
    const edge = region.levels.filter((rule) => Math.abs(rule.at - row.bottom) <= SETTINGS.sameRule.value);
    if (edge.length === 0) {
      if (row.isHead && rows[at + 1]?.isHead === true) {
        for (let column = 0; column < width; column += 1) {
          if (goesOn(row, rows[at + 1], column)) unite(at * width + column, (at + 1) * width + column);
        }
      }
      continue;
    }
    const undrawn = extents.flatMap((_, column) => {
      const left = lefts[column] ?? 0;
      return isDrawn(edge, row.bottom, left, lefts[column + 1] ?? left) ? [] : [column];
    });
    if (undrawn.length === 0) continue;
    const areTwo = holdValues(row, rows[at + 1], undrawn);
    for (const column of undrawn) {
      if (areTwo && !isEmpty(row, column) && !isEmpty(rows[at + 1], column)) continue;
      const [upper, lower] = [at * width + column, (at + 1) * width + column];
      const isClosed = isRuledRow[at] === true && isRuledRow[at + 1] === true;
      const isHead = rows[at + 1]?.isHead === true;
      if (isClosed || (isHead && (isEmpty(rows[at], column) || isEmpty(rows[at + 1], column))))
        unite(upper, lower);
    }
  }
  const isRuledBelow = ({ bottom }: Row, column: number): boolean => {
    const left = lefts[column] ?? 0;
    return isDrawn(region.levels, bottom, left, lefts[column + 1] ?? left);
  };
  for (const { column, from, to } of outerLabels(rows, isRuledBelow)) {
    for (let at = from; at < to; at += 1) unite(at * width + column, (at + 1) * width + column);
  }
  return { areas: rectangles(rows.length, width, headOf), ruledRows };
}

/** Whether the head of a column goes on in the next row, which begins where a head beside it spans columns. */
function goesOn(above: Row, below: Row | undefined, column: number): boolean {
  const last = above.lines.at(-1);
  const first = below?.lines[0];
  const own = [last, first].map((line) =>
    line?.parts.find((part) => part.column === column && part.lastColumn === column),
  );
  if (last === undefined || first === undefined || own.includes(undefined)) return false;
  return (
    first.line.baseline - last.line.baseline < SETTINGS.nextLine.value * first.line.size &&
    !own.some((part) => part !== undefined && isValueSegment(part.segment))
  );
}

/** Whether two rows print a value each in one of these columns, and not one that was wrapped: no cell spans both. */
function holdValues(above: Row, below: Row | undefined, columns: readonly number[]): boolean {
  if (below === undefined || above.isHead || below.isHead) return false;
  const [upper, lower] = [valuesOf(above), valuesOf(below)];
  return columns.some((column) => {
    const [value, other] = [upper.get(column), lower.get(column)];
    return value !== undefined && other !== undefined && !isOneValue([value, other]);
  });
}

/** The values that stand in columns of their own, by these. */
function valuesOf({ lines }: Row): ReadonlyMap<number, string> {
  return new Map(
    lines.flatMap(({ parts }) =>
      parts.flatMap(({ column, lastColumn, segment }) =>
        column === lastColumn && isValueSegment(segment)
          ? [[column, segment.tokens.map(({ text }) => text).join(' ')] as const]
          : [],
      ),
    ),
  );
}

function isEmpty(row: Row | undefined, column: number): boolean {
  return !(row?.lines ?? []).some(({ parts }) =>
    parts.some((part) => part.column <= column && part.lastColumn >= column),
  );
}

/** Whether upright rules stand beside or in a row: then one that is not drawn in it is left out on purpose. */
export function isInRules({ top, bottom }: Pick<Row, 'top' | 'bottom'>, uprights: readonly Rule[]): boolean {
  return uprights.some(
    ({ from, to }) => Math.min(to, bottom) - Math.max(from, top) > SETTINGS.drawnShare.value * (bottom - top),
  );
}

/** Whether a row is ruled off above and below. */
function isBetweenLevels({ top, bottom }: Row, { levels, box }: Region): boolean {
  return [top, bottom].every((y) => isDrawn(levels, y, box.left, box.right));
}

/** Whether most of a line from one place to another is drawn. */
export function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let length = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) <= SETTINGS.narrowestColumn.value) {
      length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
    }
  }
  return length >= SETTINGS.drawnShare.value * (to - from);
}

/** The smallest rectangles that hold whole sets, in reading order. */
function rectangles(height: number, width: number, headOf: (index: number) => number): Area[] {
  const boxes = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  for (let index = 0; index < height * width; index += 1) {
    const head = headOf(index);
    const [row, column] = [Math.floor(index / width), index % width];
    const box = boxes.get(head) ?? { top: row, left: column, bottom: row, right: column };
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
    boxes.set(head, box);
  }
  const all = [...boxes.values()];
  const held = all.reduce(
    (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
    0,
  );
  // Where they hold each place once, none overlaps another.
  for (let again = held > height * width; again; ) {
    again = false;
    for (const [index, one] of all.entries()) {
      const at = all.findIndex((other, place) => place > index && overlap(one, other));
      const other = all[at];
      if (other === undefined) continue;
      all[index] = {
        top: Math.min(one.top, other.top),
        left: Math.min(one.left, other.left),
        bottom: Math.max(one.bottom, other.bottom),
        right: Math.max(one.right, other.right),
      };
      all.splice(at, 1);
      again = true;
      break;
    }
  }
  return all
    .sort((one, other) => one.top - other.top || one.left - other.left)
    .map(({ top, left, bottom, right }) => ({
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
    }));
}

interface Places {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function overlap(one: Places, other: Places): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}
