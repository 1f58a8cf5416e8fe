import type { SeenCell } from './seen-cells.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** A number in print: its digits with the signs between them, and what stands around it. */
export interface PrintedNumber {
  readonly before: string;
  readonly digits: string;
  readonly behind: string;
}

/** The codes of currencies, such as EUR. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** No word stands beside a number, but for a currency. */
const NUMBER =
  /^(?<before>(?:[^\p{L}\p{Nd}]|US|CA|AU|[A-Z]{3}(?=[\s\p{Nd}]))*?)(?<digits>[.,]?\p{Nd}(?:[\p{Nd}.,'’·\u066b\u066c\s]*\p{Nd})?)(?<behind>[^\p{L}\p{Nd}]*)$/u;

/** The number that a cell prints; undefined where it prints none, or more than that. */
export function printedNumber(text: string): PrintedNumber | undefined {
  const { before = '', digits, behind = '' } = NUMBER.exec(text.normalize('NFC'))?.groups ?? {};
  if (digits === undefined || digits.replace(/\P{Nd}/gu, '').length > DRAFT_SETTINGS.mostDigits.value)
    return undefined;
  const currency = /\p{L}{3}/u.exec(before)?.[0];
  if (currency !== undefined && !CURRENCIES.has(currency)) return undefined;
  const ofThree = digits.split(/\s+/);
  const isOne = ofThree.slice(1).every((part) => /^\p{Nd}{3}(?:[.,]\p{Nd}+)?$/u.test(part));
  return isOne ? { before: before.trim(), digits, behind: behind.trim() } : undefined;
}

/** Whether a cell prints something short in the place of a number: a dash, a star, `n/a`. */
export function isSymbol(text: string): boolean {
  if (text === '' || text.length > DRAFT_SETTINGS.mostSymbol.value || /\p{Nd}/u.test(text)) return false;
  return !/\p{L}/u.test(text) || /^\(?\p{L}\)?$|^\p{L}[./]\s?\p{L}\.?$/u.test(text);
}

/**
 * Whether a word stands in the place of a number, where a column has numbers besides: `NA`, `Ref.`, `Not done`. It says
 * nothing by itself; who drafts asks.
 */
export function maySymbolise(text: string): boolean {
  return text !== '' && text.length <= DRAFT_SETTINGS.mostSymbolWord.value && !/\p{Nd}/u.test(text);
}

/** The marks of a cell: what is raised in it, and stars and daggers before or behind its number. */
export function marksIn({ text, marks }: Pick<SeenCell, 'text' | 'marks'>): readonly string[] {
  const { before = '', behind = '' } = printedNumber(text) ?? {};
  const level = [...before.matchAll(/^[*†‡§]+/gu), ...behind.matchAll(/(?<![*†‡§])[*†‡§]+$/gu)].map(
    ([stars]) => stars,
  );
  return [...level, ...marks];
}

/** What stands around a number without the stars and daggers that are its marks. */
export function withoutStars({ before, digits, behind }: PrintedNumber): PrintedNumber {
  return {
    before: before.replace(/^[*†‡§]+\s*/u, ''),
    digits,
    behind: behind.replace(/(?<![*†‡§])[*†‡§]+$/u, '').trimEnd(),
  };
}
