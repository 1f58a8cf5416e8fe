import type { Print, PrintRemark, Token } from '../../page/token.ts';
import type { UnwrittenLine } from '../source-text.ts';
import type { Look } from './look.ts';
import { beside, type Meeting, toldWhereTheyMeet } from './meeting.ts';
import { SETTINGS } from './settings.ts';

/** Spaces that collapse; those of other widths and those that do not break stay; a word. */
const PIECES =
  /([ \t\n\r\f]+)|([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)|([^ \t\n\r\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)/g;
/** Those print nothing: joiners, marks of byte order. */
const WITHOUT_INK = /[\u200b-\u200d\u2060\ufeff]/g;
/** They print nothing, and what stands behind them is read from the left or from the right. */
const DIRECTIONS = /([\u061c\u200e\u200f])/;
const FROM_LEFT = '\u200e';
/** It prints nothing where a line need not break; no word needs one at its ends, and there it was meant for a sign. */
const SOFT_HYPHEN = /\u00ad/g;
const AT_A_NUMBER = /(?<![\p{L}\p{Nd}\u00ad])\u00ad+\p{Nd}|\p{Nd}\u00ad+$/u;
const SIGNED =
  /^([-+\u2010-\u2015\u2212]?)(\p{Nd}[\p{Nd}.,:'\u2019\u066b\u066c]*%?)([-+\u2010-\u2015\u2212]?)$/u;
const UNBREAKING = /^[\u00a0\u202f]+$/;
const LETTERS = /\p{L}/gu;
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LINE_BREAK = /\r\n?|\n/;
/** Digits that stand this many spaces apart are no digits of one number. */
const WIDE = SETTINGS.wideSpace.value;
const ENDS_IN_DIGIT = /[\p{Nd}.,]$/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;

type Piece = Omit<Token, 'span'>;

/** Gathers text into lines, as a browser does with what stands between two breaks. */
interface LineGatherer {
  readonly add: (text: string, look: Look) => void;
  /** Something stands there that is no text: told at the words beside it, which it stops where no space is between. */
  readonly drawn: (what: string) => void;
  /** Ends the line: `<br>`, or the end of a block. */
  readonly end: () => void;
  /** Hands over the lines since the last time, without empty ones. */
  readonly taken: () => readonly UnwrittenLine[];
}

/**
 * A new gatherer. Spaces collapse to one, but where they are kept as they are (`<pre>`); a word is what stands between
 * two spaces and is printed alike, so that a mark in `<sup>` is a token of its own, joined to its number. `isInCell`
 * says that digits far apart begin a line of their own: in a cell, `12&nbsp;&nbsp;&nbsp;345` is not 12345.
 */
export function gatherLines(isInCell: boolean): LineGatherer {
  let lines: Piece[][] = [];
  let line: Piece[] = [];
  let spaces = 0;
  /** Whether all spaces since the last word are such that do not break. */
  let areHard = true;
  /** What is drawn since the last word. */
  let between: string | undefined;
  /** The last word as it looks. */
  let before: Meeting['last'];
  /** Whether the last letter of a script is of one that is read from right to left, or a mark that says so. */
  let isFromRight: boolean | undefined;
  let isBehindMark = false;
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
    spaces = 0;
    areHard = true;
    between = undefined;
    before = undefined;
    isFromRight = undefined;
    isBehindMark = false;
  };
  const remarkOnLast = (remark: PrintRemark): void => {
    const last = line.at(-1);
    if (last !== undefined) line[line.length - 1] = { ...last, remark: last.remark ?? remark };
  };
  const drawn = (what: string): void => {
    remarkOnLast(beside(what, spaces === 0));
    between = what;
    spaces = 0;
  };
  /** The size of the last text on the line itself. */
  let size = 0;
  /** Whether a soft hyphen stands right before what comes next. */
  let isBehindHyphen = false;
  const word = (raw: string, look: Look): void => {
    const bare = raw.replace(SOFT_HYPHEN, '');
    const text = isInCell && (isFromRight ?? look.isFromRight) ? shownFromRight(bare) : bare;
    const isHyphened = AT_A_NUMBER.test(isBehindHyphen ? `\u00ad${raw}` : raw);
    isBehindHyphen = text === '';
    if (text === '') return;
    const last = line.at(-1);
    const isTouching = spaces === 0 && last !== undefined;
    const print = isTouching ? besideDigits(text, look.print, last, size) : look.print;
    if (print.stands === 'level') size = print.size;
    const own = { ...look, print };
    const met = { last: before, text, look: own, spaces, areHard, drawn: between };
    if (before !== undefined && before.look.isFromRight !== look.isFromRight) isFromRight = undefined;
    const told = toldWhereTheyMeet(
      { ...met, isFromRight: isFromRight ?? look.isFromRight, isBehindMark },
      isInCell,
    );
    isBehindMark = false;
    const remark = isHyphened ? hyphened(text) : told?.remark;
    if (told?.concernsLast === true) remarkOnLast(told.remark);
    const isWide =
      isInCell && spaces >= WIDE && ENDS_IN_DIGIT.test(last?.text ?? '') && BEGINS_WITH_DIGIT.test(text);
    if (isWide) end();
    const joined = spaces === 0 && line.length > 0 && between === undefined;
    const isOne = joined && last !== undefined && isAlike(last.print, print);
    const piece = isOne ? { ...last, text: (last.text + text).normalize('NFC') } : whole(text, print, joined);
    if (isOne) line.pop();
    line.push({ ...piece, ...(remark && { remark }) });
    spaces = 0;
    areHard = true;
    between = undefined;
    before = { text: piece.text, look: own };
    isFromRight = strongIn(text) ?? isFromRight;
  };
  const parts = (ink: string, look: Look): void => {
    for (const part of ink.split(DIRECTIONS)) {
      if (DIRECTIONS.test(part)) {
        isFromRight = part !== FROM_LEFT;
        isBehindMark = true;
      } else if (part !== '') word(part, look);
    }
  };
  const stretch = (text: string, look: Look): void => {
    const { isKept } = look;
    let isCollapsed = spaces > 0;
    for (const [, collapsing = '', hard = '', ink = ''] of text.replace(WITHOUT_INK, '').matchAll(PIECES)) {
      if (ink !== '') parts(ink, look);
      else if (isKept || hard !== '') spaces += hard.length + (isKept ? collapsing.length : 0);
      else if (!isCollapsed) spaces += 1;
      if (ink === '') areHard &&= UNBREAKING.test(hard);
      isCollapsed = ink === '' && (collapsing !== '' || isCollapsed);
    }
  };
  const add = (text: string, look: Look): void => {
    const kept = look.isKept ? text.split(LINE_BREAK) : [text];
    for (const [index, own] of kept.entries()) {
      if (index > 0) end();
      stretch(own, look);
    }
  };
  const taken = (): readonly UnwrittenLine[] => {
    end();
    const own = lines;
    lines = [];
    return own.map((tokens) => ({ tokens, box: undefined, baseline: undefined }));
  };
  return { add, drawn, end, taken };
}

/** A number in a line that is read from right to left, as it is shown: `-5` with its sign behind it. */
function shownFromRight(text: string): string {
  return text.replace(SIGNED, (_, before: string, number: string, after: string) =>
    [...after, number, ...before].join(''),
  );
}

function whole(text: string, print: Print, joined: boolean): Piece {
  return { text: text.normalize('NFC'), box: undefined, print, joined };
}

/** Whether the last letter of a text is read from right to left; undefined where it has none. */
function strongIn(text: string): boolean | undefined {
  const letter = text.match(LETTERS)?.at(-1);
  return letter === undefined ? undefined : FROM_RIGHT.test(letter);
}

/** What is to be said of a number with a soft hyphen, which shows nothing: `&shy;5` may be -5. */
function hyphened(text: string): PrintRemark {
  const says = `a soft hyphen at "${text}", which shows nothing there and may stand for a minus`;
  return { says, stops: true };
}

/** Digits right behind larger ones are no part of their number: a mark that is smaller and not raised. */
function besideDigits(text: string, print: Print, last: Piece, size: number): Print {
  const isSmall = print.stands === 'level' && print.size < SETTINGS.markSize.value * size;
  const isMark =
    isSmall && /\p{Nd}/u.test(text) && (ENDS_IN_DIGIT.test(last.text) || last.print.stands === 'raised');
  return isMark ? { ...print, stands: 'raised' } : print;
}

function isAlike(one: Print, other: Print): boolean {
  return one.size === other.size && one.stands === other.stands && one.struck === other.struck;
}
