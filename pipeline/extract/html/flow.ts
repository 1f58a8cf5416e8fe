import { type ChildNode, Element } from 'domhandler';
import { inFont } from '../fonts-of-signs.ts';
import { isBlockByName, setsOut } from './boxes.ts';
import type { Declarations, Pseudo } from './css-rules.ts';
import { drawnAlone, generatedIn, hasPicture, PICTURE, STROKE } from './generated.ts';
import { drawsAway } from './hiding.ts';
import { markerOf } from './list-marker.ts';
import { type Look, lookIn, lookOf } from './look.ts';
import { SETTINGS } from './settings.ts';
import { spacesBeside } from './standing.ts';
import type { StyleSheet } from './stylesheet.ts';
import { markupText } from './tree.ts';

/** Where what stands in an element goes: to the blocks of a page, or to the lines of a cell. */
export interface Sink {
  readonly text: (text: string, look: Look) => void;
  /** A line ends. */
  readonly lineEnd: (look: Look) => void;
  /** A block begins or ends. */
  readonly edge: (look: Look) => void;
  readonly table: (table: Element, look: Look) => void;
  /** Something that is seen and is no text, by what it is: `a picture`, `a formula`, `a field of a form`. */
  readonly picture: (look: Look, what: string) => void;
  /** Something may be seen there: a picture that says of itself that it is nothing, what a style may draw. */
  readonly adornment: (look: Look, what: string) => void;
  /** Whether a text that keeps its columns is taken as it stands, with its tables. */
  readonly kept: (element: Element, look: Look) => boolean;
  /** Told around what stands in each element: one of them is the document, and what is around it the page's. */
  readonly within: (element: Element, put: () => void) => void;
}

const SHADOW = ['shadowrootmode', 'shadowroot'];
const SIGN = '\ue000';
const HARD_SPACE = '\u00a0';
const HARD_ALONE = /^[\u00a0\u2000-\u200a\u202f\u3000]+$/;
const WIDE = SETTINGS.wideSpace.value;
const INLINE = /^(?:inline|contents|none)/;
/** What elements show that is no text. */
const PICTURES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'a picture': 'canvas img svg video',
    'a formula': 'math',
    'a field of a form': 'input meter progress select textarea',
    'a part of another file': 'audio embed iframe object',
  }).flatMap(([what, names]) => names.split(' ').map((name): [string, string] => [name, what])),
);
/** What stands in its place is drawn by a style: a stroke, a counter, a picture, a sign of a font of signs. */
const DRAWN = 'a sign that a style draws';
const PICTURED = 'a picture that a style draws';
/** A picture that says of itself that it is nothing to be read. */
export const ADORNMENT = 'a picture without a text of its own';
const DOUBTFUL = 'text in the colour of what it seems to stand on';
const UNREAD_STYLE = 'what a style sheet that is not read may draw';
const EMPTY_OF_STYLE = new Set('i b em span'.split(' '));
const WRITES = /\bdocument\s*\.\s*write/;
/** What is never shown, and is no text that is hidden. */
const NO_TEXT = new Set(
  'base datalist frameset head link meta noscript rp script style template title'.split(' '),
);

function seen(look: Look): Look {
  return { ...look, print: { ...look.print, hidden: undefined } };
}

/** Letters of a font of signs are drawn as something else, and what does not fit into its box is cut off. */
function textIn(text: string, look: Look, sink: Sink): void {
  if (look.isDoubtful && text.trim() !== '') sink.picture(seen(look), DOUBTFUL);
  // Blended with its ground, it may be seen where it seems to be lost.
  if (look.redrawn !== undefined && !look.isUnshown && text.trim() !== '')
    sink.picture(seen(look), look.redrawn);
  if (look.print.hidden !== undefined) {
    sink.text(text, look);
    return;
  }
  // Struck out, room alone is a stroke.
  if (look.print.struck && HARD_ALONE.test(text)) {
    sink.adornment(look, DRAWN);
    return;
  }
  const longest = look.room === undefined ? 0 : Math.max(0, ...text.split(/\s/).map(({ length }) => length));
  if (longest * SETTINGS.narrowest.value > (look.room ?? 0)) sink.picture(look, 'text that is cut off');
  for (const [index, own] of inFont(text, look.font, SIGN).split(SIGN).entries()) {
    if (index > 0) sink.picture(look, 'a sign of a font of signs');
    if (own !== '') sink.text(own, look);
  }
}

/** Walks through what stands in an element as it is read, and puts each part where it belongs. */
export function flow(element: Element, look: Look, sheet: StyleSheet, sink: Sink): void {
  const isOther = (['first-letter', 'first-line'] as const).some((part) =>
    looksOther(element, part, look, sheet),
  );
  if (isOther) sink.picture(look, 'a first letter or line that a style draws in another way');
  if (look.isAnchored !== undefined && hasPicture(element, look, sheet)) sink.adornment(look, PICTURED);
  const marker = markerOf(element, look, sheet);
  if (marker === PICTURE) sink.picture(look, DRAWN);
  else if (marker !== undefined) sink.text(`${marker} `, look);
  const own = typeof marker === 'string' ? besideMarker(sink) : sink;
  generate(element, 'before', look, sheet, own);
  for (const child of element.children) step(child, look, sheet, own);
  generate(element, 'after', look, sheet, own);
}

/** What stands beside the marker of its item, though it is a block: the first text of `<li><p>`. */
function besideMarker(sink: Sink): Sink {
  let isAlone = true;
  const behind =
    <A extends readonly unknown[]>(put: (...all: A) => void) =>
    (...all: A): void => {
      isAlone = false;
      put(...all);
    };
  return {
    ...sink,
    text: (text, look) => {
      isAlone &&= text.trim() === '' || look.print.hidden !== undefined;
      sink.text(text, look);
    },
    lineEnd: behind(sink.lineEnd),
    table: behind(sink.table),
    picture: behind(sink.picture),
    edge: (look) => {
      if (!isAlone || look.isGone) sink.edge(look);
    },
  };
}

/** Whether the first letter or line of an element is hidden, raised, made small or drawn over, unlike what follows. */
function looksOther(element: Element, part: Pseudo, look: Look, sheet: StyleSheet): boolean {
  const style = sheet.of(element, part);
  if (style.size === 0 || look.print.hidden !== undefined) return false;
  const own = lookIn({ name: '', attribs: {} }, look, style);
  return (
    own.print.hidden !== undefined ||
    own.print.stands !== look.print.stands ||
    own.print.size < SETTINGS.markSize.value * look.print.size ||
    own.redrawn !== look.redrawn
  );
}

function generate(element: Element, where: Pseudo, outer: Look, sheet: StyleSheet, sink: Sink): void {
  const generated = generatedIn(element, where, outer, sheet);
  if (generated === undefined || generated.look.isUnshown) return;
  // Text may be lost on its ground, which is a stroke all the same.
  const isLost = generated.look.print.hidden !== undefined;
  const parts = generated.parts.filter((part) => !isLost || typeof part !== 'string');
  if (parts.length === 0) return;
  const look = seen(generated.look);
  const isBlock = look.display !== undefined && !INLINE.test(look.display);
  if (isBlock) sink.edge(look);
  for (const part of parts) {
    if (part === PICTURE) sink.picture(look, DRAWN);
    else if (part === STROKE) sink.adornment(look, DRAWN);
    else sink.text(part, look);
  }
  if (isBlock) sink.edge(look);
}

function step(node: ChildNode, outer: Look, sheet: StyleSheet, sink: Sink): void {
  if (!(node instanceof Element)) {
    if (node.type === 'text') textIn(node.data, outer, sink);
    return;
  }
  // What a shadow shows stands in the place of what is written.
  if (node.name === 'template' && SHADOW.some((name) => node.attribs[name] !== undefined))
    sink.picture(outer, 'a shadow, which stands in the place of the text,');
  if (node.name === 'script' && WRITES.test(markupText(node))) sink.picture(outer, 'what a script writes');
  if (NO_TEXT.has(node.name)) return;
  const look = lookOf(node, outer, sheet);
  const picture = PICTURES.get(node.name);
  if (node.name === 'br') sink.lineEnd(look);
  else if (node.name === 'table' && !look.isGone) sink.table(node, look);
  else if (look.isKept && !outer.isKept && sink.kept(node, look)) return;
  else if (isDrawn(node, look, sheet)) sink.picture(look, DRAWN);
  else if (node.name === 'hr' && isInText(look, sheet.of(node))) sink.adornment(look, DRAWN);
  else if (drawnAlone(node, look, sheet) === STROKE) sink.adornment(look, DRAWN);
  else if (picture !== undefined) {
    if (isPrinted(node, look)) put(node, look, picture, sink);
  } else if (!sheet.isWhole && isEmptyOfStyle(node)) sink.adornment(look, UNREAD_STYLE);
  else inside(node, look, outer, sheet, sink);
}

function put({ attribs }: Element, look: Look, picture: string, sink: Sink): void {
  if (attribs.alt?.trim() === '') sink.adornment(look, ADORNMENT);
  else sink.picture(look, picture);
}

/** An element without text that is there to be drawn by a style: `<i class="icon-minus"></i>`. */
function isEmptyOfStyle({ name, attribs, children }: Element): boolean {
  return children.length === 0 && attribs.class !== undefined && EMPTY_OF_STYLE.has(name);
}

/** Whether a rule stands in a line of text, or is drawn over the line before it. */
function isInText({ display }: Look, style: Declarations): boolean {
  const isInLine = display !== undefined && INLINE.test(display);
  return isInLine || ['margin-top', 'top'].some((side) => style.get(side)?.startsWith('-') === true);
}

/** Whether something is drawn in the place of what stands in an element, or where nothing does. */
function isDrawn(element: Element, look: Look, sheet: StyleSheet): boolean {
  const isReplaced = /^url\(/i.test(sheet.of(element).get('content') ?? '');
  return !look.isUnshown && (isReplaced || drawnAlone(element, look, sheet) === PICTURE);
}

function inside(element: Element, look: Look, outer: Look, sheet: StyleSheet, sink: Sink): void {
  const { display } = look;
  const isBlock =
    setsOut(outer.display) || (display === undefined ? isBlockByName(element.name) : !INLINE.test(display));
  const room = (side: 'left' | 'right'): void => {
    const spaces = isBlock ? 0 : spacesBeside(sheet.of(element), side, look.print.size);
    if (spaces > 0) sink.text(HARD_SPACE.repeat(Math.min(spaces, WIDE)), look);
  };
  if (isBlock) sink.edge(look);
  else if (!look.isUnshown && drawsAway(sheet.of(element)))
    sink.picture(seen(look), 'text that a style puts elsewhere');
  room('left');
  sink.within(element, () => {
    flow(element, look, sheet, sink);
  });
  room('right');
  if (isBlock) sink.edge(look);
}

/** Whether a picture shows something: not one that is hidden or keeps a distance. */
function isPrinted({ attribs }: Element, look: Look): boolean {
  const isDistance = [attribs.width, attribs.height].some((size) => /^[01](?:px)?$/.test(size?.trim() ?? ''));
  return look.print.hidden === undefined && !isDistance;
}
