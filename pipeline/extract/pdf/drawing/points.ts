import { SETTINGS } from '../settings.ts';
import { MIDDLE } from './clip.ts';
import type { Glyph } from './ink.ts';

type Place = readonly [across: number, up: number];

/** Where letters are looked at, in shares of their width and in em above their feet. */
const LETTER: readonly Place[] = [
  [0.5, MIDDLE],
  [0.25, 0.15],
  [0.75, 0.15],
  [0.25, 0.5],
  [0.75, 0.5],
];
/** Digits fill their boxes, but for a little room at their sides. */
const ACROSS = [SETTINGS.leftOfDigit.value, 1 / 2, 1 - SETTINGS.leftOfDigit.value];
const [FEET, HEAD] = [SETTINGS.feetOfDigit.value, SETTINGS.headOfDigit.value];
const DIGIT: readonly Place[] = [
  FEET,
  (3 * FEET + HEAD) / 4,
  (FEET + HEAD) / 2,
  (FEET + 3 * HEAD) / 4,
  HEAD,
].flatMap((up) => ACROSS.map((across): Place => [across, up]));
/** As near to each other as the strokes of a digit are thick: what a clip leaves of it may be no wider. */
const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => step / 8);
const CLOSELY: readonly Place[] = STEPS.flatMap((along) =>
  STEPS.map((up): Place => {
    const [left = 0, , right = 1] = ACROSS;
    return [left + along * (right - left), FEET + up * (HEAD - FEET)];
  }),
);
const STOP: readonly Place[] = [[1 / 2, SETTINGS.middleOfStop.value]];
const DASH: readonly Place[] = ACROSS.map((across): Place => [across, MIDDLE]);
const IS_DIGIT = /^\p{Nd}$/u;
const IS_STOP = /^[.,]$/u;
const IS_DASH = /^[-+\u2010-\u2015\u2212]$/u;

/** A glyph before it is known which way the page reads. */
type Placed = Pick<Glyph, 'text' | 'x' | 'y' | 'width' | 'size'> & { readonly turns: 0 | 1 | 2 | 3 };

/** The points of the page at which a glyph is looked at, whether it is seen there. */
export function pointsOf(glyph: Placed): readonly Place[] {
  return placesOf(glyph.text).map(([across, up]) => pointIn(glyph, across, up));
}

/** The same, before the glyph is placed. */
export function placesOf(text: string): readonly Place[] {
  if (IS_DIGIT.test(text)) return DIGIT;
  if (IS_STOP.test(text)) return STOP;
  return IS_DASH.test(text) ? DASH : LETTER;
}

/** The same where a part of a letter may be all that is seen of it. */
export function closePlacesOf(text: string): readonly Place[] {
  return IS_DIGIT.test(text) ? CLOSELY : placesOf(text);
}

/** Whether a character may be a part of a number: its digits, decimal signs and signs. */
export function isOfNumbers(text: string): boolean {
  return IS_DIGIT.test(text) || IS_STOP.test(text) || IS_DASH.test(text);
}

/** A point of a glyph on the page: so far along its width, and so far up in em. */
export function pointIn(
  { x, y, width, size, turns }: Placed,
  across: number,
  up: number,
): readonly [number, number] {
  const [along, above] = [across * width, up * size];
  if (turns === 0) return [x + along, y - above];
  if (turns === 1) return [x + above, y + along];
  return turns === 2 ? [x - along, y + above] : [x - above, y - along];
}
