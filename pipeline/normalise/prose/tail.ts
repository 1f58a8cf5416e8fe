import type { ActWords } from '../../jurisdiction/legal-language.ts';
import type { Attested } from './evidence.ts';
import type { Gap } from './gaps.ts';
import { type Piece, type PieceContext, readPieces } from './pieces.ts';
import { SETTINGS } from './settings.ts';
import { CUT_NUMBER, type Word } from './words.ts';

/** A line whose words are in question, and what stands around it. */
export interface LineContext {
  readonly words: readonly Word[];
  readonly gaps: readonly Gap[];
  /** The words before and behind the line, as they are read. */
  readonly before: string;
  readonly behind: string;
  /** Whether the line behind has lost its first words too. */
  readonly behindIsTrace: boolean;
  readonly language: ActWords;
  readonly attested: Attested;
}

/** The words at a line's end that were drawn last, and where they begin. */
export interface Tail {
  readonly from: number;
  readonly pieces: readonly Piece[];
}

/** Links hold no punctuation. */
export const PUNCTUATED = /[.,;:()"…]/;
export const MOST_WORDS_OF_A_LINK = SETTINGS.wordsOfLink.value;

/** Finds the displaced words of a line that has gaps: what is glued to its end, or what is known to be a link. */
export function findTail(line: LineContext): Tail | undefined {
  const glued = lastGlued(line);
  if (isTitleGap(line)) return titleTail(line, glued);
  if (glued !== undefined) {
    const pieces = gluedPieces(line, line.words.slice(glued));
    if (pieces !== undefined) return { from: glued, pieces };
  }
  return knownTail(line);
}

/** Where words begin that are glued to the line's end, behind all gaps, and hold no punctuation themselves. */
function lastGlued({ words, gaps }: LineContext): number | undefined {
  const index = words.findLastIndex(({ glued }) => glued);
  const isBehind = index > 0 && index >= (gaps.at(-1)?.before ?? 0);
  return isBehind && words.slice(index).every(({ text }) => !PUNCTUATED.test(text)) ? index : undefined;
}

/** Whether the line lacks words of a title: its quotes are empty, or it begins with the closing one. */
function isTitleGap({ gaps, words }: LineContext): boolean {
  const [gap] = gaps;
  if (gaps.length !== 1 || gap === undefined) return false;
  return gap.kind === 'quotes' || (gap.kind === 'start' && words[0]?.quote === 'close');
}

/** As many links as gaps; what is glued is displaced in any case, so the last may be words that nothing else tells. */
function gluedPieces(line: LineContext, words: readonly Word[]): readonly Piece[] | undefined {
  const { gaps, language } = line;
  const pieces = readPieces(words, language, { ...contextOf(line), actContinues: line.behindIsTrace });
  if (pieces !== undefined && fills(pieces, gaps)) return pieces;
  for (let split = 1; split < words.length && gaps.length > 1; split += 1) {
    const first = readPieces(words.slice(0, split), language, contextOf(line));
    if (first?.length === gaps.length - 1) return [...first, { kind: 'words', words: words.slice(split) }];
  }
  // A link with words behind it is one that ends elsewhere: its line was wrapped anew.
  const beginsWithLink = words.some(
    (_, length) => length > 0 && readPieces(words.slice(0, length), language, contextOf(line)),
  );
  return gaps.length === 1 && !beginsWithLink ? [{ kind: 'words', words }] : undefined;
}

/** The longest end of the line that reads as the links that its gaps want. */
function knownTail(line: LineContext): Tail | undefined {
  const { words, gaps, language } = line;
  const least = Math.max(gaps.at(-1)?.before ?? 0, words.length - MOST_WORDS_OF_A_LINK);
  for (let from = least; from < words.length; from += 1) {
    const rest = words.slice(from);
    if (rest.some(({ text }) => PUNCTUATED.test(text))) continue;
    const pieces = readPieces(rest, language, contextOf(line));
    if (pieces !== undefined && fills(pieces, gaps)) return { from, pieces };
  }
  return undefined;
}

function contextOf({ before, gaps }: LineContext): PieceContext {
  return {
    afterCutNumber: gaps[0]?.kind === 'start' && CUT_NUMBER.test(before),
    actContinues: false,
  };
}

/** One link for each gap; one more may stand at the line's end in its place if the line cut it in two. */
function fills(pieces: readonly Piece[], gaps: readonly Gap[]): boolean {
  return (
    pieces.length === gaps.length ||
    (pieces.length === gaps.length + 1 && pieces.at(-1)?.kind === 'cut_number')
  );
}

/** The words of a title that left its quotes empty, or that stood before the quote that begins the line. */
function titleTail(line: LineContext, glued: number | undefined): Tail | undefined {
  const { words, language, attested } = line;
  const first = (line.gaps[0]?.before ?? 0) + 1;
  const title = (from: number, to = words.length): Tail => ({
    from,
    pieces: [
      { kind: 'title', words: words.slice(from, to) },
      ...(to < words.length ? [{ kind: 'words' as const, words: words.slice(to) }] : []),
    ],
  });
  const endsTitle = words.at(-1)?.text === language.titleEnd;
  if (glued !== undefined) return endsTitle ? title(glued) : undefined;
  const opened = words.findLastIndex(({ quote }) => quote === 'open') + 1;
  const end = words.findIndex(({ text }, index) => index >= opened && text === language.titleEnd) + 1;
  // Two titles were drawn last, and the second, which the line's end cut, stands in its place.
  if (opened > first && end > 0 && end < words.length && line.behindIsTrace) return title(opened, end);
  for (let from = first; from < words.length - 1; from += 1) {
    if (attested.title(words.slice(from).map(({ text }) => text))) return title(from);
  }
  if (!endsTitle) return undefined;
  const seams = words.flatMap((_, from) => {
    const [second, next] = [words[from - 2]?.text, words[from - 1]?.text];
    const stands = from > first + 1 && second !== undefined && next !== undefined;
    return stands && attested.sequence(second, next, line.behind) ? [from] : [];
  });
  return seams.length === 1 && seams[0] !== undefined ? title(seams[0]) : undefined;
}
