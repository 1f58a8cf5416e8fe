import { lineBox } from '../lines/line-boxes.ts';
import type { TextLine, Word } from '../lines/lines.ts';
import { partOf, segmentsOf } from '../lines/segments.ts';
import { cellText, type TableRow } from './cell-text.ts';

/** A white channel through all lines of a head parts its cells if it is so much wider than a space between words. */
const WIDER_THAN_SPACE = 1.3;
/** Width of a space, in em, where no words show it. */
const SPACE = 0.25;
/** A line that stands further below the one above than lines of the head's cells do, in em, is a heading of rows. */
const FURTHER = 0.12;

/** Which of the lines above a table's first numbers are its head: several, and no heading of the rows below. */
export function headOf(above: readonly TextLine[]): readonly TextLine[] {
  for (let count = above.length; count > 1; count -= 1) {
    const lines = above.slice(0, count);
    const last = above[count - 1];
    if (last === undefined || segmentsOf(last).length > 1 || goesOn(last, lines.slice(0, -1))) return lines;
  }
  return [];
}

/** Does a line stand as close to the head as lines of its cells do to each other? */
function goesOn(last: TextLine, head: readonly TextLine[]): boolean {
  const steps = head.map((line, index) => stepBelow(line, head.slice(0, index)));
  const own = stepBelow(last, head);
  return steps.some(({ apart, gap }) => own.apart < apart + FURTHER || own.gap < gap + FURTHER);
}

/** Distance in em, from baseline to baseline and from box to box, to the nearest line with a word above, or to any. */
function stepBelow(line: TextLine, above: readonly TextLine[]): { apart: number; gap: number } {
  const nearest =
    above.findLast(({ words }) =>
      words.some((word) => line.words.some(({ left, right }) => left < word.right && right > word.left)),
    ) ?? above.at(-1);
  if (nearest === undefined) return { apart: -Infinity, gap: -Infinity };
  return {
    apart: (line.baseline - nearest.baseline) / line.size,
    gap: (lineBox(line, 'fonts').top - lineBox(nearest, 'fonts').bottom) / line.size,
  };
}

/**
 * Reads the head of a table without rules column by column: its cells are wrapped to different heights and may stand
 * at the top, in the middle or at the bottom, so a line of the page holds words of cells that go on elsewhere.
 */
export function headRow(lines: readonly TextLine[]): TableRow {
  const size = lines[0]?.size ?? 0;
  const channel = WIDER_THAN_SPACE * spaceBetween(lines);
  const words = lines.flatMap((line) => line.words).sort((one, other) => one.left - other.left);
  const cells: Set<Word>[] = [];
  let reach = -Infinity;
  for (const word of words) {
    if (word.left - reach > channel) cells.push(new Set());
    cells.at(-1)?.add(word);
    reach = Math.max(reach, word.right);
  }
  return {
    cells: cells.map((cell) => cellText(lines.flatMap((line) => wordsIn(line, cell)))),
    top: (lines[0]?.baseline ?? 0) - size,
    bottom: lines.at(-1)?.baseline ?? 0,
  };
}

/** The usual distance of two words that are not clearly apart. */
function spaceBetween(lines: readonly TextLine[]): number {
  const spaces = lines
    .flatMap(segmentsOf)
    .flatMap(({ words }) => words.slice(1).map(({ left }, index) => left - (words[index]?.right ?? left)))
    .sort((one, other) => one - other);
  return spaces[spaces.length >> 1] ?? SPACE * (lines[0]?.size ?? 0);
}

function wordsIn(line: TextLine, cell: ReadonlySet<Word>): TextLine[] {
  const words = line.words.filter((word) => cell.has(word));
  return words.length === 0 ? [] : [partOf(line, words)];
}
