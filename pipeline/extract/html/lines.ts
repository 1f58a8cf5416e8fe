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

/** What is gathered: the lines that are whole, and the open one with what stands behind its last word. */
interface Gathering {
  readonly isInCell: boolean;
  lines: Piece[][];
  line: Piece[];
  spaces: number;
  /** Whether all spaces since the last word are such that do not break. */
  areHard: boolean;
  /** What is drawn since the last word. */
  drawn: string | undefined;
  /** The last word as it looks. */
  before: Meeting['last'];
  /** Whether the last letter of a script is of one that is read from right to left, or a mark that says so. */
  isFromRight: boolean | undefined;
  isBehindMark: boolean;
  /** Whether a soft hyphen stands right before what comes next. */
  isBehindHyphen: boolean;
  /** The size of the last text on the line itself. */
  size: number;
}

/** What holds where a line begins. */
const NOTHING_BEFORE = {
  spaces: 0,
  areHard: true,
  drawn: undefined,
  before: undefined,
  isFromRight: undefined,
  isBehindMark: false,
};

/**
 * A new gatherer. Spaces collapse to one, but where they are kept as they are (`<pre>`); a word is what stands between
 * two spaces and is printed alike, so that a mark in `<sup>` is a token of its own, joined to its number. `isInCell`
 * says that digits far apart begin a line of their own: in a cell, `12&nbsp;&nbsp;&nbsp;345` is not 12345.
 */
export function gatherLines(isInCell: boolean): LineGatherer {
  const gathering: Gathering = {
    isInCell,
    lines: [],
    line: [],
    ...NOTHING_BEFORE,
    isBehindHyphen: false,
    size: 0,
  };
  return {
    add: (text, look) => {
      const kept = look.isKept ? text.split(LINE_BREAK) : [text];
      for (const [index, own] of kept.entries()) {
        if (index > 0) endLine(gathering);
        addStretch(gathering, own, look);
      }
    },
    drawn: (what) => {
      remarkOnLast(gathering, beside(what, gathering.spaces === 0));
      gathering.drawn = what;
      gathering.spaces = 0;
    },
    end: () => endLine(gathering),
    taken: () => {
      endLine(gathering);
      const { lines } = gathering;
      gathering.lines = [];
      return lines.map((tokens) => ({ tokens, box: undefined, baseline: undefined }));
    },
  };
}

function endLine(gathering: Gathering): void {
  if (gathering.line.length > 0) gathering.lines.push(gathering.line);
  Object.assign(gathering, { line: [], ...NOTHING_BEFORE });
}

function remarkOnLast({ line }: Gathering, remark: PrintRemark): void {
  const last = line.at(-1);
  if (last !== undefined) line[line.length - 1] = { ...last, remark: last.remark ?? remark };
}

/** Adds a text without breaks: its words, and the spaces between them. */
function addStretch(gathering: Gathering, text: string, look: Look): void {
  let isCollapsed = gathering.spaces > 0;
  for (const [, collapsing = '', hard = '', ink = ''] of text.replace(WITHOUT_INK, '').matchAll(PIECES)) {
    if (ink !== '') addInk(gathering, ink, look);
    else {
      if (look.isKept || hard !== '') gathering.spaces += hard.length + (look.isKept ? collapsing.length : 0);
      else if (!isCollapsed) gathering.spaces += 1;
      gathering.areHard &&= UNBREAKING.test(hard);
    }
    isCollapsed = ink === '' && (collapsing !== '' || isCollapsed);
  }
}

function addInk(gathering: Gathering, ink: string, look: Look): void {
  for (const part of ink.split(DIRECTIONS)) {
    if (DIRECTIONS.test(part)) {
      gathering.isFromRight = part !== FROM_LEFT;
      gathering.isBehindMark = true;
    } else if (part !== '') addWord(gathering, part, look);
  }
}

function addWord(gathering: Gathering, raw: string, look: Look): void {
  const bare = raw.replace(SOFT_HYPHEN, '');
  const isShownFromRight = gathering.isInCell && (gathering.isFromRight ?? look.isFromRight);
  const text = isShownFromRight ? shownFromRight(bare) : bare;
  const isHyphened = AT_A_NUMBER.test(gathering.isBehindHyphen ? `\u00ad${raw}` : raw);
  gathering.isBehindHyphen = text === '';
  if (text === '') return;
  const own = { ...look, print: printOf(gathering, text, look.print) };
  const told = toldBeside(gathering, text, own);
  if (told?.concernsLast === true) remarkOnLast(gathering, told.remark);
  if (isFarBehind(gathering, text)) endLine(gathering);
  const piece = pieceOf(gathering, text, own.print);
  const remark = isHyphened ? hyphened(text) : told?.remark;
  gathering.line.push({ ...piece, ...(remark && { remark }) });
  const isFromRight = strongIn(text) ?? gathering.isFromRight;
  Object.assign(gathering, NOTHING_BEFORE, { before: { text: piece.text, look: own }, isFromRight });
}

/** How a word is printed beside the one that it touches. */
function printOf(gathering: Gathering, text: string, own: Print): Print {
  const last = gathering.spaces === 0 ? gathering.line.at(-1) : undefined;
  const print = last === undefined ? own : besideDigits(text, own, last, gathering.size);
  if (print.stands === 'level') gathering.size = print.size;
  return print;
}

/** What is to be said where a word meets the one before it. */
function toldBeside(gathering: Gathering, text: string, look: Look): ReturnType<typeof toldWhereTheyMeet> {
  const { before, spaces, areHard, drawn, isBehindMark, isInCell } = gathering;
  if (before !== undefined && before.look.isFromRight !== look.isFromRight) gathering.isFromRight = undefined;
  const isFromRight = gathering.isFromRight ?? look.isFromRight;
  return toldWhereTheyMeet(
    { last: before, text, look, spaces, areHard, drawn, isFromRight, isBehindMark },
    isInCell,
  );
}

/** Whether digits stand so far behind others in a cell that they are no digits of the same number. */
function isFarBehind({ isInCell, spaces, line }: Gathering, text: string): boolean {
  if (!isInCell || spaces < WIDE) return false;
  return ENDS_IN_DIGIT.test(line.at(-1)?.text ?? '') && BEGINS_WITH_DIGIT.test(text);
}

/** A word, or what it makes of the one before it, which it goes on and which is taken back. */
function pieceOf({ line, spaces, drawn }: Gathering, text: string, print: Print): Piece {
  const last = line.at(-1);
  const joined = spaces === 0 && last !== undefined && drawn === undefined;
  if (!joined || !isAlike(last.print, print)) return whole(text, print, joined);
  line.pop();
  return { ...last, text: (last.text + text).normalize('NFC') };
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
