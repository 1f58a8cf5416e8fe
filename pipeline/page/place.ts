/** A stretch of a text, in UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A rectangle on a page. It counts from the top left corner of the page as it is read, x to the right and y downwards,
 * in the page's own unit: PDF points (1/72 inch), or characters and lines where the source is a text that keeps its
 * columns.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A stretch from left to right, in the unit of its page. */
export type Extent = Pick<Box, 'left' | 'right'>;

/** The smallest box around all of them; undefined around none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  let { left, top, right, bottom } = first;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}

/** How far two boxes share their places from left to right; negative is the distance between them. */
export function sharedWidth(one: Extent, other: Extent): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}

/** The same from top to bottom. */
export function sharedHeight(one: Pick<Box, 'top' | 'bottom'>, other: Pick<Box, 'top' | 'bottom'>): number {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
}

/** Whether the middle of one box lies within another, which may be open to any side. */
export function holdsMiddle(outer: Box, { left, top, right, bottom }: Box): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}
