import type { TextLine } from './pdf-lines.ts';

/** The stretch of the page that the numbers of a column cover, and the wider one that its cells may. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly cellLeft: number;
  readonly cellRight: number;
}

type Numbers = readonly TextLine[];

/**
 * How far the cells of each column reach: from where its numbers begin to where the next ones do, if they are
 * aligned to the left, and so on. `labelRight` is where the labels end at the latest.
 */
export function withExtents(columns: readonly Numbers[], labelRight: number): Column[] {
  const spans = columns.map((numbers) => ({
    left: Math.min(...numbers.map(({ left }) => left)),
    right: Math.max(...numbers.map(({ right }) => right)),
  }));
  const alignment = alignmentOf(columns);
  return spans.map(({ left, right }, index) => {
    const before = spans[index - 1]?.right ?? Math.min(labelRight, left);
    const after = spans[index + 1]?.left ?? Infinity;
    if (alignment === 'left') return { left, right, cellLeft: left, cellRight: after };
    if (alignment === 'right') return { left, right, cellLeft: before, cellRight: right };
    return { left, right, cellLeft: (before + left) / 2, cellRight: (right + after) / 2 };
  });
}

/** The edge, or the middle, that differs least between the numbers of a column. */
function alignmentOf(columns: readonly Numbers[]): 'left' | 'middle' | 'right' {
  const spread = (placeOf: (line: TextLine) => number): number =>
    columns.reduce((sum, numbers) => {
      const places = numbers.map(placeOf);
      return sum + Math.max(...places) - Math.min(...places);
    }, 0);
  const left = spread((line) => line.left);
  const right = spread((line) => line.right);
  const middle = spread((line) => (line.left + line.right) / 2);
  if (middle < left && middle < right) return 'middle';
  return left <= right ? 'left' : 'right';
}
