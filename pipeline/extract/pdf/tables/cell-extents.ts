import type { TextLine } from '../lines/lines.ts';

/** The stretch of the page that the numbers of a column cover, and the wider one that its cells may. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly cellLeft: number;
  readonly cellRight: number;
  /** Where its cells are aligned; a column of years, all as wide, may be aligned in each way. */
  readonly anchors: readonly Anchor[];
}

type Edge = 'left' | 'middle' | 'right';

interface Anchor {
  readonly edge: Edge;
  readonly at: number;
}

/** Cells that are aligned differ by less than this, in em. */
const ALIGNED = 0.15;

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
    const anchors = anchorsOf(columns[index] ?? []);
    if (alignment === 'left') return { left, right, cellLeft: left, cellRight: after, anchors };
    if (alignment === 'right') return { left, right, cellLeft: before, cellRight: right, anchors };
    return { left, right, cellLeft: (before + left) / 2, cellRight: (right + after) / 2, anchors };
  });
}

/** The edge, or the middle, that differs least between the numbers of a column. */
function alignmentOf(columns: readonly Numbers[]): Edge {
  const spread = (edge: Edge): number =>
    columns.reduce((sum, numbers) => {
      const places = numbers.map((line) => placeOf(line, edge));
      return sum + Math.max(...places) - Math.min(...places);
    }, 0);
  const left = spread('left');
  const right = spread('right');
  const middle = spread('middle');
  if (middle < left && middle < right) return 'middle';
  return left <= right ? 'left' : 'right';
}

/** The edges that the numbers of a column share. */
function anchorsOf(numbers: Numbers): Anchor[] {
  const size = numbers[0]?.size ?? 0;
  return (['left', 'middle', 'right'] as const).flatMap((edge) => {
    const places = numbers.map((line) => placeOf(line, edge));
    const least = Math.min(...places);
    const most = Math.max(...places);
    return most - least < ALIGNED * size ? [{ edge, at: (least + most) / 2 }] : [];
  });
}

/** Does a line stand as the cells of a column do? */
export function isAligned(line: TextLine, { anchors }: Column): boolean {
  return anchors.some(({ edge, at }) => Math.abs(placeOf(line, edge) - at) < ALIGNED * line.size);
}

function placeOf({ left, right }: TextLine, edge: Edge): number {
  return edge === 'left' ? left : edge === 'right' ? right : (left + right) / 2;
}
