import { textOf } from '../../page/token.ts';
import type { InkLine } from './ink.ts';
import { SETTINGS } from './settings.ts';

/** The lines of one page that stand in no table. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly InkLine[];
}

const PAGE_NUMBER = /^[-\u2013\u2014\s|[(]*(?:\p{Nd}{1,4}|[ivxlcIVXLC]{1,7})[-\u2013\u2014\s|\])]*$/u;

/**
 * The lines that stand on pages because they are pages: at the head or the foot, and either nothing but a page's number,
 * or the same on several pages at the same height, their numbers aside.
 */
export function furnitureOf(pages: readonly PageLines[]): ReadonlySet<InkLine> {
  const places = new Map<string, InkLine[]>();
  const furniture = new Set<InkLine>();
  for (const { height, lines } of pages) {
    const marginal = lines.filter((line) => isMarginal(line, height));
    for (const line of marginal) {
      const text = textOf(line.tokens);
      if (PAGE_NUMBER.test(text) && isOutermost(line, lines)) furniture.add(line);
      const key = `${text.replace(/\p{Nd}+/gu, '#')} ${Math.round(line.baseline / SETTINGS.sameHeight.value)}`;
      const same = places.get(key);
      if (same === undefined) places.set(key, [line]);
      else same.push(line);
    }
  }
  const least = Math.min(SETTINGS.samePages.value, Math.max(2, pages.length));
  for (const same of places.values()) {
    if (pages.length > 1 && same.length >= least) for (const line of same) furniture.add(line);
  }
  return furniture;
}

/** In the part of a page where heads and feet stand. */
function isMarginal({ box }: InkLine, height: number): boolean {
  const margin = SETTINGS.margin.value * height;
  return box.bottom < margin || box.top > height - margin;
}

/** Whether nothing stands further out. */
function isOutermost(line: InkLine, lines: readonly InkLine[]): boolean {
  return (
    lines.every(({ baseline }) => baseline <= line.baseline) ||
    lines.every(({ baseline }) => baseline >= line.baseline)
  );
}
