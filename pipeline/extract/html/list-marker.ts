import { Element } from 'domhandler';
import { type Numerals, numeral } from '../numerals.ts';
import type { Look } from './look.ts';
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

/** What a browser prints before an item of a list, though the markup does not hold it: `3.`, `c.`, a bullet. */
export function markerOf(item: Element, { listStyle }: Look): string | undefined {
  const list = item.parent;
  if (!(list instanceof Element) || listStyle?.split(/\s+/).includes('none') === true) return undefined;
  if (list.name !== 'ol') return BULLET;
  const type = item.attribs.type ?? list.attribs.type ?? '1';
  const named = (listStyle ?? '').split(/\s+/).find((word) => TYPES[word] !== undefined);
  return `${numeral(numberOf(item, list), TYPES[named ?? type] ?? 'decimal')}.`;
}

/** The number of an item: its own, or one more than that of the item before. */
function numberOf(item: Element, list: Element): number {
  const step = list.attribs.reversed === undefined ? 1 : -1;
  const items = elementsOf(list).filter(({ name }) => name === 'li');
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
