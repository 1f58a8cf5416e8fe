import type { Line } from './text-layer.ts';

/** A line of nothing but a number, perhaps between dashes: `12`, `- 12 -`. */
const PAGE_NUMBER = /^(?:([-\u2013\u2014]) ?)?(\d{1,4})(?: ?\1)?$/u;
/** So many of the pages must show it, the first and the last aside. */
const MOST = 0.8;
const FEWEST_PAGES = 3;

/** Where pages are not told apart: so many numbers in a row, at even distances. */
const FEWEST_IN_A_ROW = 20;
const FEWEST_LINES_BETWEEN = 3;
/** Pages differ by so much of the distance between the first two. */
const MOST_UNEVEN = 0.7;

type Edge = 'top' | 'bottom';

/**
 * Finds the lines of a text that are page numbers: the first or the last line of most pages, with a number that grows
 * as the pages do. A table may begin or end with a year, but not with the next one on each page.
 */
export function pageNumbers(text: string, lines: readonly Line[]): readonly Line[] {
  const inked = lines.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const pages = new Map<number, Line[]>();
  for (const line of inked) {
    const own = pages.get(line.page);
    if (own === undefined) pages.set(line.page, [line]);
    else own.push(line);
  }
  const atEdges = (['top', 'bottom'] as const).flatMap((edge) => numbersAt(edge, text, [...pages.values()]));
  return atEdges.length > 0 ? atEdges : numbersInARow(text, inked);
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
  for (const [number, firsts] of byNumber) {
    for (const first of firsts) {
      if (longest.includes(first)) continue;
      for (const second of byNumber.get(number + 1) ?? []) {
        const row = rowFrom(first, second, number, byNumber);
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
  if (distance < FEWEST_LINES_BETWEEN) return [];
  const row = [first, second];
  for (let count = number + 2; ; count += 1) {
    const expected = (row.at(-1)?.position ?? 0) + distance;
    const [next] = [...(byNumber.get(count) ?? [])].sort(
      (one, other) => Math.abs(one.position - expected) - Math.abs(other.position - expected),
    );
    if (next === undefined || Math.abs(next.position - expected) > MOST_UNEVEN * distance) return row;
    row.push(next);
  }
}

function numbersAt(edge: Edge, text: string, pages: readonly (readonly Line[])[]): readonly Line[] {
  const byOffset = new Map<number, Line[]>();
  for (const page of pages) {
    const line = page.at(edge === 'top' ? 0 : -1);
    const number = line && PAGE_NUMBER.exec(text.slice(line.start, line.end).trim())?.[2];
    if (line === undefined || number === undefined) continue;
    const offset = Number(number) - line.page;
    byOffset.set(offset, [...(byOffset.get(offset) ?? []), line]);
  }
  const [most = []] = [...byOffset.values()].sort((one, other) => other.length - one.length);
  return most.length >= FEWEST_PAGES && most.length >= MOST * (pages.length - 2) ? most : [];
}
