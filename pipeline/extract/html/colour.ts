import { rgb } from 'culori';
import { SETTINGS } from './settings.ts';

/** Red, green and blue from 0 to 255, and how opaque. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const BLACK: Colour = [0, 0, 0, 1];
export const WHITE: Colour = [255, 255, 255, 1];

/** What says no colour of its own, and names of colours that the system has, which are not known here. */
const OTHER_WORDS =
  /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|accentcolor|accentcolortext|activetext|button(?:border|face|highlight|shadow|text)|graytext|highlight|highlighttext|linktext|mark|marktext|selecteditem|selecteditemtext|visitedtext|active\w+|inactive\w+|appworkspace|background|captiontext|infobackground|infotext|menu|menutext|scrollbar|threed\w+|windowframe|-[\w-]+)$/;
/** A word, or digits of a colour. */
const PLAIN = /^#?[\w-]*$/;

/** Colours that the system has, as it has them where nobody has changed it. */
const OF_THE_SYSTEM: Readonly<Record<string, Colour>> = {
  canvas: WHITE,
  field: WHITE,
  window: WHITE,
  canvastext: BLACK,
  fieldtext: BLACK,
  windowtext: BLACK,
};

/** Of two colours the one for a light scheme. */
const IN_THE_LIGHT = /^light-dark\(([^,()]+),[^()]*\)$/;

/** A colour as styles write it; undefined where it is none that is known here. */
export function colourOf(written: string): Colour | undefined {
  const own = OF_THE_SYSTEM[written];
  if (own !== undefined) return own;
  const known = rgb(written.replace(IN_THE_LIGHT, '$1').trim());
  if (known === undefined) return undefined;
  const { r, g, b, alpha = 1 } = known;
  return [255 * r, 255 * g, 255 * b, alpha];
}

/** Whether a style that says so says a colour: what is none is passed over, and the one before it holds. */
export function isColour(written: string): boolean {
  return !PLAIN.test(written) || OTHER_WORDS.test(written) || colourOf(written) !== undefined;
}

/** Whether print of a colour cannot be told from the ground it is on. What is not known is taken to be seen. */
export function isLost(colour: Colour | undefined, ground: Colour | undefined): boolean {
  if (colour === undefined) return false;
  if (colour[3] === 0) return true;
  if (ground === undefined) return false;
  const contrast = Math.max(...[0, 1, 2].map((at) => Math.abs((colour[at] ?? 0) - (ground[at] ?? 0))));
  return colour[3] * (contrast / 255) < SETTINGS.leastContrast.value;
}
