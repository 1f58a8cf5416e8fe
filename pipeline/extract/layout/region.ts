import { type Box, type Extent, sharedWidth } from '../../page/place.ts';
import { columnsOf } from './columns.ts';
import type { InkToken, Rule } from './ink.ts';
import { type PrintedLine, type Segment, segmentOf } from './lines.ts';
import { SETTINGS } from './settings.ts';

/** A part of a page that may be one table: its lines and the rules among them. */
export interface Region {
  readonly box: Box;
  readonly lines: readonly PrintedLine[];
  readonly uprights: readonly Rule[];
  readonly levels: readonly Rule[];
}

/** The columns of a region from left to right, and what parts each from the next. */
export interface Columns {
  /** Where the columns print, or their room between two rules. */
  readonly extents: readonly Extent[];
  /** x between each column and the next, and whether a rule stands there. */
  readonly borders: readonly { readonly x: number; readonly isRuled: boolean }[];
}

/** Cuts the segments of each line where an upright rule crosses it. */
export function cutAtRules(lines: readonly PrintedLine[], uprights: readonly Rule[]): PrintedLine[] {
  if (uprights.length === 0) return [...lines];
  return lines.map((line) => {
    const crossing = uprights.filter(
      ({ from, to }) => from < line.baseline - 0.1 * line.size && to > line.baseline - 0.5 * line.size,
    );
    if (crossing.length === 0) return line;
    return { ...line, segments: line.segments.flatMap((segment) => cutAt(segment, crossing)) };
  });
}

/**
 * Cuts the segments of each line where the rules right below it end: `Day 7  Day 14` over two rules are two heads,
 * however close they stand.
 */
export function cutAtUnderlines(lines: readonly PrintedLine[], { box, levels }: Region): PrintedLine[] {
  return lines.map((line) => {
    const under = underlinesOf(line, levels, box);
    if (under.length < 2) return line;
    const over = (token: InkToken): Rule | undefined =>
      under.find(({ from, to }) => middle(token) >= from && middle(token) <= to);
    const segments = line.segments.flatMap(({ tokens }) => {
      const parts: InkToken[][] = [];
      for (const token of tokens) {
        const last = parts.at(-1)?.at(-1);
        const isOther =
          last !== undefined &&
          over(last) !== undefined &&
          over(token) !== undefined &&
          over(last) !== over(token);
        if (last === undefined || isOther) parts.push([token]);
        else parts.at(-1)?.push(token);
      }
      return parts.map(segmentOf);
    });
    return { ...line, segments };
  });
}

/** The rules right below a line that reach over a part of the table only. */
export function underlinesOf(line: PrintedLine, levels: readonly Rule[], box: Box): readonly Rule[] {
  return levels.filter(
    ({ at, from, to }) =>
      at > line.baseline &&
      at < line.baseline + SETTINGS.underline.value * line.size &&
      to - from < SETTINGS.fullWidth.value * (box.right - box.left),
  );
}

function cutAt(segment: Segment, rules: readonly Rule[]): Segment[] {
  const parts: Segment[] = [];
  let from = 0;
  for (let index = 1; index <= segment.tokens.length; index += 1) {
    const before = segment.tokens[index - 1];
    const token = segment.tokens[index];
    if (before !== undefined && token !== undefined) {
      const [left, right] = [begun(before), begun(token)];
      if (!rules.some(({ at }) => at > left && at < right)) continue;
    }
    parts.push(between(segmentOf(segment.tokens.slice(from, index)), rules));
    from = index;
  }
  return parts;
}

/** A part of a segment as far as the rules around it let it reach: a word that runs on over one prints in no other cell. */
function between(part: Segment, rules: readonly Rule[]): Segment {
  const [first, last] = [part.tokens[0], part.tokens.at(-1)];
  if (first === undefined || last === undefined) return part;
  const [begins, ends] = [begun(first), begun(last)];
  let { left, right } = part;
  for (const { at } of rules) {
    if (at <= begins) left = Math.max(left, at);
    if (at > ends) right = Math.min(right, at);
  }
  return { ...part, left, right };
}

/** Where a word stands: one that is too wide for its cell runs on into the next, and belongs to the cell it began in. */
function begun({ box, print }: InkToken): number {
  return Math.min((box.left + box.right) / 2, box.left + SETTINGS.wordBegins.value * print.size);
}

function middle({ box }: { readonly box: Box }): number {
  return (box.left + box.right) / 2;
}

/** Values that lie nearer than this are one. */
export function distinct(values: readonly number[], apart: number): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = kept.at(-1);
    if (last === undefined || value - last > apart) kept.push(value);
  }
  return kept;
}

/** The upright rules that stand between its columns, not at its edges. */
export function innerUprights({ box, uprights }: Pick<Region, 'box' | 'uprights'>): readonly Rule[] {
  const edge = SETTINGS.narrowestColumn.value;
  return uprights.filter(({ at }) => at > box.left + edge && at < box.right - edge);
}

/** The columns of a region: by its upright rules, and by the corridors that most of its lines leave between these. */
export function columnsIn({ box, lines, uprights }: Region): Columns {
  const inner = innerUprights({ box, uprights }).filter(({ from, to }) =>
    lines.some(({ baseline, size }) => from < baseline - 0.2 * size && to > baseline - 0.5 * size),
  );
  const ruled = distinct(
    inner.map(({ at }) => at),
    SETTINGS.narrowestColumn.value,
  );
  const edges = [box.left, ...ruled, box.right];
  const extents: Extent[] = [];
  const borders: { x: number; isRuled: boolean }[] = [];
  for (const [index, left] of edges.slice(0, -1).entries()) {
    const right = edges[index + 1] ?? box.right;
    const room = {
      left: index === 0 ? -Infinity : left,
      right: index === edges.length - 2 ? Infinity : right,
    };
    const own = columnsWithin(lines, room, uprights);
    if (index > 0) borders.push({ x: left, isRuled: true });
    if (own.length < 2) {
      extents.push({ left, right });
      continue;
    }
    for (const [at, extent] of own.entries()) {
      const before = own[at - 1];
      if (before !== undefined) borders.push({ x: (before.right + extent.left) / 2, isRuled: false });
      extents.push(extent);
    }
  }
  return { extents, borders };
}

/** The columns that lines keep between two rules, where several lines have several. */
function columnsWithin(
  lines: readonly PrintedLine[],
  room: Extent,
  uprights: readonly Rule[],
): readonly Extent[] {
  const own = lines.flatMap((line) => {
    const segments = line.segments.filter(
      (segment) =>
        segment.left >= room.left - 1 && segment.right <= room.right + 1 && sharedWidth(segment, room) > 0,
    );
    return segments.length === 0 ? [] : [{ ...line, segments }];
  });
  const several = own.filter(({ segments }) => segments.length > 1);
  const isOpen = uprights.length === 0 || room.left === -Infinity || room.right === Infinity;
  if (several.length < (isOpen ? 2 : 3) || several.length < 0.3 * own.length) return [];
  return columnsOf(own);
}
