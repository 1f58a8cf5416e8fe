import type { InkToken } from './ink.ts';
import { isValueSegment, type PrintedLine } from './lines.ts';
import { median } from './measures.ts';
import { SETTINGS } from './settings.ts';

const NUMBER = /^\p{Nd}{1,4}$/u;

/** A line with a number at one of its edges, and what stands beside that. */
interface Numbered {
  readonly token: InkToken;
  readonly words: number;
  readonly hasValues: boolean;
}

/**
 * The numbers that count the lines of a text in its margins, as reviewers ask for: with them each line would look like the
 * row of a table, and the whole page like one. They go on by one from line to line, and stand beside running text.
 *
 *     12   The rain fell on the hill and on the moor, and at last
 *     13   on the dale as well.
 */
export function lineNumbers(lines: readonly PrintedLine[]): ReadonlySet<InkToken> {
  return new Set([0, -1].flatMap((edge) => counting(lines.map((line) => numbered(line, edge)))));
}

/** The number at the first (0) or the last (-1) place of a line. */
function numbered({ segments }: PrintedLine, edge: number): Numbered | undefined {
  const own = segments.at(edge);
  const [token, ...more] = own?.tokens ?? [];
  if (token === undefined || more.length > 0 || !NUMBER.test(token.text)) return undefined;
  const others = segments.filter((segment) => segment !== own);
  const beside = others.at(edge)?.tokens.length ?? 0;
  const isNumber = (text: string): boolean => NUMBER.test(text);
  const hasValues = others.some(
    (other) =>
      isValueSegment(other) &&
      !(other.tokens.length === 1 && other.tokens.every(({ text }) => isNumber(text))),
  );
  return { token, words: beside, hasValues };
}

function counting(lines: readonly (Numbered | undefined)[]): readonly InkToken[] {
  const from = lines.findIndex((line, at) => goesOn(line, lines[at + 1]));
  const to = lines.findLastIndex((line, at) => goesOn(lines[at - 1], line));
  const numbers = lines.slice(from, to + 1).flatMap((line) => line ?? []);
  const steps = numbers.slice(1).filter((line, at) => goesOn(numbers[at], line)).length;
  const isCount =
    numbers.length >= SETTINGS.countedLines.value &&
    numbers.length > SETTINGS.numberedShare.value * (to + 1 - from) &&
    steps > SETTINGS.countedShare.value * (numbers.length - 1);
  const beside = numbers.filter(({ words }) => words > 0);
  const isText =
    median(beside.map(({ words }) => words)) >= SETTINGS.countedWords.value &&
    numbers.filter(({ hasValues }) => hasValues).length < numbers.length / 4;
  return isCount && isText ? numbers.map(({ token }) => token) : [];
}

function goesOn(line: Numbered | undefined, next: Numbered | undefined): boolean {
  return line !== undefined && next !== undefined && Number(next.token.text) === Number(line.token.text) + 1;
}
