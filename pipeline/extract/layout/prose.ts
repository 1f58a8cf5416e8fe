import { type Box, holdsMiddle } from '../../page/place.ts';
import type { Frame } from './frames.ts';
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
  /** How many of its lines have a value before them, as the words that explain the values of a table's rows. */
  explained: number;
}

/**
 * The tokens that stand in columns of running text: lines that begin at one place, follow each other closely and hold
 * several words each. Beside each other they would look like the cells of a table. Between the rules of a table they are
 * its cells where values stand before them: `23  1  One zero followed by 1`.
 */
export function proseTokens(
  lines: readonly PrintedLine[],
  frames: readonly Pick<Frame, 'box' | 'levels'>[],
): ReadonlySet<InkToken> {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    for (const segment of line.segments) {
      const block = blocks.find((each) => goesOn(each, segment, line));
      if (block === undefined) {
        if (wordsIn(segment) >= 4 && !isValueSegment(segment)) blocks.push(begun(segment, line));
        continue;
      }
      if (isLabel(segment, line)) block.labels += 1;
      if (isExplaining(segment, line)) block.explained += 1;
      block.left = Math.min(block.left, segment.left);
      block.right = Math.max(block.right, segment.right);
      block.bottom = line.box.bottom;
      block.foot = line.baseline;
      block.lines += 1;
      block.words += wordsIn(segment);
    }
  }
  const headed = frames.filter(({ levels }) => levels.length > 2);
  const prose = blocks.filter((block) => {
    const { lines: count, words, labels, explained } = block;
    const areCells =
      explained >= SETTINGS.labelLines.value * count && headed.some(({ box }) => holdsMiddle(box, block));
    return (
      count >= SETTINGS.proseLines.value &&
      words >= SETTINGS.proseLineWords.value * count &&
      labels < SETTINGS.labelLines.value * count &&
      !areCells
    );
  });
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
  const explained = isExplaining(segment, line) ? 1 : 0;
  return {
    left,
    right,
    top,
    bottom,
    foot: line.baseline,
    lines: 1,
    words: wordsIn(segment),
    labels,
    explained,
  };
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

function isExplaining(segment: Segment, { segments }: PrintedLine): boolean {
  return segments.some((other) => other.right < segment.left && isValueSegment(other));
}

function goesOn(block: TextBlock, { left, right }: Segment, { baseline, size }: PrintedLine): boolean {
  return (
    baseline - block.foot < SETTINGS.proseStep.value * size &&
    baseline - block.foot > 0.5 * size &&
    Math.abs(left - block.left) < SETTINGS.proseIndent.value * size &&
    right < block.right + 4 * size
  );
}
