import type { Notation } from '../../template/notation.ts';
import type { Ink } from './ink.ts';
import type { Stretch } from './phrase.ts';

/** The marks that raised text says, or what of it is the mark of no note that is listed. */
type RaisedMarks = { readonly marks: readonly string[] } | { readonly unlisted: string };

/** A sign behind a number is no mark, however high it stands. */
const SIGN = /^[\p{Pd}\u2212+]+$/u;

/**
 * What raised text behind a value says: `10)` and `10` are the mark 10, `1, 2` two marks. Raised digits without a sign
 * around them are an exponent as well as a mark, so these must be listed.
 */
export function raisedMarks(
  raised: string,
  listed: readonly string[] | undefined,
  notation: Notation,
): RaisedMarks {
  const marks: string[] = [];
  for (const text of raised.split(/[\s,;]+/)) {
    const mark = bareMark(text, notation);
    const isOpen = mark === text && /\d/.test(text);
    if (listed === undefined ? isOpen || SIGN.test(mark) : !listed.includes(mark)) return { unlisted: text };
    marks.push(mark);
  }
  return { marks };
}

/** A mark without the signs that are declared around it. */
export function bareMark(text: string, { marks }: Notation): string {
  for (const { before, behind } of marks) {
    if (
      before + behind !== '' &&
      text.length > before.length + behind.length &&
      text.startsWith(before) &&
      text.endsWith(behind)
    )
      return inBrackets(text) ?? text.slice(before.length, text.length - behind.length);
  }
  return text;
}

/** What stands between the brackets around all of a text: `(1)` is the mark 1, also where marks are printed as `1)`. */
function inBrackets(text: string): string | undefined {
  return /^\(([^()]+)\)$/.exec(text)?.[1];
}

/** A piece of a cell, as it stands in the ink. */
interface Piece extends Stretch {
  readonly text: string;
}

/** The text of pieces, one space between them, and the raised text that they end in. */
export function partedByPrint(
  ink: Ink,
  pieces: readonly Piece[],
): { readonly level: string; readonly raised: string } {
  const level: string[] = [];
  const raised: string[] = [];
  for (const piece of pieces.toReversed()) {
    // Pieces that a line's end tore stand in several places; where one mark ends is not told there.
    const isWhole = piece.text.length === piece.to - piece.from;
    const cut = level.length === 0 && isWhole ? levelEnd(ink, piece) - piece.from : piece.text.length;
    if (cut < piece.text.length) raised.unshift(piece.text.slice(cut));
    if (cut > 0) level.unshift(piece.text.slice(0, cut));
  }
  return { level: level.join(' '), raised: raised.join(' ') };
}

/** Where the raised characters begin that a stretch of the ink ends in; its end where it ends in none. */
export function levelEnd({ raised }: Ink, { from, to }: Stretch): number {
  let end = to;
  while (end > from && raised[end - 1] === 1) end -= 1;
  return end;
}

/** Where each of the marks begins that a stretch of the ink ends in, whatever is printed around them. */
export function markStarts({ folded }: Ink, { to }: Stretch, marks: readonly string[]): readonly number[] {
  let at = to;
  return marks
    .toReversed()
    .map((mark) => {
      at = folded.lastIndexOf(mark, at - mark.length);
      return at;
    })
    .toReversed();
}
