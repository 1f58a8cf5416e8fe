import type { Stretch } from '../../reading/phrase.ts';
import type { Sentence } from '../reading/structure.ts';
import { innermost } from '../reading/structure.ts';
import type { Time } from '../reading/times.ts';

/** Where a number stands, as far as its year depends on it. */
export interface Place {
  readonly at: number;
  readonly sentence: Sentence;
  readonly brackets: readonly Stretch[];
  /** Whether it is the first, the second or no part of `from 365 to 251`. */
  readonly end: 'first' | 'second' | null;
  /** Whether it stands alone in its brackets behind a comparison: `2,3 times what it was in 2010 (5 981 tenge)`. */
  readonly aside: boolean;
  /** Where its clause begins, if with a pronoun for what was said before; else where it stands itself. */
  readonly clause: number;
}

/** The time that a number is said for. */
export interface TimeSaid {
  readonly time: Time;
  /** The one year of it; null of a time that is no single year. */
  readonly year: number | null;
}

/**
 * The time that a number is said for: the last one before it in its sentence. A time in brackets
 * speaks only for its brackets, one in a list's item only for the item. Several years, a start without an end
 * and a school year are no single year, nor are the years of a list for what is said of all of it
 * (`20 in 2015, 16 in 2014; they teach 13 563`); the date of an act, the name of a plan and the base of a comparison
 * say nothing.
 */
export function timeSaid(times: readonly Time[], place: Place): TimeSaid | null {
  const before = times.filter((time) => time.to <= place.at && speaksFor(time, place));
  const listed = before.filter(
    ({ to, form, compared }) => to <= place.clause && !compared && isOneYear(form),
  );
  const own = before.some(({ from }) => from >= place.clause);
  if (place.clause < place.at && !own && new Set(listed.map(({ years }) => years[0])).size > 1) return null;
  const base = place.end === 'first' || place.aside ? before.findLast(({ compared }) => compared) : undefined;
  for (const time of [...before].reverse()) {
    const year = time === base ? (time.years[0] ?? null) : yearSaid(time, place);
    if (year !== undefined) return { time, year };
  }
  return null;
}

function isOneYear(form: Time['form']): boolean {
  return form === 'at' || form === 'of' || form === 'short';
}

/** What a time says of the year of a number behind it: a year, none (null), or nothing (undefined). */
function yearSaid(time: Time, { end }: Place): number | null | undefined {
  if (time.compared || time.years.length === 0) return undefined;
  const [first = null, second = null] = time.years;
  switch (time.form) {
    case 'at':
    case 'of':
    case 'short':
    case 'effective':
    case 'target':
      return first;
    case 'until':
      return time.month === null ? undefined : first;
    case 'since':
    case 'span':
      return null;
    case 'from_to':
      return end === 'first' ? first : end === 'second' ? second : null;
    default:
      return undefined;
  }
}

function speaksFor(time: Time, { at, sentence, brackets }: Place): boolean {
  if (time.from < sentence.from || at >= sentence.to) return false;
  const bracket = innermost(brackets, time.from);
  if (bracket !== undefined && !(bracket.from <= at && at < bracket.to)) return false;
  const item = (place: number): number => sentence.items.findLast((start) => start <= place) ?? sentence.from;
  return item(time.from) === item(at) || item(time.from) === sentence.items[0];
}
