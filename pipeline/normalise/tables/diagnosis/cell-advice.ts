import type { Notation } from '../../../template/notation.ts';
import type { RowForm } from '../../../template/plan.ts';

const DECLARE = 'declare it in document.yaml or in the file of the table';
const COMPARE = 'compare this row with the printed page';

/** What a row's text has that its notation does not know, each with what is to be declared, the surest first. */
const UNKNOWN: readonly (readonly [
  pattern: RegExp,
  isKnown: (notation: Notation, sign: string) => boolean,
  /** `{sign}` stands for the first character that the pattern finds. */
  advice: string,
])[] = [
  [
    /\ufffd/,
    () => false,
    'something is printed there that is no text, or digits stand elsewhere than they are written: look at the page, and read a PDF of it',
  ],
  [
    // A single sign of three dots, or two, may be a value; behind a number several are.
    /^\s*(?:(\.\s?){3,}|([·•‧∙]\s?){3,}|(…\s?){2,}|_{3,})/u,
    () => false,
    'leader dots between a label and its numbers are no values: take them out of the text',
  ],
  [
    // Where digits are apart as well, as in `- 1 2 162`, so is a sign from its number.
    /\d\s+[-–—−]\s+\d(?!\s\d(?!\d))/,
    ({ negative }) => negative.some(({ behind }) => /^[-–—−]$/.test(behind)),
    `a sign stands between two numbers: print it at its own, or, if it is a minus behind its number, ${DECLARE}: numbers: { negative: ["{n}-"] }`,
  ],
  [
    /\d[-–—−](?!\d)/,
    ({ negative }) => negative.some(({ behind }) => behind !== ''),
    `if a sign behind a number is its minus, ${DECLARE}: numbers: { negative: ["{n}-"] }`,
  ],
  [
    // Each of the many signs that look like a minus is another one.
    /(^|\s)[\p{Pd}\u2212\u02d7]\s?\d/u,
    ({ negative }, sign) => negative.some(({ before }) => before === sign),
    `if the sign before a number is its minus, ${DECLARE} as it is printed: numbers: { negative: ["{sign}"] }`,
  ],
  [
    /\(\s?\d[^()]*\)/,
    ({ negative, marks, affixes }) =>
      [...negative, ...marks].some(({ before }) => before === '(') ||
      affixes.some((affix) => affix.startsWith('(')),
    `if brackets mean less than zero, ${DECLARE}: numbers: { negative: ["({n})"] }, or affixes: ["({n})"] if they say nothing of the size`,
  ],
  [
    /\d\s?\(\s?\p{L}{1,2}\s?\)/u,
    ({ marks }) => marks.some(({ before }) => before === '('),
    `if a letter in brackets is the mark of a note, ${DECLARE}: marks: ["({n})"], and in the file of the table: notes: { p: its text }`,
  ],
  [
    // A letter within a number, as in `1l2,5` or `1l,0`, is a digit that was misread.
    /\d\s?\p{Ll}{1,2}(?![\p{L}\d]|[.,]\d)/u,
    ({ marks, affixes }) => affixes.length > 0 || marks.some(({ before, behind }) => before + behind === ''),
    `if a letter behind a number is the mark of a note, ${DECLARE}: marks: ["{n}"], and in the file of the table: notes: { p: its text }`,
  ],
  [
    /\d,\d{3},\d{3}|\d,\d{3}\.\d/,
    ({ groups }) => groups.includes(','),
    `if commas part thousands, ${DECLARE}: numbers: { decimal: ".", group: [","] }`,
  ],
  [
    /\d\.\d{3}\.\d{3}|\d\.\d{3},\d/,
    ({ groups }) => groups.includes('.'),
    `if points part thousands, ${DECLARE}: numbers: { decimal: ",", group: ["."] }`,
  ],
  [
    /(?<!\d)[1-9]\d{0,2},\d{3}(?!\d)/,
    ({ groups, decimal }) => groups.includes(',') || decimal.includes(','),
    `if commas part thousands, ${DECLARE}: numbers: { group: [","] }`,
  ],
  [
    /(?<!\d)[1-9]\d{0,2}\.\d{3}(?!\d)/,
    ({ groups, decimal }) => groups.includes('.') || decimal.includes('.'),
    `if points part thousands, ${DECLARE}: numbers: { group: ["."] }`,
  ],
  [
    /\d[.,]\d/,
    ({ decimal }) => decimal.length > 0,
    `if that sign parts whole and fraction, ${DECLARE}: numbers: { decimal: "." } or { decimal: "," }`,
  ],
  [
    /\d['’`]\d{3}/,
    ({ groups }) => groups.some((group) => /['’`]/.test(group)),
    `if apostrophes part thousands, ${DECLARE}: numbers: { group: ["'"] }`,
  ],
  [
    /\d\s?[%‰€$£¥₸]|[%‰€$£¥₸]\s?\d/u,
    ({ affixes }) => affixes.length > 0,
    `if a sign beside a number says nothing of its size, ${DECLARE}: numbers: { affixes: ["%"] }`,
  ],
  [
    /(^|\s)(\*+|\.\.|:|x|n\/a)(?=\s|$)/i,
    () => false,
    `if a symbol stands for a value, ${DECLARE}: numbers: { symbols: { "*": missing } }`,
  ],
];

/** What may be the mark of a note behind a number, with its brackets: `3,8 3)`, `3,8 [a]`, `3,8*`. */
const MARK = /(?<=\d\s?)([([]?)(\d{1,2}|[*†‡]+|\p{Ll})([)\]]?)(?=\s|$)/gu;

type Form = Pick<RowForm, 'notation' | 'marks'>;

/** The first sign behind a number that is printed as marks are and is that of no listed note: `3)`. */
function unlistedMark(text: string, { notation, marks }: Form): string | undefined {
  for (const { 0: sign, 1: before, 2: mark = '', 3: behind, index } of text.matchAll(MARK)) {
    if (isWithinBrackets(text, index)) continue;
    const isForm = notation.marks.some((form) => form.before === before && form.behind === behind);
    // Digits may be those of the number: `302,72)` ends in the mark 2.
    const isListed = marks.some((listed) => (/\d/.test(mark) ? mark.endsWith(listed) : mark === listed));
    if (isForm && !isListed && !/^\d+$/.test(sign)) return sign;
  }
  return undefined;
}

/** Whether a bracket is open before a place: what stands in it ends with it. */
function isWithinBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** What to do about a row that does not make its values: a notation to declare, a note to list, else to look at the page. */
export function adviceFor(text: string, form: Form): string {
  for (const [pattern, isKnown, advice] of UNKNOWN) {
    const sign = pattern.exec(text)?.[0].trim().charAt(0);
    if (sign !== undefined && !isKnown(form.notation, sign)) return advice.replace('{sign}', sign);
  }
  const mark = unlistedMark(text, form);
  return mark === undefined ? COMPARE : `if "${mark}" behind a number is the mark of a note, list its note`;
}
