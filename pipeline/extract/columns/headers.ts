import { SETTINGS } from '../settings.ts';
import type { Word } from '../words.ts';
import {
  BETWEEN_CELLS,
  type Cell,
  cellsOf,
  extentOf,
  hasLetter,
  isNear,
  isRow,
  middleOf,
  textOf,
} from './cells.ts';

/** Of a header. */
const MOST_LINES = SETTINGS.linesOfHeader.value;

/** Tells headers one after the other, each with all its lines, above the first row of their table. */
export function withGatheredHeaders(lines: readonly string[]): readonly string[] {
  const set = [...lines];
  for (const [at, line] of lines.entries()) {
    const row = cellsOf(line);
    if (!isRow(row)) continue;
    let to = at;
    while (to > 0 && isLabel(lines[to - 1] ?? '', row[1]?.[0].left ?? 0)) to -= 1;
    if (isHeading(lines[to - 1] ?? '', lines[to - 2] ?? '')) to -= 1;
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

/** Whether a line is a heading below a header: words in one place, which no cell of the header goes on with. */
function isHeading(line: string, above: string): boolean {
  const [cell, ...others] = cellsOf(line);
  const header = cellsOf(above);
  if (cell === undefined || others.length > 0 || header.length === 0) return false;
  return !header.some((each) => isNear(each[0].left, cell[0].left) || isNear(middleOf(each), middleOf(cell)));
}

/** Whether a line holds words alone, perhaps with digits in them: `Халықтың 10%-дық топтары`. */
function isHeader(line: string): boolean {
  const cells = cellsOf(line);
  return (
    cells.length > 0 &&
    cells.every(hasLetter) &&
    !cells.flat().some((word) => /\d/.test(word.text) && !hasLetter([word]))
  );
}

/** The cells of lines by column, from the top; nothing if some cell is wider than its column. */
function columnsOf(lines: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] | undefined {
  return columnsByLefts(lines) ?? columnsByMiddles(lines);
}

/** Columns whose cells are centred below each other, or end there. */
function columnsByMiddles(lines: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] | undefined {
  const cells = lines.flat().sort(([one], [other]) => one.left - other.left);
  const columns: { cells: Cell[]; right: number }[] = [];
  for (const cell of cells) {
    const { left, right } = extentOf(cell);
    const last = columns.at(-1);
    if (last === undefined || left >= last.right) columns.push({ cells: [cell], right });
    else {
      last.cells.push(cell);
      last.right = Math.max(last.right, right);
    }
  }
  const fits = columns.every(({ cells: own }) =>
    [middleOf, rightOf].some((placeOf) =>
      own.every((cell) => isNear(placeOf(cell), placeOf(own[0] ?? cell))),
    ),
  );
  if (!fits) return undefined;
  return columns.map(({ cells: own }) => lines.flat().filter((cell) => own.includes(cell)));
}

function rightOf(cell: Cell): number {
  return extentOf(cell).right;
}

/** Columns whose cells begin exactly below each other. */
function columnsByLefts(lines: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] | undefined {
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
