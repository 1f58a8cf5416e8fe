import type { Line } from './text-layer.ts';

/** A line of nothing but a number, perhaps between dashes: `12`, `- 12 -`. */
const PAGE_NUMBER = /^(?:([-\u2013\u2014]) ?)?(\d{1,4})(?: ?\1)?$/u;
/** So many of the pages must show it, the first and the last aside. */
const MOST = 0.8;
const FEWEST_PAGES = 3;

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
  return (['top', 'bottom'] as const).flatMap((edge) => numbersAt(edge, text, [...pages.values()]));
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
