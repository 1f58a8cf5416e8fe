import { textOf } from '../../page/token.ts';
import type { InkPage } from './ink.ts';
import { type PrintedLine, printedLines } from './lines.ts';
import { type DraftBlock, type DraftPage, layoutOf, withGrids } from './page.ts';
import { SETTINGS } from './settings.ts';
import type { DraftTable } from './table.ts';

/** Furniture returns on two pages at least. */
const FEWEST_PAGES = 2;
/** A page number may be part of a word: `3/24`. */
const TOKENS = /\p{Nd}+|[^\s\p{Nd}]+/gu;
const NUMBER = /^\p{Nd}+$/u;

interface Candidate {
  readonly page: number;
  readonly index: number;
  readonly line: PrintedLine;
  /** Whether it was taken for a row of a table. */
  readonly isRow: boolean;
  readonly tokens: readonly string[];
  /** Distance to the text it would be furniture of, in em. */
  readonly apart: number;
}

/**
 * Takes running heads and page numbers out of the blocks of the pages: the outermost line of a page, which stands at the
 * same place with the same words on the other pages, or with a number that grows as the pages do. Above a table that
 * begins a page a head of two ends looks like one of its rows.
 */
export function furnitureOf(pages: readonly DraftPage[]): readonly DraftPage[] {
  let bare = pages;
  for (let found = true; found; ) {
    const dropped = [...repeated(edgeLines(bare, 'top'), bare), ...repeated(edgeLines(bare, 'bottom'), bare)];
    found = dropped.length > 0;
    if (!found) break;
    bare = bare.map((page, index) => {
      const own = dropped.filter((each) => each.index === index);
      return own.length === 0 ? page : withoutLines(page, own);
    });
  }
  return bare;
}

/** A page without lines that are furniture; it is laid out anew where a table has them. */
function withoutLines(page: DraftPage, dropped: readonly Candidate[]): DraftPage {
  const lines = new Set(dropped.map(({ line }) => line));
  const furniture = [...page.furniture, ...lines];
  if (!dropped.some(({ isRow }) => isRow)) {
    const blocks = page.blocks.filter((block) => block.kind !== 'line' || !lines.has(block.line));
    return { ...page, blocks, furniture };
  }
  const own = new Set(furniture.flatMap(({ tokens }) => tokens));
  const ink = { ...page.ink, tokens: page.ink.tokens.filter((token) => !own.has(token)) };
  return { ...page, blocks: layoutOf(withGrids(ink)), furniture };
}

function edgeLines(pages: readonly DraftPage[], edge: 'top' | 'bottom'): Candidate[] {
  return pages.flatMap(({ ink, blocks }, index) => {
    const at = edge === 'top' ? 0 : blocks.length - 1;
    const block = blocks[at];
    if (block === undefined) return [];
    const isRow = block.kind === 'table';
    const line = isRow ? edgeRow(block, ink, edge) : block.line;
    if (line === undefined) return [];
    const inner = isRow ? undefined : blocks[edge === 'top' ? 1 : at - 1];
    const apart =
      inner === undefined ? Infinity : Math.abs(innerEdge(inner, edge) - line.baseline) / line.size;
    return [{ page: ink.number, index, line, isRow, tokens: textOf(line.tokens).match(TOKENS) ?? [], apart }];
  });
}

/** The outermost line of a table without rules around it. */
function edgeRow(table: DraftTable, ink: InkPage, edge: 'top' | 'bottom'): PrintedLine | undefined {
  if (table.columnsToldBy === 'ruled') return undefined;
  const own = new Set(table.cells.flatMap(({ lines }) => lines.flatMap(({ tokens }) => tokens)));
  const lines = printedLines(ink.tokens.filter((token) => own.has(token)));
  return edge === 'top' ? lines[0] : lines.at(-1);
}

function innerEdge(block: DraftBlock, edge: 'top' | 'bottom'): number {
  return block.kind === 'line' ? block.line.baseline : block.box[edge];
}

/** Those candidates that are certainly furniture. */
function repeated(candidates: readonly Candidate[], pages: readonly DraftPage[]): Candidate[] {
  return candidates.filter((candidate) => {
    const alike = candidates.filter((other) => isAlike(candidate, other));
    // The head of a table that goes on from page to page is alike on all of them: what stands above text is none.
    const lines = alike.filter(({ isRow }) => !isRow);
    if (lines.length < FEWEST_PAGES) return false;
    const varies = lines.some(({ tokens }) => tokens.join(' ') !== lines[0]?.tokens.join(' '));
    const apart = candidate.isRow ? Math.max(...lines.map((line) => line.apart)) : candidate.apart;
    const isClear = apart >= SETTINGS.standsOff.value || lines.length >= SETTINGS.manyPages.value;
    if (!varies && (!isClear || lines.length <= FEWEST_PAGES)) return false;
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
