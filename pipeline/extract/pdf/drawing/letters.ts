import type { Extent } from '../../../page/place.ts';
import { SETTINGS } from '../settings.ts';
import type { Glyph } from './ink.ts';

/** How far from a letter, in em, its accent may be placed. */
const REACH = SETTINGS.accentReach.value;
const MARKS_ONLY = /^\p{M}+$/u;
/** A glyph drawn twice nearly in place is how some producers set bold. */
const SAME_PLACE = SETTINGS.samePlace.value;

/**
 * The glyphs with their combining marks put back on their letters: a decomposed text draws `й` as `и` and a
 * breve, whose pen position may lie on either side of its letter.
 */
export function withMarksOnLetters<G extends Glyph>(glyphs: readonly G[]): readonly G[] {
  if (!glyphs.some(isMark)) return glyphs;
  const letters: G[] = [];
  const strays: G[] = [];
  for (const glyph of glyphs) {
    const last = letters.at(-1);
    if (!isMark(glyph)) letters.push(glyph);
    else if (last !== undefined && !last.blank && isNear(glyph, last)) {
      letters[letters.length - 1] = { ...last, text: last.text + glyph.text };
    } else strays.push(glyph);
  }
  for (const mark of strays) {
    const index = bearerOf(mark, letters);
    const bearer = letters[index];
    if (bearer === undefined) letters.push(mark);
    else letters[index] = { ...bearer, text: bearer.text + mark.text };
  }
  return letters;
}

function isMark({ text }: Glyph): boolean {
  return text.charCodeAt(0) >= 0x300 && MARKS_ONLY.test(text);
}

function isNear(mark: Glyph, letter: Glyph): boolean {
  const reach = REACH * letter.size;
  return (
    Math.abs(mark.y - letter.y) < reach &&
    mark.x > letter.x - reach / 4 &&
    mark.x < letter.x + letter.width + reach / 4
  );
}

/** The letter that ends where the mark's pen stood (marks without advance follow it), or the one below the mark. */
function bearerOf(mark: Glyph, letters: readonly Glyph[]): number {
  let best = -1;
  let distance = Infinity;
  for (const [index, letter] of letters.entries()) {
    if (letter.blank || !isNear(mark, letter)) continue;
    const end = Math.abs(letter.x + letter.width - mark.x);
    const middle = Math.abs(letter.x + letter.width / 2 - mark.x - mark.width / 2);
    const apart = mark.width === 0 ? Math.min(end, middle) : middle;
    if (apart < distance) {
      best = index;
      distance = apart;
    }
  }
  return best;
}

/** How far a glyph reaches from left to right. */
export function extentOf({ x, width }: Glyph): Extent {
  return { left: x, right: x + width };
}

/** Glyphs in the order of one coordinate; most are drawn in it and need no sorting. */
export function sortedBy<G extends Glyph>(glyphs: readonly G[], axis: 'x' | 'y'): readonly G[] {
  let last = -Infinity;
  for (const glyph of glyphs) {
    if (glyph[axis] < last) return [...glyphs].sort(axis === 'x' ? rightwards : downwards);
    last = glyph[axis];
  }
  return glyphs;
}

function rightwards(one: Glyph, other: Glyph): number {
  return one.x - other.x;
}

function downwards(one: Glyph, other: Glyph): number {
  return one.y - other.y;
}

/** Strips of a page of this height, in points, by which glyphs are looked up. */
const STRIP = 3;

/** Glyphs that draw ink, by the height of their baselines. */
export interface Baselines<G> {
  /** The largest em of the page. */
  readonly largest: number;
  /** Those whose baseline lies between two heights of the page, and perhaps a few beside them. */
  within(top: number, bottom: number): readonly G[];
}

/** Sorts the inked glyphs of a page by their baselines. */
export function baselinesOf<G extends Glyph>(glyphs: readonly G[]): Baselines<G> {
  const strips: (G[] | undefined)[] = [];
  let largest = 0;
  for (const glyph of glyphs) {
    if (glyph.blank || glyph.y < 0) continue;
    largest = Math.max(largest, glyph.size);
    const index = Math.floor(glyph.y / STRIP);
    const strip = strips[index];
    if (strip === undefined) strips[index] = [glyph];
    else strip.push(glyph);
  }
  // What is drawn in one row is looked up by the same strips, one after the other.
  let before: { readonly first: number; readonly last: number; readonly found: G[] } | undefined;
  return {
    largest,
    within(top, bottom) {
      const first = Math.max(0, Math.floor(top / STRIP));
      const last = Math.min(strips.length - 1, Math.floor(bottom / STRIP));
      if (before?.first === first && before.last === last) return before.found;
      const found: G[] = [];
      for (let index = first; index <= last; index += 1) found.push(...(strips[index] ?? []));
      before = { first, last, found };
      return found;
    },
  };
}

/** Glyphs of one line by their place, without those drawn twice to look bold. */
export function inReadingOrder<G extends Glyph>(glyphs: readonly G[]): readonly G[] {
  const sorted = sortedBy(glyphs, 'x');
  for (let index = 1; index < sorted.length; index += 1) {
    if (isTwin(sorted, index)) return sorted.filter((_, each) => !isTwin(sorted, each));
  }
  return sorted;
}

/** Does the same letter stand nearly in the same place before it? */
function isTwin(sorted: readonly Glyph[], index: number): boolean {
  const glyph = sorted[index];
  for (let before = index - 1; before >= 0; before -= 1) {
    const other = sorted[before];
    if (glyph === undefined || other === undefined) return false;
    if (glyph.x - other.x >= SAME_PLACE * glyph.size) return false;
    if (other.text === glyph.text) return true;
  }
  return false;
}
