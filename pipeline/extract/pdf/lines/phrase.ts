import type { Span } from '../../../page/place.ts';

/** A stretch of text that knows which of its characters are set as superscript. */
export interface Phrase {
  readonly text: string;
  /** UTF-16 offsets in `text`. */
  readonly raised: readonly Span[];
}

export const EMPTY: Phrase = { text: '', raised: [] };

/** One phrase after the other, with `separator` between them. */
export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  const [first] = phrases;
  if (first === undefined) return EMPTY;
  if (phrases.length === 1) return first;
  let text = '';
  const raised: Span[] = [];
  for (const [index, phrase] of phrases.entries()) {
    if (index > 0) text += separator;
    for (const { start, end } of phrase.raised)
      raised.push({ start: text.length + start, end: text.length + end });
    text += phrase.text;
  }
  return { text, raised };
}
