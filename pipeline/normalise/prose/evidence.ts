import { SETTINGS } from './settings.ts';
/**
 * What the rest of the document says about words whose place is in question: how titles read where they stand
 * whole, and which words follow each other.
 */
export interface Attested {
  /** Whether words stand between quotes somewhere. */
  readonly title: (words: readonly string[]) => boolean;
  /** Whether three words follow each other somewhere; the ending of the last may differ, and so may numbers. */
  readonly sequence: (first: string, second: string, third: string) => boolean;
}

const STEM = SETTINGS.stem.value;
const NUMBER = /^\d+$/;
const LETTER = /\p{L}/u;
const LAST_WORD = /(?<!\S)(\S+)\s+$/;
const FIRST_WORD = /^\s+(\S+)/;
/** No word and no white space between two words is longer. */
const REACH = SETTINGS.wordReach.value;

/** Asks a document's text. */
export function attestedIn(text: string): Attested {
  return {
    title: (words) => text.includes(`"${words.join(' ')}"`),
    sequence: (first, second, third) => LETTER.test(second) && follow(text, first, second, third),
  };
}

function follow(text: string, first: string, second: string, third: string): boolean {
  for (let at = text.indexOf(second); at >= 0; at = text.indexOf(second, at + 1)) {
    const end = at + second.length;
    const before = LAST_WORD.exec(text.slice(Math.max(0, at - REACH), at))?.[1] ?? '';
    const behind = FIRST_WORD.exec(text.slice(end, end + REACH))?.[1] ?? '';
    const ends = NUMBER.test(third) ? NUMBER.test(behind) : behind.startsWith(third.slice(0, STEM));
    if (ends && (NUMBER.test(first) ? NUMBER.test(before) : before === first)) return true;
  }
  return false;
}
