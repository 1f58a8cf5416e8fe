/** How a cell was read; the closed list of the column `cell.reading`. */
export type Reading =
  | 'plain'
  | 'grouped'
  | 'letter_spaced'
  | 'wrapped'
  | 'footnote'
  | 'spanned'
  | 'sentence'
  | 'solved';

/** A printed number that was understood. */
export interface PrintedNumber {
  /** `-?\d+(\.\d+)?`, exactly the printed digits. */
  readonly value: string;
  /** Footnote marks behind the number, in printed order: `0,44)` carries `4`. */
  readonly marks: readonly string[];
  readonly reading: 'plain' | 'grouped' | 'letter_spaced' | 'footnote';
}

/**
 * Understands the ink of one cell, its white space shown as single spaces: `16440,1`, `28 243 052,7`,
 * `1 6 909,8` (16 909,8 letter-spaced), `- 1 2 162` (-12 162), `8962,0 3)` and `302,72)` (a number with a
 * footnote mark out of `marks`).
 *
 * A space may stand between groups of three, or between all digits of a group, nowhere else; so `1 03 756`
 * is no number. Returns every reading: two declared marks may allow two cuts of the same digits.
 */
export function readNumber(
  cell: string,
  marks: readonly string[],
  sign: ',' | '.',
): readonly PrintedNumber[] {
  const whole = readValue(cell, sign);
  if (whole !== undefined) return [{ ...whole, marks: [] }];
  return cell.endsWith(')') ? withMarks(cell, marks, sign) : [];
}

function withMarks(cell: string, marks: readonly string[], sign: ',' | '.'): PrintedNumber[] {
  const rest = cell.slice(0, -1).trimEnd();
  return marks.flatMap((mark): PrintedNumber[] => {
    if (!rest.endsWith(mark)) return [];
    const body = rest.slice(0, rest.length - mark.length).trimEnd();
    const value = readValue(body, sign);
    if (value !== undefined) return [{ value: value.value, marks: [mark], reading: 'footnote' }];
    return body.endsWith(')')
      ? withMarks(body, marks, sign).map((inner) => ({ ...inner, marks: [...inner.marks, mark] }))
      : [];
  });
}

function readValue(cell: string, sign: ',' | '.'): Pick<PrintedNumber, 'value' | 'reading'> | undefined {
  const parts =
    sign === ','
      ? /^(-? ?)(\d[\d ]*?)( ?,[\d ]*)?$/.exec(cell)
      : /^(-? ?)(\d[\d ]*?)( ?\.[\d ]*)?$/.exec(cell);
  if (parts === null) return undefined;
  const [, minus = '', integer = '', fraction = ''] = parts;
  const digits = readInteger(integer);
  const decimals = readFraction(fraction, integer);
  if (digits === undefined || decimals === undefined) return undefined;
  const spaced = digits.letterSpaced || fraction.includes(' ');
  return {
    value: `${minus.trim()}${digits.digits}${decimals === '' ? '' : `.${decimals}`}`,
    reading: spaced ? 'letter_spaced' : digits.grouped ? 'grouped' : 'plain',
  };
}

function readInteger(
  integer: string,
): { readonly digits: string; readonly grouped: boolean; readonly letterSpaced: boolean } | undefined {
  const digits = integer.replaceAll(' ', '');
  if (digits.length > 1 && digits.startsWith('0')) return undefined;
  if (!integer.includes(' ')) return { digits, grouped: false, letterSpaced: false };
  const groups = groupsOf(integer, digits.length);
  if (groups === undefined) return undefined;
  const letterSpaced = groups.some((group) => group.includes(' '));
  return { digits, grouped: groups.length > 1, letterSpaced };
}

/** Cuts at every third digit from the right; each cut must be a space, each group solid or fully spaced. */
function groupsOf(integer: string, length: number): readonly string[] | undefined {
  const groups: string[] = [];
  let group = '';
  let left = length;
  for (const character of integer) {
    if (character !== ' ' && group !== '' && left % 3 === 0 && left !== length) {
      if (!group.endsWith(' ')) return undefined;
      groups.push(group.trimEnd());
      group = '';
    }
    group += character;
    if (character !== ' ') left -= 1;
  }
  groups.push(group);
  return groups.every((part) => /^\d+$/.test(part) || /^\d( \d)*$/.test(part)) ? groups : undefined;
}

/** The decimals: solid, or letter-spaced together with the digit and the sign before them (`9 , 8`). */
function readFraction(fraction: string, integer: string): string | undefined {
  if (fraction === '') return '';
  if (/^[,.]\d+$/.test(fraction)) return fraction.slice(1);
  const lastSolid = /\d\d$/.test(integer);
  return /^ [,.]( \d)+$/.test(fraction) && !lastSolid ? fraction.replace(/[ ,.]/g, '') : undefined;
}

/** Number of decimals of a value. */
export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
