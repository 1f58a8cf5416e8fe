import { type Extent, sharedWidth } from '../../page/place.ts';
import type { PlacedLine } from './placed-line.ts';
import type { Columns } from './region.ts';
import { SETTINGS } from './settings.ts';

/** The columns that lines print in. */
function printedIn(lines: readonly PlacedLine[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ parts }) => parts.flatMap(({ column, lastColumn }) => [column, lastColumn])),
  );
}

/**
 * Columns whose heads stand beside their values: heads that are set to the left over values that are set to the right
 * print above no value, in columns of their own or as near to another. Where each has a column without a head next to it,
 * all on the same side and not on both, and no rule between them, they are the heads of these. `lines` are those of a
 * table, the first `head` of its boxhead.
 *
 *     Region  Firms   Employed
 *     North      15        203
 */
export function withHeadsBeside(
  columns: Columns,
  lines: readonly PlacedLine[],
  head: number,
): Columns | undefined {
  const body = [...printedIn(lines.slice(head))].sort((one, other) => one - other);
  const kept = columns.extents.map((_, at) => at).filter((at) => at === 0 || body.includes(at));
  const sides = [0, 1].flatMap((side) => named(side, kept, columns, lines.slice(0, head)) ?? []);
  const [extents] = sides;
  return extents === undefined || sides.length > 1 ? undefined : extents;
}

/** The columns that print below a boxhead, with the heads that stand before (1) or behind (0) their values. */
function named(
  side: number,
  kept: readonly number[],
  { extents, borders }: Columns,
  names: readonly PlacedLine[],
): Columns | undefined {
  const wide: Extent[] = kept.map((at) => extents[at] ?? { left: 0, right: 0 });
  const own = [...wide];
  const below = new Set<number>();
  const left = new Set(extents.keys());
  for (const at of kept) left.delete(at);
  const gaps: number[] = [];
  for (const { line, parts } of [...names].reverse()) {
    const over = parts.map(({ segment }) =>
      own.flatMap((column, at) => (sharedWidth(segment, column) > 0 ? [at] : [])),
    );
    const taken = new Set(over.flat());
    for (const [index, { segment, column, lastColumn }] of parts.entries()) {
      if (over[index]?.length !== 0) continue;
      const next = own.findIndex((each) => each.left > segment.right);
      const [before, after] = [next < 0 ? own.length - 1 : next - 1, next < 0 ? own.length : next];
      // A head over several columns may be narrower than the room between two of them.
      const isOverBoth = before > 0 && below.has(before) && below.has(after);
      const at = side === 0 ? before : after;
      const [extent, room] = [wide[at], own[at]];
      if (!isOverBoth) {
        if (at < 1 || extent === undefined || room === undefined || taken.has(at)) return undefined;
        const between = borders.slice(Math.min(column, kept[at] ?? 0), Math.max(lastColumn, kept[at] ?? 0));
        if (between.some(({ isRuled }) => isRuled)) return undefined;
        wide[at] = {
          left: Math.min(extent.left, segment.left),
          right: Math.max(extent.right, segment.right),
        };
        taken.add(at);
        gaps.push(-sharedWidth(segment, extent) / line.size);
      }
      left.delete(column);
    }
    for (const at of taken) below.add(at);
  }
  // One alone may be that of a column without values, beside one without a head.
  const isNear = gaps.length > 1 || gaps.some((gap) => gap < SETTINGS.headBeside.value);
  if (!isNear || left.size > 0) return undefined;
  if (wide.some((extent, at) => extent.left < (wide[at - 1]?.right ?? -Infinity))) return undefined;
  return { extents: wide, borders: bordersOf(wide, kept, borders) };
}

/** What parts columns of which some between them are no more: a rule, or the middle between them. */
function bordersOf(
  wide: readonly Extent[],
  kept: readonly number[],
  borders: Columns['borders'],
): Columns['borders'] {
  return wide.slice(1).map((extent, at) => {
    const between = borders.slice(kept[at], kept[at + 1]);
    return (
      between.find(({ isRuled }) => isRuled) ?? {
        x: ((wide[at]?.right ?? extent.left) + extent.left) / 2,
        isRuled: false,
      }
    );
  });
}
