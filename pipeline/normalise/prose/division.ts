import type { Outline } from '../../document/outline.ts';
import { type Finding, type FindingKind, fault, SourceFault } from '../../finding.ts';
import { type Heading, headingFinder } from './headings.ts';
import { habitsOf, type ProseLine } from './lines.ts';
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

const NUMBER = /^(\d{1,4})\.(?=\s|$)/;
const MARKER = /^(?:\d{1,2}\)|[-–—•]\s)/;
/** What a paragraph, an item or a line before a list ends with; a heading ends with none of these. */
const CLOSED = /[.,;:!?)"»–-]$/;
const HARD_END = /[.;:]$/;

/**
 * Divides the lines into decree, headings and numbered paragraphs.
 *
 * A paragraph begins with the next number at a line's start; another number where a paragraph begins, a heading
 * that is not declared or stands where it cannot stand, and one that is declared and not printed are findings.
 */
export function divide(file: string, lines: readonly ProseLine[], outline: Outline): Division {
  const finder = headingFinder(outline);
  const { indents } = habitsOf(lines);
  const begins = (index: number): boolean => {
    const line = lines[index];
    const before = lines[index - 1];
    if (line === undefined || before === undefined) return true;
    return indents ? line.indented : HARD_END.test(before.text) || before.page !== line.page;
  };
  const findings: Finding[] = [];
  const report = (kind: FindingKind, line: ProseLine | undefined, expected: string, found: string): void => {
    const place = line === undefined ? { file } : { file, line: line.number };
    findings.push({ kind, place, expected, found, action: 'compare with the printed page' });
  };

  const first = lines.findIndex((_, index) => finder.at(lines, index)?.id === outline.parts[0]?.id);
  if (first < 0) {
    const expected = `the heading "${outline.parts[0]?.title ?? ''}"`;
    throw fault({
      kind: 'anchor',
      place: { file },
      expected,
      found: 'none',
      action: 'the text is cut off, or the heading is misspelt',
    });
  }
  const headings: PlacedHeading[] = [];
  const paragraphs: { number: number; section: string; blocks: ProseLine[][] }[] = [];
  let standing: Standing = { path: [], used: [] };
  let expected = 1;
  let undeclared = 0;
  const closeBlock = (line: ProseLine): void => {
    const block = paragraphs.at(-1)?.blocks.at(-1);
    const last = block?.at(-1);
    if (block === undefined || last === undefined || CLOSED.test(last.text) || last.number > line.number)
      return;
    if (paragraphs.at(-1)?.blocks.length === 1 || MARKER.test(block[0]?.text ?? '')) return;
    undeclared += 1;
    const next = finder.declared.find(({ id }) => !standing.used.some((used) => used.id === id));
    const wanted = next === undefined ? 'no further heading' : `a heading, such as "${next.title}"`;
    report('anchor', block[0], wanted, `"${block.map(({ text }) => text).join(' ')}"`);
  };
  for (let index = first; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const starts = begins(index) || headings.at(-1)?.heading.lines.at(-1) === lines[index - 1];
    const heading = starts || !indents ? finder.at(lines, index) : undefined;
    if (heading !== undefined) {
      closeBlock(line);
      const placed = placeHeading(outline, standing, heading);
      if (placed.problem !== undefined) report('anchor', line, placed.problem, `"${line.text}"`);
      standing = placed.standing;
      headings.push({ heading, above: standing.path.slice(0, -1) });
      index += heading.lines.length;
      continue;
    }
    const printed = Number(NUMBER.exec(line.text)?.[1] ?? Number.NaN);
    const section = standing.path.at(-1)?.id ?? '';
    if (
      printed === expected ||
      (starts && !Number.isNaN(printed) && followsIn(lines, index, expected + 1, begins))
    ) {
      closeBlock(line);
      if (printed !== expected) report('key', line, `paragraph ${expected}`, `the number ${printed}`);
      paragraphs.push({ number: expected, section, blocks: [[line]] });
      expected += 1;
    } else if (starts && printed > expected) {
      closeBlock(line);
      const missing =
        printed === expected + 1 ? `paragraph ${expected}` : `paragraphs ${expected}-${printed - 1}`;
      report('key', line, missing, `paragraph ${printed}`);
      paragraphs.push({ number: printed, section, blocks: [[line]] });
      expected = printed + 1;
    } else if (starts && printed < expected) {
      report('key', line, `paragraph ${expected}`, `paragraph ${printed} once more`);
      paragraphs.push({ number: printed, section, blocks: [[line]] });
    } else {
      const blocks = paragraphs.at(-1)?.blocks;
      const own = begins(index) && (indents || MARKER.test(line.text));
      if (blocks === undefined || own) blocks?.push([line]);
      else blocks.at(-1)?.push(line);
      if (blocks === undefined) report('unaccounted', line, 'paragraph 1', `"${line.text}"`);
    }
    index += 1;
  }
  if (expected <= outline.paragraphs) {
    report('key', lines.at(-1), `${outline.paragraphs} paragraphs`, `the last is paragraph ${expected - 1}`);
  } else if (expected > outline.paragraphs + 1) {
    report('key', lines.at(-1), `${outline.paragraphs} paragraphs`, `paragraph ${expected - 1}`);
  }
  if (undeclared === 0) {
    for (const missing of unusedHeadings(outline, standing)) report('anchor', undefined, missing, 'none');
  }
  if (findings.length > 0) throw new SourceFault(findings);
  return { decree: decreeBlocks(lines.slice(0, first)), headings, paragraphs };
}

/** Whether the next paragraph number behind a line is the given one: then the line's own number is a misprint. */
function followsIn(
  lines: readonly ProseLine[],
  index: number,
  number: number,
  begins: (index: number) => boolean,
): boolean {
  for (let next = index + 1; next < lines.length; next += 1) {
    const printed = NUMBER.exec(lines[next]?.text ?? '')?.[1];
    if (printed !== undefined && begins(next)) return Number(printed) === number;
  }
  return false;
}

/** The decree has no outline: a block begins at an indent and behind empty lines, but not at a displaced link. */
function decreeBlocks(lines: readonly ProseLine[]): readonly BlockLines[] {
  const blocks: ProseLine[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const apart = line.emptyBefore > 1 || (line.emptyBefore === 1 && !line.leadingSpace);
    if (block === undefined || line.indented || apart) blocks.push([line]);
    else block.push(line);
  }
  return blocks;
}
