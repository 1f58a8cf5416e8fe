import type { Stretch } from '../../reading/phrase.ts';
import { innermost, within } from '../reading/structure.ts';
import { isoOf, type Time } from '../reading/times.ts';
import { type Act, isPlain, isReachable, issuerOf, sentenceOf, typeOf } from './act.ts';
import type { Head, Marks } from './marks.ts';
import { type Name, nameBefore, namesBefore } from './named.ts';

/** A date with the word for the act that it dates. */
interface Dated {
  readonly head: Head;
  readonly names: readonly Name[];
}

/** Acts cited with a date and no number; `numbered` are those that have one. */
export function datedActs(marks: Marks, numbered: readonly Act[]): readonly Act[] {
  return marks.times
    .filter((time) => isoOf(time) !== null && !within(numbered, time.from))
    .flatMap((time) =>
      datedBy(marks, time).flatMap(({ head, names }) => {
        const issuer = issuerOf(marks, head, time, head.from);
        const act = { type: typeOf(marks, head, issuer), issuer, number: null, date: isoOf(time), head };
        if (names.length === 0 && marks.words.onlyTitled.includes(head.type)) return [];
        if (names.length === 0) return [{ ...act, title: null, ...around([time, head]) }];
        return names.map((name): Act => ({ ...act, title: name.title, ...around([time, head, name]) }));
      }),
    );
}

function around(spans: readonly Stretch[]): Stretch {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}

function datedBy(marks: Marks, time: Time): readonly Dated[] {
  switch (time.form) {
    case 'dated':
      return ofDate(marks, time);
    case 'of':
      return ofYear(marks, time);
    case 'short':
    case 'at':
      return besides(marks, time) ?? made(marks, time);
    default:
      return [];
  }
}

/** `the law of 24 November 2015`: the next word for an act, with nothing but its name in between. */
function ofDate(marks: Marks, time: Time): readonly Dated[] {
  const head = nextHead(marks, time);
  if (head === undefined) return [];
  const names = namesBefore(marks, head).filter(({ from }) => from >= time.to);
  const treaty = marks.words.treaties.includes(head.type);
  if (!treaty && !isPlain(marks, time.to, head.from, names)) return [];
  const before = nameBefore(marks, time.from) ?? ratifying(marks, head);
  return [{ head, names: names.length > 0 || before === undefined ? names : [before] }];
}

/** `by the law of 20 October 2014 "on ratifying ..."`: a ratifying law may be named behind its word. */
function ratifying({ titles, text, words }: Marks, head: Head): Name | undefined {
  const title = titles.find(({ from }) => from >= head.to && /^\s*$/.test(text.slice(head.to, from)));
  if (title === undefined || !words.withoutIssuer.includes(head.type)) return undefined;
  if (!words.ratification.test(text.slice(title.from, title.to))) return undefined;
  return { ...title, title: text.slice(title.from + 1, title.to - 1) };
}

/** `the 1979 convention on ...`: only treaties are named after a year; a second one may share it. */
function ofYear(marks: Marks, time: Time): readonly Dated[] {
  const { folded, words, heads, titles } = marks;
  if (time.month !== null) return [];
  const head = nextHead(marks, time);
  if (head === undefined || !words.treaties.includes(head.type)) return [];
  const gap = titles.reduce(
    (rest, { from, to }) =>
      from >= time.to && to <= head.from ? rest.replace(folded.slice(from, to), '') : rest,
    folded.slice(time.to, head.from),
  );
  if (/[,;:\d]/.test(gap)) return [];
  const dated = { head, names: namesBefore(marks, head).filter(({ from }) => from >= time.to) };
  const second = heads.find(({ from }) => from >= head.to);
  const shared = second !== undefined && words.and.test(folded.slice(head.to, second.from));
  return shared ? [dated, { head: second, names: [] }] : [dated];
}

/** `2004, 2006. - "..." resolution` and `"..." (2002) law`: years set off from the act's name. */
function besides(marks: Marks, time: Time): readonly Dated[] | undefined {
  const { folded, structure, times, heads } = marks;
  const bracket = innermost(structure.brackets, time.from);
  if (
    bracket !== undefined &&
    folded.slice(bracket.from + 1, bracket.to - 1).trim() === folded.slice(time.from, time.to)
  ) {
    const name = nameBefore(marks, bracket.from);
    const head = heads.find(({ from }) => from >= bracket.to);
    const fits = name !== undefined && head !== undefined && isPlain(marks, bracket.to, head.from);
    return fits ? [{ head, names: [name] }] : [];
  }
  if (time.form !== 'short') return undefined;
  const last = times.reduce(
    (end, { from, to }) => (from >= end && /^[,\s]*$/.test(folded.slice(end, from)) ? to : end),
    time.to,
  );
  const head = heads.find(({ from }) => from >= last);
  if (head === undefined || !/^\s?[–-]/.test(folded.slice(last))) return [];
  const names = namesBefore(marks, head).filter(({ from }) => from >= last);
  return isPlain(marks, last, head.from, names) ? [{ head, names }] : [];
}

/** `on 31 October 2015 ... was adopted`, `the law adopted in 2015`, and `by a law in November 2012`. */
function made(marks: Marks, time: Time): readonly Dated[] {
  const { folded, words, heads } = marks;
  if (words.inForce.test(folded.slice(time.to))) return [];
  const sentence = sentenceOf(marks, time.from);
  const [adopted] = words.adopted.exec(folded.slice(time.to)) ?? [];
  const start = time.to + (adopted?.length ?? 0);
  const next = nextHead(marks, time);
  if (next !== undefined) {
    const names = namesBefore(marks, next).filter(({ from }) => from >= start);
    const near = isPlain(marks, start, next.from, names);
    if (near && (adopted !== undefined || (time.month !== null && names.length === 0)))
      return [{ head: next, names }];
  }
  if (adopted !== undefined) return [];
  const head = heads.find(
    ({ from, to }) => from >= time.to && to <= sentence.to && words.made.test(folded.slice(to)),
  );
  if (head === undefined || isAnchored(marks, time, head)) return [];
  return [{ head, names: namesBefore(marks, head).filter(({ from }) => from >= time.to) }];
}

/** Whether another time or a number stands between a date and a word, which is that one's then. */
function isAnchored({ times, numbers }: Marks, time: Time, head: Head): boolean {
  const between = ({ from, to }: Stretch): boolean => from >= time.to && to <= head.from;
  return times.some((other) => between(other) && other.form !== 'named') || numbers.some(between);
}

function nextHead(marks: Marks, time: Time): Head | undefined {
  const sentence = sentenceOf(marks, time.from);
  const head = marks.heads.find(
    (candidate) =>
      candidate.from >= time.to && candidate.to <= sentence.to && isReachable(marks, candidate, time.from),
  );
  const bracket = innermost(marks.structure.brackets, time.from);
  if (head === undefined || (bracket !== undefined && head.from >= bracket.to)) return undefined;
  return isAnchored(marks, time, head) ? undefined : head;
}
