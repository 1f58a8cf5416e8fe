import type { Glyph } from './drawing/ink.ts';
import { sortedBy } from './drawing/letters.ts';
import { SETTINGS } from './settings.ts';

export interface PlacedGlyph extends Glyph {
  /**
   * Set off the digits that it stands beside: a mark right after larger text, one that stands by itself before it, or one
   * that is lowered. Digits that are as high as the others and clearly smaller are marks as well.
   */
  readonly raised?: 'mark' | 'start' | 'lowered';
}

/** The glyphs of one line, in no particular order, and the spaces drawn among them. */
interface Baseline {
  readonly baseline: number;
  readonly glyphs: readonly PlacedGlyph[];
  readonly blanks: readonly Glyph[];
}

/** Letters whose baselines differ by less than this, in em, stand on one line. */
const SAME_BASELINE = SETTINGS.runBaseline.value;
/** A gap of this many em or a change of size by this factor begins a new run. */
const RUN_GAP = SETTINGS.runGap.value;
const SAME_SIZE = SETTINGS.runSameSize.value;
/** A mark is at most this long and lies this far, in em of its text, above the baseline. */
const LONGEST_MARK = SETTINGS.longestMark.value;
const LOWEST_RISE = SETTINGS.lowestRise.value;
const HIGHEST_RISE = SETTINGS.highestRise.value;
const LOWEST_DROP = SETTINGS.lowestDrop.value;
const DEEPEST_DROP = SETTINGS.deepestDrop.value;
const FURTHEST = Math.max(HIGHEST_RISE, DEEPEST_DROP);
/** Digits that stand off by this much, in em, and right behind others, are no part of them even if they are as large. */
const CLEAR_RISE = SETTINGS.clearRise.value;
const RIGHT_BEHIND = SETTINGS.rightBehind.value;
/** Digits that stand off those beside them by less than a line are no part of them within this. */
const BESIDE_LINE = SETTINGS.besideLine.value;
const DIGITS = /^\p{Nd}+\)?$/u;
const DIGIT = /^[\p{Nd}.,]$/u;
/** What a mark looks like where it is as large as its text. */
const MARK = /^(?:\p{Nd}{1,2}\)|\*{1,3})$/u;
/** What one looks like that touches its text. */
const TOUCHING_MARK = /^(?:(?:\p{Nd}{1,2}|\p{L}|[*†‡§]{1,3})[,)]{0,2}){1,3}$/u;
const TOUCHING = SETTINGS.touching.value;

interface Run {
  /** Which strip it is part of. */
  readonly strip: number;
  readonly size: number;
  readonly baseline: number;
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
}

interface Host {
  readonly run: Run;
  /** Undefined for a subscript of letters. */
  readonly raised: PlacedGlyph['raised'];
}

/** Sorts glyphs into baselines from top to bottom; superscripts and subscripts join the line they belong to. */
export function runsOf(glyphs: readonly Glyph[]): Baseline[] {
  const strips = stripsOf(glyphs);
  if (isOfOneSize(glyphs) && !areCrowded(strips)) return strips.filter((strip) => strip.glyphs.length > 0);
  const runs = strips.flatMap(({ glyphs: inked }, index) => runsOfStrip(inked, index));
  const largest = runs.reduce((size, run) => Math.max(size, run.size), 0);
  const isCrowded = areCrowded(strips);
  const hosts = runs.map((run) => {
    if (run.size * SAME_SIZE > largest && !isMark(run) && !(isCrowded && mayTouch(run))) return undefined;
    return hostOf(run, runs);
  });
  if (hosts.every((host) => host === undefined)) return strips.filter((strip) => strip.glyphs.length > 0);
  const lines = strips.map(({ baseline, blanks }) => ({
    baseline,
    glyphs: [] as PlacedGlyph[],
    blanks: [...blanks],
  }));
  for (const [index, run] of runs.entries()) {
    const host = hosts[index];
    const line = lines[host?.run.strip ?? run.strip];
    if (line === undefined) continue;
    const raised = host?.raised;
    for (const glyph of run.glyphs) line.glyphs.push(raised === undefined ? glyph : { ...glyph, raised });
    if (host === undefined) continue;
    const reach = run.size / 2;
    const near = (blank: Glyph): boolean => blank.x > run.left - reach && blank.x < run.right + reach;
    line.blanks.push(...(strips[run.strip]?.blanks.filter(near) ?? []));
  }
  return lines.filter((line) => line.glyphs.length > 0);
}

/** Most cells have no superscript; then there is nothing to look for. */
function isOfOneSize(glyphs: readonly Glyph[]): boolean {
  const first = glyphs[0]?.size ?? 0;
  return glyphs.every(({ size }) => size < first * SAME_SIZE && first < size * SAME_SIZE);
}

/** Lines of a text never stand as near as a mark of the same size does to its text. */
function areCrowded(strips: readonly Strip[]): boolean {
  return strips.some(({ baseline, glyphs }, index) => {
    const above = strips[index - 1];
    return above !== undefined && baseline - above.baseline < HIGHEST_RISE * (glyphs[0]?.size ?? 0);
  });
}

function isMark({ glyphs }: Run): boolean {
  return glyphs.length <= LONGEST_MARK && MARK.test(glyphs.map(({ text }) => text).join(''));
}

function isNumber({ glyphs }: Run): boolean {
  return glyphs.length <= LONGEST_MARK && DIGITS.test(glyphs.map(({ text }) => text).join(''));
}

function mayTouch(run: Run): boolean {
  const text = run.glyphs.map((glyph) => glyph.text).join('');
  return isNumber(run) || (run.glyphs.length <= LONGEST_MARK && TOUCHING_MARK.test(text));
}

interface Strip {
  readonly baseline: number;
  readonly glyphs: Glyph[];
  readonly blanks: Glyph[];
}

function stripsOf(glyphs: readonly Glyph[]): Strip[] {
  const strips: Strip[] = [];
  let strip: Strip | undefined;
  for (const glyph of sortedBy(glyphs, 'y')) {
    if (strip === undefined || glyph.y - strip.baseline > SAME_BASELINE * glyph.size) {
      strip = { baseline: glyph.y, glyphs: [], blanks: [] };
      strips.push(strip);
    }
    (glyph.blank ? strip.blanks : strip.glyphs).push(glyph);
  }
  return strips;
}

function runsOfStrip(glyphs: readonly Glyph[], strip: number): Run[] {
  const sorted = sortedBy(glyphs, 'x');
  const runs: Run[] = [];
  let from = 0;
  let right = -Infinity;
  for (let index = 0; index < sorted.length; index += 1) {
    const glyph = sorted[index];
    const next = sorted[index + 1];
    const first = sorted[from];
    if (glyph === undefined || first === undefined) break;
    right = Math.max(right, glyph.x + glyph.width);
    const ratio = next === undefined ? 1 : next.size / glyph.size;
    const goesOn = next !== undefined && next.x - right <= RUN_GAP * next.size;
    if (goesOn && ratio < SAME_SIZE && ratio > 1 / SAME_SIZE) continue;
    const { size, y: baseline, x: left } = first;
    runs.push({ strip, size, baseline, glyphs: sorted.slice(from, index + 1), left, right });
    from = index + 1;
    right = -Infinity;
  }
  return runs;
}

/** The larger text that a small run stands beside, above its baseline (a mark) or below it (an index). */
function hostOf(run: Run, runs: readonly Run[]): Host | undefined {
  if (run.glyphs.length > LONGEST_MARK) return undefined;
  let best: Host | undefined;
  let nearest = Infinity;
  const canBeAsLarge = isMark(run);
  for (const other of runs) {
    if (other === run) continue;
    // Marks and indices stand near their text; most other runs of a page do not.
    if (Math.abs((other.baseline - run.baseline) / other.size) >= FURTHEST) continue;
    const beside = besideNumber(run, other);
    if (beside !== undefined) return { run: other, raised: beside };
    if (touchesRaised(run, other)) return { run: other, raised: 'mark' };
    const isLarger = other.size >= run.size * SAME_SIZE;
    if (!isLarger && !(canBeAsLarge && other.size * SAME_SIZE > run.size && !isMark(other))) continue;
    const rise = (other.baseline - run.baseline) / other.size;
    const above = rise > LOWEST_RISE && rise < HIGHEST_RISE;
    if (!above && !(isLarger && rise < -LOWEST_DROP && rise > -DEEPEST_DROP)) continue;
    const { before, after } = gapsAround(run, other);
    const follows = before > -0.35 && before < 0.5;
    const distance = follows ? Math.abs(before) : after > -0.2 && after < 1.2 ? 1 + after : Infinity;
    if (distance < nearest) {
      nearest = distance;
      best = { run: other, raised: above ? (follows ? 'mark' : 'start') : undefined };
    }
  }
  return best;
}

/** Whether a run that looks like a mark is raised right behind text that is as large, as no other text ever stands. */
function touchesRaised(run: Run, other: Run): boolean {
  const isSame = other.size < run.size * SAME_SIZE && run.size < other.size * SAME_SIZE;
  const rise = (other.baseline - run.baseline) / other.size;
  if (!isSame || rise <= CLEAR_RISE || rise >= HIGHEST_RISE || !mayTouch(run)) return false;
  // Of two numbers, the mark is the shorter.
  if (isNumber(run) && run.glyphs.length >= other.glyphs.length) return false;
  const gap = (run.left - other.right) / other.size;
  return gap > -TOUCHING && gap < TOUCHING;
}

/** How digits stand off other digits that they touch: raised, lowered, or clearly smaller. */
function besideNumber(run: Run, other: Run): PlacedGlyph['raised'] {
  const rise = (other.baseline - run.baseline) / other.size;
  const isSmaller = other.size >= run.size * SAME_SIZE;
  const isSame = other.size < run.size * SAME_SIZE && run.size < other.size * SAME_SIZE;
  const isOff = Math.abs(rise) > CLEAR_RISE;
  if (!isSmaller && !(isSame && isOff)) return undefined;
  if (Math.abs(rise) >= HIGHEST_RISE || !isNumber(run)) return undefined;
  // Of two that are as large, the mark is the shorter, or what looks like one.
  if (isSame && (isMark(other) || run.glyphs.length > other.glyphs.length)) return undefined;
  const { before, after } = gapsAround(run, other);
  const reach = isSame ? BESIDE_LINE : RIGHT_BEHIND;
  const touches = (gap: number): boolean => gap > -RIGHT_BEHIND && gap < reach;
  if (touches(before) && DIGIT.test(neighbourOf(run, other, 'before')))
    return rise < -LOWEST_DROP ? 'lowered' : 'mark';
  if (isSame && run.glyphs.length === other.glyphs.length) return undefined;
  return touches(after) && DIGIT.test(neighbourOf(run, other, 'after')) ? 'start' : undefined;
}

/** The letter of a text that stands right before a mark, or right after it. */
function neighbourOf(mark: Run, text: Run, side: 'before' | 'after'): string {
  const middle = (mark.left + mark.right) / 2;
  const own = text.glyphs.filter(({ x, width }) => x + width / 2 < middle === (side === 'before'));
  return (side === 'before' ? own.at(-1) : own[0])?.text ?? '';
}

/** Gaps, in em of the text, between a mark and the nearest letters of the text on its left and on its right. */
function gapsAround(mark: Run, text: Run): { before: number; after: number } {
  const middle = (mark.left + mark.right) / 2;
  let before = Infinity;
  let after = Infinity;
  for (const { x, width } of text.glyphs) {
    if (x + width / 2 < middle) before = Math.min(before, (mark.left - x - width) / text.size);
    else after = Math.min(after, (x - mark.right) / text.size);
  }
  return { before, after };
}
