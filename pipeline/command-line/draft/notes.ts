import { linesOf, type Source } from '../../page/source.ts';
import { marksIn } from './printed-number.ts';
import { joinedLines, levelText } from './seen-cells.ts';
import type { SeenTable } from './seen-tables.ts';

/** The codes of the marks that a table carries, as they stand in `{n}`: `2` of `2)`. In the order of numbers, then letters. */
export function markCodes({ rows }: Pick<SeenTable, 'rows'>): readonly string[] {
  const marks = rows.flatMap(({ cells }) => cells.flatMap(marksIn));
  const codes = new Set(marks.flatMap((mark) => /\p{Nd}+|\p{L}|[*†‡§]+|[<>≤≥~≈]/u.exec(mark)?.[0] ?? []));
  return [...codes].sort((one, other) => Number(one) - Number(other) || (one < other ? -1 : 1));
}

/**
 * What is printed for each mark outside of the tables of some pages: a line that begins with the mark, and the lines of
 * its paragraph behind it, up to one that begins another note, of whatever mark, or names the source. A mark that nothing
 * is printed for is left out.
 */
export function noteTexts(
  { pages }: Pick<Source, 'pages'>,
  own: readonly number[],
  codes: readonly string[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const { number, blocks } of pages) {
    if (!own.includes(number)) continue;
    let open: string[] | undefined;
    for (const block of blocks) {
      open = undefined;
      if (block.kind !== 'paragraph') continue;
      for (const { line, isRaised } of linesOf(block).map(noteLine)) {
        const [, code, rest] =
          /^[([]?(\p{Nd}{1,3}|\p{L}|[*†‡§]+)(?:[)\].:]|\s?[=–])?\s+(.*)$/u.exec(line) ?? [];
        const begins = code !== undefined && codes.includes(code) && !texts.has(code);
        if (begins) open = [rest ?? ''];
        else if (isRaised || ANOTHER.test(line)) open = undefined;
        else open?.push(line);
        if (begins && open !== undefined) texts.set(code, open);
      }
    }
  }
  return new Map([...texts].map(([code, lines]) => [code, joinedLines(lines)]));
}

/** The lines that tell what a symbol means: those that begin with it, outside of tables. */
export function legendOf({ pages }: Pick<Source, 'pages'>, symbol: string): string | undefined {
  const lines = pages.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind !== 'table').flatMap((block) => linesOf(block).map(levelAndRaised)),
  );
  return lines.find(
    (line) =>
      line.startsWith(symbol) && /\p{L}/u.test(line.slice(symbol.length)) && line.length > symbol.length + 3,
  );
}

/** How a line begins that is no more of the note above it: `***** controlled`, `(X) not applicable`, `2) estimate`, `Source:`. */
const ANOTHER =
  /^(?:[*†‡§]+|[([](?:\p{Nd}{1,3}|\p{L})[)\]]|\p{Nd}{1,3}\)|\p{L}\)|[-–—])\s|^\p{Lu}\p{L}{2,}s?\s?:/u;

/** A line with whether it begins with a raised mark. */
function noteLine(line: Parameters<typeof levelText>[0]): {
  readonly line: string;
  readonly isRaised: boolean;
} {
  return { line: levelAndRaised(line), isRaised: line.tokens[0]?.print.stands === 'raised' };
}

function levelAndRaised(line: Parameters<typeof levelText>[0]): string {
  return levelText({
    ...line,
    tokens: line.tokens.map((token) => ({ ...token, print: { ...token.print, stands: 'level' as const } })),
  });
}
