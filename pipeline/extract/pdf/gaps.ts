import { withDrawnHyphens } from '../soft-hyphens.ts';
import type { Glyph } from './drawing/ink.ts';
import type { PlacedGlyph } from './runs.ts';

/** A gap wider than this, in em and beyond the line's letter spacing, separates words even without a space. */
const WORD_GAP = 0.17;
/** Beyond this, in em, a gap is a tab stop or a column and says nothing about letter spacing. */
const WIDEST_LETTER_GAP = 0.6;
/** A smaller gap, in em, is no letter spacing: letters differ by as much. */
const LEAST_SPACING = 0.03;
/** Letter spacing is only believed when at least so many gaps show it. */
const GAPS_TO_BELIEVE = 4;
/** A drawn space fills a gap that is wider by no more than this, in em. */
const SLACK = 0.05;
const LIGATURES = /[\ufb00-\ufb06]/g;
/** Most texts hold no character of which anything is to be done: Latin and Cyrillic letters that are composed. */
const TIDY = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u04ff]*$/;
const ODD_CHARACTERS = /[\p{Cc}\u200b-\u200d\u2060\ufeff]/gu;

/** The em of most letters of a line. */
export function commonSize(glyphs: readonly PlacedGlyph[]): number {
  const size = glyphs[0]?.size ?? 0;
  if (glyphs.every((glyph) => glyph.size === size)) return size;
  const counts = new Map<number, number>();
  for (const { size: own, raised } of glyphs)
    if (raised === undefined) counts.set(own, (counts.get(own) ?? 0) + 1);
  const [common] = [...counts].sort((one, other) => other[1] - one[1]);
  return common?.[0] ?? size;
}

/** The gaps after each glyph but the last. */
export interface Gaps {
  /** How wide they are; infinite where a space was drawn. */
  readonly widths: readonly number[];
  /** Whether it is one drawn space and no wider, or one that justified text widened. */
  readonly filled: readonly boolean[];
}

export function gapsOf(glyphs: readonly Glyph[], drawn: readonly Glyph[]): Gaps {
  const blanks = takingRoom(drawn, glyphs);
  const widths: number[] = [];
  const filled: boolean[] = [];
  let blank = 0;
  let reach = -Infinity;
  for (let index = 0; index + 1 < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    const next = glyphs[index + 1];
    if (glyph === undefined || next === undefined) break;
    reach = Math.max(reach, glyph.x + glyph.width);
    while (middleOf(blanks[blank]) <= middleOf(glyph)) blank += 1;
    const gap = next.x - reach;
    const space = blanks[blank];
    const isDrawn = middleOf(space) < middleOf(next);
    const isOne = isDrawn && middleOf(blanks[blank + 1]) >= middleOf(next);
    widths[index] = isDrawn ? Infinity : gap;
    const isInOne = space?.object === glyph.object && glyph.object === next.object;
    filled[index] = isOne && (isInOne || gap <= (space?.width ?? 0) + SLACK * next.size);
  }
  return { widths, filled };
}

/**
 * The spaces of a line without those that what follows is drawn over: they stand for a character that takes no room,
 * as one between digits at which a browser may break the line.
 */
function takingRoom(blanks: readonly Glyph[], glyphs: readonly Glyph[]): readonly Glyph[] {
  let next = 0;
  return blanks.filter(({ x, size }, index) => {
    while ((glyphs[next]?.x ?? Infinity) < x - SLACK * size) next += 1;
    const follows = Math.min(glyphs[next]?.x ?? Infinity, blanks[index + 1]?.x ?? Infinity);
    return follows - x >= SLACK * size;
  });
}

function middleOf(glyph: Glyph | undefined): number {
  return glyph === undefined ? Infinity : glyph.x + glyph.width / 2;
}

/** The gap that nearly all letters keep: above nothing in `Б а т ы с`, which a justified cell spread. */
export function letterSpacing(gaps: readonly number[], size: number): number {
  if (gaps.length < GAPS_TO_BELIEVE) return 0;
  let narrow = 0;
  for (const gap of gaps) if (gap < LEAST_SPACING * size) narrow += 1;
  if (narrow > gaps.length / 4) return 0;
  const sorted = gaps.filter((gap) => gap < WIDEST_LETTER_GAP * size).sort((one, other) => one - other);
  return sorted.length < GAPS_TO_BELIEVE ? 0 : (sorted[sorted.length >> 2] ?? 0);
}

/** A raised mark is glued to what it follows, `8962,0³⁾`, even when a hair space was set before it. */
export function separates(gap: number, glyph: PlacedGlyph, next: PlacedGlyph, spacing: number): boolean {
  if (next.raised === 'mark' && glyph.raised === undefined) return false;
  return gap > spacing + WORD_GAP * Math.max(glyph.size, next.size);
}

/** Composed letters, ligatures resolved, without characters that have no ink. */
export function tidied(text: string): string {
  if (TIDY.test(text)) return text;
  return withDrawnHyphens(
    text
      .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
      .normalize('NFC')
      .replace(ODD_CHARACTERS, ''),
  );
}
