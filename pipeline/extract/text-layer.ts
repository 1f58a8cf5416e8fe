import type { Place } from '../page/finding.ts';
import type { Box, Span } from '../page/place.ts';
import type { PrintRemark } from '../page/token.ts';

/** One line of the text layer, without its line break. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** UTF-16 offset of the first character in the text. */
  readonly start: number;
  /** UTF-16 offset after the last character, before the line break. */
  readonly end: number;
  /** 1-based page of the source. */
  readonly page: number;
}

/** A remark with the stretch of the text that it is about. */
export interface Remark extends Span, PrintRemark {}

/**
 * What positions on a page have proved about the text: a PDF shows which spaces separate table cells and which digits
 * are raised footnote marks. A plain text file proves nothing, unless its marks are raised characters.
 */
interface Evidence {
  /** Offsets of white-space characters (tabs) that certainly separate two cells. Ascending. */
  readonly cellBreaks: readonly number[];
  /** Stretches set as superscript, such as the `3)` of `8962,0³⁾`. Ascending. */
  readonly raised: readonly Span[];
  /** What is to be said of stretches of the text. Ascending. */
  readonly remarks?: readonly Remark[];
  /** What is to be said of whole pages: `page 2 is a picture; the text that was recognised in it is read`. */
  readonly notes?: readonly string[];
}

/** Where a stretch of the text is printed. */
export interface PrintedSpan extends Span {
  readonly page: number;
  /** In PDF points, from the top left of the page as it is read. */
  readonly box: Box;
}

/** The text of the source as one string, with its lines and pages. Offsets everywhere count in `text`. */
export interface TextLayer {
  /** The file it was read from, as the user named it; used in messages only. */
  readonly file: string;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly evidence: Evidence;
  /** Where each token is printed, ascending; undefined where the source has no places. */
  readonly printed?: readonly PrintedSpan[];
}

/** The line that holds an offset of the text. */
export function lineOf({ lines }: Pick<TextLayer, 'lines'>, offset: number): Line {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low] ?? { number: 1, start: 0, end: 0, page: 1 };
}

/** Where an offset of the text stands, for a finding; its page where the source has places on pages. */
export function placeIn(
  { file, lines, printed }: TextLayer,
  offset: number,
): Place & { readonly line: number } {
  const { number: line, page } = lineOf({ lines }, offset);
  return { file, line, ...(printed !== undefined && { page }) };
}
