import { isPlaced, setsOut } from './boxes.ts';
import type { Declarations } from './css-rules.ts';
import { isShifted } from './standing.ts';

/** What is known of the element around one that may be put elsewhere. */
interface Around {
  readonly print: { readonly size: number };
  readonly display: string | undefined;
  readonly direction: string | undefined;
  readonly isAnchored: boolean | undefined;
}

/** Where a box that sets out what is in it puts a part of it. */
const PLACED = ['order', 'grid-area', 'grid-row', 'grid-column', 'grid-row-start', 'grid-column-start'];

/** Whether a style takes an element out of the order in which what stands around it is written. */
export function isMoved(style: Declarations, outer: Around): boolean {
  return (
    /^(?:left|right|inline)/.test(style.get('float') ?? '') ||
    isPlaced(style) ||
    (outer.display?.endsWith('flex') === true && outer.direction?.includes('reverse') === true) ||
    (setsOut(outer.display) && PLACED.some((name) => style.has(name))) ||
    isShifted(style, outer.print.size)
  );
}

/** Places count from the innermost box around that has one of its own; in a cell, that may be none of the cell's. */
export function anchoredIn(
  name: string,
  style: Declarations,
  outer: boolean | undefined,
): boolean | undefined {
  const hasPlace = /^(?:relative|absolute|fixed|sticky)$/.test(style.get('position') ?? '');
  if (name === 'td' || name === 'th') return hasPlace;
  return outer === undefined ? undefined : outer || hasPlace;
}

/** Whether a style puts what stands in a cell to a place that does not count from the cell. */
export function isPutOut(style: Declarations, outer: Around): boolean {
  const hasPlace = ['left', 'right', 'top', 'bottom'].some(
    (side) => !/^auto$/.test(style.get(side) ?? 'auto'),
  );
  const isOut = outer.isAnchored === false || style.get('position') === 'fixed';
  return outer.isAnchored !== undefined && isPlaced(style) && hasPlace && isOut;
}
