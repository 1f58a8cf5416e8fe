import type { Glyph, PageInk, TurnedGlyph } from './drawing/ink.ts';
import { levelled } from './lines/levels.ts';
import { linesOf, type TextLine } from './lines/lines.ts';
import { segmentsOf } from './lines/segments.ts';
import { middleX, middleY } from './tables/cells.ts';
import { type Grid, gridsOf } from './tables/grid.ts';

/** A ruled table and what is drawn in it. */
export interface RuledInk {
  readonly grid: Grid;
  readonly glyphs: readonly Glyph[];
  readonly turned: readonly TurnedGlyph[];
}

/** What is drawn on a page, ruled tables and the rest apart. */
export interface SortedInk {
  readonly page: PageInk;
  readonly ruled: readonly RuledInk[];
  /** What stands outside of ruled tables. */
  readonly glyphs: readonly Glyph[];
  readonly turned: readonly TurnedGlyph[];
  /** The same in lines from top to bottom, turned text left out. */
  readonly lines: readonly TextLine[];
}

/** Finds the ruled tables of a page and sorts all glyphs into them; those of no table are put into lines. */
export function sortedInk(page: PageInk): SortedInk {
  const grids = gridsOf(page);
  const upright = sorted(page.glyphs, grids, middleX, middleY);
  const turned = sorted(
    page.turned,
    grids,
    ({ pageX }) => pageX,
    ({ pageY }) => pageY,
  );
  const ruled = grids.map((grid, index) => ({
    grid,
    glyphs: upright.inside[index] ?? [],
    turned: turned.inside[index] ?? [],
  }));
  const { outside: glyphs } = upright;
  return { page, ruled, glyphs, turned: turned.outside, lines: linesOf(glyphs) };
}

/** Whether a page holds what may be tables that no rules show, or the head of one: words that stand apart in a line. */
export function hasOpenTables({ lines }: SortedInk): boolean {
  return levelled(lines).some((line) => segmentsOf(line).length > 1);
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
    (inside[index] ?? outside).push(glyph);
  }
  return { inside, outside };
}
