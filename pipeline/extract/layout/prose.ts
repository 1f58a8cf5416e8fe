import { type Box, holdsMiddle } from '../../page/place.ts';
import type { InkToken } from './ink.ts';
import { isValueSegment, type PrintedLine, type Segment } from './lines.ts';
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
}

/**
 * The tokens that stand in columns of running text: lines that begin at one place, follow each other closely and hold
 * several words each. Beside each other they would look like the cells of a table.
 */
export function proseTokens(lines: readonly PrintedLine[]): ReadonlySet<InkToken> {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    for (const segment of line.segments) {
      const block = blocks.find((each) => goesOn(each, segment, line));
      if (block === undefined) {
        if (wordsIn(segment) >= 4 && !isValueSegment(segment)) blocks.push(begun(segment, line));
        continue;
      }
      if (isLabel(segment, line)) block.labels += 1;
      block.left = Math.min(block.left, segment.left);
      block.right = Math.max(block.right, segment.right);
      block.bottom = line.box.bottom;
      block.foot = line.baseline;
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
  const labels = isLabel(segment, line) ? 1 : 0;
  return { left, right, top, bottom, foot: line.baseline, lines: 1, words: wordsIn(segment), labels };
}

/** A ligature that the file names by itself is a token, and no word. */
function wordsIn({ tokens }: Segment): number {
  return tokens.filter(({ joined }, at) => at === 0 || !joined).length;
}

function isLabel(segment: Segment, { segments }: PrintedLine): boolean {
  return (
    wordsIn(segment) < SETTINGS.proseTokens.value &&
    segments.some((other) => other.left > segment.right && isValueSegment(other))
  );
}

function goesOn(block: TextBlock, { left, right }: Segment, { baseline, size }: PrintedLine): boolean {
  return (
    baseline - block.foot < SETTINGS.proseStep.value * size &&
    baseline - block.foot > 0.5 * size &&
    Math.abs(left - block.left) < SETTINGS.proseIndent.value * size &&
    right < block.right + 4 * size
  );
}
