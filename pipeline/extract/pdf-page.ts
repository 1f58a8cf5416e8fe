import { middleX, middleY, rowsOfGrid, type TableRow } from './pdf-cells.ts';
import { type Grid, gridsOf } from './pdf-grid.ts';
import type { Glyph, PageInk, TurnedGlyph } from './pdf-ink.ts';
import { linesOf, type TextLine } from './pdf-lines.ts';

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

/** Takes a page apart into lines and tables, in reading order. */
export function layoutOf(ink: PageInk): PageLayout {
  const grids = gridsOf(ink.rules);
  const { inside, outside } = sorted(ink.glyphs, grids, middleX, middleY);
  const turned = sorted(
    ink.turned,
    grids,
    ({ pageX }) => pageX,
    ({ pageY }) => pageY,
  );
  const placed: { top: number; block: Block }[] = [];
  for (const [index, grid] of grids.entries()) {
    const rows = rowsOfGrid(grid, inside[index] ?? [], turned.inside[index] ?? []);
    const { uprights, opensAbove, opensBelow } = grid;
    const columns = { uprights, opensAbove, opensBelow };
    placed.push({ top: grid.box.top, block: { kind: 'table', rows, columns } });
  }
  for (const line of linesOf(outside)) {
    placed.push({ top: line.baseline - line.size / 2, block: { kind: 'line', line } });
  }
  placed.push(...sidewaysLines(turned.outside));
  placed.sort((one, other) => one.top - other.top);
  return { width: ink.width, height: ink.height, blocks: placed.map(({ block }) => block) };
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
