import type { ProseLine } from './lines.ts';

/**
 * What the rest of the document says about words whose place is in question: how titles read where they stand
 * whole, and which words follow each other.
 */
export interface Attested {
  /** Whether words stand between quotes somewhere. */
  readonly title: (words: readonly string[]) => boolean;
  /** Whether three words follow each other somewhere; endings of the last and the digits of numbers may differ. */
  readonly sequence: (first: string, second: string, third: string) => boolean;
}

const STEM = 6;

/** Gathers it; the work is done when the first question is asked, since most lines ask none. */
export function attestedIn(lines: readonly ProseLine[]): Attested {
  let titles: ReadonlySet<string> | undefined;
  let sequences: ReadonlySet<string> | undefined;
  return {
    title: (words) => {
      titles ??= titlesOf(lines);
      return titles.has(words.join(' '));
    },
    sequence: (...words) => {
      sequences ??= sequencesOf(lines);
      return sequences.has(keyOf(...words));
    },
  };
}

function titlesOf(lines: readonly ProseLine[]): ReadonlySet<string> {
  const text = lines.map((line) => line.text).join(' ');
  return new Set([...text.matchAll(/"([^" ][^"]{2,200}[^" ])"/g)].map(([, title = '']) => title));
}

function sequencesOf(lines: readonly ProseLine[]): ReadonlySet<string> {
  const words = lines.flatMap(({ text }) => text.split(' ')).filter((word) => word !== '');
  return new Set(
    words.slice(2).map((word, index) => keyOf(words[index] ?? '', words[index + 1] ?? '', word)),
  );
}

function keyOf(first: string, second: string, third: string): string {
  return `${bare(first)} ${bare(second)} ${bare(third).slice(0, STEM)}`;
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\d-]/gu, '')
    .replace(/\d+/g, '#');
}
