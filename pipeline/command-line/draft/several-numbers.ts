import { isYear } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** Several numbers in one cell: `1269 (19.9%)`, `(1.1–1.2)`, `12.5 ± 0.3`, `12.5 (11.0–14.0)`. */
export interface SeveralNumbers {
  readonly numbers: readonly string[];
  /** What stands before, between and behind them: one more than there are numbers. */
  readonly signs: readonly string[];
}

const NUMBER = /[-−–]?[.,]?\p{Nd}(?:[\p{Nd}.,'’\s]*\p{Nd})?/u;
const BEFORE = /^[([]?\s*/u;
const BETWEEN = /^\s*(?:%\s*)?(?:[([±–—-]|[)\]]\s*[([])\s*/u;
const BEHIND = /^\s*%?[)\]]?%?$/u;

/** The numbers of a cell, where it has several; undefined where it has one, or is a span of years. */
export function severalNumbers(text: string): SeveralNumbers | undefined {
  const numbers: string[] = [];
  const signs: string[] = [];
  let left = text.trim();
  for (let sign = BEFORE.exec(left)?.[0]; sign !== undefined; sign = BETWEEN.exec(left)?.[0]) {
    left = left.slice(sign.length);
    const number = NUMBER.exec(left);
    if (number?.index !== 0) return undefined;
    numbers.push(number[0]);
    signs.push(sign.trim());
    left = left.slice(number[0].length);
    if (BEHIND.test(left)) break;
  }
  const isSeveral = numbers.length > 1 && BEHIND.test(left) && !isYear(numbers[0] ?? '');
  return isSeveral ? { numbers, signs: [...signs, left.trim()] } : undefined;
}

/** The signs of the cells of a column, where half of them or more hold several numbers in one form. */
export function signsOf(texts: readonly string[]): SeveralNumbers['signs'] | undefined {
  const filled = texts.filter((text) => text !== '');
  const forms = new Map<string, { readonly signs: SeveralNumbers['signs']; count: number }>();
  for (const text of filled) {
    const found = severalNumbers(text);
    if (found === undefined) continue;
    const name = JSON.stringify(found.signs);
    const form = forms.get(name) ?? { signs: found.signs, count: 0 };
    forms.set(name, { ...form, count: form.count + 1 });
  }
  const [most] = [...forms.values()].sort((one, other) => other.count - one.count);
  return most === undefined || most.count < DRAFT_SETTINGS.valueShare.value * filled.length
    ? undefined
    : most.signs;
}

/** The form of a column's cells, with a code for each number: `{sample} ({sample_in_brackets}%)`. */
export function formFor(code: string, signs: SeveralNumbers['signs']): string {
  const names = namesFor(code, signs);
  return names.reduce((form, name, at) => {
    const sign = signs[at + 1] ?? '';
    const isLast = at === names.length - 1;
    return `${form}{${name}}${isLast || isDash(sign) || /^[%)\]]/.test(sign) ? '' : ' '}${sign}`;
  }, signs[0] ?? '');
}

/** A code for each number: those on both sides of a dash are the ends of a range, one in brackets says that it is. */
function namesFor(code: string, signs: SeveralNumbers['signs']): readonly string[] {
  const count = signs.length - 1;
  const plain = Array.from({ length: count }, (_, at) => {
    if (isDash(signs[at + 1] ?? '')) return `${code}_from`;
    if (isDash(signs[at] ?? '')) return `${code}_to`;
    const before = signs[at] ?? '';
    return at === 0
      ? code
      : before.endsWith('±')
        ? `${code}_margin`
        : /[([]/.test(before)
          ? `${code}_in_brackets`
          : `${code}_${at + 1}`;
  });
  return plain.map((name, at) => (plain.indexOf(name) === at ? name : `${name}_${at + 1}`));
}

function isDash(sign: string): boolean {
  return /^%?[–—-]$/.test(sign);
}
