import type { Print } from '../../page/token.ts';
import { inEm } from './css-lengths.ts';
import type { Declarations } from './css-rules.ts';
import { SETTINGS } from './settings.ts';

type Stands = Print['stands'];

/** Sizes by name, in px. */
const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};
/** What `<font size>` calls by numbers. */
const FONT_SIZES = ['', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xx-large'];
const SMALL = SETTINGS.small.value;
const LARGE = SETTINGS.large.value;
const SCALED = /\bscale(?:[xy]|3d)?\(\s*(-?[\d.]+)(?:\s*,\s*(-?[\d.]+))?/;
const MOVED_UP = /\b(?:translatey\(|translate(?:3d)?\([^,()]*,)\s*(-?[\d.]+(?:em|px|pt|rem|%)?)/;
const MOVED_ASIDE = /\b(?:translatex\(|translate(?:3d)?\()\s*(-?[\d.]+(?:em|px|pt|rem)?)/;

/** The size of the text of an element, in the size of a page's text. */
export function sizeOf(
  { name, attribs }: { readonly name: string; readonly attribs: Readonly<Record<string, string>> },
  style: Declarations,
  outer: number,
): number {
  return zoomOf(style) * scaleOf(style) * fontSizeOf({ name, attribs }, style, outer);
}

/** How many times as large all is that stands in an element. */
function zoomOf(style: Declarations): number {
  const [, amount, percent] = /^([\d.]+)(%?)$/.exec(style.get('zoom') ?? '') ?? [];
  // A zoom of nothing is none.
  return amount === undefined || Number(amount) === 0 ? 1 : Number(amount) / (percent === '%' ? 100 : 1);
}

/** How much smaller a style draws what stands in an element, on the side where it is drawn smallest. */
function scaleOf(style: Declarations): number {
  const [, first = '1', second = first] = SCALED.exec(style.get('transform') ?? '') ?? [];
  return Math.min(1, Math.abs(Number(first)), Math.abs(Number(second)));
}

function fontSizeOf(
  { name, attribs }: { readonly name: string; readonly attribs: Readonly<Record<string, string>> },
  style: Declarations,
  outer: number,
): number {
  const size = style.get('font-size') ?? (name === 'font' ? FONT_SIZES[Number(attribs.size)] : undefined);
  if (size === undefined || size === '')
    return name === 'small' ? SMALL * outer : name === 'big' ? LARGE * outer : outer;
  if (size === 'smaller') return SMALL * outer;
  if (size === 'larger') return LARGE * outer;
  const named = KEYWORDS[size];
  const own = inEm(named === undefined ? size : `${named}px`, outer) ?? outer;
  // None is less than nothing: what says so says nothing.
  return own < 0 ? outer : own;
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
  const features = style.get('font-feature-settings') ?? '';
  if (position === 'super' || name === 'rt' || features.includes('sups')) return 'raised';
  if (position === 'sub' || features.includes('subs')) return 'lowered';
  const isLevel = align === 'baseline' && style.has('font-size') && size >= outer.size;
  if (isLevel) return outer.stands;
  return name === 'sup' ? 'raised' : name === 'sub' ? 'lowered' : outer.stands;
}

/** How far a style moves text up from where it stands, in em; 0 where that is too little to be seen. */
export function movedUp(style: Declarations, size: number): number {
  const isPlaced = style.get('position') === 'relative';
  // Parts of the height of a box around count for nothing where that has none of its own.
  const [top, bottom] = ['top', 'bottom'].map((side) => {
    const said = isPlaced ? style.get(side) : undefined;
    return said?.endsWith('%') === true ? 0 : (inEm(said, size) ?? 0);
  });
  const shift = inEm(MOVED_UP.exec(style.get('transform') ?? '')?.[1], size) ?? 0;
  const up = ((bottom ?? 0) - (top ?? 0) - shift) / size;
  return Math.abs(up) < SETTINGS.leastRise.value ? 0 : up;
}

/** Whether a style moves text aside from where it is written, by as much as part of a digit. */
export function isShifted(style: Declarations, size: number): boolean {
  const isPlaced = style.get('position') === 'relative';
  const moved = [
    ...(isPlaced ? [style.get('left'), style.get('right')] : []),
    MOVED_ASIDE.exec(style.get('transform') ?? '')?.[1],
  ].map((length) => Math.abs(inEm(length, size) ?? 0));
  const drawnIn = ['margin-left', 'margin-right'].map((side) => -(inEm(style.get(side), size) ?? 0));
  return [...moved, ...drawnIn].some((length) => length / size >= SETTINGS.leastShift.value);
}

/**
 * How many spaces wide the room is that styles leave before or behind text of an element in its line. A box of a width of
 * its own is wider than what stands in it, who knows by how much.
 */
export function spacesBeside(style: Declarations, side: 'left' | 'right', size: number): number {
  const align = style.get('text-align') ?? 'left';
  const isOpen = side === 'left' ? /right|end|center/.test(align) : !/right|end/.test(align);
  const isBox = /^inline-/.test(style.get('display') ?? '') && /^[\d.]*[1-9]/.test(style.get('width') ?? '');
  if (isBox && isOpen) return SETTINGS.wideSpace.value;
  const room = [`margin-${side}`, `padding-${side}`]
    .map((name) => Math.max(0, inEm(style.get(name), size) ?? 0))
    .reduce((sum, length) => sum + length, 0);
  return room / size < SETTINGS.leastGap.value
    ? 0
    : Math.max(1, Math.round(room / size / SETTINGS.space.value));
}

/**
 * How wide a box is that shows nothing of what does not fit into it, or out of which it stands over what follows, in its
 * own em; 0 where it is too low for a line. Undefined where all is shown.
 */
export function roomOf(style: Declarations, size: number): number | undefined {
  const isCut = /^(?:hidden|clip)/.test(style.get('overflow') ?? '');
  const isInLine =
    /^inline-/.test(style.get('display') ?? '') || /^(?:left|right)/.test(style.get('float') ?? '');
  const rooms = (sides: readonly string[]): readonly number[] =>
    sides.flatMap((side) => {
      const written = style.get(side) ?? '';
      // A line is so many times as high as its letters, where no unit is said.
      const said = side === 'line-height' && /^[\d.]+$/.test(written) ? `${written}em` : written;
      return said.endsWith('%') ? [] : (inEm(said, size) ?? []);
    });
  const widths = isCut ? rooms(['width', 'max-width']) : isInLine ? rooms(['width']) : [];
  const isScrolled = /^(?:auto|scroll)/.test(style.get('overflow') ?? '');
  const heights =
    isCut || isScrolled ? rooms(['height', 'max-height', ...(isCut ? ['line-height'] : [])]) : [];
  const isLow = heights.some((each) => each / size < SETTINGS.leastHeight.value);
  const indent = style.get('text-indent');
  const isSetOut = -(inEm(indent, size) ?? 0) / size >= SETTINGS.leastShift.value;
  const isSetIn = isCut && (isSetOut || /^\d{3,}(?:\.\d+)?%/.test(indent ?? ''));
  const isSized = isCut && /\b(?:strict|size)\b/.test(style.get('contain') ?? '') && !style.has('height');
  if (isSetIn || isSized) return 0;
  if (isLow) return 0;
  return widths.length === 0 ? undefined : Math.min(...widths) / size;
}
