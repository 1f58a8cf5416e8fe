import { fold, inkOf } from '../../../locale/look-alikes.ts';
import type { Line, Token } from '../../../page/token.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';

/** A printed character that is no white space, with how it is printed. */
export interface Letter {
  /** Look-alikes are folded together. */
  readonly folded: string;
  readonly token: Token;
  /** Raised or lowered: a mark, and no part of what it stands at. */
  readonly isMark: boolean;
  /** Whether white space stands before it. */
  readonly begins: boolean;
  /** Whether its line ends behind it. */
  readonly endsLine: boolean;
  /** No letter: the place of the label in a row that has values and none. */
  readonly isBlank?: boolean;
}

/** The characters of lines, one after the other. */
export function lettersOf(lines: readonly Line[]): readonly Letter[] {
  return lines.flatMap((line) => {
    const tokens = line.tokens.filter(({ print }) => !print.struck);
    return tokens.flatMap((token, at) => {
      const folded = fold(token.text);
      const isMark = token.print.stands !== 'level';
      return [...folded].map(
        (character, index): Letter => ({
          folded: character,
          token,
          isMark,
          begins: index === 0 && !token.joined,
          endsLine: at === tokens.length - 1 && index === [...folded].length - 1,
        }),
      );
    });
  });
}

const HYPHEN = '-';

/**
 * Matches a declared text at a place of printed letters, whatever white space and line ends stand in it: a hyphen at a
 * line's end may be the line's own, and raised marks may stand anywhere in it and behind it, as may one of `marks` as it
 * is printed (`4)`). The match must not end within a word.
 *
 * Returns the place behind it, or -1.
 */
export function matchText(
  letters: readonly Letter[],
  at: number,
  text: string,
  marks: readonly string[] = [],
): number {
  const wanted = inkOf(text);
  if (wanted === '') return text === '' && letters[at]?.isBlank === true ? at + 1 : -1;
  const end = endOf(letters, at, wanted, 0);
  return end < 0 ? -1 : behindMarks(letters, end, marks);
}

/** The place behind the rest of a wanted text, or -1. A raised letter that the text goes on with may be a mark before it. */
function endOf(letters: readonly Letter[], at: number, wanted: string, from: number): number {
  let [index, need] = [at, from];
  while (need < wanted.length) {
    const letter = letters[index];
    if (letter === undefined) return -1;
    if (letter.folded === wanted[need]) {
      if (letter.isMark) {
        const skipped = endOf(letters, index + 1, wanted, need);
        if (skipped >= 0) return skipped;
      }
      index += 1;
      need += 1;
    } else if (letter.isMark || (need > 0 && letter.folded === HYPHEN && letter.endsLine)) index += 1;
    else if (need > 0 && wanted[need] === HYPHEN && letters[index - 1]?.endsLine === true) need += 1;
    else return -1;
  }
  return index;
}

function behindMarks(letters: readonly Letter[], at: number, marks: readonly string[]): number {
  let index = at;
  while (letters[index]?.isMark === true) index += 1;
  for (const mark of marks) {
    const end = index + mark.length;
    const isThere = [...fold(mark)].every(
      (character, offset) => letters[index + offset]?.folded === character,
    );
    if (isThere && isBoundary(letters, end)) return end;
  }
  return isBoundary(letters, index) ? index : -1;
}

/** Whether a word ends before a place: `Адам` is not the label of `Адамдар`. */
function isBoundary(letters: readonly Letter[], at: number): boolean {
  const letter = letters[at];
  return (
    letter === undefined || letter.begins || letters[at - 1]?.endsLine === true || isSign(letters[at - 1])
  );
}

function isSign(letter: Letter | undefined): boolean {
  return letter !== undefined && !/[\p{L}\p{N}]/u.test(letter.folded);
}

/** The whole of printed letters is a text, once or several times over. */
export function isText(
  letters: readonly Letter[],
  texts: readonly string[],
  marks: readonly string[] = [],
): boolean {
  if (letters.length === 0) return false;
  let at = 0;
  while (at < letters.length) {
    const end = Math.max(-1, ...texts.map((text) => matchText(letters, at, text, marks)));
    if (end < 0) return false;
    at = end;
  }
  return true;
}

/** Printed letters as a person would write them, cut short. */
export function shown(letters: readonly Letter[], most = 60): string {
  let text = '';
  let before: Token | undefined;
  for (const { token } of letters) {
    if (token === before) continue;
    text += text !== '' && !token.joined ? ` ${token.text}` : token.text;
    before = token;
  }
  return text.length > most ? `"${text.slice(0, most)}..."` : `"${text}"`;
}

/** Whether printed letters are a pattern, in which `*` stands for any text. */
export function fits(letters: readonly Letter[], pattern: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  let at = head.trim() === '' ? 0 : matchText(letters, 0, head);
  if (at < 0 && rest.length > 0) at = startOf(letters, head);
  for (const [index, part] of rest.entries()) {
    if (at < 0) return false;
    if (part.trim() === '') {
      if (index === rest.length - 1) return true;
      continue;
    }
    let end = -1;
    for (let from = at; from < letters.length && end < 0; from += 1) end = matchText(letters, from, part);
    at = end;
  }
  return at === letters.length;
}

/** A pattern may break off within a word: `Sourc*`. */
function startOf(letters: readonly Letter[], head: string): number {
  for (let end = 1; end <= letters.length; end += 1)
    if (matchText(letters.slice(0, end), 0, head) === end) return end;
  return -1;
}

/** How the marks of the notes are printed behind a label, where they are not raised. */
export function markTexts({
  marks = [],
  notation,
}: Pick<TablePlan, 'marks' | 'notation'>): readonly string[] {
  return marks.flatMap((mark) => notation.marks.map(({ before, behind }) => `${before}${mark}${behind}`));
}
