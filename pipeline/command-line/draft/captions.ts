import { type Block, linesOf } from '../../page/source.ts';
import type { Line, Token } from '../../page/token.ts';
import { levelText } from './seen-cells.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** A text above a table that may be its title, or the beginning of it. */
export interface Caption {
  readonly text: string;
  /** How large it is printed. */
  readonly size: number;
  /** Which paragraph above the table it stands in, counted from the top; lines of one may be read on. */
  readonly paragraph: number;
}

/** What has captions: a table, or a part of one on another page. */
export interface Captioned {
  /** The lines above it that may be its title, from the top. */
  readonly captions: readonly Caption[];
}

/** The last lines above a table, up to the table before it: furniture too, a title often runs on every page. */
export function captionsAbove(blocks: readonly Block[]): readonly Caption[] {
  const before = blocks.findLastIndex(({ kind }) => kind === 'table');
  const lines = blocks
    .slice(before + 1)
    .flatMap((block, paragraph) =>
      block.kind === 'unseen' ? [] : linesOf(block).map((line) => ({ line, paragraph })),
    );
  return lines
    .slice(-DRAFT_SETTINGS.captionLines.value)
    .flatMap(({ line, paragraph }) => captionsIn(line, paragraph));
}

/** The texts of a line; what stands far from the words before it, such as a date at the margin, is a text of its own. */
export function captionsIn(line: Line, paragraph: number): readonly Caption[] {
  const segments = segmentsOf(line);
  return segments.flatMap((tokens, index) => {
    const text = levelText({ ...line, tokens });
    const size = Math.max(...tokens.map(({ print }) => print.size));
    // Texts beside each other are not read on.
    const own = segments.length === 1 ? paragraph : paragraph + (index + 1) / (segments.length + 1);
    return /\p{L}/u.test(text) ? [{ text, size, paragraph: own }] : [];
  });
}

function segmentsOf({ tokens }: Line): readonly (readonly Token[])[] {
  const segments: Token[][] = [];
  for (const token of tokens) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = token.box === undefined || before?.box === undefined ? 0 : token.box.left - before.box.right;
    if (last === undefined || gap > DRAFT_SETTINGS.captionGap.value * token.print.size)
      segments.push([token]);
    else last.push(token);
  }
  return segments;
}
