import { isBesideValue, isValueSegment, type PrintedLine, type Segment } from './lines.ts';
import { SETTINGS } from './settings.ts';
import { isLeader } from './values.ts';

const PAGE = /^(?:\p{Nd}{1,4}|[ivxlc]+)$/iu;
const ITEM = /^(?:[(]?[\p{Nd}]{1,3}[.)]?|[(]?\p{L}[.)]|[ivxIVX]+[.)]|[^\p{L}\p{Nd}]{1,2}|[\p{Nd}.]+)$/u;

/**
 * Titles, leaders, and the pages on which they are. Numbers before the titles are columns as well; pages that
 * never go back, or numbers before most titles, tell a contents from a table of which one column has values.
 *
 *     1    Rain .......... 3
 *     1.1  On the hill ... 4
 */
export function isContents(rows: readonly PrintedLine[], columns: number): boolean {
  const led = rows.filter(isLed);
  if (columns === 2 && led.length > rows.length / 2 && rows.some(hasValue)) return true;
  if (led.length < SETTINGS.ledLines.value * rows.length || led.length < 2) return false;
  const ends = rows.filter(({ segments }) => segments.length > 1);
  const pages = ends.flatMap(({ segments }) => pageOf(segments.at(-1)) ?? []);
  const isRising = pages.every((page, at) => page >= (pages[at - 1] ?? 0));
  return (
    led.every(isLedToLast) &&
    pages.length > SETTINGS.pagesShare.value * ends.length &&
    (isRising || ends.filter(isItem).length > rows.length / 2)
  );
}

/** The page that a segment names, 0 in roman numbers. */
function pageOf(segment: Segment | undefined): number | undefined {
  const [token, ...more] = segment?.tokens ?? [];
  if (token === undefined || more.length > 0 || !PAGE.test(token.text)) return undefined;
  return /^\p{Nd}/u.test(token.text) ? Number(token.text) : 0;
}

function isLed({ tokens, segments }: PrintedLine): boolean {
  return tokens.length > segments.flatMap((each) => each.tokens).length;
}

function hasValue({ segments }: PrintedLine): boolean {
  return segments.slice(1).some(isValueSegment);
}

/** Whether one segment alone stands behind the leaders of a line. */
function isLedToLast({ tokens, segments }: PrintedLine): boolean {
  const leader = tokens.find(({ text }) => isLeader(text));
  return segments.filter(({ left }) => left > (leader?.box.left ?? 0)).length === 1;
}

/** Items behind their numbers or bullets; what has a value right behind its number is none. */
export function isList(rows: readonly PrintedLine[]): boolean {
  return rows.filter(isItem).length > 0.6 * rows.length;
}

function isItem(row: PrintedLine): boolean {
  const [first] = row.segments;
  return first?.tokens.length === 1 && !isBesideValue(first, row) && ITEM.test(first.tokens[0]?.text ?? '');
}
