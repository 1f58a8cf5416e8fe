import type { ProseLine } from './lines.ts';

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

const STEM = 6;
const NUMBER = /^\d+$/;
const LETTER = /\p{L}/u;

/** Prepares the questions; lines are joined when the first is asked, since most documents ask few. */
export function attestedIn(lines: readonly ProseLine[]): Attested {
  let joined: string | undefined;
  const text = (): string => {
    joined ??= ` ${lines.map((line) => line.text).join(' ')} `;
    return joined;
  };
  return {
    title: (words) => text().includes(`"${words.join(' ')}"`),
    sequence: (first, second, third) => LETTER.test(second) && follow(text(), first, second, third),
  };
}

function follow(text: string, first: string, second: string, third: string): boolean {
  const middle = ` ${second} `;
  for (let at = text.indexOf(middle); at >= 0; at = text.indexOf(middle, at + 1)) {
    const before = text.slice(text.lastIndexOf(' ', at - 1) + 1, at);
    const behind = text.slice(at + middle.length, text.indexOf(' ', at + middle.length));
    const begins = NUMBER.test(third) ? NUMBER.test(behind) : behind.startsWith(third.slice(0, STEM));
    if (begins && (NUMBER.test(first) ? NUMBER.test(before) : before === first)) return true;
  }
  return false;
}
