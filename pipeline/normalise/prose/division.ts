import { placeIn, type TextLayer } from '../../extract/text-layer.ts';
import { type Finding, fault, SourceFault } from '../../page/finding.ts';
import type { Outline } from '../../template/outline.ts';
import { type Heading, type HeadingFinder, headingFinder } from './headings.ts';
import { beginnings, closedBy, endsSentence, isItem, numberOf } from './line-starts.ts';
import type { Habits, ProseLine } from './lines.ts';
import { misplacedHeadings, placeHeading } from './placing.ts';

/** Lines that belong together: a paragraph, a list item, a paragraph without a number. */
export type BlockLines = readonly ProseLine[];

/** A numbered paragraph in its lines; the first block begins with the number. */
export interface NumberedLines {
  readonly number: number;
  readonly section: string;
  readonly blocks: readonly BlockLines[];
}

/** A heading with those that it stands under, the nearest last. */
export interface PlacedHeading {
  readonly heading: Heading;
  readonly above: readonly Heading[];
}

/** The lines before the annexes, each given to what it is part of. */
export interface Division {
  readonly decree: readonly BlockLines[];
  readonly headings: readonly PlacedHeading[];
  readonly paragraphs: readonly NumberedLines[];
}

/** What has been read so far. */
interface Walk {
  readonly headings: PlacedHeading[];
  readonly paragraphs: { number: number; section: string; blocks: ProseLine[][] }[];
  readonly findings: Finding[];
  /** The headings that hold now, from the part down. */
  path: readonly Heading[];
  /** The number of the next paragraph. */
  expected: number;
}

/**
 * Divides the lines into decree, headings and numbered paragraphs.
 *
 * A paragraph begins with the next number at a line's start; another number where a paragraph begins, a heading
 * that is not declared or stands where it cannot stand, and one that is declared and not printed are findings.
 */
export function divide(
  layer: TextLayer,
  lines: readonly ProseLine[],
  habits: Habits,
  outline: Outline,
): Division {
  const headingAt = headingFinder(outline);
  const first = lines.findIndex((_, index) => headingAt(lines, index)?.id === outline.parts[0]?.id);
  if (first < 0) throw fault(finding(layer, undefined, `the heading "${outline.parts[0]?.title}"`, 'none'));
  const begins = beginnings(lines, habits);
  const walk: Walk = {
    headings: [],
    paragraphs: [],
    findings: [],
    path: [],
    expected: 1,
  };
  const headingsSetIn = !habits.indents || begins(first);
  let behindHeading = first;
  for (let index = first; index < lines.length; ) {
    // The first line of a page may lack the space by which its typesetting tells paragraphs apart.
    const canBegin = begins(index) || !habits.indents || isFirstOfPage(lines, index);
    const isBehindAnEnd = index === behindHeading || isAtEnd(lines[index - 1]);
    const found = canBegin || isBehindAnEnd ? headingAt(lines, index) : undefined;
    const isNext = (at: number): boolean => begins(at) || numberOf(lines[at]) === walk.expected;
    const heading = canBegin || isEnded(lines, index, found, headingAt, isNext) ? found : undefined;
    const starts = heading !== undefined || startsParagraph(lines, index, walk, begins);
    if (starts) walk.findings.push(...undeclaredHeading(layer, walk, headingsSetIn));
    if (heading !== undefined) takeHeading(walk, heading);
    else if (starts) takeNumber(layer, walk, lines, index, begins);
    else takeLine(layer, walk, lines[index], begins(index), habits);
    index += heading?.lines.length ?? 1;
    if (heading !== undefined) behindHeading = index;
  }
  walk.findings.push(...undeclaredHeading(layer, walk, headingsSetIn));
  walk.findings.push(...atTheEnd(layer, outline, walk, lines.at(-1)));
  if (walk.findings.length > 0) throw new SourceFault(walk.findings);
  return {
    decree: decreeBlocks(lines.slice(0, first)),
    headings: walk.headings,
    paragraphs: walk.paragraphs,
  };
}

/** Whether text ends with a line, in its order or before words that were moved. */
function isAtEnd(line: ProseLine | undefined): boolean {
  return closedBy(line) || (line !== undefined && endsSentence(line));
}

/**
 * Whether something begins behind a heading, or another heading that is so ended. Word processors set paragraphs in and
 * headings not: such a one stands between a line that ends as text ends, or a heading, and a line where something begins.
 */
function isEnded(
  lines: readonly ProseLine[],
  index: number,
  heading: Heading | undefined,
  headingAt: HeadingFinder,
  isNext: (index: number) => boolean,
): boolean {
  if (heading === undefined) return false;
  const next = index + heading.lines.length;
  return (
    next >= lines.length || isNext(next) || isEnded(lines, next, headingAt(lines, next), headingAt, isNext)
  );
}

function isFirstOfPage(lines: readonly ProseLine[], index: number): boolean {
  return lines[index]?.page !== lines[index - 1]?.page;
}

function takeHeading(walk: Walk, heading: Heading): void {
  walk.path = placeHeading(walk.path, heading);
  walk.headings.push({ heading, above: walk.path.slice(0, -1) });
}

/** The next number starts a paragraph at any line's start; another only where a paragraph can begin. */
function startsParagraph(
  lines: readonly ProseLine[],
  index: number,
  { expected }: Walk,
  begins: (index: number) => boolean,
): boolean {
  const number = numberOf(lines[index]);
  return number !== undefined && (number === expected || begins(index));
}

function takeNumber(
  layer: TextLayer,
  walk: Walk,
  lines: readonly ProseLine[],
  index: number,
  begins: (index: number) => boolean,
): void {
  const line = lines[index];
  const printed = numberOf(line);
  if (line === undefined || printed === undefined) return;
  const { expected, path } = walk;
  const misprinted = printed !== expected && nextNumber(lines, index, begins) === expected + 1;
  const repeated = printed < expected && !misprinted;
  if (printed !== expected) {
    const missing = printed > expected + 1 && !misprinted;
    const wanted = missing ? `paragraphs ${expected} to ${printed - 1}` : `paragraph ${expected}`;
    const found = repeated ? `paragraph ${printed} once more` : `the number ${printed}`;
    walk.findings.push({ ...finding(layer, line, wanted, found), kind: 'key' });
  }
  walk.paragraphs.push({
    number: misprinted ? expected : printed,
    section: path.at(-1)?.id ?? '',
    blocks: [[line]],
  });
  walk.expected = repeated ? expected : misprinted ? expected + 1 : printed + 1;
}

/** The number of the next paragraph behind a line. */
function nextNumber(
  lines: readonly ProseLine[],
  index: number,
  begins: (index: number) => boolean,
): number | undefined {
  for (let next = index + 1; next < lines.length; next += 1) {
    const number = begins(next) ? numberOf(lines[next]) : undefined;
    if (number !== undefined) return number;
  }
  return undefined;
}

function takeLine(
  layer: TextLayer,
  { paragraphs, findings }: Walk,
  line: ProseLine | undefined,
  begins: boolean,
  { indents }: Habits,
): void {
  if (line === undefined) return;
  const blocks = paragraphs.at(-1)?.blocks;
  if (blocks === undefined) findings.push(finding(layer, line, 'paragraph 1', `"${line.text}"`));
  else if (begins && (indents || isItem(line))) blocks.push([line]);
  else blocks.at(-1)?.push(line);
}

/**
 * A block without a number, an item's marker and closing punctuation, before a paragraph or a heading. Where headings are
 * not set in, one that nobody declared may be no block: it is what follows the last end of a sentence in the block before.
 */
function undeclaredHeading(
  layer: TextLayer,
  { paragraphs, headings }: Walk,
  headingsSetIn: boolean,
): readonly Finding[] {
  const blocks = paragraphs.at(-1)?.blocks ?? [];
  const last = blocks.at(-1) ?? [];
  const behind = headingsSetIn ? [] : last.slice(last.findLastIndex(endsSentence) + 1);
  const isBehind = behind.length > 0 && behind.length < last.length;
  const block = isBehind ? behind : last;
  const [line] = block;
  if ((!isBehind && blocks.length < 2) || line === undefined || isItem(line) || closedBy(block.at(-1)))
    return [];
  if ((headings.at(-1)?.heading.lines[0]?.number ?? 0) > line.number) return [];
  const printed = block.map(({ text }) => text).join(' ');
  return [finding(layer, line, 'a heading as outline.yaml declares it', `"${printed}"`)];
}

/** What only the whole text shows: its headings held against the outline, and how many paragraphs there are. */
function atTheEnd(
  layer: TextLayer,
  outline: Outline,
  walk: Walk,
  last: ProseLine | undefined,
): readonly Finding[] {
  const { expected, headings, findings } = walk;
  const count = expected - 1;
  const wrongCount: readonly Finding[] =
    count === outline.paragraphs
      ? []
      : [{ ...finding(layer, last, `${outline.paragraphs} paragraphs`, String(count)), kind: 'key' }];
  // A heading that is misspelt was reported where it stands; that it is missing besides says nothing new.
  const misspelt = findings.some(({ kind }) => kind === 'anchor');
  const misplaced = misplacedHeadings(outline, headings)
    .filter(({ missing }) => !missing || !misspelt)
    .map(({ heading, expected: wanted }) => {
      const line = heading?.lines[0];
      return finding(layer, line, wanted, line === undefined ? 'none' : `"${line.text}"`);
    });
  return [...wrongCount, ...misplaced];
}

function finding(layer: TextLayer, line: ProseLine | undefined, expected: string, found: string): Finding {
  const place = line === undefined ? { file: layer.file } : placeIn(layer, line.start);
  return { kind: 'anchor', place, expected, found, action: 'compare with the printed page and outline.yaml' };
}

/** The decree has no outline: a block begins at an indent and behind empty lines, but not at a displaced link. */
function decreeBlocks(lines: readonly ProseLine[]): readonly BlockLines[] {
  const blocks: ProseLine[][] = [];
  for (const line of lines) {
    const apart = line.emptyBefore > 1 || (line.emptyBefore === 1 && !line.leadingSpace);
    if (blocks.length === 0 || line.indented || apart) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}
