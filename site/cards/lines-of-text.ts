import type { Font } from './font.ts';

/** A text in lines, at a size at which it fits. */
export interface Fitted {
  readonly lines: readonly string[];
  readonly size: number;
}

/** Where a text stands: its width, the most lines, and the sizes to try, the greatest first. */
export interface Room {
  readonly width: number;
  readonly most: number;
  readonly sizes: readonly [number, ...number[]];
}

/**
 * A text broken into lines at its spaces, at the greatest size at which it fits; what does not fit at the smallest ends
 * with an ellipsis.
 */
export function fitted(text: string, font: Font, { width, most, sizes }: Room): Fitted {
  for (const size of sizes) {
    const lines = broken(text, font, width, size);
    if (lines.length <= most && lines.every((line) => font.width(line, size) <= width))
      return { lines, size };
  }
  const size = sizes.at(-1) ?? sizes[0];
  const lines = broken(text, font, width, size);
  const rest = lines.slice(most - 1).join(' ');
  return { lines: [...lines.slice(0, most - 1), cut(rest, font, width, size)], size };
}

function broken(text: string, font: Font, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && font.width(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(text: string, font: Font, width: number, size: number): string {
  if (font.width(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && font.width(`${letters.join('').trimEnd()}…`, size) > width) letters.pop();
  return `${letters.join('').replace(/[\s,;:·–-]+$/u, '')}…`;
}
