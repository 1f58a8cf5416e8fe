import type { TextLayer } from '../../extract/text-layer.ts';

/** A printed line of running text, without the white space around it. */
export interface ProseLine {
  /** 1-based in the text layer. */
  readonly number: number;
  readonly page: number;
  /** UTF-16 offsets of its ink in the text layer. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it begins a paragraph, a list item or a heading: six spaces, where the typesetting has them. */
  readonly indented: boolean;
  /** Whether it begins with white space that is no indent: what a link left that was first in its line. */
  readonly leadingSpace: boolean;
  /** Empty lines before it: one within a paragraph is the trace of a displaced link, three are a page break. */
  readonly emptyBefore: number;
  /** Whether it ends with a space, as a line does that is wrapped and keeps its own words to its end. */
  readonly spaceAfter: boolean;
}

const SMALLEST_INDENT = 3;

/** The lines of a text layer that have ink, between two offsets. */
export function proseLines({ text, lines }: TextLayer, from: number, end: number): readonly ProseLine[] {
  const kept: ProseLine[] = [];
  let emptyBefore = 0;
  for (const line of lines) {
    if (line.start < from) continue;
    if (line.start >= end) break;
    const raw = text.slice(line.start, Math.min(line.end, end));
    const inked = raw.trim();
    if (inked === '') {
      emptyBefore += 1;
      continue;
    }
    const indent = raw.length - raw.trimStart().length;
    kept.push({
      number: line.number,
      page: line.page,
      start: line.start + indent,
      end: line.start + indent + inked.length,
      text: inked,
      indented: indent >= SMALLEST_INDENT,
      leadingSpace: indent > 0 && indent < SMALLEST_INDENT,
      emptyBefore,
      spaceAfter: raw.endsWith(' '),
    });
    emptyBefore = 0;
  }
  return kept;
}

/** Habits of a typesetting that tell a wrapped line from a hard break. */
export interface Habits {
  readonly indents: boolean;
  readonly spacesAfterWrap: boolean;
}

const SOME = 0.1;
const ALL_BUT_FEW = 0.95;

/** Whether this typesetting indents paragraphs, and whether it leaves a space where it wraps a line and there only. */
export function habitsOf(lines: readonly ProseLine[]): Habits {
  const share = (test: (line: ProseLine) => boolean): number =>
    lines.filter(test).length / Math.max(1, lines.length);
  const spaced = share((line) => line.spaceAfter);
  return {
    indents: share((line) => line.indented) > SOME,
    spacesAfterWrap: spaced > SOME && spaced < ALL_BUT_FEW,
  };
}
