import { endsSentence, isItem, numberOf } from './line-starts.ts';
import { habitsOf, type ProseLine, valueAt } from './lines.ts';
import { SETTINGS } from './settings.ts';

/** No page has a line of more characters: what is longer was never wrapped. */
const WIDEST = SETTINGS.widestLine.value;
const IN_WIDE = SETTINGS.inWideLines.value;
const BEHIND_EMPTY = SETTINGS.behindEmptyLines.value;
/** All but so few lines are no longer than those of the page. */
const LONGEST = SETTINGS.longestOfPage.value;
const EARLY = SETTINGS.earlyEnd.value;

/**
 * Lines of which none is set in, told by what parts their blocks instead: each is a line that no page wraps, or an
 * empty line stands before it, as before all that have a number, or the sentence before it ends where words had room.
 *
 *     3. They were told:
 *
 *     the first of them;
 */
export function partedLines(lines: readonly ProseLine[]): readonly ProseLine[] {
  if (habitsOf(lines).indents) return lines;
  const begins = beginningIn(lines);
  return lines.map((line, index) => ({
    ...line,
    indented: line.indented || begins(line, lines[index - 1]),
  }));
}

type Begins = (line: ProseLine, before: ProseLine | undefined) => boolean;

function beginningIn(lines: readonly ProseLine[]): Begins {
  if (inkOf(lines.filter(({ text }) => text.length > WIDEST)) > IN_WIDE * inkOf(lines)) return () => true;
  const numbered = lines.slice(1).filter((line) => numberOf(line) !== undefined);
  const apart = numbered.filter(({ emptyBefore }) => emptyBefore > 0);
  if (numbered.length > 0 && apart.length >= BEHIND_EMPTY * numbered.length)
    // On a new page an empty line may be that of the page.
    return (line, before) =>
      line.emptyBefore > 0 && (before?.page === line.page || before === undefined || endsSentence(before));
  const width = valueAt(
    lines.map(({ text }) => text.length),
    LONGEST,
  );
  return (line, before) =>
    before === undefined ||
    (endsSentence(before) &&
      (isItem(line) || numberOf(line) !== undefined || endsEarly(before, line, EARLY * width)));
}

/** Whether the next word had room behind a line. */
function endsEarly({ text }: ProseLine, next: ProseLine, width: number): boolean {
  return text.length + 1 + next.text.search(/\s|$/) < width;
}

function inkOf(lines: readonly ProseLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
