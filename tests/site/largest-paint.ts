import type { Page } from 'playwright-core';

/** A slow line: bits of a second, and the seconds from a question to the first byte of its answer. */
const LINE = { bits: 10_000_000, roundTrip: 0.04 } as const;
/** Bytes of an answer's headers, more than the site's server sends. */
const HEADERS = 1000;
/** Steps before a document can be asked for: the connection, and its encryption. */
const CONNECTING: readonly (readonly number[])[] = [[], []];

/** The largest paint of an open page, and what it had to wait for. */
export interface LargestPaint {
  /**
   * Reckoned seconds over 10 Mbit/s until all has come that it waits for, of a document of so many bytes as sent: no
   * clock has a part in it.
   */
  readonly secondsFor: (document: number) => number;
  /** What it waits for though it need not: a script, a picture, a sheet that the document does not name. */
  readonly faults: readonly string[];
}

/**
 * Seconds until the last of a chain of steps has come, each asked for when the one before is whole: a round trip each,
 * and the bytes of its answers at 10 Mbit/s.
 *
 *     secondsOf([[50_000], [12_500, 12_500]])   // 0.08 + 0.06
 */
export function secondsOf(steps: readonly (readonly number[])[]): number {
  const bytes = steps.flat().reduce((sum, each) => sum + each, 0);
  return steps.length * LINE.roundTrip + (8 * bytes) / LINE.bits;
}

/**
 * The largest paint of a page as the browser tells it, with what must come before: the whole document, then what blocks
 * the painting. Its element must stand in the document as it was sent, with the same text.
 *
 *     const answer = await page.goto(url);
 *     const { secondsFor, faults } = await largestPaint(page, (await answer?.text()) ?? '');
 */
export async function largestPaint(page: Page, sent: string): Promise<LargestPaint> {
  const { element, isSent, picture, blocking } = await page.evaluate(paintedAfter, sent);
  const named = blocking.filter(({ isNamed }) => isNamed);
  return {
    secondsFor: (document) =>
      secondsOf([
        ...CONNECTING,
        ...[[document], named.map(({ bytes }) => bytes)].map((step) => step.map((bytes) => bytes + HEADERS)),
      ]),
    faults: [
      ...(isSent ? [] : [`a script wrote ${element}`]),
      ...(picture === '' ? [] : [`a picture: ${picture}`]),
      ...blocking.filter(({ isNamed }) => !isNamed).map(({ url }) => `not named in the document: ${url}`),
    ],
  };
}

/** In the browser: the largest paint so far, and the sizes as sent of what was asked for before any paint. */
async function paintedAfter(sent: string): Promise<{
  readonly element: string;
  readonly isSent: boolean;
  readonly picture: string;
  readonly blocking: readonly {
    readonly url: string;
    readonly bytes: number;
    readonly isNamed: boolean;
  }[];
}> {
  const paints: PerformanceEntry[] = [];
  const watching = new PerformanceObserver((list) => paints.push(...list.getEntries()));
  watching.observe({ type: 'largest-contentful-paint', buffered: true });
  // What the scripts have written by now is painted with the second frame at the latest, and told when a later one is.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const later = Object.assign(document.createElement('p'), { textContent: '.' });
  later.setAttribute('elementtiming', 'later');
  later.style.cssText = 'position: fixed; top: 0; left: 0; margin: 0';
  await new Promise<void>((done) => {
    new PerformanceObserver(() => done()).observe({ type: 'element' });
    document.body.append(later);
  });
  later.remove();
  paints.push(...watching.takeRecords());
  const last = paints.at(-1) as LargestContentfulPaint | undefined;
  if (last === undefined) throw new Error('nothing was painted');
  const asSent = new DOMParser().parseFromString(sent, 'text/html');
  const { element } = last;
  const same = element === null ? [] : [...asSent.querySelectorAll(element.localName)];
  const named = new Set(
    [...asSent.querySelectorAll('link[href], script[src]')].map(
      (each) => new URL(each.getAttribute('href') ?? each.getAttribute('src') ?? '', location.href).href,
    ),
  );
  const timings = (kind: string) =>
    performance.getEntriesByType(kind) as (PerformanceResourceTiming & {
      readonly renderBlockingStatus: string;
    })[];
  return {
    element: element?.outerHTML.slice(0, 160) ?? 'what is gone again',
    isSent: same.some(({ textContent }) => textContent === element?.textContent),
    picture: last.url,
    blocking: timings('resource')
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
      .map(({ name, encodedBodySize }) => ({
        url: name,
        bytes: encodedBodySize,
        isNamed: named.has(name),
      })),
  };
}
