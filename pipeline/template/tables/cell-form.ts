import { LayoutFault } from '../dimension.ts';

/** How several values are printed in one cell: `{persons} ({share}%)`. */
export interface CellForm {
  /** The codes of the values in their order. */
  readonly codes: readonly string[];
  /** What is printed before the first value, between each two (a space alone where nothing but room parts them), and behind the last. */
  readonly signs: readonly string[];
}

/** The sign between two values that stand below each other, or with nothing but a space between them. */
export const ROOM = ' ';
const PART = /\{([^{}]*)\}/;

/** Whether a code is the form of a cell of several values. */
export function isCellForm(code: string): boolean {
  return PART.test(code);
}

/** Reads the form of a cell. Throws a `LayoutFault` where nothing parts two of its values. */
export function cellForm(text: string): CellForm {
  const pieces = text.split(PART);
  const printed = pieces.filter((_, index) => index % 2 === 0);
  const signs = printed.map((sign, index) => {
    const isBetween = index > 0 && index < printed.length - 1;
    return sign.trim() === '' && sign !== '' && isBetween ? ROOM : sign.trim();
  });
  const codes = pieces.filter((_, index) => index % 2 === 1).map((code) => code.trim());
  if (codes.includes(''))
    throw new LayoutFault('a code in each bracket of a cell, such as "{persons} ({share}%)"', `"${text}"`);
  if (signs.slice(1, -1).includes('') || signs.some((sign) => /[\p{L}\p{Nd}]/u.test(sign)))
    throw new LayoutFault('signs between the values of a cell, such as "{persons} ({share}%)"', `"${text}"`);
  return { codes, signs };
}
