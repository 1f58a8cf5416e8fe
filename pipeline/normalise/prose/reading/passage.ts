import type { QuantityWords } from '../../../locale/quantity-words.ts';
import { remembered } from '../../../page/remembered.ts';
import type { Paragraph } from '../paragraph.ts';
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

/**
 * Lower case, homoglyphs undone; as long as the text, so that offsets hold in both.
 * A letter whose lower case is longer than one unit stays as it is.
 */
export function fold(text: string, { homoglyphs }: Pick<QuantityWords, 'homoglyphs'>): string {
  const known = foldedIn(homoglyphs);
  let folded = '';
  for (const character of text) {
    let own = known.get(character);
    if (own === undefined) {
      const lower = character.toLowerCase();
      const alike = homoglyphs.get(lower) ?? lower;
      own = alike.length === character.length ? alike : character;
      known.set(character, own);
    }
    folded += own;
  }
  return folded;
}

/** The characters that were folded in a language before. */
const foldedIn = remembered((_homoglyphs: QuantityWords['homoglyphs']) => new Map<string, string>());
