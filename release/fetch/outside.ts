/** The most of an outside text that is shown: an address or a date needs less, a text that is to fill a page more. */
const LONGEST = 300;

/** What moves a cursor, ends a line, or makes a reader see another order of letters than is stored. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** A text that a stranger wrote for a terminal or a message: one line of letters, which has an end. */
export function onOneLine(text: string): string {
  const letters = [...text.replace(UNSEEN, ' ').trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 3).join('')}...` : letters.join('');
}

/**
 * A text that a stranger wrote (a header, an address) as Markdown shows a piece of code: as its letters and nothing
 * else. Within a code span no link, tag, mention or reference is made; it stays on one line, and has an end.
 *
 *     fromOutside('x`<img src=//tracker>`\n## Approved')  // ``x`<img src=//tracker>` ## Approved``
 */
export function fromOutside(text: string): string {
  const shown = onOneLine(text);
  if (shown === '') return '(empty)';
  // A span ends at the first run of as many backticks as began it, so it begins with one more than the text has.
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}
