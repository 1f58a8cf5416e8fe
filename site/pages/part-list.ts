import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import type { Place } from './page.ts';

/** A part of a page that would be too long: where it stands, and what it holds. */
export interface Part {
  readonly path: string;
  readonly label: string;
}

/** The way through the parts of a page: at its head with a list of all, at its foot back and forward. */
export interface PartList {
  readonly list: Markup | undefined;
  readonly steps: Markup | undefined;
  /** Which part of how many the page is: "Part 2 of 6". */
  readonly said: string | undefined;
}

/** The parts of which a page is one; nothing where there is one alone. */
export function partList(place: Place, parts: readonly Part[]): PartList {
  const { words, to, path } = place;
  if (parts.length < 2) return { list: undefined, steps: undefined, said: undefined };
  const at = parts.findIndex((part) => part.path === path);
  const [before, after] = [parts[at - 1], parts[at + 1]];
  const here = fill(words.partOf, { n: at + 1, all: parts.length });
  const steps = html`<p class="part-steps">${before !== undefined && html`<a href="${to(before.path)}" rel="prev">← ${words.previous}</a> `}<b>${here}</b>${after !== undefined && html` <a href="${to(after.path)}" rel="next">${words.next} →</a>`}</p>`;
  const items = parts.map(
    (part) =>
      html`<li><a href="${to(part.path)}"${part.path === path && html` aria-current="page"`} data-part>${part.label}</a></li>`,
  );
  const list = html`<nav class="parts" aria-label="${words.parts}">${steps}<details><summary>${words.parts}</summary><ol>${items}</ol></details></nav>
`;
  return { list, steps, said: here };
}

/** What a part of the running text is called by the paragraphs at its ends: "Paragraphs 1–97". */
export function paragraphSpan({ words }: Place, first = '', last = ''): string {
  return first === last
    ? fill(words.paragraphN, { n: first })
    : fill(words.paragraphsN, { n: `${first}–${last}` });
}
