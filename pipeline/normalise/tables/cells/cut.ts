import { type Box, boxAround } from '../../../page/place.ts';
import type { Block, Source } from '../../../page/source.ts';
import type { Cell, Table } from '../../../page/table.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { lettersOf, matchText } from './letters.ts';
import { repeatedHead } from './repeated-head.ts';

/**
 * Parts tables that stand below each other in one frame, so that the page shows them as one, where a row is the title of
 * a declared table:
 *
 *     Sales by region
 *     Region   2010
 *     North    12
 *     Costs by region
 *     Region   2010
 */
export function cutAtTitles(source: Source, plans: readonly TablePlan[]): Source {
  const titles = plans.flatMap(({ title, continuedTitle }) => [
    ...title,
    ...(continuedTitle === undefined ? [] : [continuedTitle]),
  ]);
  if (titles.length === 0) return source;
  const pages = source.pages.map((page) => ({
    ...page,
    blocks: page.blocks.flatMap((block) => (block.kind === 'table' ? cutTable(block, titles) : [block])),
  }));
  return { ...source, pages };
}

function cutTable(table: Table, titles: readonly string[]): readonly Block[] {
  const cuts = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    isTitle(table, row, titles),
  );
  if (cuts.length === 0) return [table];
  const blocks: Block[] = [];
  let from = 0;
  for (const row of [...cuts, table.rows]) {
    if (row > from) blocks.push(partOf(table, from, row));
    const lines = table.cells.filter((cell) => cell.row === row).flatMap((cell) => cell.lines);
    if (row < table.rows)
      blocks.push({ kind: 'paragraph', lines, box: boxOf(lines.flatMap(({ box }) => box ?? [])) });
    from = row + 1;
  }
  return blocks;
}

/** Whether all that is printed in a row is a title, and no cell reaches over it from the row above or to the one below. */
function isTitle({ cells }: Table, row: number, titles: readonly string[]): boolean {
  const own = cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
  if (own.some((cell) => cell.rowSpan > 1)) return false;
  const letters = lettersOf(own.flatMap(({ lines }) => lines));
  return letters.length > 0 && titles.some((title) => matchText(letters, 0, title) === letters.length);
}

function partOf(table: Table, from: number, to: number): Table {
  const cells = table.cells
    .filter(({ row }) => row >= from && row < to)
    .map((cell): Cell => ({ ...cell, row: cell.row - from }));
  const head = from === 0 ? Math.min(table.headRows, to) : repeatedHead(table, table.headRows, from, to);
  return {
    ...table,
    rows: to - from,
    cells,
    headRows: head,
    box: boxOf(cells.flatMap(({ box }) => box ?? [])),
  };
}

function boxOf(boxes: readonly Box[]): Box | undefined {
  return boxAround(boxes);
}
