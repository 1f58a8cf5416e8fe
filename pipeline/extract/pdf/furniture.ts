import type { TextLine } from './lines/lines.ts';
import type { Block, PageLayout } from './page.ts';
import { phraseOf } from './tables/cell-text.ts';

/** A line that the typesetting added to a page: a running head, a page number. */
export interface Furniture {
  readonly page: number;
  readonly text: string;
}

/** Furniture lies this near, in points, to its place on the other pages. */
const SAME_PLACE = 3;
/** It returns on so many of the pages that could hold it; the first page may be without. */
const MOST = 0.8;
const FEWEST_PAGES = 2;
/** Running heads stand off from the text by more than lines do, in em, unless they return on many pages. */
const STANDS_OFF = 1.6;
const MANY_PAGES = 10;
/** A page number may be part of a word: `3/24`. */
const TOKENS = /\p{Nd}+|[^\s\p{Nd}]+/gu;
const NUMBER = /^\p{Nd}+$/u;

interface Candidate {
  readonly page: number;
  readonly index: number;
  readonly line: TextLine;
  readonly tokens: readonly string[];
  /** Distance to the text it would be furniture of, in em. */
  readonly apart: number;
}

/**
 * Takes running heads and page numbers out of the pages: the outermost line of a page, which stands at the same
 * place with the same words on the other pages, or with a number that grows as the pages do.
 */
export function withoutFurniture(pages: readonly PageLayout[]): {
  pages: readonly PageLayout[];
  furniture: Furniture[];
} {
  let bare = pages;
  const furniture: Furniture[] = [];
  for (let found = true; found; ) {
    const dropped = [...repeated(edgeLines(bare, 'top'), bare), ...repeated(edgeLines(bare, 'bottom'), bare)];
    found = dropped.length > 0;
    const gone = new Set<Block['kind'] | TextLine>(dropped.map(({ line }) => line));
    bare = bare.map((page) => ({
      ...page,
      blocks: page.blocks.filter((block) => block.kind !== 'line' || !gone.has(block.line)),
    }));
    for (const { page, line } of dropped) furniture.push({ page, text: phraseOf(line).text });
  }
  return { pages: bare, furniture: furniture.sort((one, other) => one.page - other.page) };
}

function edgeLines(pages: readonly PageLayout[], edge: 'top' | 'bottom'): Candidate[] {
  return pages.flatMap(({ blocks }, index) => {
    const at = edge === 'top' ? 0 : blocks.length - 1;
    const block = blocks[at];
    if (block?.kind !== 'line') return [];
    const { line } = block;
    const inner = blocks[edge === 'top' ? 1 : at - 1];
    const apart =
      inner === undefined ? Infinity : Math.abs(innerEdge(inner, edge) - line.baseline) / line.size;
    return [{ page: index + 1, index, line, tokens: phraseOf(line).text.match(TOKENS) ?? [], apart }];
  });
}

function innerEdge(block: Block, edge: 'top' | 'bottom'): number {
  if (block.kind === 'line') return block.line.baseline;
  return (edge === 'top' ? block.rows[0]?.top : block.rows.at(-1)?.bottom) ?? 0;
}

/** Those candidates that are certainly furniture. */
function repeated(candidates: readonly Candidate[], pages: readonly PageLayout[]): Candidate[] {
  return candidates.filter((candidate) => {
    const alike = candidates.filter((other) => isAlike(candidate, other));
    if (alike.length < FEWEST_PAGES) return false;
    const varies = alike.some(({ tokens }) => tokens.join(' ') !== candidate.tokens.join(' '));
    const isClear = candidate.apart >= STANDS_OFF || alike.length >= MANY_PAGES;
    if (!varies && (!isClear || alike.length <= FEWEST_PAGES)) return false;
    const sided = candidate.index % 2;
    const filled = pages.filter(({ blocks }) => blocks.length > 0).length;
    const own = pages.filter((_, index) => index % 2 === sided).length;
    const onOwn = alike.filter(({ index }) => index % 2 === sided).length;
    return alike.length >= MOST * (filled - 1) || (onOwn >= MOST * (own - 1) && onOwn > FEWEST_PAGES);
  });
}

/** The same words at the same height; where numbers differ, they differ as the pages do. */
function isAlike(one: Candidate, other: Candidate): boolean {
  if (Math.abs(one.line.baseline - other.line.baseline) > SAME_PLACE) return false;
  if (one.tokens.length !== other.tokens.length) return false;
  return one.tokens.every((token, index) => {
    const twin = other.tokens[index] ?? '';
    if (token === twin) return true;
    return NUMBER.test(token) && NUMBER.test(twin) && Number(twin) - Number(token) === other.page - one.page;
  });
}
