import type { Glyph, PageInk, TurnedGlyph } from './drawing/ink.ts';
import { linesOf, type TextLine } from './lines/lines.ts';
import { isNumeric } from './lines/numbers.ts';
import { segmentsOf } from './lines/segments.ts';
import type { TableRow } from './tables/cell-text.ts';
import { middleX, middleY, rowsOfGrid } from './tables/cells.ts';
import { type Grid, gridsOf } from './tables/grid.ts';
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

/** The edges of a table that is not ruled. */
const NO_FRAME: TableColumns = { uprights: [], opensAbove: false, opensBelow: false };

/**
 * Takes a page apart into lines and tables, in reading order: ruled tables by their rules, others by their `tags`
 * where these are given, else by how their lines stand.
 */
export function layoutOf(ink: PageInk, tags: readonly TaggedTable[] = []): PageLayout {
  const grids = gridsOf(ink);
  const { inside, outside: unruled } = sorted(ink.glyphs, grids, middleX, middleY);
  const turned = sorted(
    ink.turned,
    grids,
    ({ pageX }) => pageX,
    ({ pageY }) => pageY,
  );
  const placed: { top: number; block: Block }[] = [];
  for (const [index, grid] of grids.entries()) {
    const rows = rowsOfGrid(grid, inside[index] ?? [], turned.inside[index] ?? []);
    const opensAbove = grid.opensAbove && rows[0]?.top === grid.box.top;
    const opensBelow = grid.opensBelow && rows.at(-1)?.bottom === grid.box.bottom;
    const columns = { uprights: grid.uprights, opensAbove, opensBelow };
    placed.push({ top: grid.box.top, block: { kind: 'table', rows, columns } });
  }
  const tagged = taggedRows(tags, { ...ink, glyphs: unruled });
  const tables = tagged.map(({ rows }) => ({ top: rows[0]?.top ?? 0, rows }));
  for (const { top, rows } of tables) {
    placed.push({ top, block: { kind: 'table', rows, columns: NO_FRAME } });
  }
  const outside = unruled.filter(({ mark }) => !tagged.some(({ marks }) => marks.has(mark)));
  const separators = separatorsOf(ink, grids);
  const tops = [...grids.map(({ box }) => box.top), ...tables.map(({ top }) => top)];
  for (const lines of between(tops, linesOf(outside))) {
    for (const part of stretchesOf(lines, separators)) placed.push(...blocksOf(part));
  }
  placed.push(...sidewaysLines(turned.outside));
  placed.sort((one, other) => one.top - other.top);
  return { width: ink.width, height: ink.height, blocks: placed.map(({ block }) => block) };
}

/** Whether a page holds tables, or what may be tables, that no rules show: its tags could tell more of them. */
export function hasOpenTables({ blocks }: PageLayout): boolean {
  return blocks.some((block) => {
    if (block.kind === 'table') return block.columns === NO_FRAME;
    const segments = segmentsOf(block.line);
    return segments.length > 1 && segments.some(isNumeric);
  });
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

function blocksOf(part: Stretch): { top: number; block: Block }[] {
  if (part.kind === 'text') {
    return part.lines.map((line) => ({ top: line.baseline - line.size / 2, block: { kind: 'line', line } }));
  }
  return [{ top: part.rows[0]?.top ?? 0, block: { kind: 'table', rows: part.rows, columns: NO_FRAME } }];
}

/** Sorts glyphs by the grid they stand in. */
function sorted<G extends Glyph>(
  glyphs: readonly G[],
  grids: readonly Grid[],
  xOf: (glyph: G) => number,
  yOf: (glyph: G) => number,
): { inside: G[][]; outside: G[] } {
  const inside: G[][] = grids.map(() => []);
  const outside: G[] = [];
  for (const glyph of glyphs) {
    const x = xOf(glyph);
    const y = yOf(glyph);
    const index = grids.findIndex(
      ({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom,
    );
    const list = inside[index] ?? outside;
    list[list.length] = glyph;
  }
  return { inside, outside };
}

/** Sideways text beside the tables, such as a stamp in the margin, is read where it starts. */
function sidewaysLines(glyphs: readonly TurnedGlyph[]): { top: number; block: Block }[] {
  return [1, 2, 3].flatMap((turns) => {
    const own = glyphs.filter((glyph) => glyph.turns === turns);
    const top = Math.min(...own.map(({ pageY }) => pageY));
    return linesOf(own).map((line) => ({ top, block: { kind: 'line' as const, line } }));
  });
}
