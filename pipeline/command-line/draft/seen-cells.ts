import { ENDS_IN_LENGTH } from '../../locale/caption-words.ts';
import type { Cell } from '../../page/table.ts';
import { type Line, type Token, textOf } from '../../page/token.ts';

/** What is printed at one place of a table. */
export interface SeenCell {
  /** What stands on its lines; nothing that is raised, struck out or hidden. */
  readonly text: string;
  /** The same, line by line. */
  readonly lines: readonly string[];
  /** Each raised or lowered stretch, as printed: `2)` of `101,5` with a raised `2)`. */
  readonly marks: readonly string[];
  /** Where the place belongs to a cell that begins in the row above it or in the column before it. */
  readonly covered?: 'above' | 'beside';
}

export const EMPTY_CELL: SeenCell = { text: '', lines: [], marks: [] };

/** A place of a cell that begins above it, or beside it. */
export function coveredCell(covered: NonNullable<SeenCell['covered']>): SeenCell {
  return { ...EMPTY_CELL, covered };
}

/** Dots that lead from a label to its numbers, with what is left of them. */
const LEADERS = /(?:(?:\s*[.·․…]){3,}|(?:\s+[.·․…_])+)\s*$/u;

/** A cell as a draft takes it. What is printed before and behind a hyphen at the end of a line stands together. */
export function seenCell({ lines }: Pick<Cell, 'lines'>): SeenCell {
  const texts = lines.map((line) => levelText(line).replace(LEADERS, '')).filter((text) => text !== '');
  return { text: joinedLines(texts), lines: texts, marks: lines.flatMap(marksOf) };
}

/** The lines of a label or a title as one text. */
export function joinedLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (line === '') continue;
    const isParted = /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line);
    text += text === '' || isParted ? line : ` ${line}`;
  }
  return text;
}

/** A line without what is raised, struck out or hidden; the raised digit of a unit stays: `km²`. */
export function levelText({ tokens }: Line): string {
  return textOf(tokens.filter((token, at) => isLevel(token) || isOfUnit(token, tokens[at - 1])));
}

/** Whether a raised digit is the exponent of a unit of length, and no mark. */
function isOfUnit({ text, joined, print }: Token, before: Token | undefined): boolean {
  return (
    /^[23]\)?$/.test(text) &&
    joined &&
    print.stands === 'raised' &&
    before?.print.stands === 'level' &&
    ENDS_IN_LENGTH.test(before.text)
  );
}

function isLevel({ print }: Token): boolean {
  return print.stands === 'level' && !print.struck && print.hidden === undefined;
}

/** Raised tokens that stand together are one mark: `2` and `)`. */
function marksOf({ tokens }: Line): readonly string[] {
  const marks: string[] = [];
  let isOpen = false;
  for (const [at, token] of tokens.entries()) {
    const { text, print, joined } = token;
    if (print.stands === 'level' || isOfUnit(token, tokens[at - 1])) isOpen = false;
    else if (isOpen && joined) marks.push(`${marks.pop() ?? ''}${text}`);
    else {
      marks.push(text);
      isOpen = true;
    }
  }
  return marks;
}
