import type { TextLayer } from '../../extract/text-layer.ts';
import { type LineEnd, type OrderedLine, orderLine } from './displaced.ts';
import { doubtOf } from './doubt.ts';
import { findGaps, type Gap } from './gaps.ts';
import { join } from './joining.ts';
import type { Habits, ProseLine } from './lines.ts';
import { mendBlock, type ReadingContext, type RepairedBlock } from './mending.ts';
import type { Repair, UnsureLine } from './paragraph.ts';
import { isGlued, unglued, type Word, wordsOf } from './words.ts';

/** What the end of a line tells in this typesetting. */
function endOf({ spaceAfter }: ProseLine, { spacesAfterWrap }: Habits): LineEnd {
  if (!spaceAfter || spacesAfterWrap === 'no') return 'open';
  return spacesAfterWrap === 'all' ? 'kept_by_all' : 'kept';
}

/** Reads the lines of a block and puts their displaced words back. */
export function repairBlock(
  context: ReadingContext,
  lines: readonly ProseLine[],
  paragraph: number | null,
): RepairedBlock {
  const { layer, language, abbreviations, attested, habits } = context;
  const read = lines.map((line, index) => wordsAndGaps(context, line, index > 0 ? habits : null));
  const words: Word[] = [];
  const repairs: Repair[] = [];
  const unsure: UnsureLine[] = [];
  let above: readonly Word[] = [];
  for (const [index, line] of lines.entries()) {
    const { printed, words: own, gaps } = read[index] ?? { printed: [], words: [], gaps: [] };
    const before = above.at(-1)?.text ?? '';
    const behind = read[index + 1]?.words[0]?.text ?? '';
    const behindIsTrace = read[index + 1]?.gaps[0]?.kind === 'start';
    const ordered = orderLine(
      { words: own, gaps, before, behind, behindIsTrace, language, attested },
      behindIsTrace ? 'open' : endOf(line, habits),
    );
    repairs.push(
      ...repairsOf(layer, paragraph, { line, own }, { line: lines[index - 1], words: above }, ordered),
    );
    const why = ordered.unsure ?? doubtOf({ before, printed, ordered, language, abbreviations });
    if (why !== undefined) unsure.push({ line: line.number, text: line.text, why });
    words.push(...ordered.words);
    above = ordered.words;
  }
  const block = { words, repairs, unsure };
  // Where lines tell which words they keep to their ends, there is no more to be known.
  return unsure.length === 0 || habits.spacesAfterWrap === 'some'
    ? block
    : mendBlock(context, lines, block, paragraph);
}

/**
 * The words of a line as they are printed, the same to work on, and its gaps; words that may be glued together are cut
 * only where something is missing.
 */
function wordsAndGaps(
  { layer, language }: ReadingContext,
  line: ProseLine,
  habits: Habits | null,
): Record<'printed' | 'words', readonly Word[]> & { readonly gaps: readonly Gap[] } {
  const printed = wordsOf(line);
  const last = printed.at(-1);
  const plain = findGaps(layer, line, printed, habits, language).length === 0;
  if (plain && (last === undefined || !isGlued(last))) return { printed, words: printed, gaps: [] };
  const words = unglued(printed);
  return { printed, words, gaps: findGaps(layer, line, words, habits, language) };
}

/** One repair for each piece; one at a line's start is shown with the line that it goes on from. */
function repairsOf(
  layer: TextLayer,
  paragraph: number | null,
  { line, own }: { readonly line: ProseLine; readonly own: readonly Word[] },
  above: { readonly line: ProseLine | undefined; readonly words: readonly Word[] },
  { words, moves }: OrderedLine,
): readonly Repair[] {
  if (moves.length === 0) return [];
  const shown = moves.some(({ toStart }) => toStart) ? above.words : [];
  const before = [...(shown.length > 0 ? [textOf(layer, shown)] : []), textOf(layer, own)].join(' ');
  const after = textOf(layer, [...shown, ...words]);
  return moves.map((move) => ({
    paragraph,
    lineStart: shown.length > 0 ? (above.line?.number ?? line.number) : line.number,
    lineEnd: line.number,
    moved: textOf(layer, move.words),
    before,
    after,
    rule: move.rule,
  }));
}

function textOf(layer: TextLayer, words: readonly Word[]): string {
  return join(layer, words).text;
}
