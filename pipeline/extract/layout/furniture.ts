import { textOf } from '../../page/token.ts';
import type { PrintedLine } from './lines.ts';
import type { DraftBlock, DraftPage } from './page.ts';
import { SETTINGS } from './settings.ts';

/** Furniture returns on two pages at least. */
const FEWEST_PAGES = 2;
/** A page number may be part of a word: `3/24`. */
const TOKENS = /\p{Nd}+|[^\s\p{Nd}]+/gu;
const NUMBER = /^\p{Nd}+$/u;

interface Candidate {
  readonly page: number;
  readonly index: number;
  readonly line: PrintedLine;
  readonly tokens: readonly string[];
  /** Distance to the text it would be furniture of, in em. */
  readonly apart: number;
}

/**
 * Takes running heads and page numbers out of the blocks of the pages: the outermost line of a page, which stands at the
 * same place with the same words on the other pages, or with a number that grows as the pages do.
 */
export function furnitureOf(pages: readonly DraftPage[]): readonly DraftPage[] {
  let bare = pages;
  for (let found = true; found; ) {
    const dropped = [...repeated(edgeLines(bare, 'top'), bare), ...repeated(edgeLines(bare, 'bottom'), bare)];
    found = dropped.length > 0;
    if (!found) break;
    const gone = new Set(dropped.map(({ line }) => line));
    bare = bare.map((page) => {
      const isGone = (block: DraftBlock): boolean => block.kind === 'line' && gone.has(block.line);
      const own = page.blocks.flatMap((block) =>
        block.kind === 'line' && isGone(block) ? [block.line] : [],
      );
      if (own.length === 0) return page;
      return {
        ...page,
        blocks: page.blocks.filter((block) => !isGone(block)),
        furniture: [...page.furniture, ...own],
      };
    });
  }
  return bare;
}

function edgeLines(pages: readonly DraftPage[], edge: 'top' | 'bottom'): Candidate[] {
  return pages.flatMap(({ ink, blocks }, index) => {
    const at = edge === 'top' ? 0 : blocks.length - 1;
    const block = blocks[at];
    if (block?.kind !== 'line') return [];
    const { line } = block;
    const inner = blocks[edge === 'top' ? 1 : at - 1];
    const apart =
      inner === undefined ? Infinity : Math.abs(innerEdge(inner, edge) - line.baseline) / line.size;
    return [{ page: ink.number, index, line, tokens: textOf(line.tokens).match(TOKENS) ?? [], apart }];
  });
}

function innerEdge(block: DraftBlock, edge: 'top' | 'bottom'): number {
  return block.kind === 'line' ? block.line.baseline : block.box[edge];
}

/** Those candidates that are certainly furniture. */
function repeated(candidates: readonly Candidate[], pages: readonly DraftPage[]): Candidate[] {
  return candidates.filter((candidate) => {
    const alike = candidates.filter((other) => isAlike(candidate, other));
    if (alike.length < FEWEST_PAGES) return false;
    const varies = alike.some(({ tokens }) => tokens.join(' ') !== candidate.tokens.join(' '));
    const isClear = candidate.apart >= SETTINGS.standsOff.value || alike.length >= SETTINGS.manyPages.value;
    if (!varies && (!isClear || alike.length <= FEWEST_PAGES)) return false;
    const most = SETTINGS.samePages.value;
    const sided = candidate.index % 2;
    const filled = pages.filter(({ blocks }) => blocks.length > 0).length;
    const own = pages.filter((_, index) => index % 2 === sided).length;
    const onOwn = alike.filter(({ index }) => index % 2 === sided).length;
    return alike.length >= most * (filled - 1) || (onOwn >= most * (own - 1) && onOwn > FEWEST_PAGES);
  });
}

/** The same words at the same height; where numbers differ, they differ as the pages do. */
function isAlike(one: Candidate, other: Candidate): boolean {
  if (Math.abs(one.line.baseline - other.line.baseline) > SETTINGS.sameHeight.value) return false;
  if (one.tokens.length !== other.tokens.length) return false;
  return one.tokens.every((token, index) => {
    const twin = other.tokens[index] ?? '';
    if (token === twin) return true;
    return NUMBER.test(token) && NUMBER.test(twin) && Number(twin) - Number(token) === other.page - one.page;
  });
}
