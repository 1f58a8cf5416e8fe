import type { Element } from 'domhandler';
import { type Print, plainPrint } from '../../page/token.ts';
import { SETTINGS } from './settings.ts';
import type { Declarations, StyleSheet } from './stylesheet.ts';

/** How the text of an element looks, as far as that decides what is read. */
export interface Look {
  readonly print: Print;
  /** Whether it takes no room at all; what is hidden and takes room leaves an empty cell behind. */
  readonly isGone: boolean;
  /** Whether its line breaks and spaces stand as they are written. */
  readonly isKept: boolean;
  readonly isCentred: boolean;
  /** What styles say of how its list items are marked. */
  readonly listStyle: string | undefined;
  /** What styles say of how it is laid out: `block`, `inline`, `none`. */
  readonly display: string | undefined;
}

/** The text of a page before any element says otherwise; its em is the unit. */
export const PLAIN_LOOK: Look = {
  print: plainPrint(1),
  isGone: false,
  isKept: false,
  isCentred: false,
  listStyle: undefined,
  display: undefined,
};

/** Elements that no browser shows. */
const GONE = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'datalist',
  'rp',
  'meta',
  'link',
  'base',
  'frameset',
]);
const STRUCK = new Set(['s', 'del', 'strike']);
const CENTRED = new Set(['center', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const KEPT = new Set(['pre', 'textarea', 'listing', 'xmp', 'plaintext']);
/** How much smaller browsers set these, in em of the text around. */
const SMALL = SETTINGS.small.value;
const LENGTH = /^([\d.]+)(em|%|rem|px|pt)?$/;
/** The usual size of text, in the units of sizes that do not count in em. */
const USUAL: Readonly<Record<string, number>> = { em: 1, '%': 100, rem: 1, px: 16, pt: 12 };
/** Text of less than this, in em, is read by nobody. */
const LEAST_SIZE = SETTINGS.leastSize.value;
const NOTHING_SAID: Declarations = new Map();
const NOTHING_LEFT = /^(?:rect\(\s*0|inset\(\s*(?:50|100)%)/;

/**
 * The look of an element within one that looks like `outer`. What a person who opens the page cannot see is hidden:
 * `display: none`, `hidden`, `visibility`, no opacity, no size, clipped to nothing. `aria-hidden` hides from those who
 * listen, not from those who look: such text is read.
 */
export function lookOf(element: Element, outer: Look, sheet: StyleSheet): Look {
  const { name, attribs } = element;
  const style = sheet.get(element) ?? NOTHING_SAID;
  const isGone = outer.isGone || isLeftOut(element, style);
  const size = sizeOf(name, style, outer.print.size);
  const isHidden = isGone || isInvisible(style, size);
  const shownAgain = style.get('visibility') === 'visible' && !isGone && size >= LEAST_SIZE;
  const hidden = isHidden ? 'not shown' : shownAgain ? undefined : outer.print.hidden;
  const whiteSpace = style.get('white-space');
  return {
    print: {
      size,
      stands: standsOf(name, style, outer.print.stands),
      struck: outer.print.struck || isStruck(name, style),
      hidden,
      turns: 0,
    },
    isGone,
    isKept:
      whiteSpace === undefined ? outer.isKept || KEPT.has(name) : /^(?:pre|break-spaces)/.test(whiteSpace),
    isCentred: isCentred(name, attribs.align?.toLowerCase() ?? style.get('text-align'), outer.isCentred),
    listStyle: style.get('list-style-type') ?? style.get('list-style') ?? outer.listStyle,
    display: style.get('display'),
  };
}

function isLeftOut({ name, attribs }: Element, style: Declarations): boolean {
  const display = style.get('display');
  if (GONE.has(name) || display === 'none') return true;
  if (name === 'input' && attribs.type?.toLowerCase() === 'hidden') return true;
  if (name === 'dialog' && attribs.open === undefined && display === undefined) return true;
  return attribs.hidden !== undefined && display === undefined;
}

function isInvisible(style: Declarations, size: number): boolean {
  return (
    /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '') ||
    Number(style.get('opacity') ?? 1) === 0 ||
    style.get('color') === 'transparent' ||
    NOTHING_LEFT.test(style.get('clip') ?? '') ||
    NOTHING_LEFT.test(style.get('clip-path') ?? '') ||
    /^-\d{3,}/.test(style.get('text-indent') ?? '') ||
    size < LEAST_SIZE
  );
}

function standsOf(name: string, style: Declarations, outer: Print['stands']): Print['stands'] {
  const align = style.get('vertical-align');
  if (align !== undefined && name !== 'td' && name !== 'th') {
    if (align === 'super' || /^[\d.]*[1-9]/.test(align)) return 'raised';
    if (align === 'sub' || /^-[\d.]*[1-9]/.test(align)) return 'lowered';
    if (align === 'baseline') return outer;
  }
  return name === 'sup' ? 'raised' : name === 'sub' ? 'lowered' : outer;
}

function isStruck(name: string, style: Declarations): boolean {
  const line = style.get('text-decoration-line') ?? style.get('text-decoration');
  return line === undefined ? STRUCK.has(name) : line.includes('line-through');
}

function sizeOf(name: string, style: Declarations, outer: number): number {
  const size = style.get('font-size');
  if (size === undefined) return name === 'small' ? SMALL * outer : outer;
  if (size === 'smaller') return SMALL * outer;
  const [, amount, unit = 'px'] = LENGTH.exec(size) ?? [];
  const own = Number(amount) / (USUAL[unit] ?? 1);
  if (amount === undefined || !Number.isFinite(own)) return outer;
  return unit === 'em' || unit === '%' ? own * outer : own;
}

function isCentred(name: string, align: string | undefined, outer: boolean): boolean {
  if (align !== undefined) return align === 'center' || align === 'right' || align === 'end';
  return outer || CENTRED.has(name);
}
