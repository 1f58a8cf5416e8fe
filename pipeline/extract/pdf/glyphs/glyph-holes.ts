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

/** How many parts of a drawing stand side by side with white between them from head to foot: those of `12` are two. */
export function partsIn({ across, taken }: Squares): number {
  const row = across + 2;
  let parts = 0;
  let white = Number.POSITIVE_INFINITY;
  for (let column = 1; column <= across; column += 1) {
    let isInk = false;
    for (let down = 1; down <= across && !isInk; down += 1) isInk = taken[down * row + column] === 1;
    if (isInk && white > GAP * across) parts += 1;
    white = isInk ? 0 : white + 1;
  }
  return parts;
}
