import type { TextLayer } from '../../extract/text-layer.ts';
import { LINE_HYPHEN } from './broken-words.ts';
import type { ProseText } from './paragraph.ts';
import { beginsClosing, CUT_NUMBER, spacesBetween, type Word } from './words.ts';

const OPENING_BRACKET = /[([]$/;
/** A hyphen or a slash that belongs to the word it stands behind: a line was broken after it. */
const BROKEN_BEHIND = /(?:[\p{L}\d%][-\u2010]|[\p{L}\d]\/)$/u;
const HYPHEN_BEFORE = /^-\p{L}/u;
const NUMBER_BEHIND = /[\d%]$/;

/**
 * Whether white space stands between two words. None stands before closing punctuation. Words that follow each
 * other in the source keep what stands there; between others (a line was wrapped, or words were moved) there is a
 * space, but not behind an opening bracket or quote, or at a hyphen or slash that a line's end cut.
 */
function spaced(layer: TextLayer, left: Word, right: Word): boolean {
  if (left.text.endsWith(LINE_HYPHEN) || left.opens === true) return false;
  if (beginsClosing(right)) return false;
  const isEmptyPair = left.quote === 'open' && right.quote === 'close';
  if (!isEmptyPair && (left.quote === 'open' || right.quote === 'close')) return false;
  if (OPENING_BRACKET.test(left.text) || isCut(left, right)) return false;
  const spaces = spacesBetween(layer, left, right);
  if (spaces !== null) return spaces > 0;
  return !BROKEN_BEHIND.test(left.text);
}

/** Whether a line once ended where two words meet, at the hyphen of a number: `2009-` / `2011`, `82 %` / `-ын`. */
function isCut({ text: left }: Word, { text: right }: Word): boolean {
  if (HYPHEN_BEFORE.test(right)) return NUMBER_BEHIND.test(left);
  return (CUT_NUMBER.test(left) && /^\d/.test(right)) || (left.endsWith('%-') && /^\p{L}/u.test(right));
}

/** Joins words in the order in which they are read. */
export function join(layer: TextLayer, words: readonly Word[]): ProseText {
  return joinBlocks(layer, [words]).prose;
}

/** Joins blocks, each on a line of its own, and tells where each stands in the text. */
export function joinBlocks(
  layer: TextLayer,
  blocks: readonly (readonly Word[])[],
): { readonly prose: ProseText; readonly starts: readonly number[] } {
  const most = blocks.reduce(
    (sum, words) => words.reduce((length, { text }) => length + text.length + 1, sum),
    0,
  );
  const origins = new Int32Array(most).fill(-1);
  const starts: number[] = [];
  let text = '';
  for (const [index, words] of blocks.entries()) {
    if (index > 0) text += '\n';
    starts.push(text.length);
    let left: Word | undefined;
    for (const word of words) {
      if (left !== undefined && spaced(layer, left, word)) text += ' ';
      const said = word.text.endsWith(LINE_HYPHEN) ? word.text.slice(0, -1) : word.text;
      for (let offset = 0; offset < said.length; offset += 1)
        origins[text.length + offset] = word.at + offset;
      text += said;
      left = word;
    }
  }
  return { prose: { text, origins: origins.slice(0, text.length) }, starts };
}
