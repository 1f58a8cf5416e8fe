import { BETWEEN_CELLS, type Cell, cellsOf, extentOf, isNear, isRow, textOf, type Word } from './cells.ts';

/** Of a header. */
const MOST_LINES = 12;

/** Tells headers one after the other, each with all its lines, above the first row of their table. */
export function withGatheredHeaders(lines: readonly string[]): readonly string[] {
  const set = [...lines];
  for (const [at, line] of lines.entries()) {
    const row = cellsOf(line);
    if (!isRow(row)) continue;
    let to = at;
    while (to > 0 && isLabel(lines[to - 1] ?? '', row[1]?.[0].left ?? 0)) to -= 1;
    let from = to;
    let columns: readonly (readonly Cell[])[] = [];
    for (; from > Math.max(0, to - MOST_LINES) && isHeader(lines[from - 1] ?? ''); from -= 1) {
      const higher = columnsOf(lines.slice(from - 1, to).map(cellsOf));
      if (higher === undefined) break;
      columns = higher;
    }
    if (columns.filter((cells) => cells.length > 1).length < 2) continue;
    set.fill('', from, to);
    set[from] = columns.map((cells) => cells.map(textOf).join(' ')).join(BETWEEN_CELLS);
  }
  return set;
}

/** Whether nothing stands in a line but the label of the rows below it. */
function isLabel(line: string, values: number): boolean {
  const cells = cellsOf(line);
  return cells.length === 1 && extentOf(cells[0] ?? []).right <= values;
}

function isHeader(line: string): boolean {
  return cellsOf(line).length > 0 && !/\d/.test(line);
}

/** The cells of lines by column, from the top; nothing if some cell is wider than its column. */
function columnsOf(lines: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] | undefined {
  const lefts = lines
    .flatMap((cells) => cells.map(([{ left }]) => left))
    .sort((a, b) => a - b)
    .filter((left, index, all) => index === 0 || !isNear(left, all[index - 1] ?? left));
  const cells = lines.flat().flatMap((cell) => cutAt(cell, lefts));
  const columns = lefts.map((left) => cells.filter(([first]) => isNear(first.left, left)));
  const fits = columns.every((column, index) =>
    column.every((cell) => extentOf(cell).right < (lefts[index + 1] ?? Number.POSITIVE_INFINITY)),
  );
  return fits ? columns : undefined;
}

/** Cuts a cell before each word that begins exactly where a column does. */
function cutAt([first, ...rest]: Cell, lefts: readonly number[]): readonly Cell[] {
  return rest.reduce<[Word, ...Word[]][]>(
    (cells, word) => {
      if (lefts.some((left) => isNear(word.left, left))) cells.push([word]);
      else cells.at(-1)?.push(word);
      return cells;
    },
    [[first]],
  );
}
