import type { PrintedLine } from './lines.ts';
import {
  countsOf,
  LARGEST_INDENT,
  LEAST_INDENT,
  linesOf,
  type Margins,
  marginsOfPage,
  NEARLY,
  type PageBlocks,
  SHARE_OF_A_MARGIN,
  usualMargins,
} from './margins.ts';
import { median } from './measures.ts';
import { SETTINGS } from './settings.ts';

const LINES_OF_AN_INDENT = 3;
/** A paragraph that is not set in stands off by this much more than the distance of the lines within one. */
const EXTRA_LEADING = 1.25;
/** Or by the least of these by which most that do stand below a line that ends early. */
const SOME_LEADING = [1.05, 1.1, 1.15, 1.2];
/** Width of a space between words, in em. */
const SPACE = 0.3;

/** What the whole document says about its paragraphs. */
interface Habits {
  readonly margins: Margins;
  /** How far the longest line reaches: tables may reach further. */
  readonly edge: number;
  /** How far first lines are usually set in, in em; undefined where they are not. */
  readonly indent: number | undefined;
  /** The indents that many lines share, in steps of what is no distance: who centres lines sets each in otherwise. */
  readonly shared: ReadonlySet<number>;
  /** Whether most paragraphs are kept apart by space and not set in. */
  readonly isSpaced: boolean;
  /** The usual distance of two lines, in em. */
  readonly pitch: number;
  /** By how many times that a paragraph stands off from the one above. */
  readonly leading: number;
  /** The em of most of its lines: what is larger is a heading. */
  readonly size: number;
}

/**
 * The lines that begin a paragraph: set in from the left margin, or, where paragraphs are kept apart by space
 * instead, first after it, and any below a heading in larger letters. Centred lines and lines in the right half of the page begin none.
 */
export function paragraphStarts(pages: readonly PageBlocks[]): Set<PrintedLine> {
  const starts = new Set<PrintedLine>();
  const all = pages.map(linesOf);
  const margins = usualMargins(pages);
  if (margins === undefined) return starts;
  const own = pages.map((page) => marginsOfPage(page, margins));
  const indents = all.flatMap((lines, index) =>
    lines.map((line) => indentOf(line, line.column ?? own[index] ?? margins)),
  );
  const pitch = pitchOf(pages, margins.right);
  const size = usualSize(all.flat());
  const leading = leadingOf(pages, own, pitch);
  const apart = pages.flatMap((page, index) =>
    standingApart(page, own[index] ?? margins, leading * pitch).map(({ line }) => line),
  );
  const counts = countsOf(indents);
  const indent = usualIndent(counts, apart.length);
  const often = Math.max(LINES_OF_AN_INDENT, SHARE_OF_A_MARGIN * indents.length);
  const shared = new Set([...counts].flatMap(([step, count]) => (count >= often ? [step] : [])));
  const isSpaced = indent === undefined && apart.length >= LINES_OF_AN_INDENT;
  const edge = all.flat().reduce((furthest, { box }) => Math.max(furthest, box.right), -Infinity);
  const habits = { edge, indent, shared, isSpaced, pitch, leading, size };
  let last: PrintedLine | undefined;
  let item: PrintedLine | undefined;
  for (const [index, { blocks }] of pages.entries()) {
    let previous: PrintedLine | undefined;
    for (const block of blocks) {
      const line = block.kind === 'line' ? block.line : undefined;
      const here = { ...habits, margins: line?.column ?? own[index] ?? margins };
      if (isAbove(line, previous)) previous = undefined;
      if (line !== undefined && begins(line, { previous, last, item }, here)) {
        starts.add(line);
        item = line;
      } else if (line === undefined || item === undefined || !hangs(line, item)) item = undefined;
      previous = line;
      last = line;
    }
  }
  return starts;
}

function indentOf({ box, size }: PrintedLine, margins: Margins): number {
  return (box.left - margins.left) / size;
}

/** A line and the one above it. */
interface Below {
  readonly line: PrintedLine;
  readonly above: PrintedLine;
}

/** Lines at the left margin that stand off from the one above by more than a distance in em. */
function standingApart({ blocks }: PageBlocks, margins: Margins, distance: number): Below[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    if (block.kind !== 'line' || before?.kind !== 'line') return [];
    const { line } = block;
    return Math.abs(indentOf(line, line.column ?? margins)) < NEARLY && isApart(line, before.line, distance)
      ? [{ line, above: before.line }]
      : [];
  });
}

/**
 * By how many times the distance of two lines paragraphs stand off from each other. Where they do by little, the line
 * above is the last of a paragraph and mostly short; what rounded places, a raised mark or a larger letter make of a
 * distance stands below full lines.
 */
function leadingOf(pages: readonly PageBlocks[], own: readonly Margins[], pitch: number): number {
  const isTold = (leading: number): boolean => {
    const below = pages.flatMap((page, index) => {
      const margins = own[index];
      return margins === undefined
        ? []
        : standingApart(page, margins, leading * pitch)
            .filter(({ line, above }) => !isApart(line, above, EXTRA_LEADING * pitch))
            .map(({ line, above }) => isShort(above, line, (line.column ?? margins).right));
    });
    const short = below.filter((isBelowShort) => isBelowShort).length;
    return short >= LINES_OF_AN_INDENT && short >= SETTINGS.belowShort.value * below.length;
  };
  return SOME_LEADING.find(isTold) ?? EXTRA_LEADING;
}

/** Whether a line stands above the one before it, as the first of the next column does. */
function isAbove(line: PrintedLine | undefined, previous: PrintedLine | undefined): boolean {
  if (line?.column === undefined || previous === undefined) return false;
  return line.baseline < previous.baseline - line.size;
}

function isApart(line: PrintedLine, above: PrintedLine, distance: number): boolean {
  return (line.baseline - above.baseline) / line.size > distance;
}

/** How far most first lines are usually set in; where more paragraphs are kept apart by space, what is set in is a list. */
function usualIndent(counts: ReadonlyMap<number, number>, apart: number): number | undefined {
  const [common] = [...counts].sort((one, other) => other[1] - one[1]);
  return common === undefined || common[1] < Math.max(LINES_OF_AN_INDENT, apart)
    ? undefined
    : common[0] * NEARLY;
}

/**
 * The usual distance of two lines of a paragraph, in em: of those below full ones, where there are any, since paragraphs
 * of two lines stand apart as often as lines do not.
 */
function pitchOf(pages: readonly PageBlocks[], right: number): number {
  const pitches: number[] = [];
  const ofFull: number[] = [];
  for (const { blocks } of pages) {
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1];
      if (block.kind !== 'line' || next?.kind !== 'line') continue;
      const pitch = (next.line.baseline - block.line.baseline) / next.line.size;
      if (pitch <= 0.8 || pitch >= 3) continue;
      pitches.push(pitch);
      if ((block.line.column?.right ?? right) - block.line.box.right < block.line.size) ofFull.push(pitch);
    }
  }
  return median(ofFull.length >= LINES_OF_AN_INDENT ? ofFull : pitches) || Infinity;
}

function usualSize(lines: readonly PrintedLine[]): number {
  return median(lines.flatMap(({ size, tokens }) => tokens.map(() => size)));
}

/** What stands before a line; nothing behind a table. */
interface Before {
  /** The line above on the same page, and the one before wherever it stands. */
  readonly previous: PrintedLine | undefined;
  readonly last: PrintedLine | undefined;
  /** The line that began what all lines since hang below. */
  readonly item: PrintedLine | undefined;
}

function begins(
  line: PrintedLine,
  { previous, last, item }: Before,
  { margins, edge, indent: usual, shared, isSpaced, pitch, leading, size }: Habits,
): boolean {
  const right = Math.min(margins.right, edge);
  const indent = indentOf(line, margins);
  const rest = (margins.right - line.box.right) / line.size;
  if (indent > LARGEST_INDENT || indent < -NEARLY) return false;
  if (indent < LEAST_INDENT) {
    if (line.size > size + SETTINGS.sameSize.value) return false;
    if (previous !== undefined && previous.size > size + SETTINGS.sameSize.value) return true;
    if (previous === undefined)
      return usual === undefined && last !== undefined && isShort(last, line, right);
    const isFull = ((previous.column?.right ?? margins.right) - previous.box.right) / previous.size <= 1;
    return isApart(line, previous, leading * pitch) && (isSpaced || !isFull);
  }
  const isUsual =
    (usual !== undefined && Math.abs(indent - usual) < NEARLY) || shared.has(Math.round(indent / NEARLY));
  if (!isUsual && (isCentred(indent, rest) || isCentred(indent - (usual ?? 0), rest))) return false;
  return item === undefined || last === undefined || !hangs(line, item) || isShort(last, line, right);
}

/** Would the next line's first word have stood in it, had the text gone on? */
function isShort({ box, size }: PrintedLine, { tokens: [next] }: PrintedLine, right: number): boolean {
  return next !== undefined && right - box.right > next.box.right - next.box.left + SPACE * size;
}

/** Set in on both sides alike; a centred first line may have been set in besides. */
function isCentred(indent: number, rest: number): boolean {
  return Math.abs(indent - rest) < 2 * NEARLY;
}

/** Whether a line is set in as far as some words of an item behind its mark: `–  text` / `   more text`. */
function hangs(line: PrintedLine, { box, size, tokens }: PrintedLine): boolean {
  if ((line.box.left - box.left) / size <= NEARLY) return false;
  return tokens.some((token) => Math.abs(token.box.left - line.box.left) < line.size * NEARLY);
}
