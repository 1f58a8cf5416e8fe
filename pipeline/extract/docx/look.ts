import { isColour } from '../html/colour.ts';
import type { Ground, RunLook } from './run-look.ts';
import { SETTINGS } from './settings.ts';

const SIX_DIGITS = /^[\da-f]{6}$/i;
/** Where what lies under text is of a colour that is not known: a style of tables, the fill of a box. */
export const UNKNOWN_GROUND = ' style="background-image:url(.)"';

/** A colour that is not known, which is seen on any ground. */
const OF_ITS_OWN = 'color:-auto';

/** Text with the tags that say how it is printed. */
export function inLook(text: string, look: RunLook): string {
  if (text === '') return '';
  const { vanish, struck, align, position = 0 } = look;
  const isRaised = align === 'superscript' || (align === undefined && position > 0);
  const isLowered = align === 'subscript' || (align === undefined && position < 0);
  const stands = isRaised ? wrapped('sup', text) : isLowered ? wrapped('sub', text) : text;
  const lined = struck === true ? wrapped('s', stands) : stands;
  const styles = [...sizeStyles(look), ...colourStyles(look), ...spacingStyles(look)];
  const attribute = styles.length === 0 ? '' : ` style="${styles.join(';')}"`;
  const direction = look.isFromRight === undefined ? '' : ` dir="${look.isFromRight ? 'rtl' : 'ltr'}"`;
  const styled = attribute + direction === '' ? lined : `<span${attribute}${direction}>${lined}</span>`;
  return vanish === true ? `<span hidden>${styled}</span>` : styled;
}

/** What lies under a paragraph, a cell or a table, as an attribute. Letters of no colour of their own are seen on any. */
export function groundAttribute(ground: Ground | undefined): string {
  if (ground === undefined || ground === 'none') return '';
  return ` style="${groundStyle(ground)};${OF_ITS_OWN}"`;
}

function groundStyle(ground: Ground): string {
  return `background-color:${hex(ground)}`;
}

function sizeStyles({ size }: RunLook): readonly string[] {
  const usual = SETTINGS.usualSize.value;
  return size === undefined || size === usual ? [] : [`font-size:${size / usual}em`];
}

/** Letters that are too narrow to be told apart are drawn over each other as well. */
function spacingStyles({ spacing, width = SETTINGS.usualWidth.value }: RunLook): readonly string[] {
  if (width < SETTINGS.leastWidth.value) return ['letter-spacing:-1em'];
  return spacing === undefined ? [] : [`letter-spacing:${spacing}pt`];
}

function colourStyles({ colour, ground }: RunLook): readonly string[] {
  const own = ground === undefined || ground === 'none' ? [] : [groundStyle(ground)];
  if (colour === undefined) return own.length === 0 ? [] : [...own, OF_ITS_OWN];
  return [...own, `color:${hex(colour)}`];
}

/** A colour as styles write it, where most have the same name; one that is not known is none of theirs. */
function hex(colour: string): string {
  const name = colour.toLowerCase().replace(/\W/g, '');
  return SIX_DIGITS.test(colour) ? `#${colour}` : isColour(name) ? name : `-${name}`;
}

function wrapped(tag: string, text: string): string {
  return `<${tag}>${text}</${tag}>`;
}
