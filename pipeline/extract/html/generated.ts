import type { Element } from 'domhandler';
import type { Pseudo } from './css-rules.ts';
import { type Look, lookIn } from './look.ts';
import type { StyleSheet } from './stylesheet.ts';

/** In the place of text: something that is printed and is none. */
export const PICTURE: unique symbol = Symbol('picture');

type Part = string | typeof PICTURE;

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
  const content = style.get('content')?.replace(/\s\/\s.*$/, '');
  if (content === undefined) return undefined;
  const look = lookIn({ name: '', attribs: {} }, outer, style);
  const parts = [...content.matchAll(PART)].flatMap(({ groups }): readonly Part[] => {
    const { text, attribute, other } = groups ?? {};
    if (other !== undefined) return NOTHING.test(other) ? [] : [PICTURE];
    const own = text === undefined ? (element.attribs[attribute ?? ''] ?? '') : unescaped(text);
    return SIGN.test(own) ? [PICTURE] : own.trim() === '' ? [] : [own];
  });
  if (parts.length > 0) return { look, parts };
  return isDrawn(style) ? { look, parts: [PICTURE] } : undefined;
}

/** Whether an element without any text is a stroke or a patch of colour: a minus is drawn so as well. */
export function isDrawnAlone(element: Element, look: Look, sheet: StyleSheet): boolean {
  const isInline = look.display === undefined || /^inline/.test(look.display);
  return isInline && element.children.length === 0 && isDrawn(sheet.of(element));
}

function isDrawn(style: ReadonlyMap<string, string>): boolean {
  const hasRoom = ['width', 'height'].some((side) => /[1-9]/.test(style.get(side) ?? ''));
  const hasGround = [
    style.get('background-color') ?? 'transparent',
    style.get('background-image') ?? 'none',
  ].some((said) => said !== 'transparent' && said !== 'none' && said !== 'inherit');
  const hasStroke = ['border-top', 'border-bottom'].some((side) => /\bsolid\b/.test(style.get(side) ?? ''));
  return hasRoom && (hasGround || hasStroke);
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
