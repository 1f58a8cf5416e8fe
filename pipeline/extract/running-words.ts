import { SETTINGS } from './settings.ts';

const WORD = /\p{L}\p{L}/u;
const LETTERS = /\p{L}/gu;

/** What of a piece of text tells words from numbers. */
export interface Counted {
  readonly isWord: boolean;
  readonly letters: number;
  /** Of all its characters. */
  readonly length: number;
}

/** Counts a piece of text once, for all that ask of what it stands with. */
export function counted(text: string): Counted {
  return { isWord: WORD.test(text), letters: text.match(LETTERS)?.length ?? 0, length: text.length };
}

/** Whether what stands in a line is words as those of a text: no label of one word, no number. */
export function areRunningWords(pieces: readonly Counted[]): boolean {
  let [words, letters, length] = [0, 0, 0];
  for (const piece of pieces) {
    if (piece.isWord) words += 1;
    letters += piece.letters;
    length += piece.length;
  }
  return (
    words >= SETTINGS.wordsBeside.value &&
    letters >= SETTINGS.lettersBeside.value &&
    letters >= SETTINGS.letterShare.value * length
  );
}
