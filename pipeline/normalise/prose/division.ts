import type { Outline } from '../../document/outline.ts';
import { type Finding, fault, SourceFault } from '../../finding.ts';
import { type Heading, type HeadingFinder, headingFinder } from './headings.ts';
import { beginnings, closedBy, isItem, numberOf } from './line-starts.ts';
import type { Habits, ProseLine } from './lines.ts';
import { placeHeading, type Standing, unusedHeadings } from './placing.ts';

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
  standing: Standing;
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
  file: string,
  lines: readonly ProseLine[],
  habits: Habits,
  outline: Outline,
): Division {
  const finder = headingFinder(outline);
  const first = lines.findIndex((_, index) => finder.at(lines, index)?.id === outline.parts[0]?.id);
  if (first < 0) throw fault(finding(file, undefined, `the heading "${outline.parts[0]?.title}"`, 'none'));
  const begins = beginnings(lines, habits);
  const walk: Walk = {
    headings: [],
    paragraphs: [],
    findings: [],
    standing: { path: [], used: [] },
    expected: 1,
  };
  for (let index = first; index < lines.length; ) {
    const heading = begins(index) || !habits.indents ? finder.at(lines, index) : undefined;
    const starts = heading !== undefined || startsParagraph(lines, index, walk, begins);
    if (starts) walk.findings.push(...undeclaredHeading(file, walk, finder));
    if (heading !== undefined) takeHeading(file, outline, walk, heading);
    else if (starts) takeNumber(file, walk, lines, index, begins);
    else takeLine(file, walk, lines[index], begins(index), habits);
    index += heading?.lines.length ?? 1;
  }
  walk.findings.push(...atTheEnd(file, outline, walk, lines.at(-1)));
  if (walk.findings.length > 0) throw new SourceFault(walk.findings);
  return {
    decree: decreeBlocks(lines.slice(0, first)),
    headings: walk.headings,
    paragraphs: walk.paragraphs,
  };
}

function takeHeading(file: string, outline: Outline, walk: Walk, heading: Heading): void {
  const { standing, problem } = placeHeading(outline, walk.standing, heading);
  const [line] = heading.lines;
  if (problem !== undefined) walk.findings.push(finding(file, line, problem, `"${line?.text}"`));
  walk.standing = standing;
  walk.headings.push({ heading, above: standing.path.slice(0, -1) });
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
  file: string,
  walk: Walk,
  lines: readonly ProseLine[],
  index: number,
  begins: (index: number) => boolean,
): void {
  const line = lines[index];
  const printed = numberOf(line);
  if (line === undefined || printed === undefined) return;
  const { expected, standing } = walk;
  const misprinted = printed !== expected && nextNumber(lines, index, begins) === expected + 1;
  const repeated = printed < expected && !misprinted;
  if (printed !== expected) {
    const missing = printed > expected + 1 && !misprinted;
    const wanted = missing ? `paragraphs ${expected} to ${printed - 1}` : `paragraph ${expected}`;
    const found = repeated ? `paragraph ${printed} once more` : `the number ${printed}`;
    walk.findings.push({ ...finding(file, line, wanted, found), kind: 'key' });
  }
  walk.paragraphs.push({
    number: misprinted ? expected : printed,
    section: standing.path.at(-1)?.id ?? '',
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
  const behind = lines.findIndex(
    (line, next) => next > index && begins(next) && numberOf(line) !== undefined,
  );
  return numberOf(lines[behind]);
}

function takeLine(
  file: string,
  { paragraphs, findings }: Walk,
  line: ProseLine | undefined,
  begins: boolean,
  { indents }: Habits,
): void {
  if (line === undefined) return;
  const blocks = paragraphs.at(-1)?.blocks;
  if (blocks === undefined) findings.push(finding(file, line, 'paragraph 1', `"${line.text}"`));
  else if (begins && (indents || isItem(line))) blocks.push([line]);
  else blocks.at(-1)?.push(line);
}

/** A block without a number, an item's marker and closing punctuation, before a paragraph or a heading. */
function undeclaredHeading(
  file: string,
  { paragraphs, headings, standing }: Walk,
  { declared }: HeadingFinder,
): readonly Finding[] {
  const blocks = paragraphs.at(-1)?.blocks ?? [];
  const block = blocks.at(-1) ?? [];
  const [line] = block;
  if (blocks.length < 2 || line === undefined || isItem(line) || closedBy(block.at(-1))) return [];
  if ((headings.at(-1)?.heading.lines[0]?.number ?? 0) > line.number) return [];
  const next = declared.find(({ id }) => !standing.used.some((used) => used.id === id));
  const wanted =
    next === undefined ? 'no further heading' : `a heading that is declared, such as "${next.title}"`;
  return [finding(file, line, wanted, `"${block.map(({ text }) => text).join(' ')}"`)];
}

/** Paragraphs and headings that are declared and were not found; a heading that is misspelt was reported already. */
function atTheEnd(
  file: string,
  outline: Outline,
  { expected, standing, findings }: Walk,
  last: ProseLine | undefined,
): readonly Finding[] {
  const count = expected - 1;
  const wrongCount: readonly Finding[] =
    count === outline.paragraphs
      ? []
      : [{ ...finding(file, last, `${outline.paragraphs} paragraphs`, String(count)), kind: 'key' }];
  if (findings.some(({ kind }) => kind === 'anchor')) return wrongCount;
  const unused = unusedHeadings(outline, standing).map((wanted) => finding(file, undefined, wanted, 'none'));
  return [...wrongCount, ...unused];
}

function finding(file: string, line: ProseLine | undefined, expected: string, found: string): Finding {
  const place = line === undefined ? { file } : { file, line: line.number };
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
