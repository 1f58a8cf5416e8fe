import type { Span } from '../page/place.ts';
import type { Remark } from './text-layer.ts';

/** A stretch of text that knows which of its characters are set as superscript, and what is to be said of them. */
export interface Phrase {
  readonly text: string;
  /** UTF-16 offsets in `text`. */
  readonly raised: readonly Span[];
  readonly remarks: readonly Remark[];
}

const NONE: readonly never[] = [];

export const EMPTY: Phrase = { text: '', raised: NONE, remarks: NONE };

/** One phrase after the other, with `separator` between them. */
export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  const [first] = phrases;
  if (first === undefined) return EMPTY;
  if (phrases.length === 1) return first;
  let text = '';
  const raised: Span[] = [];
  let remarks: readonly Remark[] = NONE;
  for (const [index, phrase] of phrases.entries()) {
    if (index > 0) text += separator;
    for (const span of phrase.raised) raised.push(movedBy(span, text.length));
    if (phrase.remarks.length > 0) {
      const offset = text.length;
      remarks = [...remarks, ...phrase.remarks.map((remark) => movedBy(remark, offset))];
    }
    text += phrase.text;
  }
  return { text, raised, remarks };
}

/** A stretch of a text that stands further on in another. */
export function movedBy<S extends Span>(span: S, offset: number): S {
  return { ...span, start: offset + span.start, end: offset + span.end };
}
