import { matchesOf } from '../page/matches.ts';
import { linesOf } from './pages.ts';
import { SETTINGS } from './settings.ts';
import type { Line } from './text-layer.ts';

/** A line of nothing but a number, perhaps between dashes: `12`, `- 12 -`. */
const PAGE_NUMBER = /^(?:([-\u2013\u2014]) ?)?(\d{1,4})(?: ?\1)?$/u;
const HAS_WORDS = /\p{L}/u;
/** A head of more is none. */
const LONGEST = SETTINGS.longestHead.value;
const MOST_NUMBERS = SETTINGS.headNumbers.value;
const NUMBERS = /\d+/g;
/** So many of the pages must show it, the first and the last aside. */
const MOST = SETTINGS.headShare.value;
const FEWEST_PAGES = SETTINGS.headPages.value;
/** Words may be of the text, as where each annex begins a page; not so often. */
const FEWEST_PAGES_WITH_WORDS = SETTINGS.headPagesWithWords.value;
/** No document has more: then form feeds part something else. */
const MOST_PAGES = SETTINGS.mostPages.value;
/** A head is of no more lines, nor a foot. */
const MOST_LINES = SETTINGS.headLines.value;

/** Where pages are not told apart: so many numbers in a row, at even distances. */
const FEWEST_IN_A_ROW = SETTINGS.pageNumbersInARow.value;
const FEWEST_LINES_BETWEEN = SETTINGS.leastPage.value;
/** No page has more lines. */
const MOST_LINES_BETWEEN = SETTINGS.longestPage.value;
/** Pages differ by so much of the distance between the first two. */
const MOST_UNEVEN = SETTINGS.unevenPages.value;

type Edge = 'top' | 'bottom';

/**
 * Blanks out what typesetting adds to the pages of a text: page numbers and running heads, the first or the last line
 * of most pages, with the same words and with a number that grows as the pages do. A table may begin or end with a
 * year, but not with the next one on each page.
 */
export function withoutFurniture(text: string): string {
  const inked = linesOf(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const pages = new Map<number, Line[]>();
  for (const line of inked) {
    const own = pages.get(line.page);
    if (own === undefined) pages.set(line.page, [line]);
    else own.push(line);
  }
  let all = [...pages.values()];
  const furniture = new Set<Line>();
  for (let depth = 0; depth < MOST_LINES && all.length <= MOST_PAGES; depth += 1) {
    const edges = [...repeatedAt('top', text, all), ...repeatedAt('bottom', text, all)];
    if (edges.length === 0) break;
    for (const line of edges) furniture.add(line);
    all = all.map((page) => page.filter((line) => !furniture.has(line)));
  }
  return blanked(text, furniture.size > 0 ? [...furniture] : numbersInARow(text, inked));
}

function blanked(text: string, lines: readonly Line[]): string {
  let bare = '';
  let done = 0;
  for (const { start, end } of [...lines].sort((one, other) => one.start - other.start)) {
    // A form feed stays where it is.
    bare += text.slice(done, start) + text.slice(start, end).replace(/[^\f]/g, ' ');
    done = end;
  }
  return bare + text.slice(done);
}

/**
 * Numbers alone on their lines that count up through a text without page breaks, at even distances. Years count up
 * and cells may by chance, but not twenty times at even distances.
 */
function numbersInARow(text: string, inked: readonly Line[]): readonly Line[] {
  const byNumber = new Map<number, Numbered[]>();
  for (const [position, line] of inked.entries()) {
    const number = PAGE_NUMBER.exec(text.slice(line.start, line.end).trim())?.[2];
    if (number === undefined) continue;
    const own = byNumber.get(Number(number)) ?? [];
    own.push({ line, position });
    byNumber.set(Number(number), own);
  }
  let longest: readonly Numbered[] = [];
  const counted = new Set<Numbered>();
  for (const [number, firsts] of byNumber) {
    for (const first of firsts) {
      if (counted.has(first)) continue;
      const seconds = byNumber.get(number + 1) ?? [];
      for (let at = firstFrom(seconds, first.position + FEWEST_LINES_BETWEEN); at < seconds.length; at += 1) {
        const second = seconds[at];
        if (second === undefined || second.position > first.position + MOST_LINES_BETWEEN) break;
        const row = rowFrom(first, second, number, byNumber);
        // What begins within a row that is long enough makes no longer one.
        if (row.length >= FEWEST_IN_A_ROW) for (const own of row) counted.add(own);
        if (row.length > longest.length) longest = row;
      }
    }
  }
  return longest.length >= FEWEST_IN_A_ROW ? longest.map(({ line }) => line) : [];
}

/** A line with a number alone, and how many lines with ink stand before it. */
interface Numbered {
  readonly line: Line;
  readonly position: number;
}

/** The row that counts on from two numbers at about their distance. */
function rowFrom(
  first: Numbered,
  second: Numbered,
  number: number,
  byNumber: ReadonlyMap<number, readonly Numbered[]>,
): readonly Numbered[] {
  const distance = second.position - first.position;
  const row = [first, second];
  for (let count = number + 2; ; count += 1) {
    const expected = (row.at(-1)?.position ?? 0) + distance;
    const next = nearest(byNumber.get(count) ?? [], expected);
    if (next === undefined || Math.abs(next.position - expected) > MOST_UNEVEN * distance) return row;
    row.push(next);
  }
}

/** The one of numbered lines, in their order, that stands nearest to a position; of two as near the first. */
function nearest(numbered: readonly Numbered[], position: number): Numbered | undefined {
  const at = firstFrom(numbered, position);
  const [before, behind] = [numbered[at - 1], numbered[at]];
  if (before === undefined || behind === undefined) return before ?? behind;
  return position - before.position <= behind.position - position ? before : behind;
}

/** The first of numbered lines, in their order, that stands at a position or behind it. */
function firstFrom(numbered: readonly Numbered[], position: number): number {
  let [low, high] = [0, numbered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbered[middle]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The outermost lines of most pages that are the same, but for a number that grows as the pages do. */
function repeatedAt(edge: Edge, text: string, pages: readonly (readonly Line[])[]): readonly Line[] {
  const alike = new Map<string, Line[]>();
  for (const page of pages) {
    const line = page.at(edge === 'top' ? 0 : -1);
    if (line === undefined) continue;
    for (const words of wordsOf(spacedEvenly(text, line), line.page)) {
      const others = alike.get(words);
      if (others === undefined) alike.set(words, [line]);
      else others.push(line);
    }
  }
  let most: readonly Line[] = [];
  for (const lines of alike.values()) if (lines.length > most.length) most = lines;
  const [first] = most;
  const hasWords = first !== undefined && HAS_WORDS.test(text.slice(first.start, first.end));
  const fewest = Math.max(hasWords ? FEWEST_PAGES_WITH_WORDS : FEWEST_PAGES, MOST * (pages.length - 2));
  return most.length >= fewest ? most : [];
}

/** A head's parts stand apart as far as the longest of their numbers leaves room. */
function spacedEvenly(text: string, { start, end }: Line): string {
  return text.slice(start, end).trim().replace(/\s+/g, ' ');
}

/** What a line says, as it is and with one of its numbers told by what it is ahead of the page; none for bare numbers. */
function wordsOf(line: string, page: number): readonly string[] {
  const alone = PAGE_NUMBER.exec(line)?.[2];
  if (alone !== undefined) return [`${Number(alone) - page}`];
  if (!HAS_WORDS.test(line) || line.length > LONGEST) return [];
  const numbers = matchesOf(NUMBERS, line).slice(0, MOST_NUMBERS);
  const told = numbers.map(({ 0: number, index }) =>
    [line.slice(0, index), Number(number) - page, line.slice(index + number.length)].join('\n'),
  );
  return [line, ...told];
}
