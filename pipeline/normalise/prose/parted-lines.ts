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
const SET_IN_WHOLE = SETTINGS.setInWhole.value;

/**
 * Lines whose blocks no indent tells apart, told by what does: an empty line stands before each, as before all that have
 * a number, or each is a line that no page wraps, or the sentence before it ends where words had room.
 *
 *     3. They were told:
 *
 *     the first of them;
 */
export function partedLines(lines: readonly ProseLine[]): readonly ProseLine[] {
  const begins = beginningIn(lines);
  return begins === undefined
    ? lines
    : lines.map((line, index) => ({ ...line, indented: begins(line, lines[index - 1]) }));
}

type Begins = (line: ProseLine, before: ProseLine | undefined) => boolean;

/** Where blocks begin that no indent tells apart; undefined where indents do. */
function beginningIn(lines: readonly ProseLine[]): Begins | undefined {
  const { indents } = habitsOf(lines);
  const isSetInWhole = areSetInWhole(lines);
  if (indents && !isSetInWhole) return undefined;
  if (areBehindEmptyLines(lines)) return (line, before) => beginsApart(line, before, isSetInWhole);
  if (indents) return undefined;
  if (inkOf(lines.filter(({ text }) => text.length > WIDEST)) > IN_WIDE * inkOf(lines)) return () => true;
  const width = valueAt(
    lines.map(({ text }) => text.length),
    LONGEST,
  );
  return (line, before) =>
    before === undefined ||
    line.indented ||
    (endsSentence(before) &&
      (isItem(line) || numberOf(line) !== undefined || endsEarly(before, line, EARLY * width)));
}

/** Whether an empty line stands before the paragraphs that have a number. */
function areBehindEmptyLines(lines: readonly ProseLine[]): boolean {
  const numbered = lines.slice(1).filter((line) => numberOf(line) !== undefined);
  const apart = numbered.filter(({ emptyBefore }) => emptyBefore > 0);
  return numbered.length > 0 && apart.length >= BEHIND_EMPTY * numbered.length;
}

/** Whether a line begins a block where empty lines part them. On a new page an empty line may be that of the page. */
function beginsApart(line: ProseLine, before: ProseLine | undefined, isSetInWhole: boolean): boolean {
  if (before === undefined || (line.indented && !isSetInWhole)) return true;
  if (line.page === before.page) return line.emptyBefore > 0;
  return (line.emptyBefore > 0 || line.indented) && endsSentence(before);
}

/**
 * Whether all lines of some blocks are set in, or all but the first: most then stand below lines that end no sentence.
 *
 *     3. They were told:
 *
 *         1) the first of
 *         them;
 */
function areSetInWhole(lines: readonly ProseLine[]): boolean {
  const below = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const isBelow = before !== undefined && before.page === line.page && line.emptyBefore === 0;
    return isBelow && line.indented ? [before] : [];
  });
  const goingOn = below.filter((before) => !endsSentence(before));
  return goingOn.length > SET_IN_WHOLE * below.length;
}

/** Whether the next word had room behind a line. */
function endsEarly({ text }: ProseLine, next: ProseLine, width: number): boolean {
  return text.length + 1 + next.text.search(/\s|$/) < width;
}

function inkOf(lines: readonly ProseLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
