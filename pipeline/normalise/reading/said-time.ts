/**
 * From when to when a time is, as days (ISO 8601, `2017-06-01`); what is not printed, or not as a day, month or year of the
 * calendar, is null.
 */
export interface Extent {
  /** The first day. */
  readonly start: string | null;
  /** The last day; of `until 1 June 2017` the day that is printed. */
  readonly end: string | null;
  /** The one day that is printed; then there is neither first nor last. */
  readonly asOf: string | null;
}

/** Of what no time is said, or none in days of the calendar. */
export const NO_EXTENT: Extent = { start: null, end: null, asOf: null };

/** The time that a sentence says a number for. */
export interface SaidTime {
  readonly extent: Extent;
  /** The words of it; null where no words say it. */
  readonly timeQuote: string | null;
}

/** Of a number that its sentence says for no time. */
export const NO_TIME: SaidTime = { extent: NO_EXTENT, timeQuote: null };
