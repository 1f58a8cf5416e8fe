import type { TextLayer } from '../../extract/text-layer.ts';
import { lineOf } from '../../extract/text-layer.ts';
import { type Box, boxAround, type Span } from '../../page/place.ts';
import type { Slot } from '../../template/plan.ts';
import type { Chosen } from '../tables/deciding/chosen.ts';
import type { ReadCell } from './cell.ts';
import type { CellContent } from './cell-content.ts';
import type { Ink } from './ink.ts';
import type { Reading } from './number.ts';
import type { Stretch } from './phrase.ts';
import type { SaidTime } from './said-time.ts';

/** A printed cell: what it says for each slot that it fills, and the characters it was read from. */
export interface Cell extends Chosen {
  readonly cellId: string;
  readonly table: string;
  /** One entry for most cells; a spanning cell fills several slots, a list item has several numbers. */
  readonly values: readonly { readonly slot: number; readonly content: CellContent }[];
  readonly reading: Reading;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly page: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  /** What is printed of it on its page; undefined where the source has no places, and for a cell that prints nothing. */
  readonly box?: Box;
  /** What the running text says of the number: more than, about, ...; null for most. */
  readonly qualifier?: string | null;
  /** Of a number of a series in running text the days that it is said for. */
  readonly time?: SaidTime;
}

/** A cell as it was read, with its place in the text. */
export function provenance(
  layer: TextLayer,
  ink: Ink,
  slots: readonly Slot[],
  cell: ReadCell,
  chosen: Chosen,
): Cell {
  const { start, end } = spanOf(ink, cell);
  const first = lineOf(layer, start);
  const box = boxOf(layer, { start, end }, first.page);
  return {
    cellId: slots[0]?.cellId ?? '',
    table: slots[0]?.table ?? '',
    values: slots.map(({ index }) => ({ slot: index, content: cell.content })),
    reading: cell.reading,
    ...chosen,
    start,
    end,
    raw: layer.text.slice(start, end),
    page: first.page,
    lineStart: first.number,
    lineEnd: lineOf(layer, end - 1).number,
    ...(box !== undefined && { box }),
  };
}

/** Where a cell stands in the text; an empty one where the break before it stands. */
function spanOf({ offsets }: Ink, { from, to }: Stretch): Span {
  const behind = (offsets[to - 1] ?? -1) + 1;
  return from === to ? { start: behind, end: behind + 1 } : { start: offsets[from] ?? 0, end: behind };
}

/** The box around what is printed of a stretch of the text on a page. */
function boxOf({ printed = [] }: TextLayer, { start, end }: Span, page: number): Box | undefined {
  let [low, high] = [0, printed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((printed[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const boxes: Box[] = [];
  for (let at = low; at < printed.length; at += 1) {
    const token = printed[at];
    if (token === undefined || token.start >= end) break;
    if (token.page === page) boxes.push(token.box);
  }
  return boxAround(boxes);
}

/** The numbers of one list item (`24 (2 жылдан 10 жылға`) are one cell from the first number to the last. */
export function mergeItems(cells: readonly Cell[], layer: TextLayer): readonly Cell[] {
  const items = new Map<string, Cell>();
  for (const cell of cells) {
    const item = items.get(cell.cellId);
    items.set(
      cell.cellId,
      item === undefined
        ? cell
        : {
            ...item,
            values: [...item.values, ...cell.values],
            end: cell.end,
            raw: layer.text.slice(item.start, cell.end),
            lineEnd: cell.lineEnd,
            ...withBox(item, cell),
          },
    );
  }
  return [...items.values()];
}

/** The box around the parts of one item, as far as they stand on one page. */
function withBox(item: Cell, { page, box }: Cell): Pick<Cell, 'box'> {
  const both = item.page === page ? [item.box, box] : [item.box];
  const around = boxAround(both.flatMap((each) => each ?? []));
  return around === undefined ? {} : { box: around };
}
