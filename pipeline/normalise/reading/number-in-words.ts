import { inkOfNotation, type Notation } from '../../template/notation.ts';
import { SETTINGS } from '../settings.ts';
import { hasRaised, type Ink, spaced } from './ink.ts';
import { type Reading, readNumber } from './number.ts';

const NUMBER_INK = /[\d,.-]/;

/** A number that begins at a place of an ink, and where it ends. */
interface NumberAt {
  readonly value: string;
  readonly reading: Reading;
  readonly to: number;
}

/**
 * The numbers that begin at a place between words, the shortest first: what follows tells which one it is.
 *
 *     of "14'952 tenge", where an apostrophe parts groups: 1, 14 and 14952
 */
export function numbersAt(ink: Ink, at: number, notation: Notation): readonly NumberAt[] {
  const own = inkOfNotation(notation);
  const isNumberInk = (index: number): boolean =>
    NUMBER_INK.test(ink.folded.charAt(index)) || own.has(ink.printed.charAt(index));
  const found: NumberAt[] = [];
  for (let to = at + 1; to <= at + SETTINGS.longestNumber.value && isNumberInk(to - 1); to += 1) {
    const [number] = readNumber(spaced(ink, at, to), [], notation);
    if (number === undefined || hasRaised(ink, at, to)) continue;
    found.push({ value: number.value, reading: number.reading, to });
  }
  return found;
}
