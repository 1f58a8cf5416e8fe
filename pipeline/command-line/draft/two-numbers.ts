import { YEAR } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** Two numbers in one cell: `1269 (19.9%)`, `(1.1–1.2)`, `12.5 ± 0.3`. */
export interface TwoNumbers {
  readonly one: string;
  readonly other: string;
  /** What stands before, between and behind them. */
  readonly signs: readonly [string, string, string];
}

const NUMBER = String.raw`[-−–]?[.,]?\p{Nd}(?:[\p{Nd}.,'’\s]*\p{Nd})?`;
const TWO = new RegExp(
  String.raw`^(?<before>[(\[]?)\s*(?<one>${NUMBER})\s*(?<between>%?\s*[(\[±–—-])\s*(?<other>${NUMBER})\s*(?<behind>%?[)\]]?%?)$`,
  'u',
);

/** The two numbers of a cell; undefined where it has one, or is a span of years. */
export function twoNumbers(text: string): TwoNumbers | undefined {
  const { before = '', one, between = '', other, behind = '' } = TWO.exec(text.trim())?.groups ?? {};
  if (one === undefined || other === undefined || YEAR.test(one)) return undefined;
  return { one, other, signs: [before, between, behind] };
}

/** The signs of the cells of a column, where half of them or more hold two numbers in one form. */
export function signsOf(texts: readonly string[]): TwoNumbers['signs'] | undefined {
  const filled = texts.filter((text) => text !== '');
  const forms = new Map<string, { readonly signs: TwoNumbers['signs']; count: number }>();
  for (const text of filled) {
    const found = twoNumbers(text);
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
export function formFor(code: string, [before, between, behind]: TwoNumbers['signs']): string {
  const names = /[([]/.test(between)
    ? [code, `${code}_in_brackets`]
    : between === '±'
      ? [code, `${code}_margin`]
      : [`${code}_from`, `${code}_to`];
  const gap = /[–—-]/.test(between) ? '' : ' ';
  return `${before}{${names[0]}}${gap}${between}{${names[1]}}${behind}`;
}
