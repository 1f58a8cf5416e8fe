import type { TextLine } from './lines.ts';

/** Baselines nearer than this, in em, are one line beside each other. */
const SAME_LEVEL = 0.3;
/** Tall letters and superscripts push a line down further, but not beyond the line that begins as high beside it. */
const PUSHED = 0.5;
const SAME_TOP = 0.08;

/**
 * Lines of cells that stand side by side, as the lines that a reader sees: a superscript or a tall letter pushes the
 * line of its cell down a little. The words keep their own baselines. `lines` run from top to bottom.
 */
export function levelled(lines: readonly TextLine[]): TextLine[] {
  const level: TextLine[] = [];
  for (const line of lines) {
    const above = level.at(-1);
    if (above === undefined || !isLevel(above, line) || !standBeside(above, line)) {
      level.push(line);
      continue;
    }
    const words = [...above.words, ...line.words].sort((one, other) => one.left - other.left);
    level[level.length - 1] = {
      ...above,
      words,
      left: Math.min(above.left, line.left),
      right: Math.max(above.right, line.right),
    };
  }
  return level;
}

function isLevel(above: TextLine, line: TextLine): boolean {
  const apart = (line.baseline - above.baseline) / line.size;
  return (
    apart < SAME_LEVEL || (apart < PUSHED && Math.abs(topOf(line) - topOf(above)) < SAME_TOP * line.size)
  );
}

function topOf({ words }: TextLine): number {
  return Math.min(...words.map(({ top }) => top));
}

function standBeside(one: TextLine, other: TextLine): boolean {
  return one.words.every(({ left, right }) =>
    other.words.every((word) => word.left > right || word.right < left),
  );
}
