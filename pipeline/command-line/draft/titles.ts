import { codeOf, codesOf, nameOf } from './codes.ts';
import type { Caption, SeenTable } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** The title of a table, as far as it is told. */
export interface Title {
  /** Undefined where nothing that stands above the table may be one. */
  readonly text: string | undefined;
  /** `TODO` lines: what is not sure about it. */
  readonly doubts: readonly string[];
}

/**
 * The line above a table that is its title: the first of those in the largest print, but where that is the same above
 * other tables, one that is not.
 */
export function titleOf({ captions }: Pick<SeenTable, 'captions'>, all: readonly SeenTable[]): Title {
  const isOwn = ({ text }: Caption): boolean =>
    all.filter((other) => other.captions.some((caption) => caption.text === text)).length < 2;
  const named = captions.filter(({ text }) => /\p{L}{3}/u.test(text));
  if (named.length === 0)
    return {
      text: undefined,
      doubts: ['TODO title: no line above the table may be one; the table is found by its pages'],
    };
  const own = named.filter(isOwn);
  const among = own.length > 0 ? own : named;
  const largest = Math.max(...among.map(({ size }) => size));
  const isLarge = ({ size }: Caption): boolean => size > DRAFT_SETTINGS.sameSize.value * largest;
  // Lines that are printed larger than all others are one title, as far as nothing stands between them.
  const isSetOff = !among.every(isLarge);
  const chosen = isSetOff
    ? lastRun(captions, (caption) => among.includes(caption) && isLarge(caption))
    : among.slice(0, 1);
  const text = chosen.map((caption) => caption.text).join(' ');
  if (own.length === 0 && all.length > 1)
    return {
      text,
      doubts: [`TODO title: "${text}" stands above other tables too; the table is found by its pages`],
    };
  const others = named
    .filter((caption) => !chosen.includes(caption) && (!isSetOff || isLarge(caption)))
    .map((caption) => `"${caption.text}"`);
  if (others.length === 0) return { text, doubts: [] };
  return {
    text,
    doubts: [`TODO title: above the table stands ${others.join(' and ')} too: choose what names it`],
  };
}

/** The last captions that stand together of those that are meant. */
function lastRun(captions: readonly Caption[], isMeant: (caption: Caption) => boolean): readonly Caption[] {
  const last = captions.findLastIndex(isMeant);
  const before = captions.slice(0, last + 1).findLastIndex((caption) => !isMeant(caption));
  return captions.slice(before + 1, last + 1);
}

/**
 * A name for each table, for its file and what is published from it: its title's, or where several have the same, what
 * heads their labels.
 */
export function namesOf(
  tables: readonly { readonly title: Title; readonly seen: SeenTable }[],
): readonly string[] {
  const titles = tables.map(({ title }) => codeOf(title.text ?? ''));
  const names = tables.map(({ seen }, index) => {
    const title = titles[index] ?? '';
    const isOwn = title !== '' && titles.indexOf(title) === titles.lastIndexOf(title);
    const head = codeOf(seen.heads[0]?.join(' ') ?? '');
    // Not as its key is called: that is what heads the labels.
    return nameOf(isOwn ? title : head === '' ? title : `by_${head}`, 'table');
  });
  return codesOf(names, 'table');
}
