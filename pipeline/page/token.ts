import type { Box, Span } from './place.ts';

/** Why ink cannot be seen though the file draws it. Such text is never read as data. */
export type Hidden =
  /** Drawn in a way that leaves no ink: PDF's render mode 3, under a scan that was recognised. */
  | 'invisible'
  /** Fully transparent, or in the colour of what lies under it. */
  | 'transparent'
  | 'colour of the ground'
  /** Something opaque was drawn over it. */
  | 'covered'
  /** Outside of the clip that was in force. */
  | 'clipped'
  /** Outside of the page as it is shown. */
  | 'off the page'
  /** In a layer of the file that is switched off. */
  | 'layer off'
  /** Too small for any reader. */
  | 'too small'
  /** Left out of what is shown: by the styles of a page of HTML, as hidden text of a word processor. */
  | 'not shown';

/** How a stretch of text is printed. All of a token is printed alike. */
export interface Print {
  /** Height of the em, in the unit of the page. */
  readonly size: number;
  /**
   * Whether it stands off the baseline of the text that it belongs to: a footnote mark or an exponent is `raised`, an
   * index `lowered`. Neither is ever a digit of the number beside it.
   */
  readonly stands: 'level' | 'raised' | 'lowered';
  /** A line is drawn through it: it is not what the page says. */
  readonly struck: boolean;
  /** Why it cannot be seen; undefined where it can. */
  readonly hidden: Hidden | undefined;
  /** Quarter turns clockwise from the page's direction of reading to its own, such as the head of a narrow column. */
  readonly turns: 0 | 1 | 2 | 3;
}

/** What is to be said of how something is printed, or of what stands beside it and was not read. */
export interface PrintRemark {
  /** What stands there: `hidden text "12" beside it (covered)`. */
  readonly says: string;
  /** Whether nothing that it touches can be published. */
  readonly stops: boolean;
  /** Whether an annotation lies over it: then it does not say either under which title, head or label a value stands. */
  readonly isCovered?: boolean;
}

/**
 * The smallest stretch of text that has a place: what stands between two white spaces and is printed alike. `345` with
 * a raised `1)` behind it are two tokens, of which the second is joined to the first.
 */
export interface Token {
  /** As printed, composed (NFC). U+FFFD stands for a glyph that is drawn and whose character nobody knows. */
  readonly text: string;
  /** Where it stands in the source's text layer; empty where it is no part of what the page says. */
  readonly span: Span;
  /** Where it stands on the page; undefined where the source has no places, as a page of HTML. */
  readonly box: Box | undefined;
  readonly print: Print;
  /** Whether it follows the token before it in its line without a space. */
  readonly joined: boolean;
  readonly remark?: PrintRemark;
}

/** Tokens on one baseline, from left to right, that are read in one go. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly box: Box | undefined;
  /** y of the foot of its letters; undefined where there are no places. */
  readonly baseline: number | undefined;
  /** The page that it stands on, where that is another than its block's: the rest of a row that a page break cut. */
  readonly page?: number;
}

const ENDS_IN_DIGIT = /\p{Nd}$/u;

/** Plain print: level, seen, not struck out. */
export function plainPrint(size: number): Print {
  return { size, stands: 'level', struck: false, hidden: undefined, turns: 0 };
}

/** A character that is printed and that nobody knows. */
export const UNKNOWN = '\ufffd';

/**
 * The text of tokens in their order: one space between those that are not joined, and before a raised or lowered digit
 * that would else be read as the last of a number: `345 1)`. What is struck out is left out; where nothing else stands,
 * nobody knows what the page says, and that is no empty place: U+FFFD.
 */
export function textOf(tokens: readonly Pick<Token, 'text' | 'joined' | 'print'>[]): string {
  let text = '';
  let isParted = false;
  for (const token of tokens) {
    isParted ||= !token.joined;
    if (token.print.struck) continue;
    const isGlued = !isParted && !(token.print.stands !== 'level' && ENDS_IN_DIGIT.test(text));
    text += text === '' || isGlued ? token.text : ` ${token.text}`;
    isParted = false;
  }
  return text === '' && tokens.length > 0 ? UNKNOWN : text;
}
