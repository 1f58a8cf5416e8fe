import { type Color, interpolateWithPremultipliedAlpha, type Mode, parse, rgb } from 'culori';
import { argumentsOf, partsOf } from './css-functions.ts';
import { SETTINGS } from './settings.ts';

/** Red, green and blue from 0 to 255, and how opaque. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const BLACK: Colour = [0, 0, 0, 1];
export const WHITE: Colour = [255, 255, 255, 1];
/** What browsers paint buttons with. */
const FACE: Colour = [239, 239, 239, 1];

/** What says no colour of its own, and names of colours that the system has, which are not known here. */
const OTHER_WORDS =
  /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|accentcolor|accentcolortext|activetext|button(?:border|face|highlight|shadow|text)|graytext|highlight|highlighttext|linktext|mark|marktext|selecteditem|selecteditemtext|visitedtext|active\w+|inactive\w+|appworkspace|background|captiontext|infobackground|infotext|menu|menutext|scrollbar|threed\w+|windowframe|-[\w-]+)$/;
/** A word, or digits of a colour. */
const PLAIN = /^#?[\w-]*$/;
/** Functions that make one colour of another, and may make it that of its ground. */
const RECKONED = /^(?:color-mix|contrast-color|light-dark)\(|^[a-z]+\(\s*from\b/;

/** Colours that the system has, as it has them where nobody has changed it. */
const OF_THE_SYSTEM: Readonly<Record<string, Colour>> = {
  appworkspace: WHITE,
  background: WHITE,
  buttonface: FACE,
  buttonhighlight: FACE,
  canvas: WHITE,
  field: WHITE,
  infobackground: WHITE,
  menu: WHITE,
  scrollbar: WHITE,
  threedface: FACE,
  threedhighlight: FACE,
  threedlightshadow: FACE,
  window: WHITE,
  canvastext: BLACK,
  fieldtext: BLACK,
  windowtext: BLACK,
};
/** The spaces in which colours are mixed, by their names in styles. */
const SPACES: Readonly<Record<string, Mode>> = {
  srgb: 'rgb',
  'srgb-linear': 'lrgb',
  lab: 'lab',
  lch: 'lch',
  oklab: 'oklab',
  oklch: 'oklch',
  hsl: 'hsl',
  hwb: 'hwb',
  xyz: 'xyz65',
  'xyz-d65': 'xyz65',
  'xyz-d50': 'xyz50',
  'display-p3': 'p3',
};
const GRADIENT = /^[a-z-]*gradient\(/;
const PERCENT = /(?:^|\s)([\d.]+)%(?:\s|$)/;

/** A colour as styles write it; undefined where it is none that is known here. */
export function colourOf(written: string): Colour | undefined {
  const known = rgb(colourIn(written));
  if (known === undefined) return undefined;
  const { r, g, b, alpha = 1 } = known;
  return [255 * r, 255 * g, 255 * b, alpha];
}

function colourIn(written: string): Color | undefined {
  // Of two colours the one for a light scheme.
  const light = argumentsOf(written, 'light-dark')?.[0];
  if (light !== undefined) return colourIn(light);
  const mixed = argumentsOf(written, 'color-mix');
  if (mixed !== undefined) return mixtureOf(mixed);
  const own = OF_THE_SYSTEM[written];
  if (own === undefined) return parse(written);
  const [r, g, b, alpha] = own;
  return { mode: 'rgb', r: r / 255, g: g / 255, b: b / 255, alpha };
}

/** `color-mix(in srgb, white 30%, black)`, with its percents made a whole; what is left of one shines through. */
function mixtureOf([method = '', ...two]: readonly string[]): Color | undefined {
  const space = SPACES[partsOf(method, ' ')[1] ?? ''];
  const colours = two.flatMap((each) => colourIn(each.replace(PERCENT, ' ').trim()) ?? []);
  const said = two.map((each) => PERCENT.exec(each)?.[1]).map((each) => each && Number(each) / 100);
  const [one, other] = colours;
  if (space === undefined || one === undefined || other === undefined || two.length !== 2) return undefined;
  const first = typeof said[0] === 'number' ? said[0] : typeof said[1] === 'number' ? 1 - said[1] : 0.5;
  const second = typeof said[1] === 'number' ? said[1] : 1 - first;
  const sum = first + second;
  if (!(sum > 0)) return undefined;
  const mixed = rgb(interpolateWithPremultipliedAlpha([one, other], space)(second / sum));
  return { ...mixed, alpha: (mixed.alpha ?? 1) * Math.min(1, sum) };
}

/** Whether a colour is said by a function that cannot be reckoned here: it may be that of the ground. */
export function isReckoned(written: string): boolean {
  return RECKONED.test(written) && colourOf(written) === undefined;
}

/** The colours that the gradients of a ground have, where they let nothing through. */
export function coloursIn(picture: string): readonly (Colour | undefined)[] {
  return partsOf(picture, ',')
    .filter((layer) => GRADIENT.test(layer))
    .flatMap((layer) => partsOf(layer.slice(layer.indexOf('(') + 1, -1), ','))
    .flatMap((stop) => partsOf(stop, ' ').map(colourOf))
    .filter((colour) => colour?.[3] === 1);
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
