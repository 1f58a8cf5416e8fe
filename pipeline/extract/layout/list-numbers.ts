import type { DrawnCut, InkToken } from './ink.ts';
import { type PrintedLine, segmentsOf } from './lines.ts';
import type { DraftPage } from './page.ts';

const NUMBER = /^(\d{1,4})\.$/;
const DIGIT = /^\p{Nd}/u;
const YEAR = /^\p{Nd}{4}(?!\p{Nd})/u;
const WORD = /^\p{L}{2}/u;

/**
 * Parts the number of a paragraph from its first word where no room is left between them. Word processors set the number
 * of a list by itself, into the room that its style gives; a number of more digits fills that to its end:
 *
 *     9. In 2011 ...
 *     10.In 2012 ...
 *
 * Print tells where the number ends, for it was drawn by itself; form tells that it is one: a line begins with it, and it
 * goes on counting. Digits behind it could be the decimals of a number: such have to be a year before words, and the number
 * the first one of its count.
 */
export function withListNumbersApart(pages: readonly DraftPage[]): readonly DraftPage[] {
  const seen = new Set<number>();
  const mayStandBefore = (number: number, text: string, next: InkToken | undefined): boolean =>
    (number === 1 || seen.has(number - 1)) &&
    (!DIGIT.test(text) || (YEAR.test(text) && WORD.test(next?.text ?? '') && !seen.has(number)));
  const apart = (line: PrintedLine): PrintedLine => {
    const [first, ...rest] = line.tokens;
    if (first === undefined) return line;
    const number = numberOf(first);
    if (number === undefined) return line;
    const isNumber =
      first.cut === undefined || mayStandBefore(number, first.text.slice(first.cut.at), rest[0]);
    if (isNumber) seen.add(number);
    if (!isNumber || first.cut === undefined) return line;
    const tokens = [...cutToken(first, first.cut), ...rest];
    return { ...line, tokens, segments: segmentsOf(tokens, line.size) };
  };
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) =>
      block.kind === 'line' ? { ...block, line: apart(block.line) } : block,
    ),
  }));
}

/** The number that a token is, or that was drawn by itself at its beginning. */
function numberOf({ text, cut }: InkToken): number | undefined {
  const digits = NUMBER.exec(cut === undefined ? text : text.slice(0, cut.at))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function cutToken({ cut: _, ...token }: InkToken, { at, right, left }: DrawnCut): readonly InkToken[] {
  const { text, box } = token;
  return [
    { ...token, text: text.slice(0, at), box: { ...box, right } },
    { ...token, text: text.slice(at), box: { ...box, left }, joined: false, spaced: true },
  ];
}
