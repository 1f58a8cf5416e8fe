import type { ProseLine } from './lines.ts';

/**
 * What the rest of the document says about words whose place is in question: how titles read where they stand
 * whole, and which words follow each other.
 */
export interface Attested {
  /** Whether words stand between quotes somewhere. */
  readonly title: (words: readonly string[]) => boolean;
  /** Whether three words follow each other somewhere; the ending of the last and the digits of numbers may differ. */
  readonly sequence: (first: string, second: string, third: string) => boolean;
}

const STEM = 6;

/** Prepares the questions; lines are joined when the first is asked, since most documents ask few. */
export function attestedIn(lines: readonly ProseLine[]): Attested {
  let joined: string | undefined;
  const text = (): string => {
    joined ??= lines.map((line) => line.text).join(' ');
    return joined;
  };
  return {
    title: (words) => text().includes(`"${words.join(' ')}"`),
    sequence: (first, second, third) =>
      /\p{L}/u.test(second) &&
      new RegExp(`(?<![\\p{L}\\d])${pattern(first)} ${pattern(second)} ${pattern(stemOf(third))}`, 'u').test(
        text(),
      ),
  };
}

function stemOf(word: string): string {
  return /^\d/.test(word) ? word : word.slice(0, STEM);
}

function pattern(word: string): string {
  return word.replace(/[^\p{L}\d]/gu, '\\$&').replace(/\d+/g, '\\d+');
}
