import { grouped } from '../page/grouped.ts';
import { SETTINGS } from './settings.ts';

/** A line that holds two numbers among few other signs: `-- 3 of 24 --`, `Page 3 of 24`, `3/24`. */
const COUNT = /^([^\d\n]{0,24})(\d{1,5})([^\d\n]{1,16})(\d{1,5})([^\d\n]{0,24})$/gmu;
const FEWEST_PAGES = SETTINGS.countedPages.value;
/** Two numbers alone are values of a row. */
const WORDS = /[\p{L}/]/u;

interface Counted {
  readonly at: number;
  readonly line: string;
  readonly page: number;
  readonly pages: number;
  readonly words: string;
}

/**
 * Puts a form feed for each line that counts the pages of a text, such as pdf-parse writes behind every page:
 *
 *     -- 1 of 24 --
 *
 * They count from 1 to the last, one after the other and in the same words, and the last is the number that all of
 * them name; nothing else in a text does. They are behind their pages, unless the first of them begins the text.
 */
export function withCountedPages(text: string): string {
  const counted = [...text.matchAll(COUNT)].flatMap((match): Counted[] => {
    const [line, before = '', page = '', between = '', pages = '', behind = ''] = match;
    if (!WORDS.test(before + between + behind)) return [];
    const words = [before, between, pages, behind].map((part) => part.trim()).join('\n');
    return [{ at: match.index, line, page: Number(page), pages: Number(pages), words }];
  });
  const counts = [...grouped(counted, ({ words }) => words).values()].find(countsAll);
  if (counts === undefined) return text;
  const areAbove = text.slice(0, counts[0]?.at).trim() === '';
  // Where the text tells its pages itself, the lines are only taken out.
  const feed = text.includes('\f') ? '' : '\f';
  let bare = '';
  let done = 0;
  for (const { at, line, page, pages } of counts) {
    const isBetween = areAbove ? page > 1 : page < pages;
    bare += text.slice(done, at) + (isBetween ? feed : '');
    done = at + line.length;
  }
  return bare + text.slice(done);
}

function countsAll(group: readonly Counted[]): boolean {
  return (
    group.length >= FEWEST_PAGES &&
    group.every(({ page, pages }, index) => page === index + 1 && pages === group.length)
  );
}
