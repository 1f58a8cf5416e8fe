import type { Cell, PageBox } from '../catalogue/catalogue.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import type { Place } from './page.ts';

/** Heights of the cell that are drawn above and below it: three rows of most tables. */
const AROUND = 6;
/** Points of white around what is drawn. */
const MARGIN = 6;
/** The part of a box's height that its letters take, from measured boxes of the example documents. */
const LETTERS = 0.8;

/** A cell that has a place on its page. */
type Placed = Cell & { readonly box: PageBox };

/**
 * The values around a cell as they stand on its page, the cell outlined. The output has the place of every value and
 * not of the words between them, which the lines of the text layer show; nothing where the source has no places.
 */
export function pageDrawing(place: Place, cell: Cell, all: readonly Cell[]): Markup | undefined {
  if (!isPlaced(cell)) return undefined;
  const { box } = cell;
  const reach = AROUND * (box.y1 - box.y0);
  const near = all
    .filter(isPlaced)
    .filter(({ page, box: own }) => page === cell.page && own.y1 > box.y0 - reach && own.y0 < box.y1 + reach);
  const left = Math.min(...near.map(({ box: { x0 } }) => x0)) - MARGIN;
  const top = Math.min(...near.map(({ box: { y0 } }) => y0)) - MARGIN;
  const width = Math.max(...near.map(({ box: { x1 } }) => x1)) + MARGIN - left;
  const height = Math.max(...near.map(({ box: { y1 } }) => y1)) + MARGIN - top;
  const label = fill(place.words.onPage, { page: cell.page });
  return html`<figure class="on-page"><figcaption>${label}</figcaption><svg viewBox="${[left, top, width, height].map(rounded).join(' ')}" width="${rounded(width)}" role="img" aria-label="${label}">${near.map((each) => drawnCell(each, each === cell))}</svg></figure>`;
}

function isPlaced(cell: Cell): cell is Placed {
  return cell.box !== undefined;
}

function drawnCell({ raw, box: { x0, y0, x1, y1 } }: Placed, isOwn: boolean): Markup {
  const height = y1 - y0;
  const text = html`<text x="${rounded(x0)}" y="${rounded(y1 - 0.2 * height)}" font-size="${rounded(LETTERS * height)}" textLength="${rounded(Math.max(x1 - x0, 1))}" lengthAdjust="spacingAndGlyphs">${raw}</text>`;
  return isOwn
    ? html`<rect x="${rounded(x0 - 2)}" y="${rounded(y0 - 2)}" width="${rounded(x1 - x0 + 4)}" height="${rounded(height + 4)}"/>${text}`
    : text;
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
