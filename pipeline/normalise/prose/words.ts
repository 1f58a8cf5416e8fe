import type { TextLayer } from '../../extract/text-layer.ts';
import type { ProseLine } from './lines.ts';

/** A stretch of ink without white space, or a part of one where words of two places may be glued together. */
export interface Word {
  readonly text: string;
  /** UTF-16 offset of its first character in the text layer. */
  readonly at: number;
  /** Whether it is glued to the word before it in a way that no word is written: `.Word`, `wordWord`, `word30-`. */
  readonly glued: boolean;
  /** What a quote that stands alone must be, by its place: an opening one ends its line, a closing one begins it. */
  readonly quote: 'open' | 'close' | null;
  /** Whether it goes on in the word behind it. */
  readonly opens?: boolean;
}

/** A number whose part stands in the next line, or nowhere: `16-`. */
export const CUT_NUMBER = /\d-$/;
/** Before the number of an act. */
export const NUMBER_SIGN = '№';
const QUOTE = '"';
/** An opening bracket or quote before a letter or a digit. */
const OPENER = /^["(]+(?=[\p{L}\d…])/u;
/** Behind closing punctuation, at a capital within a word, between a letter and a digit. */
const GLUE =
  /(?<=[^\d][.:;)]|^[.:;)])(?=[\p{L}\d])|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Ll})(?=\d)|(?<=\d)(?=\p{Lu})/u;

/** Cuts a line into its words at white space. */
export function wordsOf({
  text,
  start,
  opens,
}: Pick<ProseLine, 'text' | 'start' | 'opens'>): readonly Word[] {
  const words: Word[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    if (to > from) {
      const word = text.slice(from, to);
      const quote = word !== QUOTE ? null : from === 0 ? 'close' : to === text.length ? 'open' : null;
      const goesOn = opens === true && to === text.length;
      words.push({ text: word, at: start + from, glued: false, quote, ...(goesOn && { opens }) });
    }
    from = to + 1;
  }
  return words;
}

/** Cuts words once more, behind opening quotes and brackets and where words of two places may be glued together. */
export function unglued(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word) => {
    if (word.text === QUOTE || word.opens === true) return [word];
    const opener = OPENER.exec(word.text)?.[0] ?? '';
    const cut: Word[] = opener === '' ? [] : [{ text: opener, at: word.at, glued: false, quote: 'open' }];
    let at = word.at + opener.length;
    for (const [index, text] of word.text.slice(opener.length).split(GLUE).entries()) {
      cut.push({ text, at, glued: index > 0 || word.glued, quote: null });
      at += text.length;
    }
    return cut;
  });
}

/** Whether two words may be glued together in one. */
export function isGlued({ text }: Word): boolean {
  return GLUE.test(text);
}

const ONLY_SPACES = /^ *$/;

/** White space between two words that follow each other in one line of the source; null if they do not. */
export function spacesBetween({ text }: TextLayer, left: Word, right: Word): number | null {
  const end = left.at + left.text.length;
  const spaces = right.at - end;
  if (spaces < 0) return null;
  return ONLY_SPACES.test(text.slice(end, right.at)) ? spaces : null;
}

const CLOSING = ',.;:)]!?';

/** Whether a word begins with punctuation that no space stands before. */
export function beginsClosing({ text }: Word): boolean {
  const first = text.charAt(0);
  return CLOSING.includes(first) || (first === QUOTE && text.length > 1 && CLOSING.includes(text.charAt(1)));
}
