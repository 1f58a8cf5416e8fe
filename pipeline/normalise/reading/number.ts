import { type Notation, UNDECLARED } from '../../template/notation.ts';
import { stripped, withoutMarks } from './without-marks.ts';

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

/** The notation of running text: the decimal sign of its language, and spaces between groups. */
export function inText(decimalSign: string): Notation {
  return { ...UNDECLARED, decimal: [decimalSign], isDeclared: true };
}

type Value = Pick<PrintedNumber, 'value' | 'reading'>;

/**
 * Understands the characters of one cell as they are printed, white space shown as single spaces, in a notation:
 * `16440,1`, `28 243 052,7`, `1 6 909,8` (16 909,8 letter-spaced), `- 1 2 162` (-12 162), `1,234.5-` where `{n}-` is
 * declared, and `8962,0 3)` or `302,72)` (a number with a footnote mark out of `marks`).
 *
 * A space may stand between groups of three, or between all digits of a group, nowhere else; so `1 03 756`
 * is no number. Returns every reading: two declared marks may allow two cuts of the same digits.
 */
export function readNumber(
  cell: string,
  marks: readonly string[],
  notation: Notation,
): readonly PrintedNumber[] {
  const whole = readValue(cell, notation);
  if (whole !== undefined) return [{ ...whole, marks: [] }];
  return withMarks(cell, marks, notation);
}

function withMarks(cell: string, listed: readonly string[], notation: Notation): PrintedNumber[] {
  const found = withoutMarks(cell, listed, notation, (body) => readValue(body, notation)).map(
    ({ said: { value }, marks }): PrintedNumber => ({ value, marks, reading: 'footnote' }),
  );
  // A mark before a number and one behind it come off in either order, and say the same: `<0.05 a`.
  return found.filter(
    (one, at) =>
      !found.some(
        (other, before) =>
          saysTheSame(one, other) && (placeOfFirst(cell, other) - placeOfFirst(cell, one) || before - at) < 0,
      ),
  );
}

function placeOfFirst(cell: string, { marks: [first = ''] }: PrintedNumber): number {
  return cell.indexOf(first);
}

function saysTheSame(one: PrintedNumber, other: PrintedNumber): boolean {
  const marksOf = ({ marks }: PrintedNumber): string => marks.toSorted().join(' ');
  return one.value === other.value && marksOf(one) === marksOf(other);
}

function readValue(cell: string, notation: Notation): Value | undefined {
  const bare = readUnsigned(cell, notation);
  if (bare !== undefined) return bare;
  for (const { before, behind } of notation.negative) {
    const inner = stripped(cell, before, behind);
    const value = inner === undefined ? undefined : readUnsigned(inner, notation);
    if (value !== undefined) return { ...value, value: `-${value.value}` };
  }
  // `€ -5` beside `-€ 5`, which is read above; and `(5%)`, where both the brackets and `%` say nothing of the size.
  for (const { inner, rest } of withoutAffix(cell, notation)) {
    const value = readValue(inner, rest);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readUnsigned(text: string, notation: Notation): Value | undefined {
  const inside = withoutAffix(text, notation).map(({ inner }) => inner);
  for (const inner of [text, ...inside]) {
    const value = readDigits(inner, notation);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What an affix stands beside or around, and the notation without that affix: each is printed once. */
function withoutAffix(
  text: string,
  notation: Notation,
): readonly { readonly inner: string; readonly rest: Notation }[] {
  return notation.affixes.flatMap((affix) => {
    const [before, behind] = affix.split('{n}');
    const inside =
      behind === undefined
        ? [stripped(text, affix, ''), stripped(text, '', affix)]
        : [stripped(text, (before ?? '').trim(), behind.trim())];
    const rest = { ...notation, affixes: notation.affixes.filter((other) => other !== affix) };
    return inside.flatMap((inner) => (inner === undefined ? [] : [{ inner, rest }]));
  });
}

const DIGITS_FIRST = /^\d[\d ]*/;

function readDigits(
  text: string,
  { decimal, groups, groupDigits, hasBareFractions = false }: Notation,
): Value | undefined {
  for (const group of groups) {
    if (group !== ' ' && text.includes(group)) return readGrouped(text, group, groupDigits, decimal);
  }
  const bare = hasBareFractions ? text.slice(1) : '';
  if (/^\d+$/.test(bare) && decimal.includes(text.charAt(0))) return { value: `0.${bare}`, reading: 'plain' };
  const integer = DIGITS_FIRST.exec(text)?.[0].trimEnd();
  if (integer === undefined || (integer.includes(' ') && !groups.includes(' '))) return undefined;
  const fraction = text.slice(integer.length);
  const digits = readInteger(integer, groupDigits);
  const decimals = readFraction(fraction, integer, decimal);
  if (digits === undefined || decimals === undefined) return undefined;
  const spaced = digits.letterSpaced || fraction.includes(' ');
  return {
    value: `${digits.digits}${decimals === '' ? '' : `.${decimals}`}`,
    reading: spaced ? 'letter_spaced' : digits.grouped ? 'grouped' : 'plain',
  };
}

/** Digits in groups that a sign parts, `1,234,567.8`: all groups behind the first are whole. */
function readGrouped(
  text: string,
  group: string,
  groupDigits: readonly number[],
  decimal: readonly string[],
): Value | undefined {
  const at = decimal.map((sign) => text.lastIndexOf(sign)).find((index) => index >= 0) ?? text.length;
  const parts = text.slice(0, at).split(group);
  const decimals = at === text.length ? '' : text.slice(at + 1);
  const isWhole = parts.toReversed().every((part, index) => {
    const digits = digitsOfGroup(groupDigits, index);
    return (
      /^\d+$/.test(part) && (index === parts.length - 1 ? part.length <= digits : part.length === digits)
    );
  });
  if (!isWhole || parts.length < 2 || text.startsWith('0')) return undefined;
  if (at < text.length && !/^\d+$/.test(decimals)) return undefined;
  return {
    value: `${parts.join('')}${decimals === '' ? '' : `.${decimals}`}`,
    reading: 'grouped',
  };
}

function readInteger(
  integer: string,
  groupDigits: readonly number[],
): { readonly digits: string; readonly grouped: boolean; readonly letterSpaced: boolean } | undefined {
  const digits = integer.replaceAll(' ', '');
  if (digits.length > 1 && digits.startsWith('0')) return undefined;
  if (!integer.includes(' ')) return { digits, grouped: false, letterSpaced: false };
  const groups = groupsOf(integer, digits.length, groupDigits);
  if (groups === undefined) return undefined;
  const letterSpaced = groups.some((group) => group.includes(' '));
  return { digits, grouped: groups.length > 1, letterSpaced };
}

/** Cuts where groups end, counted from the right; each cut must be a space, each group solid or fully spaced. */
function groupsOf(
  integer: string,
  length: number,
  groupDigits: readonly number[],
): readonly string[] | undefined {
  const cuts = cutsOf(length, groupDigits);
  const groups: string[] = [];
  let group = '';
  let left = length;
  for (const character of integer) {
    if (character !== ' ' && group !== '' && cuts.has(left)) {
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

/** How many digits stand in a group, counted from the right. */
function digitsOfGroup(groupDigits: readonly number[], index: number): number {
  return groupDigits[index] ?? groupDigits.at(-1) ?? Infinity;
}

/** How many digits are left where a group begins: of seven digits in threes 6 and 3. */
function cutsOf(length: number, groupDigits: readonly number[]): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (let at = 0, index = 0; ; index += 1) {
    at += digitsOfGroup(groupDigits, index);
    if (at >= length) return cuts;
    cuts.add(at);
  }
}

/** The decimals: solid, or letter-spaced together with the digit and the sign before them (`9 , 8`). */
function readFraction(fraction: string, integer: string, decimal: readonly string[]): string | undefined {
  if (fraction === '') return '';
  const sign = fraction.trimStart().charAt(0);
  if (!decimal.includes(sign)) return undefined;
  if (fraction.startsWith(sign)) {
    const decimals = fraction.slice(1);
    return /^\d+$/.test(decimals) ? decimals : undefined;
  }
  const digits = fraction.trimStart().slice(1);
  const lastSolid = /\d\d$/.test(integer);
  return /^( \d)+$/.test(digits) && fraction.startsWith(' ') && !lastSolid
    ? digits.replaceAll(' ', '')
    : undefined;
}

/** Number of decimals of a value. */
export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
