import type { Span } from '../../../page/place.ts';
import type { TextLine } from '../lines/lines.ts';
import { EMPTY, joined, type Phrase } from '../lines/phrase.ts';

/** A row of a table: the text of each cell in column order. */
export interface TableRow {
  readonly cells: readonly Phrase[];
  readonly top: number;
  readonly bottom: number;
}

/** A line this much smaller than the one before it, and this short, is a mark that was wrapped: `8962,0` / `3)`. */
const MARK_SIZE = 0.9;
const LONGEST_MARK = 4;
const DIGITS = /^\p{Nd}+\)?$/u;
const ENDS_INSIDE_WORD = /\S[-\u2010\u00ad/]$/u;
const SOFT_HYPHENS = /\u00ad/g;

/** The whole text of a cell: its lines joined by a space, by nothing after a hyphen or slash that ends part of a word. */
export function cellText(lines: readonly TextLine[]): Phrase {
  const [first, second] = lines;
  if (first === undefined) return EMPTY;
  if (second === undefined) return withoutSoftHyphens(phraseOf(first));
  let text = EMPTY;
  const largest = Math.max(...lines.map(({ size }) => size));
  let size = 0;
  for (const line of lines) {
    const phrase = phraseOf(line);
    const isShort = phrase.text.length <= LONGEST_MARK;
    const isSmall =
      size > 0 ? line.size < MARK_SIZE * size : line.size < MARK_SIZE * largest && DIGITS.test(phrase.text);
    const isMark = isShort && isSmall;
    const separator = isMark || text.text === '' || ENDS_INSIDE_WORD.test(text.text) ? '' : ' ';
    text = joined([text, isMark ? allRaised(phrase) : phrase], separator);
    if (!isMark) size = line.size;
  }
  return withoutSoftHyphens(text);
}

/** A line's words with one space between them. */
export function phraseOf({ words }: TextLine): Phrase {
  return joined(words, ' ');
}

function allRaised({ text, remarks }: Phrase): Phrase {
  return { text, raised: [{ start: 0, end: text.length }], remarks };
}

/** A soft hyphen prints only where it breaks a word, and the word is whole again in the cell's text. */
function withoutSoftHyphens(phrase: Phrase): Phrase {
  const { text } = phrase;
  if (!text.includes('\u00ad')) return phrase;
  const before = (offset: number): number => text.slice(0, offset).replace(SOFT_HYPHENS, '').length;
  const moved = <S extends Span>(span: S): S => ({
    ...span,
    start: before(span.start),
    end: before(span.end),
  });
  return {
    text: text.replace(SOFT_HYPHENS, ''),
    raised: phrase.raised.map(moved),
    remarks: phrase.remarks.map(moved),
  };
}
