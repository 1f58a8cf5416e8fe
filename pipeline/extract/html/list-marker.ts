import { Element } from 'domhandler';
import { type Numerals, numeral } from '../numerals.ts';
import { PICTURE } from './generated.ts';
import { isLeftOut } from './hiding.ts';
import { type Look, lookIn } from './look.ts';
import type { StyleSheet } from './stylesheet.ts';
import { elementsOf } from './tree.ts';

const BULLET = '\u2022';
const TYPES: Readonly<Record<string, Numerals>> = {
  '1': 'decimal',
  a: 'letters',
  A: 'LETTERS',
  i: 'roman',
  I: 'ROMAN',
  decimal: 'decimal',
  'lower-alpha': 'letters',
  'lower-latin': 'letters',
  'upper-alpha': 'LETTERS',
  'upper-latin': 'LETTERS',
  'lower-roman': 'roman',
  'upper-roman': 'ROMAN',
};

const PLACES = new Set(['inside', 'outside', '', 'initial', 'inherit', 'revert', 'unset']);
/** Styles that print a sign, whatever the list. */
const SIGNS = new Set(['disc', 'circle', 'square', 'disclosure-open', 'disclosure-closed']);
/** A sign that the style says itself. */
const OWN_SIGN = /["'](.*)["']/;

/**
 * What a browser prints before an item of a list, or what a style makes one, though the markup does not hold it: `3.`,
 * `c.`, a bullet, a minus. One that is
 * counted in a way that is not known is something that is printed and that nobody can read.
 */
export function markerOf(item: Element, look: Look, sheet: StyleSheet): string | typeof PICTURE | undefined {
  const { listStyle = '', display } = look;
  const list = item.parent;
  const isItem = display === undefined ? item.name === 'li' : display.includes('list-item');
  const words = listStyle
    .replace(OWN_SIGN, '')
    .split(/\s+/)
    .filter((word) => !PLACES.has(word) && !word.startsWith('url('));
  if (!(list instanceof Element) || !isItem || words.includes('none')) return undefined;
  const style = sheet.of(item, 'marker');
  if (lookIn({ name: '', attribs: {} }, look, style).print.hidden !== undefined) return undefined;
  const said = style.get('content') ?? 'normal';
  if (said === 'none') return undefined;
  if (said !== 'normal' && !OWN_SIGN.test(said)) return PICTURE;
  const own = OWN_SIGN.exec(said)?.[1] ?? OWN_SIGN.exec(listStyle)?.[1];
  if (own !== undefined) return own.trim() === '' ? undefined : own.trim();
  const [named] = words;
  if (named === undefined ? list.name !== 'ol' : SIGNS.has(named)) return BULLET;
  const type = named ?? item.attribs.type ?? list.attribs.type ?? '1';
  // What is no item of a list counts with all the others that are none.
  if (item.name !== 'li') return PICTURE;
  const number = numberOf(item, list, sheet);
  if (type === 'decimal-leading-zero') return `${String(number).padStart(2, '0')}.`;
  const numerals = TYPES[type];
  if (numerals === undefined) return named === undefined ? `${number}.` : PICTURE;
  return `${numeral(number, numerals)}.`;
}

/** The number of an item: its own, or one more than that of the item before. What is not shown is not counted. */
function numberOf(item: Element, list: Element, sheet: StyleSheet): number {
  const step = list.attribs.reversed === undefined ? 1 : -1;
  const items = elementsOf(list).filter((each) => each.name === 'li' && !isLeftOut(each, sheet.of(each)));
  let number = integer(list.attribs.start) ?? (step > 0 ? 1 : items.length);
  for (const each of items) {
    number = integer(each.attribs.value) ?? number;
    if (each === item) return number;
    number += step;
  }
  return number;
}

function integer(attribute: string | undefined): number | undefined {
  const digits = /^\s*([-+]?\d{1,9})/.exec(attribute ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
