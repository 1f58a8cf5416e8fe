import { type Box, type Extent, sharedHeight } from '../../page/place.ts';
import { areRunningWords, counted } from '../running-words.ts';
import type { InkToken } from './ink.ts';
import { lineOf, type PrintedLine } from './lines.ts';
import { median } from './measures.ts';
import type { DraftBlock } from './page.ts';
import { SETTINGS } from './settings.ts';

/** What stands on one side of a gutter: a table, a line, or the part of one. */
export interface Part {
  readonly block: DraftBlock;
  readonly box: Box;
  readonly foot: number;
  readonly size: number;
  readonly isProse: boolean;
}

/** What a block has on the two sides of a gutter. */
export interface Halves {
  readonly left: Part | undefined;
  readonly right: Part | undefined;
}

/** Blocks that follow each other, none of which crosses a gutter. */
export interface Run {
  readonly from: number;
  readonly halves: readonly Halves[];
  /** Whether what ends it is a block that crosses the gutter, and not the page. */
  readonly isCrossed: boolean;
}

/** The words of a line from left to right, how wide a gutter is at least in it, and by how much text may reach into it. */
export interface GutteredLine {
  readonly boxes: readonly Extent[];
  readonly gutter: number;
  readonly slack: number;
}

/** The places where so many lines begin, or go on behind a gutter: each may be the margin of a column. */
export function marginsOf(lines: readonly GutteredLine[], least: number): readonly number[] {
  const counts = new Map<number, { count: number; left: number }>();
  for (const { boxes, gutter, slack } of lines) {
    let reached = -Infinity;
    for (const box of boxes) {
      if (box.left - reached >= gutter) {
        const key = Math.round(box.left / Math.max(1, slack));
        const margin = counts.get(key) ?? { count: 0, left: box.left };
        counts.set(key, { count: margin.count + 1, left: Math.min(margin.left, box.left) });
      }
      reached = Math.max(reached, box.right);
    }
  }
  return [...counts.values()].flatMap(({ count, left }) => (count < least ? [] : [left]));
}

/** On which side of the gutter before a margin a word stands; undefined where it reaches into that. */
export function sideOf(
  { left, right }: Extent,
  margin: number,
  { gutter, slack }: Pick<GutteredLine, 'gutter' | 'slack'>,
): 'left' | 'right' | undefined {
  if (left >= margin - slack) return 'right';
  return right <= margin - gutter + slack ? 'left' : undefined;
}

/** The lines among blocks, with what a gutter is in them. */
export function gutteredLines(blocks: readonly DraftBlock[]): readonly GutteredLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    const { tokens, size } = block.line;
    return [{ boxes: tokens.map(({ box }) => box), ...roomIn(size) }];
  });
}

/** What a gutter is in lines of a size. */
function roomIn(size: number): Pick<GutteredLine, 'gutter' | 'slack'> {
  return { gutter: SETTINGS.gutter.value * size, slack: SETTINGS.gutterSlack.value * size };
}

/** The runs of blocks that do not cross the gutter before a margin. */
export function runsAt(blocks: readonly DraftBlock[], margin: number): readonly Run[] {
  const runs: { from: number; halves: Halves[]; isCrossed: boolean }[] = [];
  let run = { from: 0, halves: [] as Halves[], isCrossed: false };
  for (const [index, block] of blocks.entries()) {
    const halves = halvesOf(block, margin);
    if (halves !== undefined) run.halves.push(halves);
    else {
      runs.push({ ...run, isCrossed: true });
      run = { from: index + 1, halves: [], isCrossed: false };
    }
  }
  return [...runs, run];
}

/** A block cut at a gutter; undefined where it crosses that. */
function halvesOf(block: DraftBlock, margin: number): Halves | undefined {
  if (block.kind === 'table') {
    const part = { block, box: block.box, foot: block.box.bottom, size: 0, isProse: false };
    if (block.box.right <= margin) return { left: part, right: undefined };
    return block.box.left >= margin ? { left: undefined, right: part } : undefined;
  }
  const { tokens, size } = block.line;
  const room = roomIn(size);
  const side = ({ box }: InkToken): ReturnType<typeof sideOf> => sideOf(box, margin, room);
  if (tokens.some((token) => token.print.turns !== 0 || side(token) === undefined)) return undefined;
  const [left, right] = [
    tokens.filter((token) => side(token) === 'left'),
    tokens.filter((token) => side(token) === 'right'),
  ];
  if (left.length === 0) return { left: undefined, right: partOf(block.line) };
  if (right.length === 0) return { left: partOf(block.line), right: undefined };
  return { left: partOf(lineOf(left)), right: partOf(lineOf(right)) };
}

function partOf(line: PrintedLine | undefined): Part | undefined {
  if (line === undefined) return undefined;
  const { box, baseline, size, tokens } = line;
  const isProse = areRunningWords(tokens.map(({ text }) => counted(text)));
  return { block: { kind: 'line', line }, box, foot: baseline, size, isProse };
}

/** How many lines have words beside them on the other side of the gutter. */
export function pairsIn(halves: readonly Halves[]): number {
  const proseOf = (part: Part | undefined): Part | undefined => (part?.isProse === true ? part : undefined);
  return besideEachOther(halves.map(({ left, right }) => ({ left: proseOf(left), right: proseOf(right) })))
    .length;
}

/** Of lines that are cut at a gutter, what stands beside each other: in one line, or in two at nearly the same height. */
export function besideEachOther<Side extends { readonly box: Box }>(
  halves: readonly { readonly left: Side | undefined; readonly right: Side | undefined }[],
): readonly { readonly at: number; readonly left: Side; readonly right: Side }[] {
  return halves.flatMap(({ left }, at) => {
    if (left === undefined) return [];
    const right = halves
      .slice(Math.max(0, at - 1), at + 2)
      .flatMap((half) => half.right ?? [])
      .find(({ box }) => sharedHeight(left.box, box) > 0);
    return right === undefined ? [] : [{ at, left, right }];
  });
}

/** The usual distance of parts from one to the next. */
export function stepOf(parts: readonly Part[]): number {
  return median(parts.slice(1).map(({ foot }, at) => foot - (parts[at]?.foot ?? foot)));
}
