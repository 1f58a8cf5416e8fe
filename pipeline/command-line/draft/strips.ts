import type { SeenRow, SeenTable } from './seen-tables.ts';

/**
 * A table that is printed beside itself, its columns once and its rows in the order in which they are read: those of the
 * first part, then those of the part beside it.
 *
 *     | Age | Persons | Age | Persons |          | Age | Persons |
 *     |   1 |     120 |   3 |     118 |    ->    |   1 |     120 |
 *     |   2 |     119 |   4 |     117 |          |   2 |     119 | ...
 */
export function unrolled(table: SeenTable): SeenTable {
  const parts = partsOf(table.heads);
  if (parts === 1) return table;
  const width = table.heads.length / parts;
  const pages = [...new Set(table.rows.map(({ page }) => page))];
  const rows = pages.flatMap((page) =>
    Array.from({ length: parts }, (_, part) => part).flatMap((part) =>
      table.rows
        .filter((row) => row.page === page)
        .map((row): SeenRow => ({ page, cells: row.cells.slice(part * width, (part + 1) * width) }))
        .filter(({ cells }) => cells.some(({ text }) => text !== '')),
    ),
  );
  return { ...table, heads: table.heads.slice(0, width), rows, parts };
}

/** How often the whole boxhead, that of the labels too, is printed beside itself. */
function partsOf(heads: SeenTable['heads']): number {
  const [first = []] = heads;
  if (first.length === 0) return 1;
  const texts = heads.map((head) => JSON.stringify(head));
  for (let width = 2; width <= heads.length / 2; width += 1) {
    const isRepeated = heads.length % width === 0 && texts.every((text, at) => text === texts[at % width]);
    if (isRepeated) return heads.length / width;
  }
  return 1;
}
