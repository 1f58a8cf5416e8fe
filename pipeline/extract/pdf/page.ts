import type { PageInk, TurnedGlyph } from './drawing/ink.ts';
import { linesOf, type TextLine } from './lines/lines.ts';
import type { RuledInk, SortedInk } from './sorted-ink.ts';
import type { TableRow } from './tables/cell-text.ts';
import { rowsOfGrid } from './tables/cells.ts';
import type { Grid } from './tables/grid.ts';
import { type Stretch, stretchesOf } from './tables/open-table.ts';
import { taggedRows } from './tables/tagged-rows.ts';
import type { TaggedTable } from './tables/tags.ts';

/** An underlined word is no separator of rows. */
const SHORTEST_SEPARATOR = 60;

/** A stretch of a page from top to bottom: a line of running text, or a table. */
export type Block =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[]; readonly columns: TableColumns };

/** The ruled frame of a table, by which its continuation on the next page is known. */
export interface TableColumns {
  readonly uprights: readonly number[];
  readonly opensAbove: boolean;
  readonly opensBelow: boolean;
}

export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
}

interface PlacedBlock {
  readonly top: number;
  readonly block: Block;
}

/** The edges of a table that is not ruled. */
const NO_FRAME: TableColumns = { uprights: [], opensAbove: false, opensBelow: false };

/**
 * Takes a page apart into lines and tables, in reading order: ruled tables by their rules, others by their `tags`
 * where these are given, else by how their lines stand.
 */
export function layoutOf(ink: SortedInk, tags: readonly TaggedTable[] = []): PageLayout {
  const { page, ruled } = ink;
  const grids = ruled.map(({ grid }) => grid);
  const placed: PlacedBlock[] = ruled.map(ruledTable);
  const tagged = taggedRows(tags, { ...page, glyphs: ink.glyphs });
  const tables = tagged.map(({ rows }) => openTable(rows));
  placed.push(...tables);
  const untagged = ink.glyphs.filter(({ mark }) => !tagged.some(({ marks }) => marks.has(mark)));
  const lines = tagged.length === 0 ? ink.lines : linesOf(untagged);
  const separators = separatorsOf(page, grids);
  const tops = [...grids.map(({ box }) => box.top), ...tables.map(({ top }) => top)];
  for (const stretch of between(tops, lines)) {
    for (const part of stretchesOf(stretch, separators)) placed.push(...blocksOf(part));
  }
  placed.push(...sidewaysLines(ink.turned));
  placed.sort((one, other) => one.top - other.top);
  return { width: page.width, height: page.height, blocks: placed.map(({ block }) => block) };
}

function ruledTable({ grid, glyphs, turned }: RuledInk): PlacedBlock {
  const rows = rowsOfGrid(grid, glyphs, turned);
  const opensAbove = grid.opensAbove && rows[0]?.top === grid.box.top;
  const opensBelow = grid.opensBelow && rows.at(-1)?.bottom === grid.box.bottom;
  const columns = { uprights: grid.uprights, opensAbove, opensBelow };
  return { top: grid.box.top, block: { kind: 'table', rows, columns } };
}

function openTable(rows: readonly TableRow[]): PlacedBlock {
  return { top: rows[0]?.top ?? 0, block: { kind: 'table', rows, columns: NO_FRAME } };
}

/** Lines that none of the tables parts, which begin at `tops`. */
function between(tops: readonly number[], lines: readonly TextLine[]): TextLine[][] {
  const stretches: TextLine[][] = tops.map(() => []);
  stretches.push([]);
  for (const line of lines) {
    const after = tops.filter((top) => top < line.baseline).length;
    stretches[after]?.push(line);
  }
  return stretches;
}

/** Level rules outside of ruled tables, and the edges of shaded rows. */
function separatorsOf({ rules, fills }: PageInk, grids: readonly Grid[]): number[] {
  const free = (y: number): boolean => !grids.some(({ box }) => y > box.top && y < box.bottom);
  const levels = rules.filter(({ axis, from, to }) => axis === 'level' && to - from > SHORTEST_SEPARATOR);
  const edges = fills.flatMap(({ top, bottom }) => [top, bottom]);
  return [...levels.map(({ at }) => at), ...edges].filter(free);
}

function blocksOf(part: Stretch): PlacedBlock[] {
  if (part.kind === 'rows') return [openTable(part.rows)];
  return part.lines.map((line) => ({ top: line.baseline - line.size / 2, block: { kind: 'line', line } }));
}

/** Sideways text beside the tables, such as a stamp in the margin, is read where it starts. */
function sidewaysLines(glyphs: readonly TurnedGlyph[]): PlacedBlock[] {
  return [1, 2, 3].flatMap((turns) => {
    const own = glyphs.filter((glyph) => glyph.turns === turns);
    const top = Math.min(...own.map(({ pageY }) => pageY));
    return linesOf(own).map((line) => ({ top, block: { kind: 'line' as const, line } }));
  });
}
