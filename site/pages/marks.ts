import { type Content, html, type Markup } from '../html/markup.ts';

/** A stretch of a text that is wrapped in something. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly wrap: (inner: Content) => Markup;
}

/**
 * A text with its marks; one inside another stays inside. A mark that only overlaps another is left out, because
 * HTML cannot say it, as is a second one over the same stretch.
 */
export function marked(text: string, marks: readonly Mark[]): Markup {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  return html`${within(text, 0, text.length, sorted)}`;
}

function within(text: string, from: number, to: number, marks: readonly Mark[]): readonly Content[] {
  const parts: Content[] = [];
  let at = from;
  for (const [index, mark] of marks.entries()) {
    if (mark.start < at || mark.end > to || mark.end <= mark.start) continue;
    const inner = marks
      .slice(index + 1)
      .filter(
        (each) =>
          each.start >= mark.start &&
          each.end <= mark.end &&
          !(each.start === mark.start && each.end === mark.end),
      );
    parts.push(text.slice(at, mark.start), mark.wrap(within(text, mark.start, mark.end, inner)));
    at = mark.end;
  }
  return [...parts, text.slice(at, to)];
}

/** Where a quote stands in a text from an offset on, white space being equal to any white space. */
export function findQuote(
  text: string,
  quote: string,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(words.join('\\s+'), 'gu');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}
