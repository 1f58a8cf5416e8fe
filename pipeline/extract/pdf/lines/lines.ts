import type { Span } from '../../../page/place.ts';
import { withDrawnHyphens } from '../../soft-hyphens.ts';
import type { Remark } from '../../text-layer.ts';
import type { Glyph } from '../drawing/ink.ts';
import { inReadingOrder, sortedBy } from '../drawing/letters.ts';
import type { Phrase } from './phrase.ts';
import { type PlacedGlyph, runsOf } from './runs.ts';

/** A word and the stretch of the line it covers. */
export interface Word extends Phrase {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** How far its fonts reach, its superscripts with them: what a browser makes the height of a line of. */
  readonly top: number;
  readonly bottom: number;
  /**
   * Whether one drawn space, and no more, parts it from the word before, or one that was drawn out in one go with both:
   * however wide that is, it is no gap of columns.
   */
  readonly followsSpace: boolean;
}

/** Words on one baseline, from left to right. */
export interface TextLine {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The em of most of its letters. */
  readonly size: number;
  /** Extra distance between its letters, 0 but for text that was spread. */
  readonly spacing: number;
  /** By how much a superscript stands out above the letters. */
  readonly overhang: number;
}

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
/** Height of a line above its baseline, in em, as fonts for running text have it. */
const ASCENT = 0.9;
const NONE: readonly never[] = [];
/** Letters and digits that need no tidying, as most do. */
const PLAIN = /^[\x20-\x7e\u0400-\u04ff\u2010-\u2027]*$/;
const LIGATURES = /[\ufb00-\ufb06]/g;
const ODD_CHARACTERS = /[\p{Cc}\u200b-\u200d\u2060\ufeff]/gu;

/** Puts glyphs, in whatever order they were drawn, into lines from top to bottom and cuts these into words. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const lines: TextLine[] = [];
  if (glyphs.length === 0) return lines;
  for (const { baseline, glyphs: drawn, blanks } of runsOf(glyphs)) {
    const placed = inReadingOrder(drawn);
    const size = commonSize(placed);
    const gaps = gapsOf(placed, sortedBy(blanks, 'x'));
    const spacing = letterSpacing(gaps.widths, size);
    const words = wordsOf(placed, gaps, spacing, baseline);
    const first = words[0];
    if (first === undefined) continue;
    const right = words.reduce((most, word) => Math.max(most, word.right), first.right);
    lines.push({
      words,
      left: first.left,
      right,
      baseline,
      size,
      spacing,
      overhang: overhangOf(placed, baseline, size),
    });
  }
  return lines;
}

export function commonSize(glyphs: readonly PlacedGlyph[]): number {
  const size = glyphs[0]?.size ?? 0;
  if (glyphs.every((glyph) => glyph.size === size)) return size;
  const counts = new Map<number, number>();
  for (const { size: own, raised } of glyphs)
    if (raised === undefined) counts.set(own, (counts.get(own) ?? 0) + 1);
  const [common] = [...counts].sort((one, other) => other[1] - one[1]);
  return common?.[0] ?? size;
}

/** A superscript stands out by its rise and its own height less the height of the letters. */
function overhangOf(glyphs: readonly PlacedGlyph[], baseline: number, size: number): number {
  let overhang = 0;
  for (const { raised, y, size: own } of glyphs) {
    if (raised !== undefined) overhang = Math.max(overhang, baseline - y - ASCENT * (size - own));
  }
  return overhang;
}

function wordsOf(
  glyphs: readonly PlacedGlyph[],
  { widths, filled }: Gaps,
  spacing: number,
  baseline: number,
): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    const next = glyphs[index + 1];
    if (glyph !== undefined && next !== undefined && !separates(widths[index] ?? 0, glyph, next, spacing))
      continue;
    const word = wordOf(glyphs, from, index + 1, baseline, filled[from - 1] ?? false);
    if (word !== undefined) words.push(word);
    from = index + 1;
  }
  return words;
}

/** The gaps after each glyph but the last. */
export interface Gaps {
  /** How wide they are; infinite where a space was drawn. */
  readonly widths: readonly number[];
  /** Whether it is one drawn space and no wider, or one that justified text widened. */
  readonly filled: readonly boolean[];
}

export function gapsOf(glyphs: readonly Glyph[], blanks: readonly Glyph[]): Gaps {
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

function wordOf(
  glyphs: readonly PlacedGlyph[],
  from: number,
  to: number,
  baseline: number,
  followsSpace: boolean,
): Word | undefined {
  let text = '';
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  let raised: readonly Span[] = NONE;
  let remarks: readonly Remark[] = NONE;
  let last: PlacedGlyph | undefined;
  let index = from;
  while (index < to) {
    const flag = glyphs[index]?.raised;
    const remark = glyphs[index]?.remark;
    let part = '';
    for (; index < to; index += 1) {
      const glyph = glyphs[index];
      if (glyph === undefined || glyph.raised !== flag || glyph.remark !== remark) break;
      part += glyph.text;
      right = Math.max(right, glyph.x + glyph.width);
      if (glyph.font === last?.font && glyph.y === last.y && glyph.size === last.size) continue;
      last = glyph;
      top = Math.min(top, glyph.y - glyph.font.ascent * glyph.size);
      bottom = Math.max(bottom, glyph.y + glyph.font.descent * glyph.size);
    }
    if (!PLAIN.test(part)) part = tidied(part);
    if (flag !== undefined && part !== '')
      raised = [...raised, { start: text.length, end: text.length + part.length }];
    if (remark !== undefined)
      remarks = [...remarks, { ...remark, start: text.length, end: text.length + part.length }];
    text += part;
  }
  const left = glyphs[from]?.x;
  if (text === '' || left === undefined) return undefined;
  return { text, raised, remarks, left, right, baseline, top, bottom, followsSpace };
}

/** Composed letters, ligatures resolved, without characters that have no ink. */
export function tidied(text: string): string {
  return withDrawnHyphens(
    text
      .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
      .normalize('NFC')
      .replace(ODD_CHARACTERS, ''),
  );
}
