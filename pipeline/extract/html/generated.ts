import { Element, type ParentNode } from 'domhandler';
import { boxOf } from './boxes.ts';
import type { Declarations, Pseudo } from './css-rules.ts';
import { type Look, lookIn } from './look.ts';
import type { StyleSheet } from './stylesheet.ts';

/** In the place of text: something that is printed and is none. */
export const PICTURE: unique symbol = Symbol('picture');

/** In the place of text: a stroke or a patch of colour, which may be a sign, or adorn. */
export const STROKE: unique symbol = Symbol('stroke');

type Part = string | typeof PICTURE | typeof STROKE;

/** What a style prints before or behind what stands in an element: text, or something that is none. */
export interface Generated {
  readonly look: Look;
  readonly parts: readonly Part[];
}

const PART =
  /(?<quote>["'])(?<text>(?:\\[\s\S]|(?!\k<quote>)[^\\])*)\k<quote>|attr\(\s*(?<attribute>[\w-]+)\s*\)|(?<other>[\w-]+(?:\([^()]*\))?)/g;
const ESCAPE = /\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi;
/** Prints nothing, or is not for the eye. */
const NOTHING = /^(?:none|normal|no-open-quote|no-close-quote|unset|initial)$/i;
/** Which of two quotes a style prints. */
const QUOTES: Readonly<Record<string, 0 | 1>> = { 'open-quote': 0, 'close-quote': 1 };
const USUAL_QUOTES = ['\u201c', '\u201d'];
/** Fonts of signs keep theirs where no characters are. */
const SIGN = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;

/**
 * What stands before or behind the content of an element by `content` of a style: a minus before a number below zero, a
 * unit, leader dots. A counter, a picture, and a sign of a font of signs are something that is printed and no text.
 */
export function generatedIn(
  element: Element,
  pseudo: Pseudo,
  outer: Look,
  sheet: StyleSheet,
): Generated | undefined {
  const style = sheet.of(element, pseudo);
  // What stands behind a slash is said to those who listen.
  const content = style.get('content')?.replace(/\s\/\s.*$/, '') ?? usualContent(element, pseudo);
  if (content === undefined) return undefined;
  const look = lookIn({ name: '', attribs: {} }, outer, style);
  const parts = [...content.matchAll(PART)].flatMap(({ groups }): readonly Part[] => {
    const { text, attribute, other } = groups ?? {};
    const quote = QUOTES[other ?? ''];
    if (quote !== undefined) return quoteOf(element, quote, sheet);
    if (other !== undefined) return NOTHING.test(other) ? [] : [PICTURE];
    const own = text === undefined ? (element.attribs[attribute ?? ''] ?? '') : unescaped(text);
    if (SIGN.test(own)) return [PICTURE];
    return own.trim() !== '' ? [own] : own !== '' && isLined(style) ? [STROKE] : [];
  });
  if (parts.length > 0) return { look, parts };
  const drawn = drawnBy(style);
  return drawn === undefined ? undefined : { look, parts: [drawn] };
}

/** Browsers put quotes around `<q>`, where no style says what else. */
function usualContent({ name }: Element, pseudo: Pseudo): string | undefined {
  if (name !== 'q') return undefined;
  return pseudo === 'before' ? 'open-quote' : pseudo === 'after' ? 'close-quote' : undefined;
}

/** The quotes that open and close; within another `<q>` they are others, which are not told from here. */
function quoteOf(element: Element, at: 0 | 1, sheet: StyleSheet): readonly Part[] {
  let own: string | undefined;
  for (
    let each: ParentNode | null = element;
    own === undefined && each instanceof Element;
    each = each.parent
  )
    own = sheet.of(each).get('quotes');
  if (own === 'none') return [];
  const said = own === undefined || own === 'auto' ? USUAL_QUOTES : [...own.matchAll(PART)].map(writtenIn);
  const quote = said[at];
  return quote === undefined || (element.parent instanceof Element && element.parent.name === 'q')
    ? [PICTURE]
    : quote === ''
      ? []
      : [quote];
}

function writtenIn({ groups }: RegExpMatchArray): string {
  return unescaped(groups?.text ?? '');
}

/**
 * Whether an element without any text is a stroke or a patch of colour, and which: a minus is drawn so as well, and so
 * are arrows and frames.
 */
export function drawnAlone(element: Element, look: Look, sheet: StyleSheet): Part | undefined {
  const isInline = look.display === undefined || /^inline/.test(look.display);
  return isInline && element.children.length === 0 ? drawnBy(sheet.of(element)) : undefined;
}

/**
 * Whether a style draws a picture once under what stands in a cell, where a minus may be: `no-repeat` under the cell, or
 * of any kind under a part of its line. What is repeated all over a cell is its paper.
 */
export function hasPicture(element: Element, look: Look, sheet: StyleSheet): boolean {
  const style = sheet.of(element);
  const isInLine = boxOf(element.name, style, undefined) === 'inline' || /^inline/.test(look.display ?? '');
  const ground = `${style.get('background-image') ?? ''} ${style.get('background-repeat') ?? ''}`;
  const isOnce = isInLine || /\bno-repeat\b/.test(ground);
  return (
    (/\burl\(|\bimage-set\(/.test(ground) && isOnce) ||
    /\b(?:url|[a-z-]+-gradient)\(/.test(style.get('border-image') ?? '')
  );
}

/** Whether room alone is seen: struck out, underlined, or of a ground of its own. */
function isLined(style: Declarations): boolean {
  const lines = [style.get('text-decoration-line'), style.get('text-decoration'), style.get('border-bottom')];
  return hasGroundOf(style) || lines.some((line) => !/^(?:none|0|initial|inherit|unset)?$/.test(line ?? ''));
}

function hasGroundOf(style: Declarations): boolean {
  return [style.get('background-color') ?? 'transparent', style.get('background-image') ?? 'none'].some(
    (said) => said !== 'transparent' && said !== 'none' && said !== 'inherit',
  );
}

function drawnBy(style: Declarations): Part | undefined {
  const hasRoom = ['width', 'height', 'padding-left', 'padding-right'].some((side) =>
    /[1-9]/.test(style.get(side) ?? ''),
  );
  const hasStroke = (sides: readonly string[]): boolean =>
    sides.some((side) => /\b(?:solid|dashed|dotted|double)\b/.test(style.get(side) ?? ''));
  if (hasRoom && (hasGroundOf(style) || hasStroke(['border-top', 'border-bottom']))) return PICTURE;
  const hasShadow = !/^(?:none|inset\b.*)$/.test(style.get('box-shadow') ?? 'none');
  return hasStroke(['border-left', 'border-right', 'outline']) || hasShadow ? STROKE : undefined;
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
