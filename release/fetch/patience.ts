/** How long and how often an answer is waited for; milliseconds. */
export interface Patience {
  /** Questions altogether. */
  readonly attempts: number;
  /** The longest first pause; each further one may be twice as long. */
  readonly first: number;
  readonly longest: number;
  /** A server that asks for more is left alone until the next run: asking earlier would be rude. */
  readonly longestAskedFor: number;
}

/**
 * Milliseconds to wait before the next attempt (0 for the first repetition), drawn from nought to a bound that
 * doubles: "full jitter", so that many who were refused at once do not come back at once. `random` gives [0, 1).
 *
 *     backoff(2, { first: 1000, longest: 60_000, ... }, () => 0.5)  // 2000
 */
export function backoff(attempt: number, { first, longest }: Patience, random: () => number): number {
  return Math.floor(random() * Math.min(longest, first * 2 ** attempt));
}

/**
 * Milliseconds that a `Retry-After` asks to wait from `now` on: seconds, or a date of HTTP; nought when the date
 * is past; undefined when there is none or it cannot be read.
 */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const value = header.trim();
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // The three forms of RFC 9110: `Sun, 06 Nov 1994 08:49:37 GMT` and the obsolete ones of RFC 850 and asctime.
  if (/^(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? /.test(value)) {
    const zoned = value.endsWith('GMT') ? value : `${value} GMT`;
    const date = Date.parse(zoned);
    if (!Number.isNaN(date)) return Math.max(0, date - now.getTime());
  }
  return undefined;
}

/** A server that is busy or broken may do better later; one that says no will say no again. */
export function isPassing(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501 && status !== 505);
}
