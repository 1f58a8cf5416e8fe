const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MOST_ROMAN = 3999;

/** How the items of a list are counted. */
export type Numerals = 'decimal' | 'letters' | 'LETTERS' | 'roman' | 'ROMAN';

/**
 * A number as the items of a list are counted, as browsers and word processors print it.
 *
 *     numeral(4, 'roman')    // 'iv'
 */
export function numeral(number: number, kind: Numerals): string {
  if (kind === 'LETTERS' || kind === 'ROMAN')
    return numeral(number, kind === 'ROMAN' ? 'roman' : 'letters').toUpperCase();
  if (number < 1 || kind === 'decimal' || (kind === 'roman' && number > MOST_ROMAN)) return String(number);
  return kind === 'roman' ? roman(number) : letters(number);
}

function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}

/** a to z, then aa, ab and so on. */
function letters(number: number): string {
  let text = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / LETTERS.length)) {
    text = LETTERS.charAt((left - 1) % LETTERS.length) + text;
  }
  return text;
}
