import type { Source } from '../../../page/source.ts';
import type { Table } from '../../../page/table.ts';
import type { Line } from '../../../page/token.ts';

/** A table of the source with what is printed between the one before it and itself. */
export interface PlacedTable {
  readonly page: number;
  /** Which table of its page it is, from 1. */
  readonly place: number;
  readonly table: Table;
  readonly above: readonly Line[];
  /** Whether nothing but furniture parts it from the table before. */
  readonly follows: boolean;
}

/** All tables of a source in their order. */
export function placedTables({ pages }: Source): readonly PlacedTable[] {
  const placed: PlacedTable[] = [];
  let above: Line[] = [];
  let follows = true;
  for (const { number, blocks } of pages) {
    // Furniture stands on its page as a whole: a running title is that of every table there.
    const furniture = blocks.flatMap((block) => (block.kind === 'furniture' ? block.lines : []));
    let place = 0;
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        above.push(...block.lines);
        follows = false;
      }
      if (block.kind !== 'table') continue;
      place += 1;
      const before = placed.at(-1);
      // Titles of tables beside each other stand in one line, before the first of them.
      if (before !== undefined && before.page === number && isBeside(before.table, block)) {
        placed.push({
          page: number,
          place,
          table: block,
          above: [...before.above, ...above],
          follows: false,
        });
      } else placed.push({ page: number, place, table: block, above: [...furniture, ...above], follows });
      above = [];
      follows = true;
    }
  }
  return placed;
}

/** Whether two tables of a page stand beside each other. */
export function isBeside(one: Table, other: Table): boolean {
  if (one.box === undefined || other.box === undefined) return false;
  return one.box.top < other.box.bottom && other.box.top < one.box.bottom;
}
