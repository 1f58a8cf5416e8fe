import { matchesOf } from '../../../page/matches.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { innermost } from '../reading/structure.ts';
import { isoOf, type Time } from '../reading/times.ts';
import { SETTINGS } from '../settings.ts';
import {
  type Act,
  isPlain,
  isReachable,
  issuerOf,
  sentenceOf,
  strayWords,
  titleBefore,
  titleText,
  typeOf,
} from './act.ts';
import type { Head, Marks, NumberMark } from './marks.ts';

/** Words that may stand between a number and the word for its act: `of the ministries`, `joint`. */
const STRAY_WORDS = SETTINGS.strayWords.value;

/**
 * Acts cited with a number: `of 30 June 2014 № 752`, one each; several numbers can share one word for the act
 * (`№ 905, ... № 763 orders`), one issuer or one title.
 */
export function numberedActs(marks: Marks): readonly Act[] {
  return marks.numbers.flatMap((number): readonly Act[] => {
    const head = headOf(marks, number);
    if (head === undefined) return [];
    const date = dateOf(marks, number);
    const anchor = { from: date?.from ?? number.from, to: number.to };
    const title = titleOf(marks, head, anchor);
    const nextNumber = marks.numbers.find(({ from }) => from >= number.to)?.from ?? marks.text.length;
    const nextDate = marks.times.find(({ from }) => from >= number.to)?.from ?? marks.text.length;
    const alone = head.from <= Math.min(nextNumber, nextDate);
    const issuer = issuerOf(marks, head, anchor, alone ? head.from : anchor.to);
    const parts: readonly Stretch[] = [
      anchor,
      ...(alone ? [head] : []),
      ...(title === undefined ? [] : [title]),
    ];
    return [
      {
        type: typeOf(marks, head, issuer),
        issuer,
        number: number.number,
        date: date === undefined ? null : isoOf(date),
        title: titleText(marks, title),
        ...(title !== undefined &&
          marks.words.joint.test(marks.folded.slice(title.to)) && { joint: title.from }),
        head,
        from: Math.min(...parts.map(({ from }) => from)),
        to: Math.max(...parts.map(({ to }) => to)),
      },
    ];
  });
}

/** The word for the act: in front of the brackets that hold nothing but date and number, or the next one. */
function headOf(marks: Marks, number: NumberMark): Head | undefined {
  const { heads, structure, folded } = marks;
  const bracket = innermost(structure.brackets, number.from);
  const sentence = sentenceOf(marks, number.from);
  if (bracket !== undefined && !heads.some(({ from }) => from >= bracket.from && from < bracket.to)) {
    const before = heads.findLast(({ to }) => to <= bracket.from);
    if (before !== undefined && /^\s*$/.test(folded.slice(before.to, bracket.from))) return before;
  }
  const next = heads.find(
    (head) => head.from >= number.to && head.to <= sentence.to && isReachable(marks, head, number.from),
  );
  const near = next !== undefined && strayWords(marks, { from: number.to, to: next.from }) <= STRAY_WORDS;
  return near ? next : undefined;
}

function dateOf({ times, folded }: Marks, number: NumberMark): Time | undefined {
  const time = times.findLast(({ to }) => to <= number.from);
  return time !== undefined && /^\s*$/.test(folded.slice(time.to, number.from)) ? time : undefined;
}

/** The title before the date or number; that of a joint act stands between its last number and its word. */
function titleOf(marks: Marks, head: Head, anchor: Stretch): Stretch | undefined {
  const { titles, words, folded, text } = marks;
  const before = titleBefore(marks, anchor.from, head.to <= anchor.from ? [head] : []);
  const ratifies = before !== undefined && words.ratification.test(text.slice(before.from, before.to));
  if (before !== undefined && !(ratifies && words.treaties.includes(head.type))) return before;
  return titles.find(({ from, to }) => {
    if (from < anchor.to || !words.joint.test(folded.slice(to))) return false;
    return to <= head.from ? isPlain(marks, to, head.from) : /^\s*$/.test(folded.slice(head.to, from));
  });
}

/** Standards cited by their own sign and number, without a word for the act. */
export function standards({ folded, words }: Marks): readonly Act[] {
  return matchesOf(words.standards, folded).map(({ index, 0: sign, groups }): Act => {
    const span = { from: index, to: index + sign.length };
    const number = groups?.number ?? null;
    const head = { ...span, type: 'standard', plural: false } as const;
    return { ...span, type: 'standard', issuer: null, number, date: null, title: null, head };
  });
}
