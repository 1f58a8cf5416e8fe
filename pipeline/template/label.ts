import { inkOf } from '../locale/look-alikes.ts';

/** A declared label, ready to be matched. */
export interface Label {
  /** The ink of each word, and of each part of one that has hyphens or slashes: a line may end behind it. */
  readonly words: readonly string[];
  /** The ink of all words. */
  readonly ink: string;
  /** Footnote marks that the label carries somewhere. */
  readonly marks: readonly string[];
}

/** Between words, and behind a hyphen or a slash. */
const WHERE_LINES_END = /\s+|(?<=\S[-/])(?=\S)/;

/** Makes a label of its text. */
export function labelOf(text: string, marks: readonly string[] = []): Label {
  return { words: text.trim().split(WHERE_LINES_END).map(inkOf), ink: inkOf(text), marks };
}
