import type { Glyph } from './ink.ts';

/** How far apart, in em, one letter is drawn twice to look bold, and in shares of its width: letters never stand so. */
const APART = 0.3;
const OF_ITS_WIDTH = 0.5;
/** Two digits are drawn over each other within this share of their width, and of their em. */
const OVER = 0.3;
const LEVEL = 0.15;
/** Glyphs are looked up by squares of the page of this size, in points. */
const SQUARE = 6;
const SQUARES_A_ROW = 4096;
const DIGIT = /^\p{Nd}$/u;
const DRAWN_OVER = { says: 'two digits that are drawn over each other', stops: true };

/**
 * Glyphs without those that only make others bold: the same letter once more, a small distance off. A digit that lies
 * over another one is doubtful: nobody can tell which of them is meant.
 */
export function withoutTwins<G extends Glyph>(glyphs: readonly G[]): readonly G[] {
  const squares = new Map<number, G[]>();
  const gone = new Set<G>();
  const over = new Set<G>();
  for (const glyph of glyphs) {
    if (glyph.blank) continue;
    const reach = Math.min(APART * glyph.size, SQUARE);
    let isTwin = false;
    for (const square of squaresAround(glyph, reach)) {
      for (const other of squares.get(square) ?? []) {
        if (isTwinOf(glyph, other)) isTwin = true;
        else if (liesOver(glyph, other)) over.add(glyph);
      }
    }
    if (isTwin) {
      gone.add(glyph);
      continue;
    }
    const own = squareAt(glyph.x, glyph.y);
    const before = squares.get(own);
    if (before === undefined) squares.set(own, [glyph]);
    else before.push(glyph);
  }
  if (gone.size === 0 && over.size === 0) return glyphs;
  return glyphs.flatMap((glyph) => {
    if (gone.has(glyph)) return [];
    return [over.has(glyph) ? { ...glyph, remark: DRAWN_OVER } : glyph];
  });
}

function isTwinOf(glyph: Glyph, { text, x, y, size }: Glyph): boolean {
  if (text !== glyph.text || Math.abs(size - glyph.size) > LEVEL * size) return false;
  const across = Math.min(APART * size, OF_ITS_WIDTH * glyph.width);
  return Math.abs(x - glyph.x) < across && Math.abs(y - glyph.y) < APART * size;
}

function liesOver({ text, x, y, width, size }: Glyph, other: Glyph): boolean {
  if (text === other.text || !DIGIT.test(text) || !DIGIT.test(other.text)) return false;
  return Math.abs(x - other.x) < OVER * width && Math.abs(y - other.y) < LEVEL * size;
}

function squareAt(x: number, y: number): number {
  return Math.floor(y / SQUARE) * SQUARES_A_ROW + Math.floor(x / SQUARE);
}

function squaresAround({ x, y }: Glyph, reach: number): readonly number[] {
  const squares: number[] = [];
  for (let row = Math.floor((y - reach) / SQUARE); row <= Math.floor((y + reach) / SQUARE); row += 1) {
    for (
      let column = Math.floor((x - reach) / SQUARE);
      column <= Math.floor((x + reach) / SQUARE);
      column += 1
    )
      squares.push(row * SQUARES_A_ROW + column);
  }
  return squares;
}
