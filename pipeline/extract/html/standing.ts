import type { Print } from '../../page/token.ts';
import { SETTINGS } from './settings.ts';
import type { Declarations } from './stylesheet.ts';

type Stands = Print['stands'];

const LENGTH = /^(-?[\d.]+)(em|%|rem|px|pt)?$/;
/** The usual size of text, in the units of sizes that do not count in em. */
const USUAL: Readonly<Record<string, number>> = { em: 1, '%': 100, rem: 1, px: 16, pt: 12 };
/** Sizes by name, in px. */
const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
/** What `<font size>` calls by numbers. */
const FONT_SIZES = ['', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xx-large'];
const SMALL = SETTINGS.small.value;
const MOVED_UP = /\b(?:translatey\(|translate(?:3d)?\([^,()]*,)\s*(-?[\d.]+(?:em|px|pt|rem|%)?)/;

/** A length in em of the text around; undefined where it is none, or none that counts by itself. */
function inEm(length: string | undefined, outer = 1): number | undefined {
  const [, amount, unit = 'px'] = LENGTH.exec(length ?? '') ?? [];
  const own = Number(amount) / (USUAL[unit] ?? 1);
  if (amount === undefined || !Number.isFinite(own)) return undefined;
  return unit === 'em' || unit === '%' ? own * outer : own;
}

/** The size of the text of an element, in the size of a page's text. */
export function sizeOf(
  { name, attribs }: { readonly name: string; readonly attribs: Readonly<Record<string, string>> },
  style: Declarations,
  outer: number,
): number {
  const size = style.get('font-size') ?? (name === 'font' ? FONT_SIZES[Number(attribs.size)] : undefined);
  if (size === undefined || size === '') return name === 'small' ? SMALL * outer : outer;
  if (size === 'smaller') return SMALL * outer;
  const named = KEYWORDS[size];
  return inEm(named === undefined ? size : `${named}px`, outer) ?? outer;
}

/**
 * Whether text stands off its line. Style sheets that begin anew from `vertical-align: baseline` raise `<sup>` by its
 * place: it is one all the same, but where they give it the size of the text around it too.
 */
export function standsOf(
  name: string,
  style: Declarations,
  outer: { readonly stands: Stands; readonly size: number },
  size: number,
): Stands {
  if (name === 'td' || name === 'th') return outer.stands;
  const moved = movedUp(style, size);
  if (moved !== 0) return moved > 0 ? 'raised' : 'lowered';
  const align = style.get('vertical-align') ?? '';
  if (align === 'super' || /^[\d.]*[1-9]/.test(align)) return 'raised';
  if (align === 'sub' || /^-[\d.]*[1-9]/.test(align)) return 'lowered';
  const position = style.get('font-variant-position');
  if (position === 'super' || name === 'rt') return 'raised';
  if (position === 'sub') return 'lowered';
  const isLevel = align === 'baseline' && style.has('font-size') && size >= outer.size;
  if (isLevel) return outer.stands;
  return name === 'sup' ? 'raised' : name === 'sub' ? 'lowered' : outer.stands;
}

/** How far a style moves text up from where it stands, in em; 0 where that is too little to be seen. */
function movedUp(style: Declarations, size: number): number {
  const isPlaced = style.get('position') === 'relative';
  const [top, bottom] = ['top', 'bottom'].map((side) => (isPlaced ? inEm(style.get(side), size) : 0) ?? 0);
  const shift = inEm(MOVED_UP.exec(style.get('transform') ?? '')?.[1], size) ?? 0;
  const up = ((bottom ?? 0) - (top ?? 0) - shift) / size;
  return Math.abs(up) < SETTINGS.leastRise.value ? 0 : up;
}
