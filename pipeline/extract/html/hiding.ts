import type { Element } from 'domhandler';
import type { Box } from './boxes.ts';
import type { Declarations } from './css-rules.ts';
import { isAnimated } from './redrawn.ts';
import { SETTINGS } from './settings.ts';

/** Elements that no browser shows. */
const GONE = new Set(
  'head script style title template noscript noframes noembed datalist rp meta link base frameset'.split(' '),
);
const RECTANGLE = /^rect\(([^()]*)\)/;
const INSET = /^(?:inset\(\s*(?:50|100)%|(?:circle|ellipse)\(\s*0(?:px|%)?[\s)])/;
const POLYGON = /^polygon\(([^()]*)\)/;
const OPACITY_OF_FILTER = /opacity\(\s*([\d.]+)(%?)\s*\)/;
/** Moved out of what is shown, as for those who listen: hundreds of points, or a line's length in em. */
const FAR_OUT = /^-(?:\d{3,}|\d{2,}(?:\.\d+)?r?em)/;
const MOVED_OUT = /\btranslate(?:[xy]|3d)?\((?:[^()]*,)?\s*(-[^,()]*)/;
const SIDES = ['left', 'right', 'top', 'bottom', 'margin-left', 'margin-top'];
const MARGIN = /^margin-/;
/** A box of a point at most shows nothing of what is in it. */
const NO_ROOM = /^(?:0(?:\.0*)?(?:[a-z]+|%)?|1(?:\.0*)?(?:px|pt|%)?)$/;

/** Whether an element takes no room at all. */
export function isLeftOut(
  { name, attribs }: Pick<Element, 'name' | 'attribs'>,
  style: Declarations,
): boolean {
  const display = style.get('display');
  if (GONE.has(name) || display === 'none') return true;
  if (name === 'input' && attribs.type?.toLowerCase() === 'hidden') return true;
  if (name === 'dialog' && attribs.open === undefined && display === undefined) return true;
  return (attribs.hidden ?? attribs.popover) !== undefined && display === undefined;
}

/** Whether an element takes room, and shows nothing in it. */
export function isInvisible(style: Declarations, size: number, box: Box): boolean {
  return (
    /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '') ||
    isFiltered(style) ||
    isClippedAway(style.get('clip') ?? '') ||
    isClippedAway(style.get('clip-path') ?? '') ||
    FAR_OUT.test(style.get('text-indent') ?? '') ||
    isFarOut(style, box) ||
    FAR_OUT.test(MOVED_OUT.exec(style.get('transform') ?? '')?.[1] ?? '') ||
    isWithoutRoom(style) ||
    style.get('content-visibility') === 'hidden' ||
    /\bscale[xy]?\(\s*0(?:\.0+)?\s*[,)]/.test(style.get('transform') ?? '') ||
    size < SETTINGS.leastSize.value
  );
}

/** How opaque an element is by itself; what an animation shows is taken to be. */
export function opacityOf(style: Declarations): number {
  return isAnimated(style) ? 1 : amount(style.get('opacity'));
}

/** Clipped to nothing: all sides of the clip meet, or the insets do. */
function isClippedAway(clip: string): boolean {
  const sides = (RECTANGLE.exec(clip)?.[1] ?? '').split(/[\s,]/).filter((side) => side !== '');
  const corners = (POLYGON.exec(clip)?.[1] ?? '').split(',').map((corner) => corner.trim());
  return (
    INSET.test(clip) ||
    (corners[0] !== '' && corners.every((corner) => corner === corners[0])) ||
    (sides.length === 4 && sides.every((side) => side === sides[0] && side !== 'auto'))
  );
}

function amount(said: string | undefined): number {
  if (said === undefined) return 1;
  return Number.parseFloat(said) / (said.endsWith('%') ? 100 : 1);
}

function isFiltered(style: Declarations): boolean {
  return Number.parseFloat(OPACITY_OF_FILTER.exec(style.get('filter') ?? '')?.[1] ?? '1') === 0;
}

/** A margin in a line moves what follows in it as well: see `drawsAway`. */
function isFarOut(style: Declarations, box: Box): boolean {
  const isPlaced = /^(?:absolute|fixed|relative)$/.test(style.get('position') ?? '');
  const isBlock = !/^inline/.test(box);
  return SIDES.some(
    (side) => (MARGIN.test(side) ? isBlock : isPlaced) && FAR_OUT.test(style.get(side) ?? ''),
  );
}

/** Whether an element in a line draws what follows it out of what is shown: `margin-left: -9999px`. */
export function drawsAway(style: Declarations): boolean {
  return ['margin-left', 'margin-right'].some((side) => FAR_OUT.test(style.get(side) ?? ''));
}

function isWithoutRoom(style: Declarations): boolean {
  if (!/^(?:hidden|clip)/.test(style.get('overflow') ?? '')) return false;
  return ['width', 'height', 'max-height'].some((side) => NO_ROOM.test(style.get(side) ?? ''));
}
