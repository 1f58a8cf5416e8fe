import type { Element } from 'domhandler';
import { type Print, plainPrint } from '../../page/token.ts';
import { boxOf, holdingFor } from './boxes.ts';
import { BLACK, type Colour, colourOf, coloursIn, isLost, WHITE } from './colour.ts';
import { partsOf } from './css-functions.ts';
import type { Declarations } from './css-rules.ts';
import { isInvisible, isLeftOut, opacityOf } from './hiding.ts';
import { anchoredIn, isMoved, isPutOut } from './moved.ts';
import { redrawnBy } from './redrawn.ts';
import { SETTINGS } from './settings.ts';
import { roomOf, sizeOf, standsOf } from './standing.ts';
import type { StyleSheet } from './stylesheet.ts';
import { isTurned } from './turned.ts';

/** How the text of an element looks, as far as that decides what is read. */
export interface Look {
  readonly print: Print;
  /** Whether it takes no room at all; what is hidden and takes room leaves an empty cell behind. */
  readonly isGone: boolean;
  /** Whether it is hidden by more than its colour, which what stands in it may change. */
  readonly isUnshown: boolean;
  /** How opaque it is, with all that it stands in: 1 where nothing shines through. */
  readonly opacity: number;
  /** Undefined where it is not known. */
  readonly colour: Colour | undefined;
  /** The colour of what lies under it; undefined where that is a picture, or not known. */
  readonly ground: Colour | undefined;
  /** The colours of what lies under it, where that has several. */
  readonly grounds: readonly (Colour | undefined)[];
  /** Whether it has the colour of what it seems to stand on, while something else may be painted there. */
  readonly isDoubtful: boolean;
  /** The innermost element around it that a style puts elsewhere than where it is written. */
  readonly moved: object | undefined;
  /** Whether what is put elsewhere by its place is put in its own cell; undefined outside of cells. */
  readonly isAnchored: boolean | undefined;
  /** Whether its characters are printed from right to left or mirrored, of whatever script they are. */
  readonly isTurned: boolean;
  /** Whether the line that it stands in is read from right to left. */
  readonly isFromRight: boolean;
  /** What a style makes of its letters that is not to be told from here. */
  readonly redrawn: string | undefined;
  /** The innermost element around it whose letters are set apart from those before and behind it: a link. */
  readonly apart: object | undefined;
  /** How wide a box around it is that shows nothing of what does not fit, in em. */
  readonly room: number | undefined;
  /** The first font that a style names. */
  readonly font: string;
  /** Whether its line breaks and spaces stand as they are written. */
  readonly isKept: boolean;
  readonly isCentred: boolean;
  /** What styles say of how its list items are marked. */
  readonly listStyle: string | undefined;
  /** What styles say of how it is laid out: `block`, `inline`, `none`. */
  readonly display: string | undefined;
  /** Whether what stands in it is set one beside the other, in whatever order. */
  readonly direction: string | undefined;
}

/** The text of a page before any element says otherwise; its em is the unit. */
export const PLAIN_LOOK: Look = {
  print: plainPrint(1),
  isGone: false,
  isUnshown: false,
  opacity: 1,
  colour: BLACK,
  ground: WHITE,
  grounds: [],
  isDoubtful: false,
  moved: undefined,
  isAnchored: undefined,
  isTurned: false,
  isFromRight: false,
  redrawn: undefined,
  apart: undefined,
  room: undefined,
  font: '',
  isKept: false,
  isCentred: false,
  listStyle: undefined,
  display: undefined,
  direction: undefined,
};

/** What draws the edges of letters. */
const EDGES = ['text-shadow', '-webkit-text-stroke', '-webkit-text-stroke-width'];
const STRUCK = new Set(['s', 'del', 'strike']);
const CENTRED = new Set(['center', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const KEPT = new Set(['pre', 'textarea', 'listing', 'xmp', 'plaintext']);

type Named = Pick<Element, 'name' | 'attribs'>;

/**
 * The look of an element within one that looks like `outer`. What a person who opens the page cannot see is hidden:
 * `display: none`, `hidden`, `visibility`, no opacity, no size, clipped to nothing, in the colour of its ground.
 * `aria-hidden` hides from those who listen, not from those who look: such text is read.
 */
export function lookOf(element: Element, outer: Look, sheet: StyleSheet): Look {
  const plain = lookIn(element, outer, sheet.of(element));
  const look = { ...plain, isDoubtful: isDoubtful(plain, sheet) };
  return isSetApart(element, look, sheet) ? { ...look, apart: element } : look;
}

/**
 * Whether something that is painted elsewhere on the page would show text that is lost on its own ground, or a part of its
 * ground hides text that is seen on others.
 */
function isDoubtful({ print, colour, grounds, isUnshown }: Look, { loose }: StyleSheet): boolean {
  if (print.hidden === undefined) return grounds.some((ground) => isLost(colour, ground));
  if (isUnshown || colour === undefined) return false;
  return loose.some((ground) => !isLost(colour, ground));
}

/** Links and buttons are; what a style sheet may raise that is not read, as well: `<b class="mark">1</b>`. */
function isSetApart(
  { name, attribs }: Named,
  { display, isFromRight }: Look,
  { isWhole }: StyleSheet,
): boolean {
  // Boxes in a line are put from right to left, whatever digits are in them.
  if (isFromRight && /^inline-/.test(display ?? '')) return true;
  if ((name === 'a' && attribs.href !== undefined) || name === 'button') return true;
  return !isWhole && (attribs.class ?? attribs.id) !== undefined;
}

/** The same for what an element is called and what styles say of it. */
export function lookIn(element: Named, outer: Look, said: Declarations): Look {
  const { name, attribs } = element;
  const box = boxOf(name, said, outer.display);
  const style = holdingFor(box, said);
  const isGone = outer.isGone || isLeftOut(element, style);
  const size = sizeOf(element, style, outer.print.size);
  const shownAgain = style.get('visibility') === 'visible' && !isGone && size >= SETTINGS.leastSize.value;
  const opacity = outer.opacity * opacityOf(style);
  const isFaint = opacity < SETTINGS.leastContrast.value;
  const isUnshown = isGone || isFaint || isInvisible(style, size, box) || (outer.isUnshown && !shownAgain);
  const ink = colourIn(element, style, outer.colour);
  const isFilled = style.has('-webkit-text-fill-color');
  const ground = groundIn(element, style, outer.ground, isFilled ? undefined : ink);
  const colour = ink !== undefined && ink[3] > 0 && hasEdges(style, ink, ground) ? undefined : ink;
  const whiteSpace = style.get('white-space');
  return {
    print: {
      size,
      stands: standsOf(name, style, outer.print, size),
      struck: outer.print.struck || isStruck(name, style),
      hidden: isUnshown ? 'not shown' : isLost(colour, ground) ? 'colour of the ground' : undefined,
      turns: 0,
    },
    isGone,
    isUnshown,
    opacity,
    colour,
    ground,
    grounds: ground === outer.ground ? outer.grounds : coloursIn(style.get('background-image') ?? ''),
    isDoubtful: false,
    moved: isMoved(style, outer) ? element : outer.moved,
    isAnchored: anchoredIn(name, style, outer.isAnchored),
    isTurned: outer.isTurned || isTurned(element, style),
    isFromRight: isFromRight(element, style) ?? outer.isFromRight,
    redrawn:
      outer.redrawn ?? (isPutOut(style, outer) ? 'text that a style puts elsewhere' : redrawnBy(style, size)),
    apart: outer.apart,
    room: roomOf(style, size) ?? outer.room,
    font: fontOf(element, style) ?? outer.font,
    isKept:
      whiteSpace === undefined ? outer.isKept || KEPT.has(name) : /^(?:pre|break-spaces)/.test(whiteSpace),
    isCentred: isCentred(name, attribs.align?.toLowerCase() ?? style.get('text-align'), outer.isCentred),
    listStyle: style.get('list-style-type') ?? style.get('list-style') ?? outer.listStyle,
    display: style.get('display'),
    direction: style.get('flex-direction'),
  };
}

/** Links have a colour of their own, which nobody need say. */
function colourIn(
  { name, attribs }: Named,
  style: Declarations,
  outer: Colour | undefined,
): Colour | undefined {
  const said =
    style.get('-webkit-text-fill-color') ??
    style.get('color') ??
    (name === 'font' ? attribs.color?.toLowerCase() : undefined);
  // The ground of letters alone is of a colour of its own.
  const isFilled = ['background-clip', '-webkit-background-clip'].some((each) => style.get(each) === 'text');
  if (isFilled) return undefined;
  if (said === undefined && name === 'a' && attribs.href !== undefined) return undefined;
  return said === undefined || said === 'inherit' || said === 'currentcolor' ? outer : colourOf(said);
}

/** Whether letters of a colour have edges that are seen on their ground, whatever their own colour is. */
function hasEdges(style: Declarations, ink: Colour, ground: Colour | undefined): boolean {
  const edges = EDGES.flatMap((name) => style.get(name) ?? []);
  const colours = [...edges, style.get('-webkit-text-stroke-color') ?? ''].flatMap((edge) =>
    partsOf(edge, ',').flatMap((part) => partsOf(part, ' ').map(colourOf)),
  );
  const known = colours.filter((colour) => colour !== undefined);
  return (
    edges.some((edge) => !/^(?:none|0(?:px)?)$/.test(edge)) &&
    (known.length === 0 ? [ink] : known).some((colour) => !isLost(colour, ground))
  );
}

/** What text stands on; `ink` is the colour that is said of it. */
function groundIn(
  { attribs }: Named,
  style: Declarations,
  outer: Colour | undefined,
  ink: Colour | undefined,
): Colour | undefined {
  const picture = style.get('background-image') ?? 'none';
  if (picture !== 'none' || attribs.background !== undefined) return undefined;
  if (/\binset\b/.test(style.get('box-shadow') ?? '')) return undefined;
  const said = style.get('background-color') ?? attribs.bgcolor?.toLowerCase();
  const own = said === 'currentcolor' ? ink : colourOf(said ?? 'transparent');
  if (own === undefined || (own[3] > 0 && own[3] < 1)) return undefined;
  return own[3] === 0 ? outer : own;
}

function fontOf({ name, attribs }: Named, style: Declarations): string | undefined {
  const said = style.get('font-family') ?? (name === 'font' ? attribs.face : undefined);
  return said?.split(',')[0]?.replace(/["']/g, '').trim();
}

function isFromRight({ attribs }: Named, style: Declarations): boolean | undefined {
  const said = style.get('direction') ?? attribs.dir?.trim().toLowerCase();
  return said === 'rtl' ? true : said === 'ltr' ? false : undefined;
}

/** A line of no colour strikes nothing out. */
function isStruck(name: string, style: Declarations): boolean {
  const decoration = style.get('text-decoration') ?? '';
  if (/\btransparent\b/.test(style.get('text-decoration-color') ?? decoration)) return false;
  const line = style.get('text-decoration-line') ?? (decoration === '' ? undefined : decoration);
  return line === undefined ? STRUCK.has(name) : line.includes('line-through');
}

function isCentred(name: string, align: string | undefined, outer: boolean): boolean {
  if (align !== undefined) return align === 'center' || align === 'right' || align === 'end';
  return outer || CENTRED.has(name);
}
