import type { Around, Notation } from '../../template/notation.ts';

/** What a cell says without the marks that it ends in, in each way in which that can be read. */
export function withoutMarks<Said>(
  cell: string,
  listed: readonly string[],
  notation: Notation,
  read: (body: string) => Said | undefined,
): readonly { readonly said: Said; readonly marks: readonly string[] }[] {
  return notation.marks.flatMap((form) =>
    listed.flatMap((mark) => {
      const body = withoutMark(cell, mark, form);
      if (body === undefined) return [];
      const said = read(body);
      if (said !== undefined) return [{ said, marks: [mark] }];
      return withoutMarks(body, listed, notation, read).map((inner) => ({
        said: inner.said,
        marks: [...inner.marks, mark],
      }));
    }),
  );
}

/**
 * A cell without the mark that it ends in: `302,7 2)` without `2` and its bracket. A star stands before its number too. Of
 * stars beside each other none is a mark by itself: `31.6**` has the mark `**`.
 */
function withoutMark(cell: string, mark: string, { before, behind }: Around): string | undefined {
  const isSign = !/[\p{L}\p{Nd}]/u.test(mark);
  const inside = stripped(cell, '', behind);
  const rest = inside === undefined ? undefined : stripped(inside, '', mark);
  const body =
    (rest === undefined ? undefined : stripped(rest, '', before)) ??
    (isSign ? stripped(cell, before + mark + behind, '') : undefined);
  if (body === undefined || body === '') return undefined;
  const [beside] = [...mark].slice(-1);
  return isSign && (body.endsWith(beside ?? mark) || body.startsWith(beside ?? mark)) ? undefined : body;
}

/** A text without what stands before and behind it, and without the white space there; undefined where it does not. */
export function stripped(text: string, before: string, behind: string): string | undefined {
  if (text.length < before.length + behind.length) return undefined;
  if (!text.startsWith(before) || !text.endsWith(behind)) return undefined;
  return text.slice(before.length, text.length - behind.length).trim();
}
