import { SETTINGS } from './settings.ts';

/** Red, green and blue from 0 to 255, and how opaque. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const BLACK: Colour = [0, 0, 0, 1];
export const WHITE: Colour = [255, 255, 255, 1];

const NAMED: Readonly<Record<string, Colour>> = {
  transparent: [0, 0, 0, 0],
  black: BLACK,
  white: WHITE,
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  whitesmoke: [245, 245, 245, 1],
  ghostwhite: [248, 248, 255, 1],
  floralwhite: [255, 250, 240, 1],
};
const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const RGB = /^rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+%?))?\s*\)$/;

/** A colour as styles write it; undefined where it is none that is known here. */
export function colourOf(written: string): Colour | undefined {
  const named = NAMED[written];
  if (named !== undefined) return named;
  const hex = HEX.exec(written)?.[1];
  if (hex !== undefined) return ofHex(hex);
  const [, ...parts] = RGB.exec(written) ?? [];
  const [red, green, blue] = parts.slice(0, 3).map((part) => amountOf(part, 255));
  const alpha = amountOf(parts[3] ?? '1', 1);
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : [red, green, blue, alpha];
}

function ofHex(hex: string): Colour {
  const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map((part) =>
    parseInt(part, 16),
  );
  return [red, green, blue, alpha / 255];
}

function amountOf(part: string, whole: number): number {
  return part.endsWith('%') ? (parseFloat(part) / 100) * whole : parseFloat(part);
}

/** Whether print of a colour cannot be told from the ground it is on. What is not known is taken to be seen. */
export function isLost(colour: Colour | undefined, ground: Colour | undefined): boolean {
  if (colour === undefined) return false;
  if (colour[3] === 0) return true;
  if (ground === undefined) return false;
  const contrast = Math.max(...[0, 1, 2].map((at) => Math.abs((colour[at] ?? 0) - (ground[at] ?? 0))));
  return colour[3] * (contrast / 255) < SETTINGS.leastContrast.value;
}
