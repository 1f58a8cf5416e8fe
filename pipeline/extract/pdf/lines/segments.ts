import type { TextLine, Word } from './lines.ts';

/** A gap this wide, in em, is clearly wider than a space between words; letter spacing widens both. */
const CLEAR_GAP = 0.45;
const PER_SPACING = 2.8;
/** In a justified line every gap is wide; one that ends a cell is wider still than most of them. */
const WIDER_THAN_MOST = 1.6;
const WIDEST_JUSTIFIED = 0.7;
const UNEVEN = 2.5;
const WORDS_OF_A_SENTENCE = 5;
/** Cuts a line where its words stand further apart than words of a text do. */
export function segmentsOf(line: TextLine): TextLine[] {
  const limit = clearGap(line);
  const segments: TextLine[] = [];
  let from = 0;
  for (const [index, word] of line.words.entries()) {
    const next = line.words[index + 1];
    if (next !== undefined && (next.followsSpace || next.left - word.right < limit)) continue;
    segments.push(partOf(line, line.words.slice(from, index + 1)));
    from = index + 1;
  }
  return segments;
}

function clearGap({ words, size, spacing }: TextLine): number {
  const clear = CLEAR_GAP * size + PER_SPACING * spacing;
  if (words.length < WORDS_OF_A_SENTENCE) return clear;
  const gaps = words.slice(1).map(({ left }, index) => left - (words[index]?.right ?? left));
  const sorted = gaps.sort((one, other) => one - other);
  const usual = sorted[sorted.length >> 2] ?? 0;
  const isJustified = usual < WIDEST_JUSTIFIED * size && (sorted.at(-1) ?? 0) < UNEVEN * usual;
  return isJustified ? Math.max(clear, WIDER_THAN_MOST * usual) : clear;
}

/** Some of a line's words as a line of their own. */
export function partOf(line: TextLine, words: readonly Word[]): TextLine {
  const marked = words.some(({ raised }) => raised.length > 0);
  return {
    ...line,
    words,
    baseline: words[0]?.baseline ?? line.baseline,
    left: words[0]?.left ?? line.left,
    right: Math.max(...words.map(({ right }) => right)),
    overhang: marked ? line.overhang : 0,
  };
}
