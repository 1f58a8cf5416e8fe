import type { TextLayer } from '../../extract/text-layer.ts';
import { LINE_HYPHEN } from './broken-words.ts';
import type { Division } from './division.ts';
import type { ProseLine } from './lines.ts';
import type { ProseOwned, ProseText } from './paragraph.ts';

/** Gives every line before the annexes to the decree, a heading or a paragraph, in the order of the source. */
export function ownersOf({ decree, headings, paragraphs }: Division): readonly ProseOwned[] {
  const owned = (element: string, lines: readonly ProseLine[]): readonly ProseOwned[] => {
    const [first, last] = [lines[0], lines.at(-1)];
    return first === undefined || last === undefined ? [] : [{ element, start: first.start, end: last.end }];
  };
  return [
    ...owned('decree', decree.flat()),
    ...headings.flatMap(({ heading }) => owned('heading', heading.lines)),
    ...paragraphs.flatMap(({ blocks }) => owned('paragraph', blocks.flat())),
  ].sort((a, b) => a.start - b.start);
}

/**
 * Makes sure that repaired text holds exactly the ink of the lines it was read from: words change their places,
 * hyphens by which lines broke words go, and nothing else changes. Anything else is a fault of this program, not of the source.
 */
export function assertSameInk(
  layer: TextLayer,
  lines: readonly ProseLine[],
  taken: string,
  { text, origins }: ProseText,
): void {
  const start = lines[0]?.start ?? 0;
  const seen = new Uint8Array((lines.at(-1)?.end ?? start) - start);
  let count = taken.length;
  for (let index = 0; index < text.length; index += 1) {
    const origin = origins[index] ?? -1;
    if (origin < 0) continue;
    if (layer.text[origin] !== text[index] || seen[origin - start] !== 0) {
      throw new Error(`the text of line ${lines[0]?.number} changed at "${text.slice(index, index + 20)}"`);
    }
    seen[origin - start] = 1;
    count += 1;
  }
  const ink = lines.reduce((sum, line) => sum + inkIn(line.text), 0);
  if (ink !== count) throw new Error(`line ${lines[0]?.number}: ${ink} characters became ${count}`);
}

function inkIn(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charAt(index) !== ' ') count += 1;
  return text.endsWith(LINE_HYPHEN) ? count - 1 : count;
}
