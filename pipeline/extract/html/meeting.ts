import type { PrintRemark } from '../../page/token.ts';
import type { Look } from './look.ts';

/** A word and what stands between it and the last one on its line. */
export interface Meeting {
  /** The last word, and how it looks; undefined at the begin of a line. */
  readonly last: { readonly text: string; readonly look: Look } | undefined;
  readonly text: string;
  readonly look: Look;
  /** How many spaces are between them, and whether all are such that do not break. */
  readonly spaces: number;
  readonly areHard: boolean;
  /** What is drawn between them that is no text. */
  readonly drawn: string | undefined;
  /** Whether the last strong letter before is of a script that is read from right to left. */
  readonly isFromRight: boolean;
  /** Whether a mark stands between that says from where the text behind it is read. */
  readonly isBehindMark: boolean;
}

/** What stops or is told of a word, and of the one before it as well. */
interface Told {
  readonly remark: PrintRemark;
  readonly concernsLast: boolean;
}

const ENDS_IN_DIGIT = /\p{Nd}[.,]?$/u;
const BEGINS_WITH_DIGIT = /^[.,]?\p{Nd}/u;
const DIGIT = /\p{Nd}/u;
const SIGN = /^[-+\u2010-\u2015\u2212]$/u;

/**
 * What is to be said where two words meet that a reader sees in another way than they are written: a picture between,
 * one of them put elsewhere, two groups of digits whose order is turned round, digits that are a link of their own.
 */
export function toldWhereTheyMeet(meeting: Meeting, isInCell: boolean): Told | undefined {
  const { last, text, look, spaces, drawn } = meeting;
  if (drawn !== undefined) return { remark: beside(drawn, spaces === 0), concernsLast: false };
  if (last === undefined) return undefined;
  const stops = (says: string): Told => ({ remark: { says, stops: true }, concernsLast: true });
  const haveDigits = DIGIT.test(last.text) || DIGIT.test(text);
  if (!isInCell && haveDigits && last.look.moved !== look.moved)
    return stops('text beside it that a style puts elsewhere than where it is written');
  if (spaces === 0 && meeting.isBehindMark && haveDigits)
    return stops(
      `"${last.text}" and "${text}", with a mark of direction between, by which they may change places`,
    );
  if (
    spaces === 0 &&
    isInCell &&
    meeting.isFromRight &&
    haveDigits &&
    (SIGN.test(last.text) || SIGN.test(text))
  )
    return stops(`"${last.text}${text}", whose parts are shown from right to left`);
  if (!ENDS_IN_DIGIT.test(last.text) || !BEGINS_WITH_DIGIT.test(text)) return undefined;
  if (spaces > 0 && meeting.isFromRight && !meeting.areHard)
    return stops(`"${last.text} ${text}", which is shown from right to left as "${text} ${last.text}"`);
  if (spaces === 0 && isLevel(last.look) && isLevel(look) && last.look.apart !== look.apart)
    return stops(
      `"${text}" right behind "${last.text}", which is a link or of a style of its own: a mark, or digits`,
    );
  return undefined;
}

function isLevel({ print }: Look): boolean {
  return print.stands === 'level' && !print.struck;
}

/** What is to be said of a word beside something that is no text: `5<img>6`, which may be 5.6. */
export function beside(what: string, stops: boolean): PrintRemark {
  return { says: `${what} ${stops ? 'right ' : ''}beside it, which is not read`, stops };
}
