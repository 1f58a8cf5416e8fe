import { captionNumber } from '../../locale/caption-words.ts';
import { type Block, linesOf } from '../../page/source.ts';
import type { Line, Token } from '../../page/token.ts';
import { codeOf, codesOf, nameOf } from './codes.ts';
import { joinedLines, levelText } from './seen-cells.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/** The title of a table, as far as it is told. */
export interface Title {
  /** Undefined where nothing that stands above the table may be one. */
  readonly text: string | undefined;
  /** `TODO` lines: what is not sure about it. */
  readonly doubts: readonly string[];
}

/**
 * The lines above a table that are its title: those that begin with the number of a table (`Table 3`). Where there are none,
 * the lines below all running text that are printed largest, or else the first of them; and where the same stand above
 * other tables, those that do not.
 */
export function titleOf({ captions }: Captioned, all: readonly Captioned[]): Title {
  const numbered = numberedTitle(captions);
  if (numbered !== undefined) return { text: numbered, doubts: [] };
  const below = captions.slice(endOfProse(captions));
  const named = below.filter(({ text }) => /\p{L}{3}/u.test(text));
  if (named.length === 0)
    return {
      text: undefined,
      doubts: ['TODO title: no line above the table may be one; the table is found by its pages'],
    };
  const isOwn = ({ text }: Caption): boolean =>
    all.filter((other) => other.captions.some((caption) => caption.text === text)).length < 2;
  const own = named.filter(isOwn);
  const among = own.length > 0 ? own : named;
  const largest = Math.max(...among.map(({ size }) => size));
  const isLarge = ({ size }: Caption): boolean => size > DRAFT_SETTINGS.sameSize.value * largest;
  // Lines that are printed larger than all others are one title, as far as nothing stands between them.
  const isSetOff = !among.every(isLarge);
  const chosen = isSetOff
    ? lastRun(below, (caption) => among.includes(caption) && isLarge(caption))
    : among.slice(0, 1);
  const text = joinedLines(chosen.map((caption) => caption.text));
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

/** The title that begins with the number of a table, nearest to the table: its lines, as far as they are printed alike. */
function numberedTitle(captions: readonly Caption[]): string | undefined {
  for (let from = captions.length - 1; from >= 0; from -= 1) {
    const first = captions[from];
    if (first === undefined || captionNumber(first.text) === undefined) continue;
    const lines = alike(captions, from);
    // A sentence that begins so has more behind it.
    if (lines.length <= DRAFT_SETTINGS.titleLines.value) return joinedLines(lines.map(({ text }) => text));
  }
  return undefined;
}

/** A line with those of its paragraph behind it that are printed alike; where it is a number alone, with what follows it. */
function alike(captions: readonly Caption[], from: number): readonly Caption[] {
  const first = captions[from];
  if (first === undefined) return [];
  const number = captionNumber(first.text) ?? '';
  const isBare = first.text.replace(/(?<![\s.:–-])[\s.:–-]+$/u, '').endsWith(number);
  const model = (isBare ? captions[from + 1] : undefined) ?? first;
  const isAlike = ({ text, size, paragraph }: Caption): boolean =>
    (paragraph === model.paragraph || isIndentedRest(text, paragraph - model.paragraph)) &&
    Math.min(size, model.size) > DRAFT_SETTINGS.sameSize.value * Math.max(size, model.size);
  const behind = captions.slice(from + 1);
  const end = behind.findIndex((caption) => !isAlike(caption));
  return [first, ...behind.slice(0, end < 0 ? undefined : end)];
}

/** A title whose further lines are indented is two paragraphs to the layout; the second begins in the midst of a sentence. */
function isIndentedRest(text: string, below: number): boolean {
  return below === 1 && /^\p{Ll}{2}/u.test(text);
}

/** Behind the last line that ends a sentence, or that belongs to a paragraph of many lines. */
function endOfProse(captions: readonly Caption[]): number {
  const count = (paragraph: number): number =>
    captions.filter((caption) => caption.paragraph === paragraph).length;
  return (
    captions.findLastIndex(
      ({ text, paragraph }) =>
        (/[.;:!?…]["”»)]?$/u.test(text) && text.split(/\s+/).length >= DRAFT_SETTINGS.sentenceWords.value) ||
        count(paragraph) > DRAFT_SETTINGS.titleLines.value,
    ) + 1
  );
}

/** The last captions that stand together of those that are meant. */
function lastRun(captions: readonly Caption[], isMeant: (caption: Caption) => boolean): readonly Caption[] {
  const last = captions.findLastIndex(isMeant);
  const before = captions.slice(0, last + 1).findLastIndex((caption) => !isMeant(caption));
  return captions.slice(before + 1, last + 1);
}

/**
 * Whether the captions of a table on another page say that it goes on with one before it: they have its number, or its
 * title with more behind it (`Rainfall (continued)`), or name no table at all.
 */
export function isSameTable(before: Captioned, rest: Captioned): boolean {
  const [own, other] = [before, rest].map(({ captions }) =>
    captions.flatMap(({ text }) => captionNumber(text) ?? []).at(-1),
  );
  if (own !== undefined && other !== undefined) return own === other;
  if (own !== undefined || other !== undefined) return other === undefined;
  const [first, again] = [before, rest].map((table) => titleOf(table, [table]).text);
  if (first === undefined || again === undefined) return true;
  return again.startsWith(first) || first.startsWith(again) || isShared(before, rest);
}

/**
 * The title under which a table goes on, as it is declared: `{title} (continued)`, or as it is printed where it has the
 * number of the table alone. Undefined where what stands above the rest is none of that.
 */
export function continuedTitle(title: string | undefined, texts: readonly string[]): string | undefined {
  if (title === undefined) return undefined;
  const own = captionNumber(title);
  return texts
    .filter((text) => text.includes(title) || (own !== undefined && captionNumber(text) === own))
    .map((text) => text.replace(title, '{title}'))[0];
}

/** Whether a line stands above both. */
function isShared(one: Captioned, other: Captioned): boolean {
  return one.captions.some(({ text }) => other.captions.some((caption) => caption.text === text));
}

/**
 * A name for each table, for its file and what is published from it: its title's, or where several have the same, what
 * heads their labels.
 */
export function namesOf(
  tables: readonly {
    readonly title: Title;
    readonly seen: { readonly heads: readonly (readonly string[])[] };
  }[],
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

/** A text above a table that may be its title, or the beginning of it. */
export interface Caption {
  readonly text: string;
  /** How large it is printed. */
  readonly size: number;
  /** Which paragraph above the table it stands in, counted from the top; lines of one may be read on. */
  readonly paragraph: number;
}

/** What has captions: a table, or a part of one on another page. */
export interface Captioned {
  /** The lines above it that may be its title, from the top. */
  readonly captions: readonly Caption[];
}

/** The last lines above a table, up to the table before it: furniture too, a title often runs on every page. */
export function captionsAbove(blocks: readonly Block[]): readonly Caption[] {
  const before = blocks.findLastIndex(({ kind }) => kind === 'table');
  const lines = blocks
    .slice(before + 1)
    .flatMap((block, paragraph) =>
      block.kind === 'unseen' ? [] : linesOf(block).map((line) => ({ line, paragraph })),
    );
  return lines
    .slice(-DRAFT_SETTINGS.captionLines.value)
    .flatMap(({ line, paragraph }) => captionsIn(line, paragraph));
}

/** The texts of a line; what stands far from the words before it, such as a date at the margin, is a text of its own. */
export function captionsIn(line: Line, paragraph: number): readonly Caption[] {
  const segments = segmentsOf(line);
  return segments.flatMap((tokens, index) => {
    const text = levelText({ ...line, tokens });
    const size = Math.max(...tokens.map(({ print }) => print.size));
    // Texts beside each other are not read on.
    const own = segments.length === 1 ? paragraph : paragraph + (index + 1) / (segments.length + 1);
    return /\p{L}/u.test(text) ? [{ text, size, paragraph: own }] : [];
  });
}

function segmentsOf({ tokens }: Line): readonly (readonly Token[])[] {
  const segments: Token[][] = [];
  for (const token of tokens) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = token.box === undefined || before?.box === undefined ? 0 : token.box.left - before.box.right;
    if (last === undefined || gap > DRAFT_SETTINGS.captionGap.value * token.print.size)
      segments.push([token]);
    else last.push(token);
  }
  return segments;
}
