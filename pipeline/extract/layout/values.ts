import { inWesternDigits } from '../../locale/look-alikes.ts';

/** A number in any notation, with what may stand around it: sign, currency, per cent, brackets, marks. */
const NUMBER =
  /^[*†‡§¶#([<>≤≥~±+\-−–—‐‑\u25b2\u25b3\u25bc\u25bd\p{Sc}]*(?:US|CA|AU|A|C)?[\p{Sc}]?[-−–+]?[.,]?\p{Nd}[\p{Nd}\p{Sc}.,'’:/\-–\u066b\u066c]*[%‰]?[)\]]?[%‰]?[\p{Sc}*†‡§¶#)\]]{0,8}[a-zA-Z]{0,2}$/u;
/** What stands in the place of a number: a dash, dots, stars, "n.a.", "(X)". */
const NO_NUMBER = /^(?:[-−–—‐‑]{1,3}|\.{2,3}|…|\*+|[nN]\.?\/?[aA]\.?|\(?[xXzZdDsS]\)?|[oO])$/u;
/** Dots that lead from a label to its numbers. */
const LEADER = /^(?:[.·․]{4,}|…{2,}|[.·․])$/u;
const WRITTEN_RULE = /^([-_=~*\u2010-\u2015\u2500\u2501\u2550])\1{7,}$/u;
/** One number in groups of three, with what may follow it. */
const ONE_NUMBER =
  /^[-\u2010-\u2015\u2212+]? ?(?!0)\p{Nd}{1,3}(?:[ \u00a0]\p{Nd}{3})+(?:[.,]\p{Nd}*)?%?(?: ?\p{Nd}{1,2}\))?$/u;
const MARK = /^(?:[([]?\p{Nd}{1,2}[)\]]|\*{1,3}|[†‡§¶]|\p{L}\))$/u;
/** Years, ranges (`15-24`, `65+`, `<10`) and other numbers that name columns. */
const NAME =
  /^(?:(?:1[89]|20)\p{Nd}{2}(?:[-–/](?:\p{Nd}{2,4})?)?\p{L}?|\p{Nd}{1,3}(?:[-–]\p{Nd}{1,3}|\+)|[<>≤≥]\p{Nd}{1,3})$/u;
const MOST_LINES_OF_A_NUMBER = 3;
const CURRENCY = /^(?:[\p{Sc}]|US\$|EUR|USD)$/u;

/** Whether a token is a value of a table: a number, or what is printed where there is none. */
export function isValue(text: string): boolean {
  return NUMBER.test(text) || NO_NUMBER.test(text);
}

/** Whether a text is a number that names a column, as a year or a range of ages does. */
export function isName(text: string): boolean {
  return NAME.test(inWesternDigits(text));
}

/** Whether tokens that stand close together print values only: `1 234`, `$ 5`, `(4.5 %)`. */
export function areValues(texts: readonly string[]): boolean {
  if (texts.length > 1 && NO_NUMBER.test(texts.join('')) && texts.every((text) => text === '.')) return true;
  return (
    texts.some(isValue) &&
    texts.every((text) => isValue(text) || CURRENCY.test(text) || /^[%‰±()[\]\ufffd]$/.test(text))
  );
}

/** Whether a text is a footnote's mark and nothing else. */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

/** Whether the lines of a cell are one value that was wrapped: `21 815` / `517,0`, or `345,6` / `3)`. */
export function isOneValue(lines: readonly string[]): boolean {
  const [first = '', ...rest] = lines;
  if (rest.every(isMark)) return true;
  if (lines.length > MOST_LINES_OF_A_NUMBER) return false;
  const bare = [first, ...rest.filter((line) => !isMark(line))];
  return ONE_NUMBER.test(bare.join(' ')) || (/[.,]$/.test(first) && ONE_NUMBER.test(bare.join('')));
}

export function isLeader(text: string): boolean {
  return LEADER.test(text);
}

/** Whether a token is a level rule that was written with characters, as typewriters do. */
export function isWrittenRule(text: string): boolean {
  return WRITTEN_RULE.test(text);
}

export function isCurrency(text: string): boolean {
  return CURRENCY.test(text);
}
