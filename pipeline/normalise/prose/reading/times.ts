import type { CalendarWords, TimeForm, TimePattern } from '../../../locale/quantity-words.ts';
import { matchesOf } from '../../../page/matches.ts';
import { remembered } from '../../../page/remembered.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { within } from './structure.ts';

/** A year, a span of years or a date in running text. */
export interface Time extends Stretch {
  /** In printed order; a month's day without a year has none. */
  readonly years: readonly number[];
  /** 1-12. */
  readonly month: number | null;
  readonly day: number | null;
  readonly form: TimeForm;
  /** Whether it is the base of a comparison: `compared with 1 January 2010`. */
  readonly compared: boolean;
  /** Of `from 2014 to 1 June 2017` the time that it opens with; else null. */
  readonly opening: Time | null;
}

const YEAR = '(?:19|20)\\d\\d';
const YEARS = new RegExp(YEAR, 'g');

/** Finds every year that is called one and every date, in folded text, in the order of the text. */
export function timesOf(text: string, calendar: CalendarWords): readonly Time[] {
  const { dated, days: dayAlone } = patternsOf(calendar);
  const found = matchesOf(dated, text).map((match) => timeOf(match, text, calendar));
  const days = matchesOf(dayAlone, text)
    .map((match) => timeOf(match, text, calendar))
    .filter(({ from }) => !within(found, from));
  return joinSpans(
    [...found, ...days].sort((a, b) => a.from - b.from),
    text,
  );
}

/** How a calendar's years and dates are printed; made once for all paragraphs. */
const patternsOf = remembered((calendar: CalendarWords) => {
  const { and } = calendar;
  const date = `(?:(?<day>\\d{1,2})(?<more>\\s?(?:[–-]|(?:${and})\\s)\\s?\\d{1,2})?\\s)`;
  const month = `(?<month>${calendar.months.join('|')})\\p{L}*`;
  const years = `${YEAR}(?:\\s?[–-]\\s?${YEAR}|/\\d\\d)?`;
  const list = `(?<years>${years}(?:(?:\\s?,|\\s(?:${and}))\\s${years})*)`;
  const called = `${list}\\s?(?<word>${calendar.yearWord.source})`;
  const first = '(?<![\\p{L}\\d]|\\d[,.–-])';
  return {
    dated: new RegExp(`${first}${called}(?:\\s${date}?${month})?`, 'dgu'),
    days: new RegExp(`${first}${date}${month}`, 'dgu'),
  };
});

function timeOf(match: RegExpExecArray, text: string, calendar: CalendarWords): Time {
  const { groups = {}, indices } = match;
  const years = matchesOf(YEARS, groups.years ?? '').map(([year]) => Number(year));
  const month = indices?.groups?.month;
  const word = month ?? indices?.groups?.word;
  const to = match.index + match[0].length;
  const form = formOf(
    month === undefined ? calendar.yearForms : calendar.dateForms,
    text.slice(word?.[0] ?? to),
  );
  const several = years.length > 1 || (groups.years ?? '').includes('/');
  return {
    from: match.index,
    to,
    years,
    month: month === undefined ? null : calendar.months.indexOf(groups.month ?? '') + 1,
    day: groups.day === undefined || groups.more !== undefined ? null : Number(groups.day),
    form: several && form !== 'named' ? 'span' : form,
    compared: form !== 'target' && calendar.comparison.test(text.slice(to)),
    opening: null,
  };
}

function formOf(patterns: readonly TimePattern[], rest: string): TimeForm {
  return patterns.find(({ words }) => words.test(rest))?.form ?? 'at';
}

/** `from 2001` and `to 2015` right behind it are one time. */
function joinSpans(times: readonly Time[], text: string): readonly Time[] {
  const joined: Time[] = [];
  for (const time of times) {
    const last = joined.at(-1);
    const opens = last !== undefined && last.form === 'since' && last.years.length === 1;
    const closes = time.years.length === 1 && ['until', 'named', 'span'].includes(time.form);
    if (opens && closes && /^\s(?:\p{L}+\s)?$/u.test(text.slice(last.to, time.from))) {
      joined[joined.length - 1] = {
        ...time,
        from: last.from,
        years: [...last.years, ...time.years],
        form: 'from_to',
        opening: last,
      };
    } else joined.push(time);
  }
  return joined;
}

/** The time as ISO 8601 with as much of it as is printed. */
export function isoOf({ years, month, day }: Time): string | null {
  const [year] = years;
  if (year === undefined) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  if (month === null) return String(year);
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
