import type { RunningText } from '../../pipeline/normalise/prose/running-text.ts';
import type { Block } from './matrix.ts';

/** How the running text is set in a text: letters of a line, and whether an empty line parts its paragraphs. */
export interface TextSetting {
  readonly width: number;
  readonly isParted: boolean;
}

const INDENT = '      ';
/** What a paragraph or an item of a list begins with: no line begins so in the middle of one. */
const BEGINNING = /^(?:\d{1,4}\.|\d{1,2}\)|[-–—•])$/;

/** What stands before the annexes, from the decree on: headings, numbered paragraphs, items of lists, one after the other. */
export function runningTexts({ decree, sections, paragraphs }: RunningText): readonly string[] {
  const headings = sections
    .filter(({ kind }) => kind !== 'annex')
    .toSorted((one, other) => one.position - other.position);
  const places = new Map(headings.map(({ id, position }) => [id, position]));
  const texts = [...decree];
  const left = headings.values();
  let next = left.next().value;
  const headUntil = (position: number): void => {
    for (; next !== undefined && next.position <= position; next = left.next().value) texts.push(next.text);
  };
  for (const { number, section, text, blocks } of paragraphs) {
    headUntil(places.get(section) ?? 0);
    for (const [index, { marker, from, to }] of blocks.entries()) {
      const parts = [index === 0 ? `${number}.` : '', marker ?? '', text.slice(from, to)];
      texts.push(parts.filter((part) => part !== '').join(' '));
    }
  }
  headUntil(Number.POSITIVE_INFINITY);
  return texts;
}

/** The running text as lines of a text. */
export function runningLines(text: RunningText, { width, isParted }: TextSetting): string {
  const set = runningTexts(text).map((each) => `${INDENT}${wrapped(each, width).join('\n')}\n`);
  return `${set.join(isParted ? '\n' : '')}\n`;
}

/** The running text as blocks of a page. */
export function runningBlocks(text: RunningText): readonly Block[] {
  return runningTexts(text).map((each) => ({ kind: 'text', text: each }));
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + 1 + word.length <= width;
    if (last !== undefined && (fits || BEGINNING.test(word))) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How the running text that was read differs from what was printed; nothing where it is the same. */
export function textDifferences(
  said: RunningText | undefined,
  read: RunningText | undefined,
): readonly string[] {
  const [one, other] = [said, read].map((text) => (text === undefined ? [] : runningTexts(text).map(spaced)));
  if (one === undefined || other === undefined) return [];
  const most = Math.max(one.length, other.length);
  return Array.from({ length: most }, (_, index) => index).flatMap((index) =>
    one[index] === other[index]
      ? []
      : [`text: expected ${JSON.stringify(one[index])}, found ${JSON.stringify(other[index])}`],
  );
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
