import { type Box, type Extent, sharedHeight } from '../../page/place.ts';
import { areRunningWords } from '../running-words.ts';
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

/** The lines among blocks, with what a gutter is in them. */
export function gutteredLines(blocks: readonly DraftBlock[]): readonly GutteredLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    const { tokens, size } = block.line;
    const [gutter, slack] = [SETTINGS.gutter.value * size, SETTINGS.gutterSlack.value * size];
    return [{ boxes: tokens.map(({ box }) => box), gutter, slack }];
  });
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
  const slack = SETTINGS.gutterSlack.value * size;
  const isRight = ({ box }: InkToken): boolean => box.left >= margin - slack;
  const isLeft = ({ box }: InkToken): boolean => box.right <= margin - SETTINGS.gutter.value * size + slack;
  if (!tokens.every((token) => token.print.turns === 0 && (isLeft(token) || isRight(token))))
    return undefined;
  const [left, right] = [tokens.filter((token) => !isRight(token)), tokens.filter(isRight)];
  if (left.length === 0) return { left: undefined, right: partOf(block.line) };
  if (right.length === 0) return { left: partOf(block.line), right: undefined };
  return { left: partOf(lineOf(left)), right: partOf(lineOf(right)) };
}

function partOf(line: PrintedLine | undefined): Part | undefined {
  if (line === undefined) return undefined;
  const { box, baseline, size, tokens } = line;
  const isProse = areRunningWords(tokens.map(({ text }) => text));
  return { block: { kind: 'line', line }, box, foot: baseline, size, isProse };
}

/** How many lines have words beside them on the other side of the gutter. */
export function pairsIn(halves: readonly Halves[]): number {
  return halves.filter(
    ({ left }, at) =>
      left?.isProse === true &&
      halves
        .slice(Math.max(0, at - 1), at + 2)
        .some(({ right }) => right?.isProse === true && sharedHeight(left.box, right.box) > 0),
  ).length;
}

/** The usual distance of parts from one to the next. */
export function stepOf(parts: readonly Part[]): number {
  return median(parts.slice(1).map(({ foot }, at) => foot - (parts[at]?.foot ?? foot)));
}
