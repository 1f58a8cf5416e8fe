import type { Print, PrintRemark, Token } from '../../page/token.ts';
import type { UnwrittenLine } from '../source-text.ts';
import type { Look } from './look.ts';
import { SETTINGS } from './settings.ts';

/** Spaces that collapse; those of other widths and those that do not break stay; a word. */
const PIECES =
  /([ \t\n\r\f]+)|([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)|([^ \t\n\r\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)/g;
/** Those print nothing: joiners, marks of byte order. */
const WITHOUT_INK = /[\u200b-\u200d\u2060\ufeff]/g;
/** It prints nothing where a line need not break; no word needs one at its ends, and there it was meant for a sign. */
const SOFT_HYPHEN = /\u00ad/g;
const AT_A_NUMBER = /(?<![\p{L}\p{Nd}\u00ad])\u00ad+\p{Nd}|\p{Nd}\u00ad+$/u;
const LINE_BREAK = /\r\n?|\n/;
/** Digits that stand this many spaces apart are no digits of one number. */
const WIDE = SETTINGS.wideSpace.value;
const ENDS_IN_DIGIT = /[\p{Nd}.,]$/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;

type Piece = Omit<Token, 'span'>;

/** Gathers text into lines, as a browser does with what stands between two breaks. */
interface LineGatherer {
  readonly add: (text: string, look: Look) => void;
  /** Ends the line: `<br>`, or the end of a block. */
  readonly end: () => void;
  /** Hands over the lines since the last time, without empty ones. */
  readonly taken: () => readonly UnwrittenLine[];
}

/**
 * A new gatherer. Spaces collapse to one, but where they are kept as they are (`<pre>`); a word is what stands between
 * two spaces and is printed alike, so that a mark in `<sup>` is a token of its own, joined to its number. `partsWide`
 * says that digits far apart begin a line of their own: in a cell, `12&nbsp;&nbsp;&nbsp;345` is not 12345.
 */
export function gatherLines(partsWide: boolean): LineGatherer {
  let lines: Piece[][] = [];
  let line: Piece[] = [];
  let spaces = 0;
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
    spaces = 0;
  };
  /** The size of the last text on the line itself. */
  let size = 0;
  /** Whether a soft hyphen stands right before what comes next. */
  let isBehindHyphen = false;
  const word = (raw: string, given: Print): void => {
    const text = raw.replace(SOFT_HYPHEN, '');
    const isHyphened = AT_A_NUMBER.test(isBehindHyphen ? `\u00ad${raw}` : raw);
    isBehindHyphen = text === '';
    if (text === '') return;
    const last = line.at(-1);
    const print = spaces === 0 && last !== undefined ? besideDigits(text, given, last, size) : given;
    if (print.stands === 'level') size = print.size;
    const isWide =
      partsWide && spaces >= WIDE && ENDS_IN_DIGIT.test(last?.text ?? '') && BEGINS_WITH_DIGIT.test(text);
    if (isWide) end();
    const joined = spaces === 0 && line.length > 0;
    if (joined && last !== undefined && isAlike(last.print, print)) {
      line[line.length - 1] = {
        ...last,
        text: (last.text + text).normalize('NFC'),
        ...(isHyphened && hyphened(text)),
      };
    } else
      line.push({
        text: text.normalize('NFC'),
        box: undefined,
        print,
        joined,
        ...(isHyphened && hyphened(text)),
      });
    spaces = 0;
  };
  const stretch = (text: string, { print, isKept }: Look): void => {
    let isCollapsed = spaces > 0;
    for (const [, collapsing = '', hard = '', ink = ''] of text.replace(WITHOUT_INK, '').matchAll(PIECES)) {
      if (ink !== '') word(ink, print);
      else if (isKept || hard !== '') spaces += hard.length + (isKept ? collapsing.length : 0);
      else if (!isCollapsed) spaces += 1;
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
  return { add, end, taken };
}

/** What is to be said of a number with a soft hyphen, which shows nothing: `&shy;5` may be -5. */
function hyphened(text: string): { readonly remark: PrintRemark } {
  const says = `a soft hyphen at "${text}", which shows nothing there and may stand for a minus`;
  return { remark: { says, stops: true } };
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
