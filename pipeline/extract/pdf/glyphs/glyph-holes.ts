import type { Squares } from './glyph-ink.ts';
import { SETTINGS } from './settings.ts';

/** A smaller part of a drawing that is white is a corner where two strokes nearly meet. */
const SMALLEST = SETTINGS.smallestHole.value;
const GAP = SETTINGS.gapOfParts.value;

/**
 * The holes in the ink of a drawing, white places that nothing but ink is around: of each how far its middle is below the
 * head, as a share of the height. An 8 has two, a 3 has none. All that is reached from outside of it is no hole.
 */
export function holesIn({ across, taken: ink }: Squares): readonly number[] {
  const taken = ink.slice();
  const row = across + 2;
  const steps = [-1, 1, -row, row];
  const least = SMALLEST * across ** 2;
  const holes: number[] = [];
  let isOutside = true;
  for (let start = 0; start < taken.length; start += 1) {
    if (taken[start] !== 0) continue;
    let size = 0;
    let depths = 0;
    taken[start] = 1;
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      size += 1;
      depths += Math.floor(at / row);
      for (const step of steps) {
        const next = at + step;
        if (taken[next] !== 0) continue;
        taken[next] = 1;
        open.push(next);
      }
    }
    if (size >= least && !isOutside) holes.push((depths / size - 0.5) / across);
    isOutside = false;
  }
  return holes;
}

/** The parts of a drawing that stand side by side with white between them from head to foot: those of `12` are two. */
export function partsIn(squares: Squares): readonly Squares[] {
  const { across } = squares;
  const ends: { from: number; to: number }[] = [];
  for (let column = 1; column <= across; column += 1) {
    if (inkIn(squares, column, column) === undefined) continue;
    const last = ends.at(-1);
    if (last !== undefined && column - last.to - 1 <= GAP * across) last.to = column;
    else ends.push({ from: column, to: column });
  }
  return ends.map(({ from, to }) => stretched(squares, from, to));
}

/** From where to where columns have ink, in rows from the head; undefined for none. */
function inkIn(
  { across, taken }: Squares,
  from: number,
  to: number,
): { readonly top: number; readonly bottom: number } | undefined {
  let [top, bottom] = [across + 1, 0];
  for (let down = 1; down <= across; down += 1) {
    if (!taken.subarray(down * (across + 2) + from, down * (across + 2) + to + 1).includes(1)) continue;
    top = Math.min(top, down);
    bottom = down;
  }
  return bottom === 0 ? undefined : { top, bottom };
}

/** Some columns of a drawing as a drawing of their own, as high as it was. */
function stretched({ across, taken }: Squares, from: number, to: number): Squares {
  const own = new Uint8Array(taken.length);
  const row = across + 2;
  for (let column = 1; column <= across; column += 1) {
    const source = from + Math.floor(((column - 1) * (to - from + 1)) / across);
    for (let down = 1; down <= across; down += 1) own[down * row + column] = taken[down * row + source] ?? 0;
  }
  return { across, taken: own };
}

/** Whether the ink of a drawing reaches from its head to its foot, or nearly so. */
export function isOfFullHeight(squares: Squares): boolean {
  const ink = inkIn(squares, 1, squares.across);
  return ink !== undefined && ink.bottom - ink.top > SETTINGS.partOfItsHeight.value * squares.across;
}

/** Whether a thin bar in the middle of a drawing is all that sticks out on both its sides, as a line that strikes it out. */
export function isStruckByBar(squares: Squares): boolean {
  const { across } = squares;
  const edge = Math.round(SETTINGS.edgeOfBar.value * across);
  const [left, right] = [inkIn(squares, 1, edge), inkIn(squares, across + 1 - edge, across)];
  if (left === undefined || right === undefined) return false;
  const [top, bottom] = [Math.min(left.top, right.top), Math.max(left.bottom, right.bottom)];
  const middle = (top + bottom) / 2 / across;
  const isThin = bottom - top < SETTINGS.barAcross.value * across;
  return isThin && middle > SETTINGS.highestBar.value && middle < SETTINGS.lowestBar.value;
}
