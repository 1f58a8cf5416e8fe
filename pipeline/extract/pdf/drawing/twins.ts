import { SETTINGS } from '../settings.ts';
import type { Glyph } from './ink.ts';
import type { PageSize } from './seen.ts';

/** How far apart, in em, one letter is drawn twice to look bold, and in shares of its width: letters never stand so. */
const APART = SETTINGS.twinApart.value;
const OF_ITS_WIDTH = SETTINGS.twinOfItsWidth.value;
/** Two digits are drawn over each other within this share of their width, and of their em. */
const OVER = SETTINGS.drawnOver.value;
/** A font may say that its letters have no width: then they lie over each other within this, in em. */
const LEAST_OVER = SETTINGS.drawnOverLeast.value;
const LEVEL = SETTINGS.drawnOverLevel.value;
/** Glyphs are looked up by squares of the page of this size, in points. */
const SQUARE = 6;
/** Squares so many apart are looked up as one: a page may be of any size, such as a whole report on one. */
const MOST_SQUARES = 1024;
/** No page reaches so far; beyond it a square and the next would be one number. */
const FARTHEST = Number.MAX_SAFE_INTEGER;
const NONE = -1;
const DIGIT = /^\p{Nd}$/u;
const DRAWN_OVER = { says: 'two digits that are drawn over each other', stops: true };

/**
 * Glyphs without those that only make others bold: the same letter once more, a small distance off. A digit that lies
 * over another one is doubtful: nobody can tell which of them is meant.
 */
export function withoutTwins<G extends Glyph>(glyphs: readonly G[], page: PageSize): readonly G[] {
  const columns = Math.min(MOST_SQUARES, Math.ceil(page.width / SQUARE) + 1);
  const rows = Math.min(MOST_SQUARES, Math.ceil(page.height / SQUARE) + 1);
  // The last glyph of each square, and of each glyph the one before it in its square: a page has thousands.
  const lastOf = new Int32Array(columns * rows).fill(NONE);
  const before = new Int32Array(glyphs.length);
  const squareOf = (column: number, row: number): number =>
    wrapped(row, rows) * columns + wrapped(column, columns);
  const gone = new Set<G>();
  const over = new Set<G>();
  const isTwin = (glyph: G): boolean => {
    const reach = Math.min(APART * glyph.size, SQUARE);
    const [left, right] = [stepOf(glyph.x - reach), stepOf(glyph.x + reach)];
    const bottom = stepOf(glyph.y + reach);
    for (let row = stepOf(glyph.y - reach); row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        for (let at = lastOf[squareOf(column, row)] ?? NONE; at !== NONE; at = before[at] ?? NONE) {
          const other = glyphs[at];
          if (other === undefined) break;
          if (isTwinOf(glyph, other)) return true;
          if (liesOver(glyph, other)) over.add(glyph);
        }
      }
    }
    return false;
  };
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    if (glyph === undefined || glyph.blank) continue;
    if (isTwin(glyph)) {
      gone.add(glyph);
      continue;
    }
    const square = squareOf(stepOf(glyph.x), stepOf(glyph.y));
    before[index] = lastOf[square] ?? NONE;
    lastOf[square] = index;
  }
  if (gone.size === 0 && over.size === 0) return glyphs;
  return glyphs.flatMap((glyph) => {
    if (gone.has(glyph)) return [];
    return [over.has(glyph) ? { ...glyph, remark: DRAWN_OVER } : glyph];
  });
}

/** The column or row of squares at a distance from the edge of the page: from one to the next where letters are read. */
function stepOf(distance: number): number {
  return Math.floor(Math.min(FARTHEST, Math.max(-FARTHEST, distance)) / SQUARE);
}

function wrapped(step: number, count: number): number {
  return ((step % count) + count) % count;
}

function isTwinOf(glyph: Glyph, { text, x, y, size }: Glyph): boolean {
  if (text !== glyph.text || Math.abs(size - glyph.size) > LEVEL * size) return false;
  const across = Math.min(APART * size, OF_ITS_WIDTH * glyph.width);
  return Math.abs(x - glyph.x) < across && Math.abs(y - glyph.y) < APART * size;
}

function liesOver({ text, x, y, width, size }: Glyph, other: Glyph): boolean {
  if (!DIGIT.test(text) || !DIGIT.test(other.text)) return false;
  return (
    Math.abs(x - other.x) < Math.max(OVER * width, LEAST_OVER * size) && Math.abs(y - other.y) < LEVEL * size
  );
}
