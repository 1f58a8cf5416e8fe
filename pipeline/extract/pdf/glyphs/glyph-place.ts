import type { Box } from '../../../page/place.ts';
import { SETTINGS as PDF } from '../settings.ts';
import { SETTINGS } from './settings.ts';

/** Where the ink of a digit stands, in em of its font, where that is not where the pen is and its line. */
export interface Standing {
  /** From the pen to what counts as the beginning of its advance. */
  readonly ahead: number;
  /** Its width in place of its advance. */
  readonly width: number;
  /** How far it is raised, and how much smaller it is than other digits. */
  readonly rise: number;
  readonly scale: number;
}

/**
 * Where a digit stands that its font draws raised, lowered, or beside its advance: the 1 of `345¹` is drawn so by many
 * fonts, in a glyph of its own that the file calls 1. Undefined where it stands as digits do. `box` is that of its ink, in
 * em, upwards; in a font that `scales` its glyphs itself how high the em is nobody knows.
 */
export function standingOf(
  { left, right, top: feet, bottom: head }: Box,
  advance: number,
  scales: boolean,
): Standing | undefined {
  const height = head - feet;
  const isRaised = feet > SETTINGS.raisedInFont.value * height;
  const isLowered =
    !scales && feet < -SETTINGS.loweredInFont.value && height < SETTINGS.heightLoweredInFont.value;
  const reach = SETTINGS.beyondAdvance.value;
  const isKnown = advance > 0 || !scales;
  const isBeside = isKnown && (right > (1 + reach) * advance || left < -reach * advance);
  if (!isRaised && !isLowered && !isBeside) return undefined;
  const isOff = isRaised || isLowered;
  return {
    ahead: isBeside ? left : 0,
    width: isBeside ? right - left : advance,
    rise: isOff ? feet : 0,
    scale: isOff ? Math.min(1, height / PDF.digitHeight.value) : 1,
  };
}

/** The zero of Arabic digits is a dot, in the middle of the line or above it. */
export const ARABIC_ZERO = /^[\u0660\u06f0]$/;

/** Whether a character of numbers can have that box, in em: digits are tall and hardly wide, decimal signs small and low. */
export function isOfItsSize(character: string, box: Box, scales: boolean): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (/^\p{Nd}$/u.test(character)) {
    if (width > SETTINGS.widestDigit.value * height) return false;
    return (
      scales ||
      ARABIC_ZERO.test(character) ||
      (height > SETTINGS.lowestDigit.value && height < SETTINGS.highestDigit.value)
    );
  }
  if (scales || !/^[.,]$/.test(character)) return true;
  if (box.bottom > SETTINGS.highestStop.value) return false;
  const isLong = height > SETTINGS.longComma.value * width && box.top < -SETTINGS.tailOfComma.value;
  const isDot = height < SETTINGS.roundStop.value * width && box.top > -SETTINGS.feetOfStop.value;
  return character === '.' ? !isLong : !(isDot && height < SETTINGS.highestDot.value);
}
