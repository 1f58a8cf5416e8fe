import type { Span } from '../../page/place.ts';
import type { Line, PrintRemark, Token } from '../../page/token.ts';
import type { InkLine, InkToken } from './ink.ts';
import { SETTINGS } from './settings.ts';

const ENDS_INSIDE_WORD = /\S[-\u2010\u00ad/]$/u;
const ENDS_IN_DIGIT = /[\p{Nd}.,]$/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;
const DIGITS = /^\p{Nd}+\)?$/u;
const SOFT_HYPHENS = /\u00ad/g;
const LONGEST_MARK = 4;

const WITHIN_WORD = /\p{L}\u00ad\p{L}/u;

/** Whether soft hyphens are drawn within words too: those at lines' ends are no others. */
export function drawsSoftHyphens(tokens: readonly InkToken[]): boolean {
  return tokens.some(({ text }) => WITHIN_WORD.test(text));
}

/**
 * Writes a text and knows where each token of it stands. A font with one drawing for all hyphens may call each a soft
 * one: `сондай­ақ` is drawn with a hyphen.
 */
export class Writer {
  text = '';
  private readonly soft: string | undefined;

  constructor(areDrawn = false) {
    this.soft = areDrawn ? '-' : undefined;
  }

  put(text: string): void {
    this.text += text;
  }

  /** A line of running text. */
  line({ tokens, box, baseline }: InkLine): Line {
    return { tokens: tokens.map((token, index) => this.token(token, index)), box, baseline };
  }

  /**
   * The lines of a cell: a space between them, nothing after a hyphen or a slash that ends part of a word, nor before a
   * mark that was wrapped: `8962,0` / `3)`. A soft hyphen prints only where it breaks a word, which is whole again.
   */
  cell(lines: readonly InkLine[]): Line[] {
    const from = this.text.length;
    const largest = Math.max(...lines.map(sizeOf));
    let size = 0;
    return lines.map((line, at) => {
      const isMark = at > 0 ? isWrappedMark(line, size > 0 ? size : largest) : isFirstMark(line, largest);
      const isInWord = ENDS_INSIDE_WORD.test(lines[at - 1]?.tokens.at(-1)?.text ?? '');
      if (at > 0 && this.text.length > from && !isMark && !isInWord) this.text += ' ';
      if (!isMark) size = sizeOf(line);
      const tokens = line.tokens.map((token, index) => {
        const own = withDistance(token, line.tokens[index - 1]);
        return this.token(isMark ? raised(own) : own, index, '');
      });
      const { box, baseline, page } = line;
      return { tokens, box, baseline, ...(page === undefined ? {} : { page }) };
    });
  }

  private token(token: InkToken, index: number, softHyphen = '\u00ad'): Token {
    const joined = token.joined && index > 0;
    if (index > 0 && !joined) this.text += ' ';
    const start = this.text.length;
    const text = token.text.replace(SOFT_HYPHENS, this.soft ?? softHyphen);
    this.text += text;
    return placed({ ...token, text, joined }, { start, end: this.text.length });
  }
}

/** A line that is no part of the text: its tokens stand nowhere in it. */
export function unwritten({ tokens, box, baseline }: InkLine, at: number): Line {
  return { tokens: tokens.map((token) => placed(token, { start: at, end: at })), box, baseline };
}

function placed({ text, box, print, joined, remark }: InkToken, span: Span): Token {
  return { text, span, box, print, joined, ...(remark === undefined ? {} : { remark }) };
}

function sizeOf({ tokens }: InkLine): number {
  return tokens[0]?.print.size ?? 0;
}

/** A line much smaller than the one before it, and short. */
function isWrappedMark(line: InkLine, size: number): boolean {
  const length = line.tokens.reduce((sum, { text }) => sum + text.length, 0);
  return length <= LONGEST_MARK && sizeOf(line) < SETTINGS.markSize.value * size;
}

function isFirstMark(line: InkLine, largest: number): boolean {
  return isWrappedMark(line, largest) && DIGITS.test(line.tokens.map(({ text }) => text).join(''));
}

function raised(token: InkToken): InkToken {
  return { ...token, print: { ...token.print, stands: 'raised' } };
}

/**
 * A space in a number is narrow: digits that stand further off are another number, one beside the table or of a column
 * that was not seen, and 14 beside 700 is not 14700.
 */
function withDistance(token: InkToken, before: InkToken | undefined): InkToken {
  if (before === undefined || token.spaced || token.joined) return token;
  const widest = SETTINGS.widestInNumber.value * token.print.size + SETTINGS.perSpacing.value * token.spacing;
  if (token.box.left - before.box.right < widest) return token;
  if (!ENDS_IN_DIGIT.test(before.text) || !BEGINS_WITH_DIGIT.test(token.text)) return token;
  const says = `"${token.text}" far beside "${before.text}", further than digits of one number stand`;
  const remark: PrintRemark = { says, stops: true };
  return { ...token, remark };
}
