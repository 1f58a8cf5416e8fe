import type { QuantityWords } from '../../../locale/quantity-words.ts';
import type { Paragraph } from '../paragraph.ts';
import { fold } from './folding.ts';
import { type Structure, structureOf } from './structure.ts';
import { type Time, timesOf } from './times.ts';

/** A paragraph with what the readers of figures and of citations both look for in it. */
export interface Passage {
  /** Number of the paragraph. */
  readonly number: number;
  readonly text: string;
  /** The text in lower case, homoglyphs undone; offsets hold in both. */
  readonly folded: string;
  readonly structure: Structure;
  readonly times: readonly Time[];
}

/** Looks a paragraph over, once for all that is read in it. */
export function passageOf(
  { number, text }: Pick<Paragraph, 'number' | 'text'>,
  words: QuantityWords,
): Passage {
  const folded = fold(text, words);
  return {
    number,
    text,
    folded,
    structure: structureOf(text, words.abbreviations),
    times: timesOf(folded, words.calendar),
  };
}
