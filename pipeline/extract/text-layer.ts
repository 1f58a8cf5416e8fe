import type { Span } from '../page/place.ts';

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

/** What is to be said of how something is printed, or of what stands beside it and was not read. */
export interface PrintRemark {
  /** What stands there: `hidden text "12" beside it (covered)`. */
  readonly says: string;
  /** Whether nothing that it touches can be published. */
  readonly stops: boolean;
}

/** A remark with the stretch of the text that it is about. */
export interface Remark extends Span, PrintRemark {}

/**
 * What positions on a page have proved about the text: a PDF shows which spaces separate table cells and which digits
 * are raised footnote marks. A plain text file proves nothing, unless its marks are raised characters.
 */
export interface Evidence {
  /** Offsets of white-space characters (tabs) that certainly separate two cells. Ascending. */
  readonly cellBreaks: readonly number[];
  /** Stretches set as superscript, such as the `3)` of `8962,0³⁾`. Ascending. */
  readonly raised: readonly Span[];
  /** What is to be said of stretches of the text. Ascending. */
  readonly remarks?: readonly Remark[];
  /** What is to be said of whole pages: `page 2 is a picture; the text that was recognised in it is read`. */
  readonly notes?: readonly string[];
}

/** The text of the source as one string, with its lines and pages. Offsets everywhere count in `text`. */
export interface TextLayer {
  /** The file it was read from, as the user named it; used in messages only. */
  readonly file: string;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly evidence: Evidence;
}
