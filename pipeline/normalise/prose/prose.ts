import { placeIn, type TextLayer } from '../../extract/text-layer.ts';
import type { LegalLanguage } from '../../jurisdiction/legal-language.ts';
import { fault } from '../../page/finding.ts';
import type { Outline } from '../../template/outline.ts';
import { assertSameInk, ownersOf } from './account.ts';
import { refuseTextBeside } from './beside.ts';
import { paragraphOf, unsureQuotes } from './blocks.ts';
import { withWholeWords } from './broken-words.ts';
import { type BlockLines, divide } from './division.ts';
import { attestedIn } from './evidence.ts';
import { habitsOf, proseLines } from './lines.ts';
import { withOpenHyphens } from './lone-hyphens.ts';
import type { ReadingContext } from './mending.ts';
import type { Block, Decree, Paragraph, Prose, ProseText, Repair, UnsureLine } from './paragraph.ts';
import { partedLines } from './parted-lines.ts';
import { repairBlock } from './repair.ts';
import { sectionsOf } from './sections.ts';
import { SETTINGS } from './settings.ts';

/**
 * Reads the document before its annexes: outline, numbered paragraphs and decree, with displaced words back in
 * their places. `end` is the offset where the stamp of the first annex begins.
 *
 * Throws a finding for each number that is missing or repeated, each heading that cannot be placed, and each page whose
 * text is set in columns.
 */
export function readProse(layer: TextLayer, end: number, language: LegalLanguage, outline: Outline): Prose {
  refuseTextBeside(layer, end);
  const printed = proseLines(layer, 0, end);
  const whole = withWholeWords(layer, partedLines(printed));
  const { lines, unsure: maybeDashes } = withOpenHyphens(whole.lines);
  const division = divide(layer, lines, habitsOf(lines), outline);
  const context = {
    layer,
    language: language.prose,
    abbreviations: language.quantities.abbreviations,
    habits: habitsOf(printed),
    attested: attestedIn(layer.text.slice(0, end)),
  };
  const repairs: Repair[] = [];
  const unsure: UnsureLine[] = [...whole.unsure, ...maybeDashes];
  const readBlocks = (blocks: readonly BlockLines[], number: number | null): Text => {
    const read = textOf(context, blocks, number);
    repairs.push(...read.repairs);
    unsure.push(...read.unsure);
    return read;
  };
  const decree: Decree = { ...extentOf(division.decree), ...proseOf(readBlocks(division.decree, null)) };
  const paragraphs = division.paragraphs.map(
    ({ number, section, blocks }): Paragraph => ({
      number,
      section,
      ...extentOf(blocks),
      ...proseOf(readBlocks(blocks, number)),
    }),
  );
  return {
    decree,
    sections: sectionsOf(layer, division.headings, division.paragraphs),
    paragraphs,
    repairs,
    unsure: oncePerLine(unsure),
    owned: ownersOf(division),
  };
}

interface Text extends ProseText {
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  readonly unsure: readonly UnsureLine[];
}

function proseOf({ text, origins, blocks }: Text): Pick<Text, 'text' | 'origins' | 'blocks'> {
  return { text, origins, blocks };
}

/** Repairs and joins blocks; the number of a paragraph is no part of its text. */
function textOf(context: ReadingContext, blocks: readonly BlockLines[], number: number | null): Text {
  refuseLong(context, blocks, number);
  const repaired = blocks.map((lines) => repairBlock(context, lines, number));
  const words = repaired.map((block, index) =>
    index === 0 && number !== null ? block.words.slice(1) : block.words,
  );
  const paragraph = paragraphOf(context.layer, words);
  const taken = number === null ? '' : (repaired[0]?.words[0]?.text ?? '');
  assertSameInk(context.layer, blocks.flat(), taken, paragraph);
  return {
    ...paragraph,
    repairs: repaired.flatMap((each) => each.repairs),
    unsure: oncePerLine([
      ...repaired.flatMap((each) => each.unsure),
      ...unsureQuotes(words).flatMap(({ at }): readonly UnsureLine[] => {
        const line = blocks.flat().find(({ start, end }) => start <= at && at < end);
        if (line === undefined) return [];
        return [{ line: line.number, text: line.text, why: 'a quote that may open or close' }];
      }),
    ]),
  };
}

/**
 * Characters of the longest paragraph that is read. What a number in it means is told by the words of its whole
 * sentence, so that a paragraph without end takes time without end; those of the reports known have 2 000.
 */
const MOST_PARAGRAPH = SETTINGS.longestParagraph.value;

function refuseLong({ layer }: ReadingContext, blocks: readonly BlockLines[], number: number | null): void {
  const lines = number === null ? [] : blocks.flat();
  const long = number === null ? blocks.find((block) => lengthOf(block) > MOST_PARAGRAPH) : undefined;
  const length = lengthOf(long ?? lines);
  if (length <= MOST_PARAGRAPH) return;
  throw fault({
    kind: 'anchor',
    place: placeIn(layer, (long ?? lines)[0]?.start ?? 0),
    expected: `paragraphs of at most ${MOST_PARAGRAPH} characters`,
    found: `one of ${length}`,
    action: 'where the next one begins was not seen: compare with the printed page and outline.yaml',
  });
}

function lengthOf(lines: BlockLines): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** The first reason for each line. */
function oncePerLine(unsure: readonly UnsureLine[]): readonly UnsureLine[] {
  return unsure.filter(({ line }, index) => unsure.findIndex((other) => other.line === line) === index);
}

function extentOf(blocks: readonly BlockLines[]): Pick<Paragraph, 'page' | 'lineStart' | 'lineEnd'> {
  const lines = blocks.flat();
  const [first, last] = [lines[0], lines.at(-1)];
  return { page: first?.page ?? 1, lineStart: first?.number ?? 1, lineEnd: last?.number ?? 1 };
}
