import type { TextLayer } from '../extract/text-layer.ts';
import { lineOf } from '../extract/text-layer.ts';
import type { Span } from '../page/place.ts';
import type { Slot } from '../template/plan.ts';
import type { CellContent, ReadCell } from './cell.ts';
import type { Chosen } from './chosen.ts';
import type { Ink } from './ink.ts';
import type { Reading } from './number.ts';
import type { Stretch } from './phrase.ts';

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
  /** What the running text says of the number: more than, about, ...; null for most. */
  readonly qualifier?: string | null;
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
  };
}

/** Where a cell stands in the text; an empty one where the break before it stands. */
function spanOf({ offsets }: Ink, { from, to }: Stretch): Span {
  const behind = (offsets[to - 1] ?? -1) + 1;
  return from === to ? { start: behind, end: behind + 1 } : { start: offsets[from] ?? 0, end: behind };
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
          },
    );
  }
  return [...items.values()];
}
