import type { Notation } from '../../pipeline/template/notation.ts';

/**
 * How numbers are written in a notation: with its decimal sign, its first group sign where they are grouped, and its
 * first sign of a number below zero.
 *
 *     numbersIn(notation, ',', true)('-12162.5')   // -12 162,5
 */
export function numbersIn(
  notation: Notation,
  decimal: string,
  isGrouped: boolean,
): (value: string) => string {
  const group = isGrouped ? notation.groups[0] : undefined;
  const { before, behind } = notation.negative[0] ?? { before: '-', behind: '' };
  return (value) => {
    const [whole = '', fraction] = value.replace('-', '').split('.');
    const groups = group === undefined ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
    const bare = fraction === undefined ? groups : `${groups}${decimal}${fraction}`;
    return value.startsWith('-') ? `${before}${bare}${behind}` : bare;
  };
}

/** The decimal sign that a source prints: what is declared; where nothing is, the one that its numbers show. */
export function decimalIn({ decimal }: Notation, printed: readonly string[]): string {
  const [first = '.', ...others] = decimal;
  const shown = (sign: string): boolean =>
    printed.some((text) => new RegExp(`\\d[${sign}]\\d{1,2}(?!\\d)`).test(text));
  return [first, ...others].find(shown) ?? first;
}
