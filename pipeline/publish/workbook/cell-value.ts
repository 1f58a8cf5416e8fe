import type { Column } from '../table.ts';

/** A value as a spreadsheet holds it: a number, a truth, a text that no program takes for anything else, or nothing. */
export type CellValue = string | number | boolean | null;

/** The longest text that a cell of a spreadsheet holds. */
const MOST_CHARACTERS = 32_767;

/** What stands behind a text that was cut. */
const CUT = ' […]';

/** Control characters that XML cannot hold. */
const UNWRITABLE = /[\p{Cc}\uFFFE\uFFFF]/gu;

/** What the format reads as a character by its code: `_x0041_` would be an A. */
const CODED = /_x(?=[\dA-Fa-f]{4}_)/g;

/**
 * The values of a column, each in its type. A decimal or integer that a spreadsheet, which counts in binary fractions
 * of 15 digits, would show otherwise stays a text; a text longer than a cell takes is cut and says so.
 */
export function cellValues(column: Column): readonly CellValue[] {
  switch (column.type) {
    case 'string':
      return column.values.map((value) => (value === null ? null : textOf(value)));
    case 'number':
      return column.values.map((value) => (value === null ? null : exactly(value)));
    case 'integer':
      return column.values.map((value) => (value === null ? null : exactly(String(value))));
    case 'boolean':
      return column.values;
  }
}

/** `12.50` is the number 12.5, and `9007199254740993` stays a text. */
function exactly(printed: string): number | string {
  const digits = printed.replace(/^-|\./g, '').replace(/^0+|(?<!0)0+$/g, '');
  return digits.length <= 15 ? Number(printed) : printed;
}

function textOf(text: string): string {
  const plain = text
    .replace(UNWRITABLE, (sign) => (sign === '\n' || sign === '\t' ? sign : ' '))
    .replace(CODED, '_x005F$&');
  return plain.length <= MOST_CHARACTERS ? plain : `${plain.slice(0, MOST_CHARACTERS - CUT.length)}${CUT}`;
}
