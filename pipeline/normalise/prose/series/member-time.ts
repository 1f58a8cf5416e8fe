import type { Slot } from '../../../template/plan.ts';
import { NO_EXTENT, NO_TIME, type SaidTime } from '../../reading/said-time.ts';

/**
 * The days of a member of a series. Its year is declared, and the days are those of the time that its sentence says it for
 * (`figure`, the same number as the rules of the language read it), so far as both agree:
 *
 * | declared | days |
 * |---|---|
 * | a year, with nothing else | those of the sentence, if they lie in this year, begin in it without an end, or end in it |
 * | `since` | from the first day of the year, or the day of it that the sentence prints |
 * | `first_year` | those of the sentence, if they begin in that year; else whole years |
 * | `inferred`, `every_year`, a period without its first year | none: the sentence does not print them |
 */
export function memberTime({ codes, yearBasis, firstYear }: Slot, figure: SaidTime | undefined): SaidTime {
  const year = String(codes.year);
  const { extent, timeQuote } = figure ?? NO_TIME;
  const first = yearIn(extent.start);
  const last = yearIn(extent.end);
  if (yearBasis === 'inferred' || yearBasis === 'every_year') return NO_TIME;
  if (yearBasis === 'since') {
    const own = first === year && last === null;
    return own
      ? { extent, timeQuote }
      : { extent: { ...NO_EXTENT, start: `${year}-01-01` }, timeQuote: null };
  }
  if (yearBasis === 'period') {
    if (firstYear === undefined) return NO_TIME;
    if (first === String(firstYear) && (last === null || last === year)) return { extent, timeQuote };
    return { extent: { start: `${firstYear}-01-01`, end: `${year}-12-31`, asOf: null }, timeQuote: null };
  }
  const until = yearIn(extent.asOf) ?? last ?? first;
  const isOfYear = until === null ? timeQuote?.includes(year) : until === year;
  return isOfYear === true ? { extent, timeQuote } : NO_TIME;
}

function yearIn(day: string | null): string | null {
  return day === null ? null : day.slice(0, 4);
}
