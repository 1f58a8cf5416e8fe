import type { TextLayer } from '../extract/text-layer.ts';

/** How much white space stands before a character: nothing, a space, a line break, or a certain cell break. */
export const Gap = { none: 0, space: 1, line: 2, cell: 3 } as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/**
 * The text without its white space: one entry for each printed character. Letter-spacing, wrapping, empty
 * lines and page breaks differ only in white space, so `Б а т ы с  \nҚазақстан` and `Батыс Қазақстан` have
 * the same ink.
 */
export interface Ink {
  /** The printed characters, look-alikes folded together; same length as `offsets`. */
  readonly folded: string;
  /** UTF-16 offset of each character in the text layer. */
  readonly offsets: Int32Array;
  /** White space before each character. */
  readonly gaps: Uint8Array;
}

/** Latin letters, dashes and quotes that print like another character, and the one they are folded to. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('ABCEHIKMOPTXYaceiopxyËë', 'АВСЕНІКМОРТХУасеіорхуЁё'),
  ...pairs('‐‑‒–—―−﹣－', '---------'),
  ...pairs('«»“”„‟″', '"""""""'),
  ...pairs('‘’‚‛′`´', "'''''''"),
]);

function pairs(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].map((character, index) => [character, target[index] ?? character]);
}

/** Folds characters that print alike: `белсендi` with a Latin i equals `белсенді`. Keeps the length. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += LOOK_ALIKES.get(character) ?? character;
  return folded;
}

/** The ink of a declared phrase: folded, without white space. */
export function inkOf(phrase: string): string {
  return fold(phrase.normalize('NFC')).replace(/\s+/g, '');
}

/** Takes the white space out of a text layer and remembers where every character stood. */
export function takeInk({ text, evidence }: TextLayer): Ink {
  const offsets = new Int32Array(text.length);
  const gaps = new Uint8Array(text.length);
  const kept: string[] = [];
  let gap: Gap = Gap.none;
  let breaks = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (evidence.cellBreaks[breaks] === offset) {
      gap = Gap.cell;
      breaks += 1;
    } else if (character === '\n') {
      gap = gap === Gap.cell ? gap : Gap.line;
    } else if (character === ' ' || character === '\t') {
      gap = gap === Gap.none ? Gap.space : gap;
    } else {
      offsets[kept.length] = offset;
      gaps[kept.length] = gap;
      kept.push(LOOK_ALIKES.get(character) ?? character);
      gap = Gap.none;
    }
  }
  const length = kept.length;
  return { folded: kept.join(''), offsets: offsets.slice(0, length), gaps: gaps.slice(0, length) };
}

/** The offset after the last character of the ink before `index`. */
export function offsetAfter(ink: Ink, index: number): number {
  return index <= 0 ? 0 : (ink.offsets[index - 1] ?? 0) + 1;
}
