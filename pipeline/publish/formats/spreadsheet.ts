/**
 * A text that spreadsheets would run: it begins, perhaps behind white space, with one of the characters that open
 * a formula (their full-width forms do in some locales), or with a tab or a line end, behind which some look on.
 */
const OPENS_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * What begins so and is none: a sign alone, as in a cell that prints a dash, and a number, also as it is printed
 * (`- 1 2  ` / `162`): digits and what stands between them name no function and no cell.
 */
const HARMLESS = /^(?:[+-][ \r\n]*)?(?:\d[\d\s.,]*)?$/;

const MARK = "'";

/**
 * A text as a cell of a CSV file that no spreadsheet takes for a formula: one apostrophe stands before what would
 * be one, and before what would read as such a cell, so that `readCell` always gives the text back.
 *
 *     =1+1  ->  '=1+1      -14.7  ->  -14.7      '=1+1  ->  ''=1+1
 */
export function writeCell(text: string): string {
  return opensFormula(withoutMarks(text)) ? `${MARK}${text}` : text;
}

/** The text that `writeCell` wrote. */
export function readCell(cell: string): string {
  return cell.startsWith(MARK) && opensFormula(withoutMarks(cell)) ? cell.slice(MARK.length) : cell;
}

/** Whether a spreadsheet that opens a CSV file would take a cell for a formula. */
export function opensFormula(cell: string): boolean {
  return OPENS_FORMULA.test(cell) && !HARMLESS.test(cell);
}

function withoutMarks(text: string): string {
  return text.startsWith(MARK) ? text.replace(/^'+/, '') : text;
}

/**
 * What programs read as something else than the text that it is: a date (`1-2`, `2010-12`, `MAR-1`, `SEP2`), a time
 * (`12:30`), a number with a sign, a per cent or an exponent behind it or noughts before it (`5+`, `5%`, `3E5`, `007`), a
 * truth value, or nothing at all (`NA`, `null`).
 */
const LOOKS_OTHERWISE = new RegExp(
  `^(?:${[
    String.raw`\d{1,4}(?:[-/.]\d{1,4}){1,2}`,
    String.raw`\d+:\d\d(?::\d\d)?`,
    String.raw`[+-]\d+|\d+[+%-]|0\d+|\d+(?:\.\d+)?e[+-]?\d+`,
    String.raw`(?:\d{1,4}[- /]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[- /]?\d{0,4}`,
    'true|false|na|n/a|nan|null|none|inf|infinity',
  ].join('|')})$`,
  'i',
);

/** Whether a spreadsheet that opens a CSV file by itself would take a text for a date or another number. */
export function looksOtherwise(text: string): boolean {
  return LOOKS_OTHERWISE.test(text);
}
