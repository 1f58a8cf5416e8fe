import type { TextLine, Word } from './lines.ts';

/** A part of a number as tables print it, or the sign that stands for none. */
const NUMERIC =
  /^(?:[-\u2010-\u2015\u2212+]?\p{Nd}[\p{Nd}.,]*[-\u2010-\u2015\u2212%]?|\(\p{Nd}[\p{Nd}.,]*\)|[-\u2010-\u2015\u2212]|\u2026|\.\.\.)$/u;
/** One number: in groups of three or in one piece, perhaps cut by the end of a line. */
const ONE_NUMBER = /^[-\u2010-\u2015\u2212+]? ?(?:\p{Nd}{1,3}(?: \p{Nd}{3})+|\p{Nd}+)(?:[.,]\p{Nd}*)?%?$/u;

const ENDS_AT_COMMA = /[.,]$/;

/** Does it print nothing but numbers, their footnote marks aside? */
export function isNumeric({ words }: Pick<TextLine, 'words'>): boolean {
  return words.every((word) => NUMERIC.test(withoutMark(word)));
}

/** Can these lines, all numeric, be a single number that was wrapped? `21 815` / `517,0` can; `5,8` / `2,2` cannot. */
export function isOneNumber(lines: readonly TextLine[]): boolean {
  return continueNumber(lines.map(({ words }) => words.map(withoutMark).join(' ')));
}

/** The same for the texts of the parts. */
export function continueNumber(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return true;
  return (
    ONE_NUMBER.test(parts.join(' ')) || (ENDS_AT_COMMA.test(first) && ONE_NUMBER.test(first + rest.join('')))
  );
}

/** A mark that was wrapped by itself stays: it is all there is of its word. */
function withoutMark({ text, raised: [mark] }: Word): string {
  return mark === undefined || mark.start === 0 ? text : text.slice(0, mark.start) + text.slice(mark.end);
}
