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
}

const QUOTE = '"';
/** An opening bracket or quote before a letter or a digit. */
const OPENER = /^["(]+(?=[\p{L}\d…])/u;
/** Behind closing punctuation, at a capital within a word, between a letter and a digit. */
const GLUE =
  /(?<=[^\d][.:;)]|^[.:;)])(?=[\p{L}\d])|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Ll})(?=\d)|(?<=\d)(?=\p{Lu})/u;

/** A word as most are: nothing in it can be glued. */
const PLAIN = /^\p{L}\p{Ll}*[,.;:]?$/u;

/** Cuts a line into its words. */
export function wordsOf(line: ProseLine): readonly Word[] {
  const words: Word[] = [];
  for (const match of line.text.matchAll(/\S+/g)) {
    const [text] = match;
    const at = line.start + match.index;
    if (text === QUOTE) {
      const quote = match.index === 0 ? 'close' : match.index === line.text.length - 1 ? 'open' : null;
      words.push({ text, at, glued: false, quote });
      continue;
    }
    if (PLAIN.test(text)) {
      words.push({ text, at, glued: false, quote: null });
      continue;
    }
    const opener = OPENER.exec(text)?.[0] ?? '';
    if (opener !== '') words.push({ text: opener, at, glued: false, quote: 'open' });
    let start = at + opener.length;
    for (const [index, piece] of text.slice(opener.length).split(GLUE).entries()) {
      words.push({ text: piece, at: start, glued: index > 0, quote: null });
      start += piece.length;
    }
  }
  return words;
}

/** White space between two words that follow each other in one line of the source; null if they do not. */
export function spacesBetween({ text }: TextLayer, left: Word, right: Word): number | null {
  const end = left.at + left.text.length;
  if (right.at < end) return null;
  for (let offset = end; offset < right.at; offset += 1) if (text.charAt(offset) !== ' ') return null;
  return right.at - end;
}
