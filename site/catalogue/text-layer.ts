/** A line of the text layer. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Offset of its first character in the text layer, in UTF-16 units. */
  readonly start: number;
}

/** Characters of the text layer, `end` behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a line, marked or not. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts the text layer into its lines. */
export function linesOf(text: string): readonly TextLine[] {
  let start = 0;
  return text.split('\n').map((line, at) => {
    const made = { number: at + 1, text: line, start };
    start += line.length + 1;
    return made;
  });
}

/**
 * The lines that a cell stands in with the lines around them that have ink, `around` on each side: a number
 * alone says little, its row label and its neighbours show where it stands.
 */
export function passage(
  lines: readonly TextLine[],
  first: number,
  last: number,
  around: number,
): readonly TextLine[] {
  const hasInk = ({ text }: TextLine): boolean => text.trim() !== '';
  const before = lines.slice(Math.max(0, first - 1 - 4 * around), first - 1).filter(hasInk);
  const after = lines.slice(last, last + 4 * around).filter(hasInk);
  return [
    ...(around === 0 ? [] : before.slice(-around)),
    ...lines.slice(first - 1, last).filter(hasInk),
    ...after.slice(0, around),
  ];
}

/** A line cut where the span begins and ends in it. */
export function piecesOf({ text, start }: TextLine, span: Span): readonly Piece[] {
  const from = Math.min(Math.max(span.start - start, 0), text.length);
  const to = Math.min(Math.max(span.end - start, 0), text.length);
  const pieces = [
    { text: text.slice(0, from), isMarked: false },
    { text: text.slice(from, to), isMarked: true },
    { text: text.slice(to), isMarked: false },
  ];
  return pieces.filter((piece) => piece.text !== '');
}
