import type { NumbersLayout } from '../../template/notation.ts';
import { isSymbol, printedNumber, withoutStars } from './printed-number.ts';

/** A printed number as arithmetic takes it: exact to `decimals` digits behind the decimal sign. */
export interface Quantity {
  readonly value: number;
  readonly decimals: number;
}

/** What a cell says: a quantity, nothing to count (a symbol), or nothing at all. */
export type Reading = Quantity | 'symbol' | undefined;

/** Reads a cell by the notation that was found. Where the notation has a question, a number is none. */
export function quantityOf(text: string, { decimal, group = [], negative = [] }: NumbersLayout): Reading {
  if (isSymbol(text)) return 'symbol';
  const printed = printedNumber(text);
  if (printed === undefined) return undefined;
  const { before, digits, behind } = withoutStars(printed);
  const bare = group.reduce(
    (rest, sign) => (sign === ' ' ? rest.replace(/\s/g, '') : rest.replaceAll(sign, '')),
    digits,
  );
  const [whole = '', fraction = '', more] = decimal === undefined ? [bare] : bare.split(decimal);
  if (more !== undefined || !/^\d*$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  const isBelow = negative.some((form) => {
    const [left = '', right = ''] = form.includes('{n}') ? form.split('{n}') : [form, ''];
    return before.startsWith(left) && behind.endsWith(right);
  });
  const value = Number(`${whole === '' ? '0' : whole}.${fraction === '' ? '0' : fraction}`);
  return { value: isBelow ? -value : value, decimals: fraction.length };
}

/** Whether a sum is what is printed: to the digit, within rounding of the parts, or not. */
export type Fit = 'exact' | 'rounded' | 'broken';

/** How a printed total fits its printed parts. Whole numbers must fit to the digit. */
export function fitOf(total: Quantity, parts: readonly Quantity[]): Fit {
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  const off = Math.abs(total.value - parts.reduce((sum, { value }) => sum + value, 0));
  const unit = 10 ** -decimals;
  if (off < unit / 4) return 'exact';
  const rounding = [total, ...parts].reduce(
    (sum, part) => sum + (part.decimals === 0 ? 0 : 0.5 * 10 ** -part.decimals),
    0,
  );
  return off <= rounding + unit / 4 ? 'rounded' : 'broken';
}

/** How a printed share fits 100 times a part of a whole. */
export function shareFit(share: Quantity, part: Quantity, whole: Quantity): Fit {
  if (whole.value === 0) return 'broken';
  const off = Math.abs(share.value - (100 * part.value) / whole.value);
  return off <= 0.5 * 10 ** -share.decimals * (1 + 1e-9) ? 'exact' : 'broken';
}
