import type { Habits, ProseLine } from './lines.ts';

const NUMBER = /^(\d{1,4})\.(?=\s|$)/;
const ITEM = /^(?:\d{1,2}\)|[-–—•])(?=\s)/;
/** What a paragraph, an item or a line before a list ends with; a heading ends with none of these. */
const CLOSED = /[.,;:!?)"»–-]$/;
/** The end of a sentence or an item; displaced words may stand behind it (`.Word`). */
const HARD_END = /[.;:](?:[\p{L}\d][^.;:]{0,40})?$/u;

/** The number that a line begins with as a paragraph does (`5. `). */
export function numberOf(line: ProseLine | undefined): number | undefined {
  const digits = line === undefined ? undefined : NUMBER.exec(line.text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a line begins with the marker of a list item (`1) `, `- `). */
export function isItem({ text }: ProseLine): boolean {
  return ITEM.test(text);
}

/** Whether a line ends as running text does where it ends. */
export function closedBy(line: ProseLine | undefined): boolean {
  return line === undefined || CLOSED.test(line.text);
}

/** Whether a sentence or an item ends with a line, or before words that were moved behind its end. */
export function endsSentence({ text }: ProseLine): boolean {
  return HARD_END.test(text);
}

/** Tells where a paragraph, an item or a heading can begin: at an indent, or behind the end of a sentence. */
export function beginnings(lines: readonly ProseLine[], { indents }: Habits): (index: number) => boolean {
  return (index) => {
    const [before, line] = [lines[index - 1], lines[index]];
    if (before === undefined || line === undefined) return true;
    return indents ? line.indented : endsSentence(before);
  };
}
