import { holesIn } from './glyph-holes.ts';
import type { Squares } from './glyph-ink.ts';
import { LIKENESSES } from './likenesses.ts';
import { SETTINGS } from './settings.ts';

/** How many holes digits can have: a 4 may be open above, a 0 may have a stroke through it, a 2 a loop. */
const HOLES: readonly (readonly number[])[] = [[1, 2], [0], [0, 1], [0], [0, 1], [0], [1], [0], [2], [1]];
/** Rows of a likeness, and squares of each. */
const ROWS = SETTINGS.squaresOfLikeness.value;
const TEMPLATES = LIKENESSES.map((drawings) =>
  drawings.map((drawing) => levelled([...drawing].map((ink) => Number.parseInt(ink, 16)))),
);
const ALIKE = SETTINGS.alikeDigit.value;
const UNLIKE = SETTINGS.unlikeDigit.value;
const UPPER = SETTINGS.holeOfNine.value;
const OPEN_ALIKE = SETTINGS.alikeOpenDigit.value;
const OPEN_UNLIKE = SETTINGS.unlikeOpenDigit.value;
const MIRRORED = SETTINGS.mirroredDigit.value;
/** Digits that are others in a mirror: not 0, 1 and 8. */
const SIDED: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 9]);

/**
 * Whether a drawing that is said to be a digit is another one: a 3 with the holes of an 8, a 7 that looks like 1 and not
 * like 7, a 2 that is mirrored. Fonts differ so much that most drawings are told from others by their holes alone; how they look counts
 * where it is plain. Digits of segments and of dots have no holes, and count as what they look like.
 */
export function isAnotherDigit(digit: number, squares: Squares): boolean {
  const depths = holesIn(squares);
  const holes = depths.length;
  const own = HOLES[digit] ?? [];
  if (holes > Math.max(...own) || hasHoleElsewhere(digit, depths)) return true;
  const image = imageOf(squares);
  const unlike = TEMPLATES.map((drawings) => unlikeness(image, drawings));
  const mirrored = unlikeness(inMirror(image), TEMPLATES[digit] ?? []);
  if (SIDED.has(digit) && (unlike[digit] ?? 0) - mirrored > MIRRORED) return true;
  const another = Math.min(
    ...unlike.filter((_, index) => index !== digit && HOLES[index]?.includes(holes) === true),
  );
  const apart = (unlike[digit] ?? 0) - another;
  const isOpen = holes < Math.min(...own);
  return (another < ALIKE && apart > UNLIKE) || (isOpen && another < OPEN_ALIKE && apart > OPEN_UNLIKE);
}

/** Whether the hole of a 6 is in its upper half, or that of a 9 in its lower one. */
function hasHoleElsewhere(digit: number, depths: readonly number[]): boolean {
  if (digit === 6) return depths.some((depth) => depth < UPPER);
  return digit === 9 && depths.some((depth) => depth > 1 - UPPER);
}

/** How much ink each of eight times eight parts of a drawing has. */
function imageOf({ across, taken }: Squares): readonly number[] {
  const image = new Array<number>(ROWS * ROWS).fill(0);
  for (let down = 0; down < across; down += 1) {
    const row = Math.floor((down * ROWS) / across) * ROWS;
    for (let right = 0; right < across; right += 1) {
      const at = row + Math.floor((right * ROWS) / across);
      image[at] = (image[at] ?? 0) + (taken[(down + 1) * (across + 2) + right + 1] ?? 0);
    }
  }
  return levelled(image);
}

function inMirror(image: readonly number[]): readonly number[] {
  return image.map((_, at) => image[at - (at % ROWS) + ROWS - 1 - (at % ROWS)] ?? 0);
}

/** Shares of ink whose squares sum to one: how fat strokes are does not count. */
function levelled(image: readonly number[]): readonly number[] {
  const length = Math.hypot(...image) || 1;
  return image.map((ink) => ink / length);
}

/** From 0 for the same to 1 for nothing in common. */
function unlikeness(image: readonly number[], drawings: readonly (readonly number[])[]): number {
  const alike = drawings.map((drawing) => drawing.reduce((sum, ink, at) => sum + ink * (image[at] ?? 0), 0));
  return 1 - Math.max(...alike);
}
