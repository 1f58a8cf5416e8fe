import type { QuantityWords } from '../../../locale/quantity-words.ts';
import { matchesOf } from '../../../page/matches.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { innermost, within } from '../reading/structure.ts';

/** Numbers that stand glued together (`3-4 %`, `58-63/63`); most stand alone. */
export interface Numeral extends Stretch {
  /** Each number's digits in the text. */
  readonly numbers: readonly Stretch[];
  /** A case or a possessive behind it; `to` is behind it. */
  readonly ending: string | null;
}

/** Thousands apart (`2 103 806`) or not (`138516`), with decimals or without; the items of a list stay apart. */
const numberPattern = (sign: string): string => `(?:\\d{1,3}(?: \\d{3}){1,12}(?!\\d)|\\d+)(?:[${sign}]\\d+)?`;

/** How numbers are looked for where a sign stands before their decimals, made once. */
const patternsWith = (sign: ',' | '.') => {
  const number = numberPattern(sign);
  return {
    number: new RegExp(number, 'gu'),
    chain: new RegExp(
      `(?<![\\p{L}\\d]|[\\p{L}\\d][,./–-])${number}(?:[/–-]${number})*(?![\\p{L}\\d]|[,./–-]\\d)`,
      'gu',
    ),
    unclear: new RegExp(`(?<![\\p{L}\\d,./–-])\\d+[–-]\\d+[${sign}]\\s\\d+(?=\\s?%)`, 'gu'),
  };
};
const PATTERNS = { ',': patternsWith(','), '.': patternsWith('.') } as const;

/**
 * The numbers in folded text that may be quantities: not within a time, a name in quotation marks, a reference or
 * another stretch of `taken`, not part of a word (`N1`, `7a`), not behind the sign for a number, not a list's mark.
 * Behind a hyphen only a case keeps it a number: `16 of them` is a count, `44-session` an ordinal.
 */
export function numeralsOf(
  text: string,
  sign: ',' | '.',
  taken: readonly Stretch[],
  brackets: readonly Stretch[],
  words: QuantityWords,
): readonly Numeral[] {
  const { chain: chains, number } = PATTERNS[sign];
  const unclear = unclearRanges(text, sign);
  return matchesOf(chains, text).flatMap(({ index: from, 0: chain }): Numeral[] => {
    if (within(taken, from) || /[№#]\s?$/.test(text.slice(Math.max(0, from - 2), from))) return [];
    const range = unclear.find((span) => within([span], from));
    if (range !== undefined && range.from !== from) return [];
    const to = range?.to ?? from + chain.length;
    const rest = text.slice(to);
    const marksItem = rest.startsWith(')') && innermost(brackets, from) === undefined;
    const latinName =
      /[a-z]\s$/i.test(text.slice(Math.max(0, from - 2), from)) && /^(?:19|20)\d\d$/.test(chain);
    const printed = numbersIn(text, from, to, number);
    const numbers = range === undefined ? printed : printed.slice(0, 1);
    const code = numbers.some((span) => /^0\d/.test(text.slice(span.from, span.to)));
    if (marksItem || latinName || code) return [];
    const [hyphen, ending = ''] = /^-(\p{L}+)/u.exec(rest) ?? [];
    if (hyphen === undefined) return [{ from, to, numbers, ending: null }];
    if (words.numberEndings.test(ending)) return [{ from, to: to + hyphen.length, numbers, ending }];
    return startsUnit(rest.slice(1), words) ? [{ from, to: to + 1, numbers, ending: null }] : [];
  });
}

/**
 * Ranges whose second number may be one or two, `5-6, 8 %`: a space behind the decimal sign is a slip of the print, or
 * the sign is a comma between two numbers. Only the first of their numbers is sure.
 */
export function unclearRanges(text: string, sign: ',' | '.'): readonly Stretch[] {
  if (!text.includes('%')) return [];
  return matchesOf(PATTERNS[sign].unclear, text).map(({ index, 0: range }) => ({
    from: index,
    to: index + range.length,
  }));
}

function numbersIn(text: string, from: number, to: number, number: RegExp): readonly Stretch[] {
  return matchesOf(number, text.slice(from, to)).map(({ index, 0: digits }) => ({
    from: from + index,
    to: from + index + digits.length,
  }));
}

/** `14,0-thousand`, `40-per cent`: a multiple or a unit behind the hyphen. */
function startsUnit(rest: string, { magnitudes, units, endings }: QuantityWords): boolean {
  if (magnitudes.some(({ words }) => words.test(rest))) return true;
  const measures = units.filter(({ kind }) => kind === 'measure').flatMap(({ stems }) => stems);
  return new RegExp(`^(?:${measures.join('|')})(?:${endings})(?![\\p{L}])`, 'u').test(rest);
}

/** The printed digits as an exact decimal. */
export function decimalOf(digits: string, sign: ',' | '.'): string {
  return digits.replace(/\s/g, '').replace(sign, '.');
}
