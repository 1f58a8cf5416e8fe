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
/** A space in a number is narrower than this, in em; letters that are spaced out widen it by so many of their spaces. */
const WIDEST_IN_NUMBER = 0.8;
const PER_SPACING = 3;
const ENDS_IN_DIGIT = /[\p{Nd}.,]$/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;
const SOFT_HYPHENS = /\u00ad/g;

/** The whole text of a cell: its lines joined by a space, by nothing after a hyphen or slash that ends part of a word. */
export function cellText(lines: readonly TextLine[]): Phrase {
  const [first, second] = lines;
  if (first === undefined) return EMPTY;
  if (second === undefined) return withoutSoftHyphens(cellPhrase(first));
  let text = EMPTY;
  const largest = Math.max(...lines.map(({ size }) => size));
  let size = 0;
  for (const line of lines) {
    const phrase = cellPhrase(line);
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

/**
 * A line of a cell. A space in a number is narrow: digits that stand further off are another number, one beside the
 * table or of a column that was not seen, and 14 beside 700 is not 14700.
 */
function cellPhrase(line: TextLine): Phrase {
  const { words, size, spacing } = line;
  const widest = WIDEST_IN_NUMBER * size + PER_SPACING * spacing;
  const apart = words.map((word, index): Phrase => {
    const before = words[index - 1];
    if (before === undefined || word.followsSpace || word.left - before.right < widest) return word;
    if (!ENDS_IN_DIGIT.test(before.text) || !BEGINS_WITH_DIGIT.test(word.text)) return word;
    const says = `"${word.text}" far beside "${before.text}", further than digits of one number stand`;
    return { ...word, remarks: [...word.remarks, { start: 0, end: word.text.length, says, stops: true }] };
  });
  return joined(apart, ' ');
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
