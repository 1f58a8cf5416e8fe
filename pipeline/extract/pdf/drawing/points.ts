import { MIDDLE } from './clip.ts';
import type { DrawnGlyph } from './show.ts';

type Place = readonly [across: number, up: number];

/** Where letters are looked at, in shares of their width and in em above their feet. */
const LETTER: readonly Place[] = [
  [0.5, MIDDLE],
  [0.25, 0.15],
  [0.75, 0.15],
  [0.25, 0.5],
  [0.75, 0.5],
];
/** Digits fill their boxes, but for a little room at their sides; most are 0.7 em high. */
const DIGIT: readonly Place[] = [0.1, 0.22, 0.35, 0.48, 0.6].flatMap((up) =>
  [0.25, 0.5, 0.75].map((across): Place => [across, up]),
);
const STOP: readonly Place[] = [[0.5, 0.04]];
const DASH: readonly Place[] = [0.2, 0.5, 0.8].map((across): Place => [across, 0.3]);
const IS_DIGIT = /^\p{Nd}$/u;
const IS_STOP = /^[.,]$/u;
const IS_DASH = /^[-+\u2010-\u2015\u2212]$/u;

/** The points of the page at which a glyph is looked at, whether it is seen there. */
export function pointsOf(glyph: DrawnGlyph): readonly Place[] {
  return placesOf(glyph.text).map(([across, up]) => pointIn(glyph, across, up));
}

/** The same, before the glyph is placed. */
export function placesOf(text: string): readonly Place[] {
  if (IS_DIGIT.test(text)) return DIGIT;
  if (IS_STOP.test(text)) return STOP;
  return IS_DASH.test(text) ? DASH : LETTER;
}

/** Whether a character may be a part of a number: its digits, decimal signs and signs. */
export function isOfNumbers(text: string): boolean {
  return IS_DIGIT.test(text) || IS_STOP.test(text) || IS_DASH.test(text);
}

/** A point of a glyph on the page: so far along its width, and so far up in em. */
export function pointIn(
  { x, y, width, size, turns }: DrawnGlyph,
  across: number,
  up: number,
): readonly [number, number] {
  const [along, above] = [across * width, up * size];
  if (turns === 0) return [x + along, y - above];
  if (turns === 1) return [x + above, y + along];
  return turns === 2 ? [x - along, y + above] : [x - above, y - along];
}
