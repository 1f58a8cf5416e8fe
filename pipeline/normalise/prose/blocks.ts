import type { TextLayer } from '../../extract/text-layer.ts';
import { joinBlocks } from './joining.ts';
import type { Block, ProseText } from './paragraph.ts';
import type { Word } from './words.ts';

const MARKER = /^(?:\d{1,2}[.)]|[-–—•])$/;

/** Joins the blocks of a paragraph and tells running text from list items. */
export function paragraphOf(
  layer: TextLayer,
  blocks: readonly (readonly Word[])[],
): ProseText & { readonly blocks: readonly Block[] } {
  const { prose, starts } = joinBlocks(layer, withRoles(blocks));
  const pieces: Block[] = [];
  for (const [index, words] of blocks.entries()) {
    const start = starts[index] ?? 0;
    const to = (starts[index + 1] ?? prose.text.length + 1) - 1;
    const marker = markerOf(words);
    const before = pieces.at(-1);
    // A list without markers follows a colon; its items end with semicolons, the last with a full stop.
    const listed =
      prose.text[to - 1] === ';' || (before !== undefined && ':;'.includes(prose.text[before.to - 1] ?? ' '));
    const from = marker === null ? start : start + marker.length + 1;
    pieces.push({ kind: marker !== null || (index > 0 && listed) ? 'item' : 'text', marker, from, to });
  }
  return { ...prose, blocks: pieces };
}

/** The marker that a list item begins with. */
function markerOf(words: readonly Word[]): string | null {
  const text = words[0]?.text ?? '';
  return words.length > 1 && MARKER.test(text) ? text : null;
}

/** Where all quotes of a paragraph come in pairs, what each that stands alone must be: `жерінен " сенім телефонына"`. */
function withRoles(blocks: readonly (readonly Word[])[]): readonly (readonly Word[])[] {
  if (!quotesPair(blocks)) return blocks;
  let before = 0;
  return blocks.map((words) =>
    words.map((word) => {
      const quote = before % 2 === 0 ? 'open' : 'close';
      before += quotesIn(word);
      return word.text === '"' ? { ...word, quote } : word;
    }),
  );
}

/** Quotes that stand alone within their lines where nothing tells whether they open or close. */
export function unsureQuotes(blocks: readonly (readonly Word[])[]): readonly Word[] {
  return quotesPair(blocks) ? [] : blocks.flat().filter(({ text, quote }) => text === '"' && quote === null);
}

function quotesPair(blocks: readonly (readonly Word[])[]): boolean {
  return blocks.flat().reduce((sum, word) => sum + quotesIn(word), 0) % 2 === 0;
}

function quotesIn({ text }: Word): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}
