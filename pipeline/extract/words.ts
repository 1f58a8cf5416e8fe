import { matchesOf } from '../page/matches.ts';
import type { Extent } from '../page/place.ts';

/** A word of a line of text; its places are counted in characters from the line's start, its right behind its last. */
export interface Word extends Extent {
  readonly text: string;
}

const WORD = /\S+/g;

/** The words of a line, parted by white space of every kind: what a line of text that keeps its columns is read from. */
export function wordsIn(line: string): readonly Word[] {
  return matchesOf(WORD, line).map(({ 0: text, index }) => ({
    text,
    left: index,
    right: index + text.length,
  }));
}
