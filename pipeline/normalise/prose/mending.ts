import type { TextLayer } from '../../extract/text-layer.ts';
import type { ActWords } from '../../jurisdiction/legal-language.ts';
import { doubtOf } from './doubt.ts';
import type { Attested } from './evidence.ts';
import { join } from './joining.ts';
import type { Habits, ProseLine } from './lines.ts';
import type { Repair, UnsureLine } from './paragraph.ts';
import { isOutOfPlace, type MendedFlow, mendFlow } from './seams.ts';
import { unglued, type Word } from './words.ts';

const GAP_LEFT = 'a gap, and no words that surely belong in it';

/** What putting words back needs to know beside the lines themselves. */
export interface ReadingContext {
  readonly layer: TextLayer;
  readonly language: ActWords;
  /** Fits the text before a full stop that is a part of a word. */
  readonly abbreviations: RegExp;
  readonly habits: Habits;
  readonly attested: Attested;
}

/** A paragraph, item or heading as words in the order in which they are read. */
export interface RepairedBlock {
  readonly words: readonly Word[];
  readonly repairs: readonly Repair[];
  readonly unsure: readonly UnsureLine[];
}

/** A stretch of lines, by their indexes. */
interface Extent {
  readonly first: number;
  readonly last: number;
}

/**
 * Puts back what the lines of a block do not tell, because they were wrapped anew; see seams.ts. Lines in which words
 * were moved are asked once more whether they lack any.
 */
export function mendBlock(
  context: ReadingContext,
  lines: readonly ProseLine[],
  block: RepairedBlock,
  paragraph: number | null,
): RepairedBlock {
  const printed = unglued(block.words);
  const flow = mendFlow(context.layer, printed, context.language);
  if (flow.moved.length === 0) return block;
  const before = byLine(lines, printed, new Set());
  const after = byLine(lines, flow.words, new Set(flow.moved.flatMap(wordsOf)));
  const extents = flow.moved.map(({ from, to }) => ({
    first: lineAt(lines, printed[from - 1]),
    last: lineAt(lines, printed[to - 1]),
  }));
  const shown = (by: readonly (readonly Word[])[], { first, last }: Extent): string =>
    join(context.layer, by.slice(first, last + 1).flat()).text;
  const repairs = flow.moved.flatMap(({ moves }, index): readonly Repair[] => {
    const extent = extents[index] ?? { first: 0, last: 0 };
    return moves.map(({ words, rule }) => ({
      paragraph,
      lineStart: lines[extent.first]?.number ?? 0,
      lineEnd: lines[extent.last]?.number ?? 0,
      moved: join(context.layer, words).text,
      before: shown(before, extent),
      after: shown(after, extent),
      rule,
    }));
  });
  const isTouched = (index: number): boolean =>
    extents.some(({ first, last }) => first <= index && index <= last);
  const unsure = lines.flatMap((line, index): readonly UnsureLine[] => {
    const known = isTouched(index) ? [] : block.unsure.filter((each) => each.line === line.number);
    if (known.length > 0) return known;
    const why = doubtIn(context, index, before, after, flow);
    return why === undefined ? [] : [{ line: line.number, text: line.text, why }];
  });
  return { words: flow.words, repairs: [...block.repairs, ...repairs], unsure };
}

/** Why a line in which words were moved may still lack some. */
function doubtIn(
  { language, abbreviations }: ReadingContext,
  index: number,
  before: readonly (readonly Word[])[],
  after: readonly (readonly Word[])[],
  { words: all, gaps, moved }: MendedFlow,
): string | undefined {
  const words = after[index] ?? [];
  const lacking = new Set(gaps.filter(({ isWeak }) => !isWeak).map((gap) => all[gap.before]));
  if (words.some((word) => lacking.has(word))) return GAP_LEFT;
  const moves = moved.flatMap((each) => each.moves);
  const left = after.slice(0, index).flat().at(-1);
  const stray = words.find(({ text }, at) =>
    isOutOfPlace((at === 0 ? left : words[at - 1])?.text, text, language),
  );
  if (stray !== undefined) return `"${stray.text}" stands where it cannot have been written`;
  return doubtOf({
    before: left?.text ?? '',
    printed: before[index] ?? [],
    ordered: { words, moves },
    language,
    abbreviations,
  });
}

function wordsOf({ moves }: MendedFlow['moved'][number]): readonly Word[] {
  return moves.flatMap(({ words }) => words);
}

/** Words by the lines that they stand in; those that were moved stand in the line of the word before them. */
function byLine(
  lines: readonly ProseLine[],
  words: readonly Word[],
  moved: ReadonlySet<Word>,
): readonly (readonly Word[])[] {
  const by: Word[][] = lines.map(() => []);
  let line = 0;
  for (const word of words) {
    if (!moved.has(word)) line = lineAt(lines, word);
    by[line]?.push(word);
  }
  return by;
}

function lineAt(lines: readonly ProseLine[], word: Word | undefined): number {
  const at = word?.at ?? 0;
  return Math.max(
    0,
    lines.findLastIndex(({ start }) => start <= at),
  );
}
