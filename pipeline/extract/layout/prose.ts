import { type Box, holdsMiddle } from '../../page/place.ts';
import type { InkToken } from './ink.ts';
import { isBesideValue, isValueSegment, type PrintedLine, type Segment } from './lines.ts';
import { SETTINGS } from './settings.ts';

interface TextBlock {
  left: number;
  right: number;
  top: number;
  bottom: number;
  foot: number;
  lines: number;
  words: number;
  /** How many of its lines are short and have a value beside them, as the labels of a table's rows. */
  labels: number;
  /** Whether the last of them is. */
  isLabel: boolean;
  /** The foot of the last of them that is not short. */
  longFoot: number;
  /** Whether the labels of a table began below it. */
  isOver: boolean;
}

/**
 * The tokens that stand in columns of running text: lines that begin at one place, follow each other closely and hold
 * several words each. Beside each other they would look like the cells of a table.
 */
export function proseTokens(lines: readonly PrintedLine[]): ReadonlySet<InkToken> {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    for (const segment of line.segments) {
      const near = blocks.find((each) => goesOn(each, segment, line));
      const block = near !== undefined && isFirstOfTable(near, segment, line) ? undefined : near;
      if (block === undefined) {
        if (near !== undefined) endAbove(near);
        if (wordsIn(segment) >= 4 && !isValueSegment(segment)) blocks.push(begun(segment, line));
        continue;
      }
      block.isLabel = isLabel(segment, line);
      if (block.isLabel) block.labels += 1;
      block.left = Math.min(block.left, segment.left);
      block.right = Math.max(block.right, segment.right);
      block.bottom = line.box.bottom;
      block.foot = line.baseline;
      if (wordsIn(segment) >= SETTINGS.proseLineWords.value) block.longFoot = line.box.bottom;
      block.lines += 1;
      block.words += wordsIn(segment);
    }
  }
  const prose = blocks.filter(
    ({ lines: count, words, labels }) =>
      count >= SETTINGS.proseLines.value &&
      words >= SETTINGS.proseLineWords.value * count &&
      labels < SETTINGS.labelLines.value * count,
  );
  const tokens = new Set<InkToken>();
  for (const line of lines) {
    for (const token of line.tokens)
      if (prose.some((block) => holdsMiddle(block, token.box))) tokens.add(token);
  }
  return tokens;
}

function begun(segment: Segment, line: PrintedLine): TextBlock & Box {
  const { left, right } = segment;
  const { top, bottom } = line.box;
  const isFirstLabel = isLabel(segment, line);
  return {
    left,
    right,
    top,
    bottom,
    foot: line.baseline,
    lines: 1,
    words: wordsIn(segment),
    labels: isFirstLabel ? 1 : 0,
    isLabel: isFirstLabel,
    longFoot: bottom,
    isOver: false,
  };
}

/**
 * Whether a table begins below a text that begins at the same place: with labels that have values beside them, or names
 * of several columns, where lines of text reach from margin to margin.
 */
function isFirstOfTable(block: TextBlock, segment: Segment, line: PrintedLine): boolean {
  const { left, right } = segment;
  const beside = line.segments.filter((other) => other.left > right && other.right < block.right);
  // Words of a typewriter, or of a stretched line, stand nearer than columns.
  const isApart = line.segments.every((other, at) => {
    const before = line.segments[at - 1];
    return before === undefined || other.left - before.right > SETTINGS.gutter.value * line.size;
  });
  return (
    !block.isLabel &&
    isApart &&
    (isLabel(segment, line) || beside.length > 1) &&
    right - left < SETTINGS.proseWidth.value * (block.right - block.left)
  );
}

/** Ends a text above the short lines at its end, which are the boxhead of the table below it: `Month  Births`. */
function endAbove(block: TextBlock): void {
  block.bottom = block.longFoot;
  block.isOver = true;
}

/** A ligature that the file names by itself is a token, and no word. */
function wordsIn({ tokens }: Segment): number {
  return tokens.filter(({ joined }, at) => at === 0 || !joined).length;
}

function isLabel(segment: Segment, line: PrintedLine): boolean {
  return (
    isBesideValue(segment, line) ||
    (isShort(segment) && line.segments.some((other) => other.left > segment.right && isValueSegment(other)))
  );
}

function isShort(segment: Segment): boolean {
  return wordsIn(segment) < SETTINGS.proseTokens.value;
}

/** Whether a line goes on with a text; running text below the labels of a table is another. */
function goesOn(block: TextBlock, segment: Segment, line: PrintedLine): boolean {
  const { left, right } = segment;
  const { baseline, size } = line;
  if (block.isLabel && !isShort(segment) && !isLabel(segment, line)) return false;
  return (
    !block.isOver &&
    baseline - block.foot < SETTINGS.proseStep.value * size &&
    baseline - block.foot > 0.5 * size &&
    Math.abs(left - block.left) < SETTINGS.proseIndent.value * size &&
    right < block.right + 4 * size
  );
}
