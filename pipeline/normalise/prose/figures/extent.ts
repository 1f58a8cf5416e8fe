import type { CalendarWords, QuantityWords } from '../../../locale/quantity-words.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { type Extent, NO_EXTENT } from '../../reading/said-time.ts';
import type { Time } from '../reading/times.ts';
import type { Place } from './year.ts';

/** What a time says, and the words that say it. */
export interface PrintedExtent extends Extent, Stretch {}

/**
 * The days of the time that a number is said for, and of no other time of its sentence:
 *
 * | printed | read as |
 * |---|---|
 * | `in 2015`, `of 2015` | 1 January to 31 December |
 * | `by the year 2020` | to 31 December, without a first day |
 * | `in June 2015`, `in January-June 2015` | first to last day of the months |
 * | `in the first half of 2014`, its third quarter, its 9 months | the same |
 * | `the state as of 1 June 2017`, `on 1 June` | as of that day |
 * | `from 3 to 21 May 2010` | from day to day |
 * | `since 2015`, `from 1 July 2018 on` | from its first day, without a last one |
 * | `until 1 January 2016` | to that day, without a first one |
 * | `2010-2015`, `from 2014 to 1 June 2017` | first day of the first to last day of the last |
 *
 * A school year, the beginning, the end or the `corresponding period` of a year and years that do not follow each other
 * (`2015 and 2017`) are no days: the words are kept, and no day is given.
 */
export function extentOf(time: Time, place: Place, text: string, words: QuantityWords): PrintedExtent | null {
  const { opening, from, to } = time;
  const { calendar } = words;
  if (isWide(time) && !reaches(time, place, text, words)) return null;
  if (opening === null) return printedExtent(time, text, calendar);
  const first = printedExtent({ ...opening, form: 'at' }, text, calendar);
  const last = printedExtent({ ...time, years: time.years.slice(-1), form: 'at' }, text, calendar);
  if (place.end === 'first') return first;
  if (place.end === 'second') return { ...last, from };
  const [start, stop] = [first.start ?? first.asOf, last.end ?? last.asOf];
  return { ...span(start, stop), from, to };
}

/** Whether a time is longer than a year, or has no beginning or no end. */
function isWide({ form }: Time): boolean {
  return form === 'since' || form === 'span' || form === 'from_to';
}

/**
 * Whether a wide time is said of the number: its clause goes on up to it. A semicolon ends the clause,
 * but for years that open a list which one verb ends (`in 2011-2015 made were 3 films; 44 clips`); so do words that
 * make it a description (`the council that works since 2005 has 26 members`) and a new clause that is about what it named
 * (`since 2000 it has a system, whose rates are 3.5 %`). The two ends of `from 98 to 78` are no values of a whole span.
 */
function reaches(
  time: Time,
  { at, clause, end }: Place,
  text: string,
  { calendar, countsOn }: QuantityWords,
): boolean {
  const between = text.slice(time.to, at);
  const clauses = between.split(';').slice(0, -1);
  const isListed =
    time.form === 'span' && !clauses.some((words) => calendar.endsClause.test(words.trimEnd()));
  if (clauses.length > 0 && !isListed) return false;
  if (calendar.describes.test(between)) return false;
  if (clause < at && time.to <= clause && !countsOn.test(text.slice(clause))) return false;
  return end === null || time.opening !== null;
}

function printedExtent(time: Time, text: string, calendar: CalendarWords): PrintedExtent {
  const { from, to } = time;
  const behind = text.slice(to);
  const part = calendar.parts.find(({ words }) => words.test(behind));
  const [more = ''] = part?.words.exec(behind) ?? [];
  const words = text.slice(from, to);
  const known =
    calendar.schoolYear.test(words) || (part !== undefined && part.months === null)
      ? NO_EXTENT
      : withForm(daysOf(time, words, behind, part?.months ?? null, calendar), time);
  return { ...known, from, to: to + more.length };
}

/** A start without an end, an end without a start, or both. */
function withForm(days: Extent, { form }: Time): Extent {
  const { start, end, asOf } = days;
  if (form === 'since' || form === 'effective') return { start: start ?? asOf, end: null, asOf: null };
  if (form === 'target') return { start: null, end, asOf: null };
  if (form === 'until') return { start: null, end: asOf, asOf: null };
  return { start, end, asOf };
}

type Months = readonly [first: number, last: number];

function daysOf(
  { years, month, day }: Time,
  words: string,
  behind: string,
  part: Months | null,
  { and, months, between }: CalendarWords,
): Extent {
  const [year, second, ...others] = years;
  if (year === undefined || others.length > 0) return NO_EXTENT;
  if (second !== undefined) {
    const isSpan = /\d{4}\s?[–-]\s?\d{4}/.test(words) && year < second && month === null;
    return isSpan ? span(dayOf(year, 1, 1), dayOf(second, 12, 31)) : NO_EXTENT;
  }
  if (month === null) {
    const [first, last] = part ?? [1, 12];
    return span(dayOf(year, first, 1), lastDayOf(year, last));
  }
  if (day !== null) return { ...NO_EXTENT, asOf: dayOf(year, month, day) };
  const days = new RegExp(`(\\d{1,2})(\\s?[–-]\\s?|\\s(?:${and})\\s)(\\d{1,2})\\s\\p{L}+$`, 'u').exec(words);
  if (days !== null) {
    const [, first = '', sign = '', last = ''] = days;
    const isSpan = /[–-]/.test(sign) || between.test(behind);
    return isSpan ? span(dayOf(year, month, Number(first)), dayOf(year, month, Number(last))) : NO_EXTENT;
  }
  const [, until = ''] = new RegExp(`^\\s?[–-]\\s?(${months.join('|')})`, 'u').exec(behind) ?? [];
  const lastMonth = until === '' ? month : months.indexOf(until) + 1;
  return span(dayOf(year, month, 1), lastDayOf(year, lastMonth));
}

function span(start: string | null, end: string | null): Extent {
  return start === null || end === null || start >= end ? NO_EXTENT : { start, end, asOf: null };
}

/** A day of the calendar; null where there is none, as 31 June. */
function dayOf(year: number, month: number, day: number): string | null {
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function lastDayOf(year: number, month: number): string | null {
  return dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}
